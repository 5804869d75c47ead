"""A document laid open beside its reading, for those who look for what does not fit in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.languages.furniture import languages_with
from recoupe.languages.toml import load
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.weighing.dates import Days, days

FILE = "doubts.toml"


class DoubtWords(BaseModel):
    """doubts.toml; each field is told in the file's own comments."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ahead: frozenset[str]
    ahead_endings: frozenset[str]
    limits: frozenset[str]
    works: frozenset[str]
    accounts: frozenset[str]
    published: frozenset[str]
    portfolios: frozenset[str]
    unverified: frozenset[str]
    authenticity: frozenset[str]
    not_shown: frozenset[str]


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its reading."""

    document: Document
    reading: Reading

    @property
    def published(self) -> Days | None:
        """Give the day of publication, None where nobody knows it."""
        return days(self.reading.published) if self.reading.published else None

    @property
    def words(self) -> DoubtWords:
        """Give the words of the document's language."""
        return doubt_words(self.reading.language)

    def claims(self) -> Iterator[tuple[ClaimRef, Claim]]:
        """Give every claim that nobody rejected, with its place."""
        for index, claim in self.reading.standing():
            yield ClaimRef(self.reading.document, index), claim

    def is_furniture(self, span: Span) -> bool:
        """Say whether a stretch belongs to the page, not to the article."""
        return any(span.overlaps(furniture) for furniture in self.document.boilerplate)

    def naming(self, spans: Iterable[Span]) -> tuple[ClaimRef, ...]:
        """Give the claims in which one of those names takes part, or speaks."""
        known = tuple(spans)
        found = []
        for ref, claim in self.claims():
            names = [*(role.span for role in claim.roles), *(s.span for s in claim.sources)]
            if any(span.overlaps(name) for span in known for name in names):
                found.append(ref)
        return tuple(found)


@cache
def doubt_words(language: str | None) -> DoubtWords:
    """Give the words of a language; those of every language where it has none, or is unknown."""
    known = languages_with(FILE)
    files = [load(f"{code}/{FILE}", DoubtWords) for code in known if language in (code, None)]
    if not files:
        return doubt_words(None)
    return DoubtWords(
        **{
            field: frozenset(word for words in files for word in getattr(words, field))
            for field in DoubtWords.model_fields
        }
    )
