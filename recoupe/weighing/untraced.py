"""What cannot be traced, and so is never counted: nobody, many, and what is merely said."""

from recoupe.identity.actors import plain, words_for
from recoupe.identity.described import is_bare
from recoupe.identity.resolve import head
from recoupe.languages.outlets import outlet
from recoupe.model.claim import Claim
from recoupe.model.factuality import Certainty
from recoupe.weighing.goods import kind_of, kinds
from recoupe.weighing.house import House

SPEAKING = "personnel"
"""The one kind of goods.toml that can be asked: *soldiers*."""


def is_vague(words: str, language: str | None) -> bool:
    """Say whether nobody could be asked: *Thai media*, *analysts*, *it*, *the weekend*."""
    if outlet(words) is not None:
        return False
    what = head(words, language)
    if not any(letter.isalpha() for letter in what) or what in words_for("nobody", language):
        return True
    if what in words_for("media", language):
        return True
    return is_bare(words, language) and (
        what in words_for("vague", language) or kind_of(what) in kinds() - {SPEAKING}
    )


def is_hearsay(claim: Claim, house: House) -> bool:
    """Say whether a document passes on what is said, without saying who says it.

    What it says it has worked out itself is its own.
    """
    if claim.factuality.certainty is not Certainty.PR or not claim.factuality.affirmed:
        return False
    words = set(plain(claim.evidence[0].of(house.text)).split())
    return not words & words_for("own", house.reading.language)
