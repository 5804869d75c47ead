"""How what was weighed is written down: accounts and findings by the places of their claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from recoupe.model.claim import EventType
from recoupe.model.factuality import Factuality
from recoupe.model.finding import Disagreement, Finding, Origin, Side, Status
from recoupe.weighing.account import Account, account
from recoupe.weighing.memory import Form
from recoupe.weighing.telling import Telling
from recoupe.weighing.voices import Overheard

Edges = Sequence[tuple[Account, Account]]
Tellings = Sequence[Telling]


@dataclass(frozen=True, slots=True)
class Signs:
    """Names for what documents tell and who says so, the same in every process.

    documents: for each document, a name for all that was read in it and whose each claim is.
    """

    documents: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: str, *told: Tellings) -> str:
        """Give the words for a thing of some kind that is made of tellings."""
        every = [[(t.ref.document, t.ref.index) for t in tellings] for tellings in told]
        among = sorted({document for each in every for document, _ in each})
        places = {document: at for at, document in enumerate(among)}
        signs = [self.documents[document] for document in among]
        return f"{kind} {signs} {[[(places[d], at) for d, at in each] for each in every]}"


def grouped(
    kind: str, tellings: Tellings, signs: Signs, more: str = ""
) -> Form[tuple[Account, ...]]:
    """Give the form of accounts that are made of all these tellings."""
    basis = partial(_basis, kind, (tellings,), signs, more)
    return Form(basis, partial(_groups, tellings), partial(_accounts, tellings))


def beside(mine: Sequence[Account], theirs: Sequence[Account], signs: Signs) -> Form[Edges]:
    """Give the form of edges from some accounts to others."""
    basis = partial(_basis, "edges", [one.tellings for one in (*mine, *theirs)], signs, "")
    return Form(basis, partial(_places, mine, theirs), partial(_edges, mine, theirs))


def said(kind: str, accounts: Iterable[Account], signs: Signs) -> Form[bool]:
    """Give the form of what is so or not of some accounts."""
    told = [one.tellings for one in accounts]
    return Form(partial(_basis, kind, told, signs, ""), int, _truth)


def weighed(tellings: Tellings, signs: Signs, traces: Iterable[object]) -> Form[Finding]:
    """Give the form of the finding on these tellings, by what is known of their origins."""
    basis = partial(_basis, "finding", (tellings,), signs, repr(list(traces)))
    return Form(basis, partial(_finding_to_plain, tellings), partial(_finding, tellings))


def heard(sign: str) -> Form[Overheard]:
    """Give the form of what a document tells of names. sign: for the document as it was read."""
    return Form(lambda: f"overheard {sign}", _overheard_to_plain, _overheard)


def _basis(kind: str, told: Iterable[Tellings], signs: Signs, more: str) -> str:
    return f"{signs.of(kind, *told)} {more}"


def _groups(tellings: Tellings, accounts: Sequence[Account]) -> list[list[int]]:
    places = {telling.ref: at for at, telling in enumerate(tellings)}
    return [[places[telling.ref] for telling in one.tellings] for one in accounts]


def _accounts(tellings: Tellings, groups: list[list[int]]) -> tuple[Account, ...]:
    if sorted(place for group in groups for place in group) != list(range(len(tellings))):
        raise ValueError("not each telling once")
    return tuple(account(tellings[place] for place in group) for group in groups)


def _places(mine: Sequence[Account], theirs: Sequence[Account], edges: Edges) -> list[list[int]]:
    here = {one.first: at for at, one in enumerate(mine)}
    there = {one.first: at for at, one in enumerate(theirs)}
    return [[here[one.first], there[other.first]] for one, other in edges]


def _edges(mine: Sequence[Account], theirs: Sequence[Account], places: list[list[int]]) -> Edges:
    return [(mine[one], theirs[other]) for one, other in places]


def _truth(written: object) -> bool:
    if written not in (0, 1):
        raise ValueError("neither yes nor no")
    return bool(written)


def _finding_to_plain(tellings: Tellings, finding: Finding) -> dict[str, Any]:
    places = {telling.ref: at for at, telling in enumerate(tellings)}
    return {
        "event": finding.event.value,
        "status": finding.status.value,
        "origins": [
            [o.name, o.independent, str(o.reading), [places[ref] for ref in o.claims]]
            for o in finding.origins
        ],
        "disagreements": [
            [told.on, [[places[side.claim], side.says, side.quote] for side in told.sides]]
            for told in finding.disagreements
        ],
    }


def _finding(tellings: Tellings, plain: Mapping[str, Any]) -> Finding:
    refs = [telling.ref for telling in tellings]
    return Finding(
        event=EventType(plain["event"]),
        claims=tuple(refs),
        origins=tuple(
            Origin(name, independent, Factuality.parse(reading), tuple(refs[at] for at in claims))
            for name, independent, reading, claims in plain["origins"]
        ),
        status=Status(plain["status"]),
        disagreements=tuple(
            Disagreement(on, tuple(Side(refs[at], says, quote) for at, says, quote in sides))
            for on, sides in plain["disagreements"]
        ),
    )


def _overheard_to_plain(told: Overheard) -> list[Any]:
    return [told.language, told.spelled, sorted(map(list, told.states))]


def _overheard(plain: list[Any]) -> Overheard:
    language, spelled, states = plain
    return Overheard(language, spelled, frozenset((key, state) for key, state in states))
