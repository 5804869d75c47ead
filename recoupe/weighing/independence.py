"""Whether an origin speaks from its own knowledge, or rests on another of the same finding."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from recoupe.identity.actors import plain, words_for
from recoupe.model.factuality import Certainty
from recoupe.model.finding import ClaimRef
from recoupe.weighing.telling import Telling
from recoupe.weighing.trace import Provenance

Traces = Mapping[ClaimRef, Provenance]
Group = Sequence[Telling]


class Rest(StrEnum):
    """Why an origin is not counted as independent."""

    UNKNOWN = "cannot be traced"
    SOURCE = "rests on the source that it names"
    HEADLINE = "is a headline over what others told"
    GOES_ON = "only goes on with what a source told"


def rests(key: str, told: Group, group: Group, traces: Traces) -> Rest | None:
    """Say why an origin does not count; None where it is traced and rests on no other.

    key: of the origin; told: what it says of the event; group: all that is said of it.
    """
    if not any(traces[t.ref].traced for t in told):
        return Rest.UNKNOWN
    if _rests_on_its_source(key, told, group, traces):
        return Rest.SOURCE
    if _is_mere_headline(told, group, traces):
        return Rest.HEADLINE
    return Rest.GOES_ON if _only_carries_on(told, group, traces) else None


def _rests_on_its_source(key: str, told: Group, group: Group, traces: Traces) -> bool:
    """Say whether an origin names, for the same side, the source that it has the event from."""
    sides = {t.claim.factuality.affirmed for t in told}
    return any(
        key in traces[t.ref].chain
        and key != traces[t.ref].key
        and t.claim.factuality.affirmed in sides
        and t.claim.factuality.certainty is not Certainty.U
        for t in group
    )


def _is_mere_headline(told: Group, group: Group, traces: Traces) -> bool:
    """Say whether an origin is but a headline over what the same document says others told."""
    if not all(traces[t.ref].headline for t in told):
        return False
    mine = {t.ref for t in told}
    below = {t.ref.document for t in group if t.ref not in mine}
    return all(t.ref.document in below for t in told)


def _only_carries_on(told: Group, group: Group, traces: Traces) -> bool:
    """Say whether a document, in its own voice, only goes on with what a source told it."""
    if any(t.claim.sources for t in told):
        return False
    named = [t for t in group if t.claim.sources and traces[t.ref].traced]
    return all(
        traces[t.ref].headline or any(_carries_on(t, other) for other in named) for t in told
    ) and not all(traces[t.ref].headline for t in told)


def _carries_on(own: Telling, other: Telling) -> bool:
    """Say whether a sentence without a source rests on the one that has one.

    It comes after it; or it stands just before it, and tells no thing, figure, day or place.
    """
    if own.ref.document != other.ref.document or own.denies != other.denies:
        return False
    if set(plain(own.sentence).split()) & words_for("own", own.language):
        return False
    return other.ref.index < own.ref.index or (_is_bare(own) and _is_next(own, other))


def _is_bare(telling: Telling) -> bool:
    told = (telling.counts, telling.sums, telling.when, telling.where, telling.topics.names)
    return not any(told) and not any(item.names or item.kinds for item in telling.items)


def _is_next(one: Telling, other: Telling) -> bool:
    gap = other.claim.evidence[0].start - one.claim.evidence[0].end
    return 0 <= gap <= len(".\n\n")
