"""A dossier as a Word file with real footnotes, byte for byte the same for the same dossier."""

import io
import zipfile
from collections.abc import Sequence
from math import ceil

from docx.text.paragraph import Paragraph

from recoupe.publish.parts import (
    Difference,
    Dossier,
    Item,
    Link,
    Listed,
    Section,
    Statement,
    Telling,
    Voice,
    Warning,
)
from recoupe.publish.word_pen import Pen
from recoupe.publish.word_styles import blank
from recoupe.publish.word_tables import ruled, tinted

ABREAST = 3
"""Accounts that stand side by side on a page."""

TALLIES = (3.2, 2.2, 10.6)
"""Centimetres of the columns of the table of tallies."""

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx(dossier: Dossier) -> bytes:
    """Write a dossier as a Word file."""
    document = blank(dossier)
    pen = Pen.on(document, dossier)
    _opening(dossier, pen)
    for section in dossier.sections:
        _section(section, pen)
    _doubts(dossier.doubts, pen)
    _method(pen)
    _sources(dossier.sources, pen)
    written = io.BytesIO()
    document.save(written)
    return _without_clock(written.getvalue())


def _opening(dossier: Dossier, pen: Pen) -> None:
    pen.paragraph("Title", dossier.title)
    pen.paragraph("Dossier Note", dossier.made)
    _contents(dossier, pen)
    summary, say = dossier.summary, pen.said.say
    _chapter("summary", say("summary"), pen)
    pen.paragraph("Heading 3", say("came_in"))
    pen.paragraph("Normal", " ".join(summary.came_in))
    pen.paragraph("Heading 3", say("stands"))
    if summary.tallies:
        _tallies(dossier, pen)
        pen.paragraph("Dossier After", say("origins_note"))
    else:
        pen.paragraph("Normal", say("nothing"))
    pen.paragraph("Heading 3", say("contested"))
    for to in summary.contested:
        pen.link(pen.paragraph("List Bullet"), to)
    if not summary.contested:
        pen.paragraph("Normal", say("none_contested"))


def _contents(dossier: Dossier, pen: Pen) -> None:
    """List the chapters as links, the chapters of findings with how many these are."""
    say = pen.said.say
    pen.paragraph("Heading 3", say("contents"))
    pen.link(pen.paragraph("Dossier Contents"), Link("summary", say("summary")))
    for section in dossier.sections:
        paragraph = pen.paragraph("Dossier Contents")
        pen.link(paragraph, Link(section.anchor, section.title))
        findings = pen.said.counted("findings", len(section.findings))
        pen.write(paragraph, f"  {findings}", "Soft")
    for chapter, name in (("doubts", "doubts"), ("method", "method"), ("documents", "sources")):
        pen.link(pen.paragraph("Dossier Contents"), Link(chapter, say(name)))


def _chapter(anchor: str, title: str, pen: Pen) -> None:
    pen.mark(pen.paragraph("Heading 1", title), anchor)


def _tallies(dossier: Dossier, pen: Pen) -> None:
    tallies = dossier.summary.tallies
    head, *rows = ruled(pen.document, 1 + len(tallies), TALLIES).rows
    for cell, name in zip(head.cells, ("status_head", "findings_head", "means_head"), strict=True):
        pen.write(pen.cell(cell), pen.said.say(name), "Soft")
    for row, tally in zip(rows, tallies, strict=True):
        status, number, means = map(pen.cell, row.cells)
        pen.link(status, tally.link)
        pen.write(number, pen.said.number(tally.number))
        pen.write(means, tally.meaning)


def _section(section: Section, pen: Pen) -> None:
    _chapter(section.anchor, section.title, pen)
    pen.paragraph("Dossier Lead", section.lead)
    for item in section.findings:
        _item(item, pen)


def _item(item: Item, pen: Pen) -> None:
    title = pen.paragraph("Heading 2")
    pen.write(title, f"{item.name} · {item.label}", "Dossier Label").add_break()
    pen.write(title, item.heading)
    pen.mark(title, item.anchor)
    pen.paragraph("Dossier Note", " ".join(item.origins))
    for statement in item.statements:
        _statement(statement, pen)
    for difference in item.differences:
        _difference(difference, pen)
    if item.linked:
        _linked(item.linked, pen)


def _statement(one: Statement, pen: Pen) -> None:
    tone, colon = one.tone.title(), pen.said.colon
    said = pen.paragraph(f"Side {tone}")
    pen.write(said, f"{one.side} ", f"Word {tone}")
    pen.write(said, one.who).bold = True
    pen.write(said, f" ({one.reading})", "Soft")
    pen.write(said, f"{colon}{one.verb}.")
    pen.write(said, f" {one.names}", "Dossier Names")
    for telling in one.quoted():
        _telling(telling, pen.paragraph(f"Telling {tone}"), pen)
    if also := one.also():
        _also(also, pen.paragraph(f"Telling {tone}"), pen)


def _telling(telling: Telling, paragraph: Paragraph, pen: Pen) -> None:
    pen.write(paragraph, f"{telling.chain}{pen.said.colon}", "Soft")
    pen.write(paragraph, pen.said.quoted(telling.quote))
    pen.cite(paragraph, telling.notes)


def _also(tellings: Sequence[Telling], paragraph: Paragraph, pen: Pen) -> None:
    for place, telling in enumerate(tellings):
        before = "; " if place else pen.said.say("also")
        pen.write(paragraph, f"{before}{telling.chain}", "Soft")
        pen.cite(paragraph, telling.notes)


def _difference(difference: Difference, pen: Pen) -> None:
    """Set the accounts side by side, in as many rows as they need."""
    pen.paragraph("Dossier Difference", difference.on)
    voices = difference.voices
    abreast = min(len(voices), ABREAST)
    table = tinted(pen.document, ceil(len(voices) / abreast), abreast)
    for place, voice in enumerate(voices):
        _voice(voice, pen.cell(table.cell(*divmod(place, abreast))), pen)


def _voice(voice: Voice, paragraph: Paragraph, pen: Pen) -> None:
    pen.write(paragraph, voice.says, "Soft").add_break()
    pen.write(paragraph, pen.said.quoted(voice.quote))
    pen.cite(paragraph, voice.notes)


def _linked(linked: Sequence[Link], pen: Pen) -> None:
    paragraph = pen.paragraph("Dossier After", f"{pen.said.say('linked')} ")
    for place, to in enumerate(linked):
        if place:
            pen.write(paragraph, "; ")
        pen.link(paragraph, to)


def _doubts(doubts: Sequence[Warning], pen: Pen) -> None:
    _chapter("doubts", pen.said.say("doubts"), pen)
    pen.paragraph("Dossier Lead", pen.said.say("doubts_lead" if doubts else "no_doubts"))
    for one in doubts:
        paragraph = pen.paragraph("List Bullet")
        pen.link(paragraph, one.document)
        pen.write(paragraph, f"{pen.said.colon}{one.note}")
        pen.cite(paragraph, one.notes)
        for quote in one.quotes:
            pen.paragraph("List Continue", pen.said.quoted(quote))


def _method(pen: Pen) -> None:
    _chapter("method", pen.said.say("method"), pen)
    for term, means in pen.said.method.terms:
        paragraph = pen.paragraph("Normal")
        pen.write(paragraph, term).bold = True
        pen.write(paragraph, f"{pen.said.colon}{means}")
    for line in pen.said.method.closing:
        pen.paragraph("Normal", line)


def _sources(sources: Sequence[Listed], pen: Pen) -> None:
    _chapter("documents", pen.said.say("sources"), pen)
    pen.paragraph("Dossier Lead", pen.said.say("sources_lead"))
    for one in sources:
        title = pen.paragraph("Normal")
        title.paragraph_format.keep_with_next = True
        pen.write(title, f"{one.name}. ", "Soft")
        pen.write(title, one.title).italic = True
        pen.mark(title, one.anchor)
        lines = pen.paragraph("Dossier Note")
        for place, line in enumerate((*one.lines, one.address)):
            if place:
                lines.add_run().add_break()
            pen.write(lines, line)


def _without_clock(archive: bytes) -> bytes:
    """Give the same zip with every part dated alike."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(written, "w") as new:
        for part in old.infolist():
            plain = zipfile.ZipInfo(part.filename, ZIP_EPOCH)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.create_system = 3
            new.writestr(plain, old.read(part))
    return written.getvalue()
