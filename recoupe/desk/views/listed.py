"""Entries of sanctions lists that may mean somebody, as of a day and of the times of events."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.desk.interface import Interface
from recoupe.identity.screen import Book, Hit
from recoupe.identity.standing import Period, Stand, Standing


@dataclass(frozen=True, slots=True)
class Stood:
    """How an entry was listed at a time. standing: in the language; words: how that is known."""

    standing: str
    words: str


@dataclass(frozen=True, slots=True)
class Then:
    """How an entry was listed at the time that claims give. when: that time in words."""

    when: str
    stood: tuple[Stood, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that may be meant: only that its names are alike is known.

    source, id: of the list and its entry; name: its own; said: which name of the case its alias
    is like; why: which part of the names matched which; evidence: what else speaks for or against.
    stood: on the day; then: at the times that claims give.
    """

    source: str
    id: str
    name: str
    schema: str
    said: str
    alias: str
    strength: float
    why: tuple[str, ...]
    evidence: tuple[str, ...]
    stood: tuple[Stood, ...]
    then: tuple[Then, ...]
    wikidata: str | None
    opensanctions: str | None


def entries(
    hits: Iterable[Hit], times: Sequence[Period], book: Book, shown: Interface
) -> Iterator[Entry]:
    """Tell the hits of a day; times: those of events, each once."""
    for hit in hits:
        yield Entry(
            source=hit.source,
            id=hit.entry.id,
            name=hit.entry.name,
            schema=hit.entry.schema,
            said=hit.name,
            alias=hit.alias.text,
            strength=round(hit.strength, 2),
            why=hit.why,
            evidence=tuple(one.words for one in hit.evidence),
            stood=tuple(_stood(stand, shown) for stand in hit.stands),
            then=tuple(
                Then(when(time, shown), tuple(_stood(s, shown) for s in book.stands(hit, time)))
                for time in times
            ),
            wikidata=hit.entry.wikidata,
            opensanctions=hit.entry.opensanctions,
        )


def when(time: Period, shown: Interface) -> str:
    """Write the time that claims tell of; a whole month or year by its name.

    >>> when(Period("2024-05-01", "2024-05-31"), Interface("en", "auto"))
    '2024-05'
    """
    first, last = date.fromisoformat(time.first), date.fromisoformat(time.last)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return shown.words.day(time.first[:4])
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return shown.words.day(time.first[:7])
    if first == last:
        return shown.words.day(time.first)
    return shown.words.day(f"{time.first}/{time.last}")


def _stood(stand: Stand, shown: Interface) -> Stood:
    words = {
        Standing.LISTED: shown.translated("listed"),
        Standing.NOT_YET: shown.translated("not yet listed"),
        Standing.NO_LONGER: shown.translated("no longer listed"),
        Standing.UNCLEAR: shown.translated("unclear"),
    }
    return Stood(words[stand.standing], stand.words)
