"""What all claims about one event add up to: origins counted, never articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from recoupe.model.document import Document
from recoupe.model.factuality import ASSERTED, Certainty, Factuality
from recoupe.model.finding import ClaimRef, Finding, Origin, Status
from recoupe.model.reading import Reading
from recoupe.weighing.account import Account
from recoupe.weighing.disagreements import between_origins, disagreements
from recoupe.weighing.independence import rests
from recoupe.weighing.joined import joined
from recoupe.weighing.links import links
from recoupe.weighing.match import accounts
from recoupe.weighing.memory import Memory, digest
from recoupe.weighing.telling import Telling, told_in
from recoupe.weighing.ties import Ties
from recoupe.weighing.trace import Provenance, provenance
from recoupe.weighing.written import Signs, weighed

Traces = Mapping[ClaimRef, Provenance]
Group = Sequence[Telling]


def findings(
    readings: Sequence[Reading], documents: Mapping[str, Document], memory: Memory | None = None
) -> tuple[Finding, ...]:
    """Put every claim into one finding; the order of readings and documents changes nothing.

    memory: of an earlier time; then only what has changed since is weighed, with the same result.
    """
    memory = memory or Memory()
    read = {r.document: _sign(r, documents[r.document], memory) for r in readings}
    traces = provenance(readings, documents, memory, read)
    told = {
        r.document: memory.of(
            ("tellings", r.document),
            (r, documents[r.document]),
            partial(told_in, r, documents[r.document]),
        )
        for r in readings
    }
    origins_of = {ref: trace.key for ref, trace in traces.items()}
    ties = Ties.of(told, origins_of, memory, _signs(read, told, origins_of))
    events = accounts(told, ties, memory)
    found = [_weighed(event, traces, documents, ties, memory) for event in events]
    linked = links(events, ties, memory)
    memory.forget()
    return tuple(
        replace(finding, linked=tuple(sorted(found[other].id for other in linked[at])))
        for at, finding in enumerate(found)
    )


def _sign(reading: Reading, document: Document, memory: Memory) -> str:
    """Name a document as it was read, the same in every process."""
    basis = (reading, document)
    return memory.of(("sign", document.id), basis, lambda: digest(repr(basis)))


def _signs(
    read: Mapping[str, str], told: Mapping[str, Group], origins_of: Mapping[ClaimRef, str]
) -> Signs:
    return Signs(
        {
            document: digest(f"{sign} {[origins_of[telling.ref] for telling in told[document]]}")
            for document, sign in read.items()
        }
    )


def _weighed(
    event: Account, traces: Traces, documents: Mapping[str, Document], ties: Ties, memory: Memory
) -> Finding:
    traced = [traces[telling.ref] for telling in event.tellings]
    make = partial(_finding, event.tellings, traces, documents)
    form = weighed(event.tellings, ties.signs, traced) if ties.signs else None
    return memory.of(("finding", event.first), (event, traced), make, form)


def _finding(group: Group, traces: Traces, documents: Mapping[str, Document]) -> Finding:
    named = origins(group, traces)
    of = {ref: origin for origin in named for ref in origin.claims}
    texts = {t.ref.document: documents[t.ref.document].text for t in group}
    differ = disagreements(group, of, texts)
    return Finding(
        event=group[0].claim.event,
        claims=tuple(telling.ref for telling in group),
        origins=named,
        status=status([t.claim.factuality for t in group], named, between_origins(differ, of)),
        disagreements=differ,
    )


def status(claims: Sequence[Factuality], named: Sequence[Origin], values_differ: bool) -> Status:
    """Say how the claims of one event stand to each other: the first that holds.

    What is reported without commitment (`U`) takes no side. Only origins that can be traced and
    rest on no other are counted.
    """
    sides = {claim.affirmed for claim in claims if claim.certainty is not Certainty.U}
    sure = [o for o in named if o.independent and o.reading == ASSERTED]
    if sides == {False}:
        return Status.DENIED
    if False in sides or values_differ:
        return Status.CONTESTED
    if not sure:
        return Status.UNCONFIRMED
    return Status.CORROBORATED if len(sure) > 1 else Status.SINGLE_ORIGIN


def origins(group: Group, traces: Traces) -> tuple[Origin, ...]:
    """Give the origins of a group, each with its least certain reading within a document."""
    return tuple(
        Origin(
            name=_name(key, told, traces),
            independent=rests(key, told, group, traces) is None,
            reading=_reading(told),
            claims=tuple(t.ref for t in told),
        )
        for key, told in by_origin(group, traces).items()
    )


def _name(key: str, told: Group, traces: Traces) -> str:
    """Give the first name that is the origin's own, not that of one who cites it."""
    names = [traces[t.ref].name for t in told if traces[t.ref].key == key]
    return names[0] if names else traces[told[0].ref].name


def by_origin(group: Group, traces: Traces) -> Mapping[str, Group]:
    """Give what each origin says, by its key."""
    by_key: dict[str, list[Telling]] = defaultdict(list)
    same = joined(group, traces)
    for telling in group:
        key = traces[telling.ref].key
        by_key[same.get(key, key)].append(telling)
    return by_key


def _reading(told: Sequence[Telling]) -> Factuality:
    """Give the least certain reading within each document, the surest of these over them all.

    Of two that are equally certain, the denial.
    """
    by_document: dict[str, list[Factuality]] = defaultdict(list)
    for telling in told:
        by_document[telling.ref.document].append(telling.claim.factuality)
    least = [min(said, key=lambda f: (f.certainty, f.affirmed)) for said in by_document.values()]
    return max(least, key=lambda f: (f.certainty, not f.affirmed))
