"""Denials that deny less than was claimed: one party's share, other goods, or only the day."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from recoupe.identity.resolve import same
from recoupe.model.claim import Role, Tense
from recoupe.model.factuality import Certainty
from recoupe.model.finding import ClaimRef, Disagreement, Origin, Side
from recoupe.weighing.goods import kinds
from recoupe.weighing.nearness import contradicts
from recoupe.weighing.telling import Telling

Origins = Mapping[ClaimRef, Origin]
Texts = Mapping[str, str]

TOGETHER = {"participant", "party"}
"""Roles in which each takes part with all others: who denies it for one denies the whole."""


def narrower(group: Sequence[Telling], of: Origins, texts: Texts) -> tuple[Disagreement, ...]:
    """Give, for each thing that a denial is limited to, what was claimed and what is denied of it.

    *Poland passed nothing on* denies one carrier of three; *no weapons* is no word on spare parts.
    """
    sides: dict[str, dict[ClaimRef, Side]] = {}
    for claimed, denial in product(group, group):
        if claimed.affirms and denial.denies and of[claimed.ref] is not of[denial.ref]:
            for on, told, limit in _limits(claimed, denial, texts):
                held = sides.setdefault(on, {})
                held.setdefault(claimed.ref, Side(claimed.ref, told, told))
                quote = denial.claim.evidence[0].of(texts[denial.ref.document])
                said = f"{denial.claim.factuality} {limit}".strip()
                held.setdefault(denial.ref, Side(denial.ref, said, quote))
    return tuple(
        Disagreement(on, tuple(held[ref] for ref in sorted(held))) for on, held in sides.items()
    )


def other_parties(group: Sequence[Telling], texts: Texts) -> Iterator[Disagreement]:
    """Give who took part by two versions of which the second is told against the first."""
    for one, other in product(group, group):
        if one.ref < other.ref and contradicts(one, other) and one.affirms and other.affirms:
            for role in sorted(one.who.keys() & other.who.keys()):
                if not any(same(a, b) for a, b in product(one.who[role], other.who[role])):
                    told = ((t.ref, _words(t, role, texts)) for t in (one, other))
                    sides = tuple(Side(ref, words, words) for ref, words in told)
                    yield Disagreement("participant", sides)


def _limits(claimed: Telling, denial: Telling, texts: Texts) -> Iterator[tuple[str, str, str]]:
    """Give what the denial is limited in, the words of the claim, and those of the denial."""
    for role in sorted(claimed.who.keys() & denial.who.keys() - TOGETHER):
        if _one_of_several(claimed, denial, role):
            yield "participant", _words(claimed, role, texts), _words(denial, role, texts)
    if _of_other_goods(claimed, denial):
        yield "item", _words(claimed, "item", texts), _words(denial, "item", texts)
    if _of_the_day(claimed, denial):
        yield "date", _words(claimed, "date", texts), _words(denial, "date", texts)


def _one_of_several(claimed: Telling, denial: Telling, role: str) -> bool:
    """Say whether the denial names some, not all, of several who are claimed to have taken part."""
    named, denied = claimed.who[role], denial.who[role]
    known = [any(same(a, b) for b in denied) for a in named]
    return any(known) and not all(known)


def _of_other_goods(claimed: Telling, denial: Telling) -> bool:
    """Say whether the denial is of kinds of goods of which nothing is claimed."""
    told, denied = (
        [item.kinds & kinds() for item in telling.items] for telling in (claimed, denial)
    )
    if not (told and denied and all(told) and all(denied)):
        return False
    return not frozenset().union(*told) & frozenset().union(*denied)


def _of_the_day(claimed: Telling, denial: Telling) -> bool:
    """Say whether it is but doubted that what is to come will come by the day."""
    return (
        denial.claim.factuality.certainty is not Certainty.CT
        and denial.claim.tense is claimed.claim.tense is Tense.FUTURE
        and bool(claimed.when)
        and (denial.in_time or any(a.meets(b) for a, b in product(claimed.when, denial.when)))
    )


def _words(telling: Telling, role: str, texts: Texts) -> str:
    fillers: tuple[Role, ...] = telling.claim.fillers(role)
    text = texts[telling.ref.document]
    return ", ".join(" ".join(filler.span.of(text).split()) for filler in fillers)
