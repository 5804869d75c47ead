"""Saved and fetched web pages: the article without the page around it."""

import re

import trafilatura
from lxml.html import HtmlElement

from recoupe.archive.capture import Captured
from recoupe.archive.encoding import decoded
from recoupe.archive.markup import markup_authors, markup_date, markup_publisher
from recoupe.archive.page import Page
from recoupe.archive.plain import charset
from recoupe.errors import Unreadable

EXTRACTOR = f"recoupe-html 1 trafilatura {trafilatura.__version__}"
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
HEAD = 4096  # bytes in which a page must declare its encoding


def html(captured: Captured) -> Page:
    """Give the article of a web page: headings, paragraphs and list items, each on its line.

    Title, publisher, authors and date are those that the markup states.
    Raises Unreadable where the page holds no article.
    """
    tree = _tree(written(captured), captured.address)
    said = trafilatura.extract_metadata(tree)
    title = _headline(tree) or said.title
    text = main_text(tree, captured.address)
    return Page(
        text=_headed(title, text),
        extractor=EXTRACTOR,
        title=title,
        publisher=markup_publisher(tree) or said.sitename or None,
        authors=markup_authors(tree) or _names(said.author),
        published=markup_date(tree, captured.captured),
    )


def written(captured: Captured) -> str:
    """Give the markup of a captured page as characters. Raises Unreadable as `decoded` does."""
    return decoded(captured.data, captured.address, _declared(captured))


def main_text(page: str | HtmlElement, address: str) -> str:
    """Give the main text of a page, "\\n" between its blocks.

    Raises Unreadable where there is none.
    """
    text = trafilatura.extract(page, include_comments=False)
    if not text:
        raise Unreadable(
            address,
            "no article found on this page; it may need a browser or a subscription. Save the "
            "words as a text file, or print the page to PDF, and add that.",
        )
    return str(text)


def _tree(text: str, address: str) -> HtmlElement:
    tree = trafilatura.load_html(text)
    if tree is None:
        raise Unreadable(address, "not a web page. Save it again, or save the words as text.")
    return tree


def _names(authors: str | None) -> tuple[str, ...]:
    """Part the names that trafilatura gives as one."""
    return tuple(name.strip() for name in (authors or "").split(";") if name.strip())


def _declared(captured: Captured) -> str | None:
    found = DECLARED.search(captured.data[:HEAD])
    return charset(captured) or (found[1].decode("ascii") if found else None)


def _headline(tree: HtmlElement) -> str | None:
    """Give the page's one first-level heading; where there are several, none can be chosen."""
    headings = {" ".join(h.text_content().split()) for h in tree.iter("h1")} - {""}
    return headings.pop() if len(headings) == 1 else None


def _headed(title: str | None, text: str) -> str:
    """Put the headline before the text where the extraction lost it: it makes claims too."""
    return text if not title or title in text else f"{title}\n{text}"
