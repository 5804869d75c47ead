"""Who and what takes part, as a dossier names it: one name for one bearer."""

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from recoupe.identity.resolve import Kind, identity
from recoupe.model.claim import PARTICIPANTS, Claim, Role
from recoupe.model.document import Document
from recoupe.model.value import Date
from recoupe.publish.words import Words, one_line

BEARERS = frozenset(role for roles in PARTICIPANTS.values() for role in roles)
"""The roles that somebody fills; in all others the words of the text stand."""


def fillers(role: str, claim: Claim, document: Document, words: Words) -> Iterator[tuple[str, str]]:
    """Give for each filler of that role a key, equal for the same bearer, and its name."""
    for filler in claim.fillers(role):
        said = one_line(filler.resolved or filler.span.of(document.text))
        if role in BEARERS:
            yield bearer(said, document.language, words)
        else:
            yield said.casefold(), _dated(filler, said, words)


def bearer(said: str, language: str | None, words: Words) -> tuple[str, str]:
    """Give a key and a name: a state's in the dossier's language, else in the document's words."""
    return _bearer(said, language, words.language)


@lru_cache(maxsize=20_000)
def _bearer(said: str, language: str | None, spoken: str) -> tuple[str, str]:
    """Give the same; a case names the same states and firms over and over."""
    found = identity(said, language)
    if found.kind is not Kind.STATE or found.country is None:
        return found.key, said
    return found.key, Locale.parse(spoken).territories.get(found.country, said)


def _dated(filler: Role, said: str, words: Words) -> str:
    """Write the date as it was resolved beside words such as *last month*."""
    if isinstance(filler.value, Date) and words.day(filler.value.edtf) != said:
        return f"{said} ({words.day(filler.value.edtf)})"
    return said
