"""Which documents tell one story: only their claims are laid beside each other."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from recoupe.identity.resolve import Kind
from recoupe.weighing.memory import Memory
from recoupe.weighing.printings import Printings
from recoupe.weighing.telling import Telling

NAMES = 2
"""Names of people, companies, goods or drills in common, beside a state, that make one story."""

STATES = 2
"""States in common that make one story, with a name in common."""

SHARE = 0.25
"""Share of the names of the shorter document that `NAMES` must come to."""

Pair = tuple[str, str]
Told = Mapping[str, Sequence[Telling]]
Holders = Mapping[str, frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Named:
    """Whom and what a document names."""

    names: frozenset[Hashable]
    states: frozenset[str]


def stories(told: Told, memory: Memory) -> frozenset[Pair]:
    """Give the pairs of documents, in order, that share names and states, or print one sentence.

    told: what each document tells.
    """
    named = {
        document: memory.of(("named", document), tellings, partial(_named, tellings))
        for document, tellings in told.items()
    }
    shared = _shared({document: each.names for document, each in named.items()})
    return frozenset(_printed_twice(told, memory)) | frozenset(
        pair for pair, count in shared.items() if _are_one(count, named[pair[0]], named[pair[1]])
    )


def _are_one(shared: int, one: Named, other: Named) -> bool:
    """Say whether two documents that share so many names tell one story."""
    states = len(one.states & other.states)
    enough = shared >= NAMES and shared >= SHARE * min(len(one.names), len(other.names))
    return states >= STATES or (enough and states > 0)


def _named(tellings: Sequence[Telling]) -> Named:
    bearers = [who for t in tellings for fillers in t.who.values() for who in fillers]
    things = (thing for t in tellings for thing in (*t.items, t.topics))
    names = (who.key for who in bearers if who.kind is Kind.NAME)
    return Named(
        frozenset(
            (
                *names,
                *(name for thing in things for name in thing.names),
                *(name for t in tellings[:1] for name in t.named),
            )
        ),
        frozenset(who.country for who in bearers if who.country),
    )


def _shared(names: Holders) -> Counter[Pair]:
    """Count the names that two documents share."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for document in sorted(names):
        for name in names[document]:
            holders[name].append(document)
    return Counter(pair for held in holders.values() for pair in combinations(held, 2))


def _printed_twice(told: Told, memory: Memory) -> Iterator[Pair]:
    sentences = {d: [telling.sentence for telling in tellings] for d, tellings in told.items()}
    printings = memory.of("sentences printed", None, Printings)
    printed = printings.of({d: "\n".join(each) for d, each in sentences.items()}, sentences)
    for document, others in printed.items():
        for other in frozenset().union(*others):
            yield (min(document, other), max(document, other))
