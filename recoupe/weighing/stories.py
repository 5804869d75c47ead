"""Which documents tell one story: only their claims are laid beside each other."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.identity.resolve import Kind
from recoupe.weighing.reprint import Printings
from recoupe.weighing.telling import Telling

NAMES = 2
"""Names of people, companies, goods or drills in common, beside a state, that make one story."""

STATES = 2
"""States in common that make one story, with a name in common."""

SHARE = 0.25
"""Share of the names of the shorter document that `NAMES` must come to."""

Pair = tuple[str, str]
Keys = Mapping[str, set[Hashable]]


def stories(tellings: Sequence[Telling]) -> frozenset[Pair]:
    """Give the pairs of documents, in order, that share names and states, or print one sentence."""
    names, states = _names(tellings), _states(tellings)
    return frozenset(_printed_twice(tellings)) | frozenset(
        pair
        for pair, count in _shared(names).items()
        if _are_one(count, [names[d] for d in pair], [states[d] for d in pair])
    )


def _are_one(shared: int, names: Sequence[set[Hashable]], states: Sequence[set[Hashable]]) -> bool:
    """Say whether two documents tell one story, by the names they share and their states."""
    common = len(states[0] & states[1])
    enough = shared >= NAMES and shared >= SHARE * min(map(len, names))
    return common >= STATES or (enough and common > 0)


def _names(tellings: Sequence[Telling]) -> Keys:
    found: dict[str, set[Hashable]] = defaultdict(set)
    for telling in tellings:
        bearers = (who for fillers in telling.who.values() for who in fillers)
        found[telling.ref.document] |= {who.key for who in bearers if who.kind is Kind.NAME}
        things = (*telling.items, telling.topics)
        found[telling.ref.document] |= {name for thing in things for name in thing.names}
    return found


def _states(tellings: Sequence[Telling]) -> Keys:
    found: dict[str, set[Hashable]] = defaultdict(set)
    for telling in tellings:
        bearers = (who for fillers in telling.who.values() for who in fillers)
        found[telling.ref.document] |= {who.country for who in bearers if who.country}
    return found


def _shared(keys: Keys) -> Counter[Pair]:
    """Count the keys that two documents share."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for document in sorted(keys):
        for key in keys[document]:
            holders[key].append(document)
    return Counter(pair for held in holders.values() for pair in combinations(held, 2))


def _printed_twice(tellings: Sequence[Telling]) -> Iterable[Pair]:
    sentences: dict[str, list[str]] = defaultdict(list)
    for telling in tellings:
        sentences[telling.ref.document].append(telling.sentence)
    printings = Printings({d: "\n".join(told) for d, told in sentences.items()})
    for telling in tellings:
        mine = telling.ref.document
        for other in printings.of(telling.sentence) - {mine}:
            yield (min(mine, other), max(mine, other))
