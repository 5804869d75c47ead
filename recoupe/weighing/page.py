"""A document laid open beside its reading, for those who look for what does not fit in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.identity.actors import languages
from recoupe.languages.toml import load
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.weighing.dates import Days, days


class DoubtWords(BaseModel):
    """doubts.toml; each field is told in the file's own comments."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ahead: frozenset[str]
    ahead_endings: frozenset[str]
    limits: frozenset[str]
    works: frozenset[str]
    published: frozenset[str]


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
        """Give every claim with its place."""
        for index, claim in enumerate(self.reading.claims):
            yield ClaimRef(self.reading.document, index), claim


@cache
def doubt_words(language: str | None) -> DoubtWords:
    """Give the words of a language; those of every language where it is unknown."""
    known = (language,) if language in languages() else languages()
    files = [load(f"{code}/doubts.toml", DoubtWords) for code in known]
    return DoubtWords(
        **{
            field: frozenset(word for words in files for word in getattr(words, field))
            for field in DoubtWords.model_fields
        }
    )
