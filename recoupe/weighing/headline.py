"""What stands above a text, and the sentence with which the text begins."""

from collections.abc import Iterable

from recoupe.model.claim import Claim
from recoupe.model.span import Span


def lead(claims: Iterable[Claim], text: str) -> Span | None:
    """Give the first sentence below the headlines that makes a claim; they tell its event."""
    below = (claim.evidence[0] for claim in claims if not is_headline(claim, text))
    return min(below, default=None)


def is_headline(claim: Claim, text: str) -> bool:
    """Say whether a claim stands in a line of its own that no full stop ends, before the text."""
    place = claim.evidence[0].start
    start = text.rfind("\n", 0, place) + 1
    line = text[start : text.find("\n", place) % (len(text) + 1)].strip()
    above = (each.strip() for each in text[:start].split("\n"))
    return not line.endswith((".", "»", '"', "”")) and not any(
        each.endswith(".") and len(each.split()) > 8 for each in above
    )
