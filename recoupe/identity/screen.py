"""A name, or what else is known of its bearer → the list entries that may mean it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from recoupe.identity.actors import plain
from recoupe.identity.evidence import Evidence, Query, evidence, number_key, strength
from recoupe.identity.resolve import legal_forms
from recoupe.identity.standing import Period, Stand, stands, wording
from recoupe.model.listing import Listed, ListedName, ListEntry, ListVersion

COMMON = 0.02
"""A word in more than this share of the entries finds none by itself: *technology*, *company*."""

FEW = 200
"""In lists with fewer entries than this, every word finds."""

BEGINNING = 4
"""Letters by which a word finds others: *Rostec* finds *Rostekh*."""


class Comparison(Protocol):
    """How alike two names are, from 0 to 1, and which part matched which; each part explains."""

    @property
    def score(self) -> float: ...
    @property
    def parts(self) -> Sequence[object]: ...


Compare = Callable[[str, str, str], Comparison]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that may mean whom a query asks for.

    name: which of the query's; alias: which of the entry's it matched. score: how alike they
    are; why: how. evidence: what else speaks for or against it. strength: both, by which hits are
    put in order. entry: as it stood at the time; stands: how it was listed then.
    """

    query: Query
    source: str
    entry: ListEntry
    name: str
    alias: ListedName
    score: float
    why: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    strength: float
    stands: tuple[Stand, ...]


class Book:
    """The lists of a case, opened to be looked up in."""

    def __init__(
        self, listed: Iterable[Listed], versions: Sequence[ListVersion], compare: Compare
    ) -> None:
        self.compare = compare
        self.histories: dict[tuple[str, str], list[Listed]] = defaultdict(list)
        self.versions: dict[str, list[ListVersion]] = defaultdict(list)
        for version in versions:
            self.versions[version.source].append(version)
        for one in listed:
            self.histories[one.source, one.entry.id].append(one)
        self.by_word, self.by_number = _indexed(self.histories)
        self.most = max(FEW, int(len(self.histories) * COMMON))

    def hits(self, query: Query, at: Period | None, threshold: float) -> tuple[Hit, ...]:
        """Give the entries that may be meant, the strongest first.

        at: the time that is asked about, None where it is not known. An entry with one of the
        query's numbers is a hit whatever its name.
        """
        found = (
            hit
            for key, same_number in self._candidates(query).items()
            if (hit := self._hit(query, key, at)) and (same_number or hit.score >= threshold)
        )
        return tuple(sorted(found, key=lambda h: (-h.strength, -h.score, h.source, h.entry.id)))

    def _candidates(self, query: Query) -> dict[tuple[str, str], bool]:
        found: dict[tuple[str, str], bool] = {}
        for word in {word for name in query.names for word in _words(name)}:
            keys = self.by_word.get(word, ())
            if len(keys) <= self.most:
                found.update(dict.fromkeys(keys, False))
        for number in query.identifiers:
            found.update(dict.fromkeys(self.by_number.get(number_key(number), ()), True))
        return found

    def _hit(self, query: Query, key: tuple[str, str], at: Period | None) -> Hit | None:
        history, versions = self.histories[key], self.versions[key[0]]
        own = wording(history, versions, at).entry
        # Aliases of other wordings too: one that was added later still names the same entry.
        aliases = {name.text: name for one in history for name in one.entry.names}
        aliases.update({name.text: name for name in own.names})
        schema = query.schema or own.schema
        compared = [
            (self.compare(name, alias.text, schema), name, alias)
            for name in query.names
            for alias in aliases.values()
        ]
        best, name, alias = max(compared, key=lambda c: (c[0].score, c[2].text == c[1]))
        found = evidence(query, own, alias)
        return Hit(
            query=query,
            source=key[0],
            entry=own,
            name=name,
            alias=alias,
            score=best.score,
            why=tuple(map(str, best.parts)),
            evidence=found,
            strength=strength(best.score, found),
            stands=stands(history, versions, at),
        )


Keys = dict[str, tuple[tuple[str, str], ...]]


def _indexed(histories: dict[tuple[str, str], list[Listed]]) -> tuple[Keys, Keys]:
    """Give the entries that have a word in one of their names, and those that have a number."""
    words: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    numbers: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for key, history in histories.items():
        for entry in (one.entry for one in history):
            for word in {word for name in entry.names for word in _words(name.text)}:
                words[word][key] += 1
            for identifier in entry.identifiers:
                numbers[number_key(identifier.number)][key] += 1
    return (
        {word: tuple(keys) for word, keys in words.items()},
        {number: tuple(keys) for number, keys in numbers.items() if number},
    )


def _words(name: str) -> Iterator[str]:
    """Give the words of a name and their beginnings, without legal forms."""
    for word in plain(name).replace("-", " ").split():
        if word not in legal_forms():
            yield word
            if len(word) > BEGINNING:
                yield f"{word[:BEGINNING]}…"
