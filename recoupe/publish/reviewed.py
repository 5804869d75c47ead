"""What people decided, as a dossier tells it."""

from collections.abc import Iterator

from recoupe.model.decision import Retracted, standing
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef, Finding, Origin
from recoupe.publish.material import Material
from recoupe.publish.words import Words, one_line
from recoupe.weighing.admiralty import letters, of_rated


def reviewed(ref: ClaimRef, material: Material, words: Words) -> Iterator[str]:
    """Say who last decided on a claim, where somebody did: *accepted in review by Ada*."""
    review = material.reviews.get(ref)
    if review:
        day = f"{review.made:%Y-%m-%d}"
        yield words.say(f"review_{review.stand.value}", author=one_line(review.author), day=day)


def retracted(document: Document, material: Material, words: Words) -> Iterator[str]:
    """Say that a document was taken back, and why."""
    for decision in standing(material.decisions):
        if decision.what == Retracted(document.id):
            yield words.say("retracted", reason=one_line(decision.reason))


def left_out(material: Material, words: Words) -> Iterator[str]:
    """Say how many claims were read on which nothing rests, and what the codes mean."""
    if number := sum(len(reading.rejected) for reading in material.readings):
        yield words.say("left_out", claims=words.counted("claims", number))
    if letters(material.decisions):
        yield words.say("admiralty")


def codes(finding: Finding, material: Material) -> dict[Origin, str]:
    """Give the Admiralty codes of the origins whose sources people have rated."""
    return dict(of_rated(finding, letters(material.decisions)))
