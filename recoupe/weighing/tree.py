"""The trace of a finding: from each origin, through all who passed it on, to the documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from recoupe.languages.outlets import Kind, outlet
from recoupe.model.claim import Source
from recoupe.model.document import Document
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.reading import Reading
from recoupe.model.trace import Branch, Node
from recoupe.weighing.corroborate import Group, Traces, by_origin, origins
from recoupe.weighing.independence import rests
from recoupe.weighing.telling import Telling, tellings
from recoupe.weighing.trace import Provenance, provenance

Step = tuple[Node, str, str | None]
"""A place on the way from an origin to a document: what it is, its name, its document's id."""

Ways = Sequence[tuple[tuple[Step, ...], Telling]]


def tree(
    finding: Finding, readings: Sequence[Reading], documents: Mapping[str, Document]
) -> tuple[Branch, ...]:
    """Give the origins of a finding, each with the ways by which its claims came to the documents.

    readings, documents: of the whole case; another document may have printed a claim first.
    """
    traces = provenance(readings, documents)
    touched = {ref.document for ref in finding.claims}
    told = {t.ref: t for t in tellings([r for r in readings if r.document in touched], documents)}
    group = tuple(told[ref] for ref in finding.claims)
    groups = by_origin(group, traces)
    return tuple(
        Branch(
            node=Node.ORIGIN,
            name=origin.name,
            note="; ".join(filter(None, (rests(key, said, group, traces), _owner(origin.name)))),
            reading=origin.reading,
            branches=_branches(_ways(said, origin.name, traces, documents)),
        )
        for origin, (key, said) in zip(origins(group, traces), groups.items(), strict=True)
    )


def _ways(told: Group, origin: str, traces: Traces, documents: Mapping[str, Document]) -> Ways:
    """Give the way of each claim, the earliest first."""
    ordered = sorted(told, key=lambda t: (t.published.first if t.published else date.max, t.ref))
    return [(_way(t, origin, traces[t.ref], documents), t) for t in ordered]


def _owner(name: str) -> str | None:
    """Say who stands behind an outlet: outlets of one owner are one origin."""
    known = outlet(name)
    if known is None or known.owner in (None, known.name):
        return None
    return f"{'state media of' if known.kind is Kind.STATE else 'owned by'} {known.owner}"


def _way(
    telling: Telling, origin: str, trace: Provenance, documents: Mapping[str, Document]
) -> tuple[Step, ...]:
    """Give the places from the origin to the document in which the claim was read."""
    document = documents[telling.ref.document]
    steps: list[Step] = []
    names = [_words(source, document.text) for source in reversed(telling.claim.sources)]
    if names and names[0] != origin:
        steps.append((Node.VOICE, names[0], None))
    steps += [(Node.SOURCE, name, None) for name in names[1:]]
    if trace.printed and trace.printed != document.id:
        steps.append((Node.PRINTING, _name(documents[trace.printed]), trace.printed))
    return (*steps, (Node.DOCUMENT, _name(document), document.id))


def _words(source: Source, text: str) -> str:
    return " ".join((source.resolved or source.span.of(text)).split())


def _name(document: Document) -> str:
    said = (document.publisher or document.title or "a document", document.published.edtf)
    return ", ".join(filter(None, said))


def _branches(ways: Ways) -> tuple[Branch, ...]:
    """Lay together the ways that begin alike."""
    by_first: dict[Step, list[tuple[tuple[Step, ...], Telling]]] = defaultdict(list)
    for (first, *rest), telling in ways:
        by_first[first].append((tuple(rest), telling))
    return tuple(
        Branch(
            node=node,
            name=name,
            document=document,
            claims=_claims(telling for rest, telling in after if not rest),
            branches=_branches([way for way in after if way[0]]),
        )
        for (node, name, document), after in by_first.items()
    )


def _claims(told: Iterable[Telling]) -> tuple[tuple[ClaimRef, Factuality], ...]:
    return tuple(sorted(((t.ref, t.claim.factuality) for t in told), key=lambda pair: pair[0]))
