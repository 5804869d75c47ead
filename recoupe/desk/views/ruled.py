"""What people decided about who is who, as an entity's page tells it; and what they may decide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from recoupe.desk.interface import Interface
from recoupe.desk.views.called import Called, called
from recoupe.desk.who import Known
from recoupe.identity.bearer import Bearer, Proposal, place_id
from recoupe.identity.bearer_compared import compared
from recoupe.model.decision import Decision, Named, NotSame, Same
from recoupe.model.document import Document
from recoupe.publish.words import moment, one_line


@dataclass(frozen=True, slots=True)
class Ruled:
    """Decisions that were one act. same: whether they make one of two.

    numbers: in the log; one, others: the names that they join or keep apart, each with whose it is
    now.
    """

    numbers: tuple[int, ...]
    same: bool
    one: Called
    others: tuple[Called, ...]
    author: str
    time: str
    reason: str


@dataclass(frozen=True, slots=True)
class Out:
    """What may be taken out. which: as the form says it; document: where, empty of everywhere."""

    which: str
    name: str
    document: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who may be the same. names: all of them; speaks_for, against: that it is."""

    id: str
    name: str
    others: tuple[str, ...]
    type: str
    documents: int
    speaks_for: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two who may be one. rule: what their names have in common; against: why they stand apart."""

    one: Called
    other: Called
    rule: str
    why: tuple[str, ...]
    against: str


def ruled(bearer: Bearer, known: Known, log: Sequence[Decision]) -> tuple[Ruled, ...]:
    """Give the decisions on an entity's names, the newest first. log: those that hold."""
    if not log:  # which spares going through every name of the case
        return ()
    whose = {_bare(place): found for place, found in known.whose.items()}
    own = {_bare(place) for place in bearer.places}
    acts = groupby(reversed(log), key=lambda decision: (decision.made, decision.author))
    told = (_ruled(list(act)[::-1], whose) for _, act in acts)
    concerned = {d.number for d in log if any(_bare(place) in own for place in _two(d))}
    return tuple(one for one in told if not concerned.isdisjoint(one.numbers))


def outs(bearer: Bearer, documents: Mapping[str, Document], shown: Interface) -> Iterator[Out]:
    """Give what may be taken out of an entity: a name, or a name in one document."""
    if len(bearer.names) > 1:
        for name in bearer.names:
            yield Out(f"name-{place_id(_first(bearer, name))}", name, "")
    if len(bearer.places) > len(bearer.names):
        for place in bearer.places:
            if place.document in documents:
                title = documents[place.document].title or shown.words.say("no_title")
                yield Out(f"place-{place_id(place)}", place.name, one_line(title))


def candidates(bearer: Bearer, some: Sequence[Bearer], most: int) -> tuple[Candidate, ...]:
    """Give those who may be the same, each with what speaks for it and against."""
    found = []
    for other in (one for one in some[:most] if one.id != bearer.id):
        laid = compared(bearer, other)
        name, *others = other.names
        documents = len(other.documents)
        told = Candidate(
            other.id, name, tuple(others), other.type, documents, laid.speaks_for, laid.against
        )
        found.append((-laid.score, told))
    return tuple(told for _, told in sorted(found, key=lambda one: (one[0], one[1].name)))


def proposed(one: Proposal, who: Mapping[str, Bearer]) -> Proposed:
    """Tell two who may be one."""
    return Proposed(called(who[one.one]), called(who[one.other]), one.rule, one.why, one.against)


def _ruled(act: Sequence[Decision], whose: Mapping[tuple[str, str], Bearer]) -> Ruled:
    first = act[0]
    pairs = [_two(decision) for decision in act]
    return Ruled(
        numbers=tuple(decision.number for decision in act),
        same=isinstance(first.what, Same),
        one=_called(pairs[0][0], whose),
        others=tuple(_called(other, whose) for _, other in pairs),
        author=first.author,
        time=moment(first.made),
        reason=first.reason,
    )


def _two(decision: Decision) -> tuple[Named, Named]:
    match decision.what:
        case Same(one, other) | NotSame(one, other):
            return one, other
        case _:
            raise ValueError(f"decision {decision.number} is not about two names")


def _called(place: Named, whose: Mapping[tuple[str, str], Bearer]) -> Called:
    """Give a name with the address of whoever bears it, none where its document lost it."""
    bearer = whose.get(_bare(place))
    return Called(bearer.id if bearer else "", place.name, place.type)


def _first(bearer: Bearer, name: str) -> Named:
    return next(place for place in bearer.places if place.name == name)


def _bare(place: Named) -> tuple[str, str]:
    return place.document, place.name
