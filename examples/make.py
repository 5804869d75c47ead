"""The PDF and the Word file of the example case, made from `examples/texts/`.

`python -m examples.make` writes them to `examples/case/`. The same text gives the same bytes:
dates come from the text, the PDF is not compressed, the parts of the Word file have no clock.
"""

import io
import tomllib
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import docx
from fpdf import FPDF

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
CASE = HERE / "case"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Article:
    """A text of the example case. published: midnight UTC; paragraphs: in order."""

    title: str
    language: str
    publisher: str
    published: datetime
    form: str
    paragraphs: tuple[str, ...]


def main() -> None:
    """Make every file anew and say so."""
    for source in sorted(TEXTS.glob("*.txt")):
        article = read(source.read_text("utf-8"))
        target = CASE / f"{source.stem}.{article.form}"
        target.write_bytes(made(article))
        print(f"{source.relative_to(HERE)} -> {target.relative_to(HERE)}")


def read(text: str) -> Article:
    """Split a text into its head (TOML) and its paragraphs, parted by blank lines."""
    head, _, body = text.partition("\n\n")
    about = tomllib.loads(head)
    return Article(
        title=about["title"],
        language=about["language"],
        publisher=about["publisher"],
        published=datetime.combine(about["published"], datetime.min.time(), UTC),
        form=about["form"],
        paragraphs=tuple(p.strip() for p in body.split("\n\n") if p.strip()),
    )


def made(article: Article) -> bytes:
    """Give the file's bytes."""
    return {"pdf": pdf, "docx": word}[article.form](article)


def pdf(article: Article) -> bytes:
    """Give the article as a PDF of one or two pages."""
    page = FPDF(format="A4")
    page.set_compression(False)
    page.set_creation_date(article.published)
    page.set_title(article.title)
    page.set_author(article.publisher)
    page.set_lang(article.language)
    page.set_margin(25)
    page.add_page()
    page.set_font("Times", style="B", size=16)
    page.multi_cell(0, 8, article.title, align="L", new_x="LMARGIN", new_y="NEXT")
    page.set_font("Times", size=11)
    for paragraph in article.paragraphs:
        page.ln(5)
        page.multi_cell(0, 5.5, paragraph, new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


def word(article: Article) -> bytes:
    """Give the article as a Word file."""
    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.language = article.title, article.publisher, article.language
    about.created = about.modified = article.published.replace(tzinfo=None)
    document.add_heading(article.title, level=1)
    for paragraph in article.paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return without_clock(written.getvalue())


def without_clock(archive: bytes) -> bytes:
    """Give the same zip with every part dated alike."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(written, "w") as new:
        for part in old.infolist():
            plain = zipfile.ZipInfo(part.filename, ZIP_EPOCH)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.create_system = 3
            new.writestr(plain, old.read(part))
    return written.getvalue()


if __name__ == "__main__":
    main()
