"""What writes into a Word file: words, links, bookmarks and footnotes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from recoupe.publish.parts import Dossier, Link, Note
from recoupe.publish.word_footnotes import CITATION, footnotes, refer, refer_again
from recoupe.publish.word_xml import element
from recoupe.publish.words import BREAKS, Words, one_line, words

FORBIDDEN = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold; a document may have it."""


@dataclass(slots=True)
class Pen:
    """A Word file being written. cited: the footnotes so far; marked: its bookmarks.

    styles: their ids by name; python-docx looks through all of them for each run.
    """

    document: Document
    said: Words
    styles: dict[str, str]
    cited: set[int] = field(default_factory=set)
    marked: list[str] = field(default_factory=list)

    @classmethod
    def on(cls, document: Document, dossier: Dossier) -> "Pen":
        """Begin with the footnotes, which have a part of their own."""
        styles = {style.name: style.style_id for style in document.styles}
        pen = cls(document, words(dossier.language), styles)
        paragraphs = footnotes(document, [note.number for note in dossier.notes])
        for note in dossier.notes:
            pen._note(paragraphs[note.number], note)
        return pen

    def paragraph(self, style: str, text: str = "") -> Paragraph:
        """Begin a paragraph."""
        paragraph: Paragraph = self.document.add_paragraph()
        paragraph._p.style = self.styles[style]
        if text:
            self.write(paragraph, text)
        return paragraph

    def cell(self, cell: _Cell) -> Paragraph:
        """Begin a cell, with the paragraph that it has."""
        paragraph: Paragraph = cell.paragraphs[0]
        paragraph._p.style = self.styles["Dossier Cell"]
        return paragraph

    def write(self, paragraph: Paragraph, text: str, style: str | None = None) -> Run:
        """Add words; what XML cannot hold is shown as �."""
        run: Run = paragraph.add_run(FORBIDDEN.sub("�", BREAKS.sub(" ", text)))
        if style:
            run._r.style = self.styles[style]
        return run

    def mark(self, paragraph: Paragraph, anchor: str) -> None:
        """Let links lead to a paragraph."""
        # Even, so that no bookmark of a footnote, which has an odd one, has the same.
        number = str(2 * len(self.marked))
        self.marked.append(anchor)
        line: Any = paragraph._p
        line.pPr.addnext(element("bookmarkStart", id=number, name=_bookmark(anchor)))
        line.append(element("bookmarkEnd", id=number))

    def link(self, paragraph: Paragraph, to: Link) -> None:
        """Add words that lead to a bookmark."""
        words = self.write(paragraph, to.words, "Dossier Link")._r
        line: Any = paragraph._p
        line.append(element("hyperlink", words, anchor=_bookmark(to.anchor), history="1"))

    def cite(self, paragraph: Paragraph, notes: Iterable[int]) -> None:
        """Cite footnotes; the second time by number, so that each stands at one page's foot."""
        for place, number in enumerate(notes):
            if place:
                self.write(paragraph, ", ", CITATION)
            cite = refer_again if number in self.cited else refer
            cite(paragraph, number)
            self.cited.add(number)

    def _note(self, paragraph: Paragraph, note: Note) -> None:
        quotes = " […] ".join(self.said.quoted(one_line(quote)) for quote in note.quotes)
        self.write(paragraph, f"{quotes} ")
        self.link(paragraph, Link(note.document, note.title))
        rest = ", ".join((*note.particulars, note.address, note.hash))
        self.write(paragraph, f", {rest}", "Soft")


def _bookmark(anchor: str) -> str:
    """Name a bookmark as Word allows: letters, digits and low lines."""
    return anchor.replace("-", "_")
