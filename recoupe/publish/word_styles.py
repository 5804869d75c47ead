"""An empty Word file with the styles of a dossier: headings, sides with their rule, footnotes."""

from datetime import UTC

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from recoupe.publish.parts import Dossier
from recoupe.publish.word_footnotes import CITATION, FOOTNOTE
from recoupe.publish.word_xml import element

FONT = "Times New Roman"
INK = RGBColor(0x1D, 0x1C, 0x1A)
SOFT = RGBColor(0x5C, 0x59, 0x52)
LINK = RGBColor(0x1F, 0x4E, 0x79)

TONES = {"claimed": "2F5D8A", "denied": "A33B2A", "open": "77736A"}
"""The colour of a side, in its words and in the rule beside them."""

TITLE = 255
"""Characters that a file's title may have."""

PARAGRAPHS = (
    # name, points, colour, italic, points before, points after
    ("Dossier Note", 9.5, SOFT, False, 0, 6),
    ("Dossier After", 9.5, SOFT, False, 6, 6),
    ("Dossier Lead", 11, SOFT, True, 0, 8),
    ("Dossier Difference", 10.5, INK, False, 8, 3),
    ("Dossier Cell", 10, INK, False, 2, 2),
    ("Dossier Contents", 11, INK, False, 0, 2),
    (FOOTNOTE, 8.5, INK, False, 0, 2),
)


def blank(dossier: Dossier) -> Document:
    """Make a Word file without text: A4, styles, page numbers, and its own particulars."""
    document = docx.Document()
    _particulars(document, dossier)
    _page(document)
    _base(document, dossier.language)
    _headings(document)
    for name, size, colour, italic, before, after in PARAGRAPHS:
        style = _added(document, name)
        _font(style, size, colour, italic=italic)
        _space(style, before, after)
    document.styles["Dossier Difference"].font.bold = True
    document.styles["Dossier Note"].paragraph_format.keep_together = True
    for leading in ("Dossier Lead", "Dossier Difference"):
        document.styles[leading].paragraph_format.keep_with_next = True
    for tone, hue in TONES.items():
        _side(document, tone, hue)
    _characters(document)
    return document


def _particulars(document: Document, dossier: Dossier) -> None:
    about = document.core_properties
    about.title = dossier.title[:TITLE]
    about.author = about.last_modified_by = "Recoupe"
    about.created = about.modified = dossier.made_at.astimezone(UTC).replace(tzinfo=None)
    about.language, about.comments, about.revision = dossier.language, "", 1


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.append(element("fldSimple", instr="PAGE"))


def _base(document: Document, language: str) -> None:
    normal = document.styles["Normal"]
    _font(normal, 11, INK)
    _space(normal, 0, 6)
    normal.paragraph_format.line_spacing = 1.15
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)


def _headings(document: Document) -> None:
    sizes = {"Title": (24, 0, 4), "Heading 1": (17, 24, 6), "Heading 2": (12.5, 16, 3)}
    for name, (size, before, after) in {**sizes, "Heading 3": (11.5, 10, 3)}.items():
        style = document.styles[name]
        _font(style, size, INK, bold=name != "Title")
        _space(style, before, after)
        style.paragraph_format.keep_with_next = True
        for rule in style.element.iter(qn("w:pBdr")):
            rule.getparent().remove(rule)


def _side(document: Document, tone: str, hue: str) -> None:
    """Make the styles of a side, with a rule on the left: its first line and its tellings."""
    dotted = "dotted" if tone == "open" else "single"
    for part, size, before in (("Side", 11, 4), ("Telling", 10, 0)):
        style = _added(document, f"{part} {tone.title()}")
        # First, so that all that follows comes to stand where the schema wants it.
        rule = element("left", val=dotted, sz="18", space="8", color=hue)
        style.element.get_or_add_pPr().append(element("pBdr", rule))
        _font(style, size, INK)
        _space(style, before, 3)
        style.paragraph_format.left_indent = Cm(0.4)
        style.paragraph_format.keep_with_next = part == "Side"
    words = document.styles.add_style(f"Word {tone.title()}", WD_STYLE_TYPE.CHARACTER)
    words.font.bold, words.font.color.rgb = True, RGBColor.from_string(hue)


def _characters(document: Document) -> None:
    add = document.styles.add_style
    add("Soft", WD_STYLE_TYPE.CHARACTER).font.color.rgb = SOFT
    names = add("Dossier Names", WD_STYLE_TYPE.CHARACTER)
    names.font.color.rgb, names.font.size = SOFT, Pt(9.5)
    link = add("Dossier Link", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = LINK
    label = add("Dossier Label", WD_STYLE_TYPE.CHARACTER)
    label.font.color.rgb, label.font.bold, label.font.size = SOFT, False, Pt(9.5)
    add(CITATION, WD_STYLE_TYPE.CHARACTER, builtin=True).font.superscript = True


def _added(document: Document, name: str) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(
        name, WD_STYLE_TYPE.PARAGRAPH, builtin=name == FOOTNOTE
    )
    style.base_style = document.styles["Normal"]
    return style


def _font(
    style: CharacterStyle,
    size: float,
    colour: RGBColor,
    *,
    bold: bool = False,
    italic: bool = False,
) -> None:
    font = style.font
    font.name, font.size, font.color.rgb = FONT, Pt(size), colour
    font.bold, font.italic = bold, italic
    fonts = style.element.rPr.rFonts
    for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(kind), None)


def _space(style: ParagraphStyle, before: float, after: float) -> None:
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
