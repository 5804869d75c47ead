"""What findings may rest on once documents and sources were retracted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from recoupe.identity.actors import plain
from recoupe.model.claim import Claim
from recoupe.model.decision import Decision, Retracted, SourceRetracted, standing
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.weighing.corroborate import Group, Traces, by_origin
from recoupe.weighing.house import outlet_key
from recoupe.weighing.independence import rests
from recoupe.weighing.match import events
from recoupe.weighing.telling import tellings
from recoupe.weighing.trace import UNKNOWN, Provenance, provenance

Documents = Mapping[str, Document]
Refs = frozenset[ClaimRef]


def relied_on(
    readings: Sequence[Reading], documents: Documents, decisions: Iterable[Decision]
) -> tuple[Reading, ...]:
    """Give the readings with all that rests on something retracted among what was rejected.

    That is what a retracted document says and others print from it; what came through a retracted
    source, as its origin, as one who passed it on, or as the publisher; and what in a finding
    rested on such a claim.
    """
    what = [decision.what for decision in standing(decisions)]
    retracted = {each.document for each in what if isinstance(each, Retracted)}
    sources = {each.source for each in what if isinstance(each, SourceRetracted)}
    if not retracted and not sources:
        return tuple(readings)
    traces = provenance(readings, documents)
    gone = _printed(retracted, traces, documents) | _through(sources, readings, documents, traces)
    gone |= _resting(gone, readings, documents, traces)
    return tuple(_without(reading, gone) for reading in readings)


def _without(reading: Reading, gone: Refs) -> Reading:
    own = {at for at, _ in reading.standing() if ClaimRef(reading.document, at) in gone}
    return replace(reading, rejected=reading.rejected | own)


def _printed(retracted: set[str], traces: Traces, documents: Documents) -> Refs:
    """Give what these documents say, and what others print of their publishers' own words.

    A paper that takes back its printing of an agency's text takes back nothing of the agency's.
    """
    own = {d: outlet_key(documents[d].publisher or UNKNOWN) for d in retracted if d in documents}
    return frozenset(
        ref
        for ref, trace in traces.items()
        if ref.document in retracted or own.get(trace.printed or "") == trace.key
    )


def _through(
    sources: set[str], readings: Sequence[Reading], documents: Documents, traces: Traces
) -> Refs:
    """Give what came through one of these sources, by whatever name it is the same."""
    names = {plain(source) for source in sources}
    keys = {trace.key for trace in traces.values() if plain(trace.name) in names}
    keys |= {outlet_key(source) for source in sources}
    claims = ((r.document, at, claim) for r in readings for at, claim in r.standing())
    told = {ClaimRef(document, at): claim for document, at, claim in claims}
    return frozenset(
        ref
        for ref, claim in told.items()
        if keys & _ways(traces[ref])
        or names & _names(claim, traces[ref], documents[ref.document].text)
    )


def _ways(trace: Provenance) -> set[str | None]:
    return {trace.key, *trace.chain, trace.house}


def _names(claim: Claim, trace: Provenance, text: str) -> set[str]:
    said = (source.resolved or source.span.of(text) for source in claim.sources)
    return {plain(name) for name in (trace.name, *said)}


def _resting(gone: Refs, readings: Sequence[Reading], documents: Documents, traces: Traces) -> Refs:
    """Give what rested on these claims: it would count otherwise once they are left out."""
    keys = {ref: trace.key for ref, trace in traces.items()}
    found = gone
    for account in events(tellings(readings, documents), keys):
        refs = {telling.ref for telling in account.tellings}
        while refs & found and (more := _next(account.tellings, found, traces)):
            found |= more
    return found


def _next(group: Group, gone: Refs, traces: Traces) -> Refs:
    left = [telling for telling in group if telling.ref not in gone]
    before, after = _standings(group, traces), _standings(left, traces)
    cited = {
        key
        for key, told in by_origin(group, traces).items()
        if _only_cited(key, told, gone, traces)
    }
    return frozenset(
        ref
        for ref, (key, counts) in after.items()
        if before[ref][0] != key or (counts and not before[ref][1]) or key in cited
    )


def _standings(group: Group, traces: Traces) -> Mapping[ClaimRef, tuple[str, bool]]:
    """Give, for each claim, its origin and whether that counts."""
    return {
        telling.ref: (key, rests(key, told, group, traces) is None)
        for key, told in by_origin(group, traces).items()
        for telling in told
    }


def _only_cited(key: str, told: Group, gone: Refs, traces: Traces) -> bool:
    """Say whether an outlet spoke for itself in what is gone, and now is but cited by others."""
    own = [t.ref for t in told if not t.claim.sources and traces[t.ref].house == key]
    return bool(own) and gone.issuperset(own)
