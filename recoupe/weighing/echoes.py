"""Pairs of sentences, of two documents, that are known to tell one event."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from recoupe.model.span import Span
from recoupe.weighing.account import Account
from recoupe.weighing.telling import Telling

Place = tuple[str, Span]
Echo = frozenset[Place]


class Echoes:
    """What sentences are known to tell one event, to be asked for by those who tell in them."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        """Only sentences that tell two events can echo."""
        places = Counter(place for one in accounts for place in _places(one))
        self._of: dict[Place, set[Echo]] = defaultdict(set)
        for one in accounts:
            several = [place for place in _places(one) if places[place] > 1]
            for pair in combinations(several, 2):
                if pair[0][0] != pair[1][0]:
                    for place in pair:
                        self._of[place].add(frozenset(pair))

    def among(self, accounts: Iterable[Account]) -> frozenset[Echo]:
        """Give the pairs of which both sentences are told in by some of these."""
        places = {place for one in accounts for place in _places(one)}
        heard = (echo for place in places for echo in self._of.get(place, ()))
        return frozenset(echo for echo in heard if echo <= places)


def _places(one: Account) -> set[Place]:
    return {place_of(telling) for telling in one.tellings}


def place_of(telling: Telling) -> Place:
    """Give the document and the sentence in which an event is told."""
    return telling.ref.document, telling.claim.evidence[0]
