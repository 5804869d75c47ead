"""What a document says itself that it, or nobody, could verify."""

import re
from collections.abc import Iterator

from recoupe.model.doubt import Doubt
from recoupe.model.finding import ClaimRef
from recoupe.model.span import Span
from recoupe.weighing.notes import UNVERIFIED
from recoupe.weighing.page import Page

SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*")
APOSTROPHES = str.maketrans("’", "'")


def unverified(page: Page) -> Iterator[Doubt]:
    """Doubt what a document admits was not verified."""
    for found in SENTENCE.finditer(page.document.text):
        sentence = Span(found.start(), found.end())
        if _admits(found[0], page) and not page.is_furniture(sentence):
            claims = _touched(sentence, page)
            yield Doubt(page.document.id, "unverified", UNVERIFIED, claims, (sentence,))


def _touched(sentence: Span, page: Page) -> tuple[ClaimRef, ...]:
    """Give the claims of a sentence; where it makes none, those of the last before in its line."""
    line = page.document.text.rfind("\n", 0, sentence.start) + 1
    told = [(claim.evidence[0], ref) for ref, claim in page.claims()]
    here = [ref for span, ref in told if span.overlaps(sentence)]
    before = [span for span, _ in told if line <= span.start < sentence.start]
    return tuple(here or (ref for span, ref in told if before and span == max(before)))


def _admits(sentence: str, page: Page) -> bool:
    words = sentence.lower().translate(APOSTROPHES)
    if any(known in words for known in page.words.unverified):
        return True
    return any(known in words for known in page.words.authenticity) and any(
        known in words for known in page.words.not_shown
    )
