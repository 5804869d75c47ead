"""Certainty drift: who told an event first, who made it surer than it was, who took it back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.model.drift import Step, Turn
from recoupe.model.factuality import UNCOMMITTED, Factuality
from recoupe.model.finding import ClaimRef, Finding, Origin
from recoupe.weighing.dates import Days, days


def drift(
    finding: Finding, told: Mapping[ClaimRef, Factuality], published: Mapping[str, str | None]
) -> tuple[Step, ...]:
    """Give what each origin says in each document, in the order of their dates.

    told: how certain each claim is; published: EDTF, by document. Documents of which it cannot be
    said which came first are never compared: what two papers print on one day is no drift.
    """
    tellings = sorted(_tellings(finding, told, published), key=_place)
    return tuple(_step(telling, tellings, published) for telling in tellings)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What an origin says in one document. when: the days on which that may have appeared."""

    origin: Origin
    claim: ClaimRef
    reading: Factuality
    when: Days | None

    def is_after(self, other: "_Telling") -> bool:
        return bool(self.when and other.when and other.when.last < self.when.first)


def _tellings(
    finding: Finding, told: Mapping[ClaimRef, Factuality], published: Mapping[str, str | None]
) -> Iterator[_Telling]:
    """Give, for each origin and document, the claim that is least certain."""
    for origin in finding.origins:
        by_document: dict[str, list[ClaimRef]] = defaultdict(list)
        for ref in origin.claims:
            by_document[ref.document].append(ref)
        for document, refs in by_document.items():
            ref = min(refs, key=lambda r: (told[r].certainty, told[r].affirmed, r))
            yield _Telling(origin, ref, told[ref], days(published.get(document) or ""))


def _place(telling: _Telling) -> tuple[date, date, str, ClaimRef]:
    when = telling.when or Days(date.max, date.max)
    return when.first, when.last, telling.origin.name, telling.claim


def _step(
    telling: _Telling, all_told: Sequence[_Telling], published: Mapping[str, str | None]
) -> Step:
    earlier = [other for other in all_told if telling.is_after(other)]
    turn, before = _turn(telling, earlier)
    return Step(
        claim=telling.claim,
        published=published.get(telling.claim.document),
        origin=telling.origin.name,
        reading=telling.reading,
        turn=turn,
        before=before.reading if before else None,
        since=before.claim if before else None,
    )


def _turn(telling: _Telling, earlier: Sequence[_Telling]) -> tuple[Turn, _Telling | None]:
    """Say what the telling does, and what it is compared with where it changes that."""
    own = [other for other in earlier if other.origin is telling.origin]
    rests = not telling.origin.independent
    if telling.when is None:
        return Turn.UNDATED, None
    if not earlier:
        return Turn.FIRST, None
    if changed := _changed(telling, own or (_named(earlier) if rests else [])):
        return changed
    if own:
        return Turn.AGAIN, None
    if telling.reading == UNCOMMITTED:
        return Turn.LEFT_OPEN, None
    return (Turn.JOINED if telling.reading.affirmed else Turn.DENIED), None


def _named(earlier: Iterable[_Telling]) -> list[_Telling]:
    """Give what those told on whom one who has no knowledge of his own can rest."""
    return [other for other in earlier if other.origin.independent and other.reading.affirmed]


def _changed(telling: _Telling, before: Sequence[_Telling]) -> tuple[Turn, _Telling | None] | None:
    """Say how it differs from all that was told before, None where it does not."""
    committed = [other for other in before if other.reading != UNCOMMITTED]
    if not committed:
        return None
    same = [other for other in committed if other.reading.affirmed is telling.reading.affirmed]
    if telling.reading == UNCOMMITTED:
        return Turn.SOFTENED, min(committed, key=_certainty)
    if not same:
        own = all(other.origin is telling.origin for other in committed)
        return (Turn.TOOK_BACK, max(committed, key=_certainty)) if own else None
    surest, least = max(same, key=_certainty), min(same, key=_certainty)
    if _certainty(telling) > _certainty(surest):
        return Turn.HARDENED, surest
    return (Turn.SOFTENED, least) if _certainty(telling) < _certainty(least) else None


def _certainty(telling: _Telling) -> int:
    return telling.reading.certainty
