"""Tables in a Word file: tallies under rules, and accounts side by side on a tint."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table

from recoupe.publish.word_xml import element

LINE = "D9D5CB"
TINT = "F4F1EA"

WIDTH = 16.0
"""Centimetres between the margins."""


def ruled(document: Document, rows: int, widths: Sequence[float]) -> Table:
    """Add a table with a line under each row. widths: of the columns, in centimetres."""
    table = _plain(document, rows, widths)
    lines = (
        element(side, val="single", sz="4", space="0", color=LINE) for side in ("bottom", "insideH")
    )
    layout: Any = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(element("tblBorders", *lines))  # where the schema wants it
    return table


def tinted(document: Document, rows: int, columns: int) -> Table:
    """Add a table on a tint, its columns equally wide; a row is not broken over two pages."""
    table = _plain(document, rows, [WIDTH / columns] * columns)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell in row.cells:
            cell._tc.get_or_add_tcPr().append(element("shd", val="clear", fill=TINT))
    return table


def _plain(document: Document, rows: int, widths: Sequence[float]) -> Table:
    table: Table = document.add_table(rows, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    return table
