"""Pairs of sentences, of two documents, that are known to tell one event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from recoupe.model.span import Span
from recoupe.weighing.account import Account
from recoupe.weighing.telling import Telling

Place = tuple[str, Span]
Echo = frozenset[Place]


class Echoes:
    """What sentences are known to tell one event, to be asked for by those who tell in them."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._of: dict[Place, set[Echo]] = defaultdict(set)
        for echo in (echo for one in accounts for echo in _echoes(one)):
            for place in echo:
                self._of[place].add(echo)

    def among(self, accounts: Iterable[Account]) -> frozenset[Echo]:
        """Give the pairs of which both sentences are told in by some of these."""
        places = {place_of(telling) for one in accounts for telling in one.tellings}
        heard = (echo for place in places for echo in self._of.get(place, ()))
        return frozenset(echo for echo in heard if echo <= places)


def place_of(telling: Telling) -> Place:
    """Give the document and the sentence in which an event is told."""
    return telling.ref.document, telling.claim.evidence[0]


def _echoes(one: Account) -> Iterator[Echo]:
    if len(one.documents) > 1:
        for t, u in combinations(one.tellings, 2):
            if t.ref.document != u.ref.document:
                yield frozenset((place_of(t), place_of(u)))
