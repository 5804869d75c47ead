"""What was read in a document, as people decided that it is to be read."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.model.claim import PARTICIPANTS, Claim, Role
from recoupe.model.decision import Decision, OfClaim, Rejected, named_in, standing
from recoupe.model.reading import Reading
from recoupe.model.review import Review, Stand


def reviewed(raw: Reading, decisions: Iterable[Decision]) -> Reading:
    """Apply the decisions that hold; raw: as the reader gave it.

    Every claim that was read keeps its place: a rejected one is named in `rejected`, an edited or
    accepted one is as people decided whatever a newer reader makes of it. Those that the reader
    does not give (any more) follow at the end.
    """
    places = _places(raw, decisions)
    return replace(
        raw,
        claims=tuple(place.claim for place in places),
        rejected=frozenset(at for at, place in enumerate(places) if place.rejected),
    )


def reviewing(raw: Reading, decisions: Iterable[Decision]) -> Mapping[int, Review]:
    """Give how claims stand with their reviewers, by their place in the reviewed reading."""
    places = enumerate(_places(raw, decisions))
    return {at: Review(place.decisions) for at, place in places if place.decisions}


def is_there(claim: Claim, other: Claim) -> bool:
    """Say whether two claims are of one event by one source at one place, told apart or not.

    Two that one sentence tells of the same parties are told apart by what else they say.
    """
    return _parties(claim) == _parties(other) and not any(
        _apart(claim.fillers(name), other.fillers(name))
        for name in {role.name for role in claim.roles} - set(PARTICIPANTS[claim.event])
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A claim in a reading, and the decisions that made it what it is."""

    claim: Claim
    decisions: tuple[Decision, ...] = ()

    @property
    def rejected(self) -> bool:
        return bool(self.decisions) and Review(self.decisions).stand is Stand.REJECTED


def _places(raw: Reading, decisions: Iterable[Decision]) -> Sequence[_Place]:
    places = [_Place(claim) for claim in raw.claims]
    log = [(d, d.what) for d in standing(decisions) if isinstance(d.what, OfClaim)]
    own = [(d, what) for d, what in log if what.claim.document == raw.document]
    named = {claim for _, what in own for claim in named_in(what)}
    for decision, what in own:
        at = _place_of(what, places, named)
        if at is not None:
            before = places[at]
            places[at] = _Place(_decided(what, before.claim), (*before.decisions, decision))
        elif not isinstance(what, Rejected):
            places.append(_Place(named_in(what)[-1], (decision,)))
    return places


def _decided(what: OfClaim, read: Claim) -> Claim:
    """Give the claim as it is to be read; a rejected one stays as the reader has it."""
    return read if isinstance(what, Rejected) else named_in(what)[-1]


def _place_of(what: OfClaim, places: Sequence[_Place], named: Container[Claim]) -> int | None:
    """Give the place of the claim that a decision is about: itself, else what is read there now.

    What another decision names is left to that one.
    """
    for claim in named_in(what):
        same = [at for at, place in enumerate(places) if place.claim == claim]
        if same:
            return min(same, key=lambda at: places[at].rejected)
    for claim in named_in(what):
        fits = [
            (_shared(claim, place.claim), -at)
            for at, place in enumerate(places)
            if place.claim not in named
            and is_there(claim, place.claim)
            and _may_be(what, place.claim)
        ]
        if fits:
            return -max(fits)[1]
    return None


def _parties(claim: Claim) -> tuple[object, ...]:
    sources = tuple(source.span for source in claim.sources)
    parties = frozenset((role.name, role.span) for role in claim.participants())
    return claim.event, claim.evidence[0], sources, parties


def _apart(ones: Sequence[Role], others: Sequence[Role]) -> bool:
    """Say whether two claims fill a role with words that have nothing in common."""
    return bool(ones and others) and not any(
        one.span.overlaps(other.span) for one in ones for other in others
    )


def _may_be(what: OfClaim, other: Claim) -> bool:
    """Say whether a decision may be about another wording; no denial is rejected unseen."""
    side = other.factuality.affirmed
    return not isinstance(what, Rejected) or what.claim.factuality.affirmed is side


def _shared(claim: Claim, other: Claim) -> int:
    return len(set(claim.roles) & set(other.roles)) + (claim.factuality == other.factuality)
