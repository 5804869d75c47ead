"""Tellings of one event laid together: everything that any of them says of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from recoupe.identity.resolve import Identity
from recoupe.model.claim import EventType
from recoupe.model.finding import ClaimRef
from recoupe.weighing.amounts import Amount
from recoupe.weighing.dates import Days
from recoupe.weighing.items import Item
from recoupe.weighing.telling import Telling

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """What tellings say together. who: participant role → all that any telling names."""

    tellings: tuple[Telling, ...]
    who: Mapping[str, tuple[Identity, ...]]
    items: tuple[Item, ...]
    topics: tuple[Item, ...]
    when: tuple[Days, ...]
    counts: tuple[Amount, ...]
    sums: tuple[Amount, ...]
    documents: frozenset[str]

    @property
    def event(self) -> EventType:
        """Give the kind of event."""
        return self.tellings[0].claim.event

    @property
    def first(self) -> ClaimRef:
        """Give the place of its first claim."""
        return self.tellings[0].ref

    @property
    def affirms(self) -> bool:
        """Say whether any telling takes the side that it happened, or may have."""
        return any(telling.affirms for telling in self.tellings)


def account(tellings: Iterable[Telling]) -> Account:
    """Lay tellings of one kind of event together, in the order of documents and claims."""
    told = tuple(sorted(tellings, key=lambda telling: telling.ref))
    roles = sorted({role for t in told for role in t.who})
    return Account(
        tellings=told,
        who={r: _each_once(i for t in told for i in t.who.get(r, ())) for r in roles},
        items=tuple(item for t in told for item in t.items),
        topics=tuple(t.topics for t in told if t.topics.names or t.topics.kinds),
        when=_each_once(days for t in told for days in t.when),
        counts=tuple(amount for t in told for amount in t.counts),
        sums=tuple(amount for t in told for amount in t.sums),
        documents=frozenset(t.ref.document for t in told),
    )


def _each_once(found: Iterable[Thing]) -> tuple[Thing, ...]:
    return tuple(dict.fromkeys(found))
