"""Which accounts may tell one event: only these are weighed against each other.

A matter stays small however large the case is, and what is told of one changes nothing in another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import combinations, product

from recoupe.weighing.account import Account
from recoupe.weighing.bars import barred
from recoupe.weighing.likeness import likeness, side_likeness
from recoupe.weighing.memory import Memory
from recoupe.weighing.ties import Ties
from recoupe.weighing.written import Edges, beside

MAYBE = -1.0
"""Points at which two accounts that nothing bars may tell one event: what is told elsewhere, of it
or in the same sentences, may bring the rest."""

Matter = tuple[Account, ...]


def matters(told: Mapping[str, Matter], ties: Ties, memory: Memory) -> Iterable[Matter]:
    """Give the accounts that may tell one event, and those that may tell one with any of them.

    told: the accounts of each document.
    """
    lead: dict[Account, Account] = {one: one for accounts in told.values() for one in accounts}

    def first(one: Account) -> Account:
        while lead[one] is not one:
            lead[one] = one = lead[lead[one]]
        return one

    for one, other in (edge for edges in _edges(told, ties, memory) for edge in edges):
        near, far = sorted((first(one), first(other)), key=lambda account: account.first)
        lead[far] = near
    groups: dict[Account, list[Account]] = defaultdict(list)
    for one in sorted(lead, key=lambda account: account.first):
        groups[first(one)].append(one)
    return [tuple(group) for group in groups.values()]


def _edges(told: Mapping[str, Matter], ties: Ties, memory: Memory) -> Iterable[Edges]:
    for document, mine in told.items():
        form = beside(mine, mine, ties.signs) if ties.signs else None
        yield memory.of(("edges", document), mine, partial(_within, mine, ties), form)
    for pair in ties.stories:
        mine, theirs = told[pair[0]], told[pair[1]]
        form = beside(mine, theirs, ties.signs) if ties.signs else None
        make = partial(_between, mine, theirs, ties)
        yield memory.of(("edges", pair), (mine, theirs), make, form)


def _within(accounts: Sequence[Account], ties: Ties) -> Edges:
    """Give the edges in one document; what it affirms is merged already."""
    pairs = combinations(accounts, 2)
    return [p for p in pairs if not p[0].affirms & p[1].affirms and _may_be_one(*p, ties)]


def _between(mine: Sequence[Account], theirs: Sequence[Account], ties: Ties) -> Edges:
    return [pair for pair in product(mine, theirs) if _may_be_one(*pair, ties)]


def _may_be_one(one: Account, other: Account, ties: Ties) -> bool:
    if barred(one, other, ties.origins):
        return False
    if one.affirms is other.affirms:
        return likeness(one, other, ties) >= MAYBE
    side, event = (other, one) if one.affirms else (one, other)
    return side_likeness(side, event, ties) >= MAYBE
