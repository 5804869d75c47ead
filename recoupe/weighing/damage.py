"""Words that stand glued together: a text that was copied or translated without care."""

import re
from collections.abc import Iterator

from recoupe.model.doubt import Doubt
from recoupe.model.span import Span
from recoupe.weighing.notes import DAMAGE
from recoupe.weighing.page import Page

LEAST = 2
"""Places that make a damaged text; one is a slip of the pen."""

GLUED = re.compile(
    r"(?<![@/.\w-])(?:[^\W\d_]{3,}|\d{4})\)?,[^\W\d_]{2,}"
    r"|(?<![@/.\w-])[^\W\d_]{4,}\.(?![a-z]{2,7}\b(?:[/\s.,)]|$))[^\W\d_]{2,}"
)
"""`Genève,citant`, `2015,which`, `attaques.exercice`; not `avalon.example`, `12,5`."""


def damage(page: Page) -> Iterator[Doubt]:
    """Doubt the wording of a text in which words stand glued together in several places."""
    spans = tuple(
        span
        for found in GLUED.finditer(page.document.text)
        if not page.is_furniture(span := Span(*found.span()))
    )
    if len(spans) >= LEAST:
        claims = tuple(
            ref
            for ref, claim in page.claims()
            if any(span.overlaps(evidence) for span in spans for evidence in claim.evidence[:1])
        )
        yield Doubt(page.document.id, "damage", DAMAGE, claims, spans)
