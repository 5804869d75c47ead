"""A name, or what else is known of its bearer → the list entries that may mean it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

from recoupe.identity.evidence import Evidence, Query, evidence, number_key, strength
from recoupe.identity.name_build import indexed
from recoupe.identity.name_index import NameIndex
from recoupe.identity.standing import Period, Stand, stands, wording
from recoupe.model.listing import Listed, ListedName, ListEntry, ListVersion

COMPARED = 25
"""Names of a list that are compared with one that is asked for, the likeliest first."""

UNKNOWN = "LegalEntity"
"""As what a name is looked up of which nobody says whose it is."""


class Comparison(Protocol):
    """How alike two names are, from 0 to 1, and which part matched which; each part explains."""

    @property
    def score(self) -> float: ...
    @property
    def parts(self) -> Sequence[object]: ...


Compare = Callable[[str, str, str], Comparison]

Names = Sequence[tuple[int, str, str]]
"""The names of a list: the place of its entry among all by their ids, the name, its schema."""

Indexed = Callable[[str, Names], NameIndex]
"""Gives an index of the names of a list; its source comes first, for people to read."""


def in_memory(_: str, names: Names) -> NameIndex:
    """Make an index that is gone with the process."""
    return NameIndex(indexed(names))


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


Key = tuple[str, str]
"""The source of a list, and the id of an entry there."""

Histories = dict[Key, list[Listed]]


class Book:
    """The lists of a case, opened to be looked up in."""

    def __init__(
        self,
        listed: Iterable[Listed],
        versions: Sequence[ListVersion],
        compare: Compare,
        index: Indexed = in_memory,
    ) -> None:
        self.compare = compare
        self.histories: Histories = defaultdict(list)
        self.versions: dict[str, list[ListVersion]] = defaultdict(list)
        for version in versions:
            self.versions[version.source].append(version)
        for one in listed:
            self.histories[one.source, one.entry.id].append(one)
        self.by_number = _by_number(self.histories)
        self.ids = {source: _ids(self.histories, source) for source in sorted(self.versions)}
        self.indexes = {
            source: index(source, _names(self.histories, source, ids))
            for source, ids in self.ids.items()
        }

    def hits(self, query: Query, at: Period | None, threshold: float) -> tuple[Hit, ...]:
        """Give the entries that may be meant, the strongest first.

        at: the time that is asked about, None where it is not known. An entry with one of the
        query's numbers is a hit whatever its name.
        """
        found = (
            hit
            for key, same_number in self._candidates(query, threshold).items()
            if (hit := self._hit(query, key, at)) and (same_number or hit.score >= threshold)
        )
        return tuple(sorted(found, key=lambda h: (-h.strength, -h.score, h.source, h.entry.id)))

    def stands(self, hit: Hit, at: Period | None) -> tuple[Stand, ...]:
        """Say how the entry of a hit was listed at another time."""
        key = (hit.source, hit.entry.id)
        return stands(self.histories[key], self.versions[hit.source], at)

    def _candidates(self, query: Query, threshold: float) -> dict[Key, bool]:
        """Give the entries with a name that is alike, or the same number: which it is."""
        found = dict.fromkeys(self._alike(query, threshold), False)
        for number in query.identifiers:
            found.update(dict.fromkeys(self.by_number.get(number_key(number), ()), True))
        return found

    def _alike(self, query: Query, threshold: float) -> Iterator[Key]:
        for (source, index), name in product(self.indexes.items(), query.names):
            for place, listed, schema in index.nearest(name, query.schema or UNKNOWN, COMPARED):
                if self.compare(name, listed, query.schema or schema).score >= threshold:
                    yield source, self.ids[source][place]

    def _hit(self, query: Query, key: Key, at: Period | None) -> Hit | None:
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


def _ids(histories: Histories, source: str) -> tuple[str, ...]:
    return tuple(sorted(id_ for of, id_ in histories if of == source))


def _names(histories: Histories, source: str, ids: Sequence[str]) -> Names:
    """Give the names of each entry in every wording, each once."""
    return tuple(
        (place, name, schema)
        for place, id_ in enumerate(ids)
        for name, schema in dict.fromkeys(
            (name.text, one.entry.schema)
            for one in histories[source, id_]
            for name in one.entry.names
        )
    )


def _by_number(histories: Histories) -> dict[str, tuple[Key, ...]]:
    """Give the entries that have a number."""
    found: dict[str, dict[Key, None]] = defaultdict(dict)
    for key, history in histories.items():
        for identifier in (number for one in history for number in one.entry.identifiers):
            found[number_key(identifier.number)][key] = None
    return {number: tuple(keys) for number, keys in found.items() if number}
