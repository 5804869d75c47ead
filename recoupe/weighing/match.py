"""Which claims tell one event. Merging two events is the worse error: in doubt, apart."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import partial

from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account, account
from recoupe.weighing.echoes import Echoes
from recoupe.weighing.matters import Matter, matters
from recoupe.weighing.memory import Memory
from recoupe.weighing.merging import merged
from recoupe.weighing.sides import with_sides
from recoupe.weighing.stories import Told
from recoupe.weighing.telling import Telling
from recoupe.weighing.ties import Ties
from recoupe.weighing.written import grouped

Origins = Mapping[ClaimRef, str]


def events(tellings: Iterable[Telling], origins: Origins) -> tuple[Account, ...]:
    """Group tellings by event, each in exactly one account; their order changes nothing."""
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_document[telling.ref.document].append(telling)
    memory = Memory()
    return accounts(by_document, Ties.of(by_document, origins, memory), memory)


def accounts(told: Told, ties: Ties, memory: Memory) -> tuple[Account, ...]:
    """Group what documents tell by event. told: what each tells, in its order.

    What is affirmed is grouped first, then once more knowing which sentences tell one event: what
    else they tell may be one too. Denials and mentions that commit to nothing then join, so that
    none of them draws two events together.
    """
    every = [
        (matter, _affirmed(matter, ties, memory))
        for matter in matters(_within_each(told, ties, memory), ties, memory)
    ]
    echoes = Echoes([one for _, affirmed in every for one in affirmed])
    found = [
        one
        for matter, affirmed in every
        for one in _settled(matter, affirmed, echoes, ties, memory)
    ]
    return tuple(sorted(found, key=lambda one: one.first))


def _within_each(told: Told, ties: Ties, memory: Memory) -> Mapping[str, Matter]:
    """Give what each document affirms of one event together, and all else by itself."""
    return {
        document: memory.of(
            ("told", document),
            (tellings, [ties.origins[telling.ref] for telling in tellings]),
            partial(_told, tellings, ties.origins),
            grouped("told", tellings, ties.signs) if ties.signs else None,
        )
        for document, tellings in told.items()
    }


def _told(said: Sequence[Telling], origins: Origins) -> Matter:
    affirmed = _within([t for t in said if t.affirms], Ties(origins))
    return (*affirmed, *(account([telling]) for telling in said if not telling.affirms))


def _within(tellings: Iterable[Telling], ties: Ties) -> Sequence[Account]:
    """Group what tells one event in one document."""
    single: dict[Hashable, list[Account]] = defaultdict(list)
    for telling in tellings:
        single[telling.ref.document, telling.claim.event].append(account([telling]))
    return [one for accounts in single.values() for one in merged(accounts, ties)]


def _affirmed(matter: Matter, ties: Ties, memory: Memory) -> Sequence[Account]:
    """Give the events that a matter affirms."""
    affirming = [one for one in matter if one.affirms]
    form = (
        grouped("affirmed", _tellings(affirming), ties.signs, _parted(affirming))
        if ties.signs
        else None
    )
    return memory.of(
        ("affirmed", matter[0].first), matter, lambda: tuple(merged(affirming, ties)), form
    )


def _tellings(accounts: Iterable[Account]) -> Sequence[Telling]:
    return [telling for one in accounts for telling in one.tellings]


def _parted(accounts: Iterable[Account]) -> str:
    """Say how tellings that stand in one row are parted into accounts."""
    return str([len(one.tellings) for one in accounts])


def _settled(
    matter: Matter, affirmed: Sequence[Account], echoes: Echoes, ties: Ties, memory: Memory
) -> Sequence[Account]:
    """Give the events of a matter."""
    heard = echoes.among(affirmed) if len(affirmed) > 1 else frozenset()
    basis = (matter, affirmed, heard)

    def settled() -> tuple[Account, ...]:
        again = merged(affirmed, ties.hearing(heard)) if heard else affirmed
        sides = [one.tellings[0] for one in matter if not one.affirms]
        joined, loose = with_sides(again, sides, ties)
        return (*joined, *merged(_within(loose, ties), ties))

    more = f"{_parted(matter)} {sorted(sorted(echo) for echo in heard)}"
    form = grouped("settled", _tellings(matter), ties.signs, more) if ties.signs else None
    return memory.of(("settled", matter[0].first), basis, settled, form)
