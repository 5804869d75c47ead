"""Bearers whose names tie but that were not joined: for a person to say whether they are one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from recoupe.identity.bearer import Bearer, Proposal
from recoupe.identity.bearer_called import Called, Name
from recoupe.identity.bearer_groups import Pair
from recoupe.identity.bearer_ties import Tie
from recoupe.identity.bearer_unclear import Ties, Unclear
from recoupe.model.decision import Named

FEW = 5
"""Bearers of one name for which proposals are made; of a name with more, it tells nothing."""


def proposals(
    every: Sequence[Bearer],
    names: Mapping[Called, Name],
    of: Ties,
    open_: Unclear,
    apart: Sequence[Pair] = (),
) -> tuple[Proposal, ...]:
    """Give the pairs that may be one, each once, with what speaks for it and against.

    apart: whom people keep apart; nobody is asked about them again.
    """
    whose = {place: bearer for bearer in every for place in bearer.places}
    settled = {tuple(sorted(_ids(pair, whose))) for pair in apart if set(pair) <= whose.keys()}
    found: dict[tuple[str, str], Proposal] = {}
    for proposal in _proposed(names, of, open_, whose):
        found.setdefault((proposal.one, proposal.other), proposal)
    return tuple(found[pair] for pair in sorted(found) if pair not in settled)


def _proposed(
    names: Mapping[Called, Name], of: Ties, open_: Unclear, whose: Mapping[Named, Bearer]
) -> Iterator[Proposal]:
    bearing = {called: _ids(name.places, whose) for called, name in names.items()}
    for called, own in bearing.items():
        if called in open_.within:
            yield from _pairs(own, own, "the same name", (), _within(called, open_, names))
        for tie in of.get(called, ()):
            if tie.one == called and (tie.one, tie.other) not in open_.apart:
                against = _against(tie, open_, names)
                yield from _pairs(own, bearing[tie.other], tie.rule, tie.why, against)


def _ids(places: Iterable[Named], whose: Mapping[Named, Bearer]) -> tuple[str, ...]:
    return tuple(sorted({whose[place].id for place in places}))


def _pairs(
    ones: Sequence[str], others: Sequence[str], rule: str, why: tuple[str, ...], against: str
) -> Iterator[Proposal]:
    if len(ones) > FEW or len(others) > FEW:
        return
    for one, other in sorted({tuple(sorted(pair)) for pair in product(ones, others)}):
        if one != other:
            yield Proposal(one, other, rule, why, against)


def _within(called: Called, open_: Unclear, names: Mapping[Called, Name]) -> str:
    if (called, called) in open_.apart:
        return "people keep two bearers of this name apart"
    return _or(called, open_, names)


def _against(tie: Tie, open_: Unclear, names: Mapping[Called, Name]) -> str:
    for end in (tie.one, tie.other):
        if end in open_.across:
            return _or(end, open_, names)
    return "no other name ties their documents"


def _or(called: Called, open_: Unclear, names: Mapping[Called, Name]) -> str:
    one, other = open_.across[called]
    return f"{names[called].text} may be {names[one].text} or {names[other].text}"
