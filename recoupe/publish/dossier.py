"""Findings → a dossier: who claims what and who denies it, each with a footnote to its quote."""

from collections.abc import Iterable, Sequence

from recoupe.model.finding import Finding, Status
from recoupe.publish.item import Named, item, name
from recoupe.publish.ledger import Ledger
from recoupe.publish.material import Material
from recoupe.publish.parts import Dossier, Link, Section, Warning
from recoupe.publish.sources import sources
from recoupe.publish.summary import summary
from recoupe.publish.words import moment, words

ORDER = (
    Status.CONTESTED,
    Status.CORROBORATED,
    Status.SINGLE_ORIGIN,
    Status.UNCONFIRMED,
    Status.DENIED,
)
"""The sections: what is disputed stands first, so that nobody overlooks it."""


def dossier(material: Material, language: str = "en") -> Dossier:
    """Tell a case; the same material gives the same dossier. language: of its own words."""
    ledger = Ledger.of(material, words(language))
    parts = {status: _ordered(material.findings, status) for status in ORDER}
    named = _names((f for status in ORDER for f in parts[status]), ledger)
    sections = tuple(
        _section(status, part, ledger, named) for status, part in parts.items() if part
    )
    doubts = tuple(_doubts(ledger))
    return Dossier(
        language=language,
        title=ledger.words.say("title", case=material.case),
        made_at=material.made_at,
        made=ledger.words.say("made", time=moment(material.made_at)),
        summary=summary(ledger, sections),
        sections=sections,
        doubts=doubts,
        sources=sources(ledger),
        notes=ledger.notes(),
    )


def _ordered(findings: Iterable[Finding], status: Status) -> Sequence[Finding]:
    """Give the findings of a status: by their independent origins, then by their claims."""
    of_status = [finding for finding in findings if finding.status is status]
    return sorted(of_status, key=lambda f: (-f.independent_origins, -len(f.claims), f.id))


def _names(findings: Iterable[Finding], ledger: Ledger) -> Named:
    return {finding.id: name(finding, number, ledger) for number, finding in enumerate(findings, 1)}


def _section(status: Status, findings: Sequence[Finding], ledger: Ledger, named: Named) -> Section:
    chapter = ledger.words.status[status]
    items = tuple(item(finding, ledger, named) for finding in findings)
    return Section(status.value, chapter.title, chapter.lead, items)


def _doubts(ledger: Ledger) -> Iterable[Warning]:
    for doubt in ledger.material.doubts:
        document = ledger.material.documents[doubt.document]
        yield Warning(
            document=Link(ledger.anchor(doubt.document), ledger.title(document)),
            note=ledger.words.doubt.get(doubt.kind, doubt.note),
            quotes=tuple(span.of(document.text) for span in doubt.spans),
            notes=tuple(ledger.cite(ref) for ref in doubt.claims),
        )
