"""What a page's markup states for machines to read: publisher, authors, date of publication."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from recoupe.archive.publication import publication
from recoupe.model.document import Publication

LD_JSON = "//script[@type='application/ld+json']/text()"
ARTICLE = re.compile(r"Article|Posting|Report|NewsItem|Review")
# Names that mean the day of publication, from Open Graph, schema.org, Dublin Core, Highwire
# Press and Parse.ly; `date` alone last, as some pages put today's date there.
META = (
    ("article:published_time", "og:article:published_time", "datepublished"),
    ("dc.date.issued", "dcterms.issued", "citation_publication_date", "parsely-pub-date"),
    ("pubdate", "publishdate", "publish_date", "publication_date", "sailthru.date"),
    ("dc.date", "dcterms.date", "dcterms.created", "date"),
)
TIMES = ("//time[@itemprop='datePublished']", "//time[@pubdate]", "//article//time")
DAY = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)|(\d{4})-(\d{2})(?!\d)")


def markup_date(tree: HtmlElement, captured: datetime) -> Publication:
    """Give the date that the markup states, the surest kind of markup first.

    Where one kind names two days (a list of articles), it is passed over.
    """
    for stated in _kinds(tree):
        days = {day: words for words in stated if (day := _day(words))}
        if len(days) == 1:
            (edtf, words) = days.popitem()
            found = publication(edtf, "markup", words, captured)
            if found.edtf:
                return found
    return Publication()


def markup_publisher(tree: HtmlElement) -> str | None:
    """Give the publisher that the page's articles name in JSON-LD, None unless there is one."""
    publishers = {names for node in _articles(tree) if (names := _names(node.get("publisher")))}
    return publishers.pop()[0] if len(publishers) == 1 else None


def markup_authors(tree: HtmlElement) -> tuple[str, ...]:
    """Give the authors that the page's article names in JSON-LD, () where its articles differ."""
    authors = {names for node in _articles(tree) if (names := _names(node.get("author")))}
    return authors.pop() if len(authors) == 1 else ()


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    return (node for node in _nodes(tree) if ARTICLE.search(_words(node, "@type")))


def _names(stated: Any) -> tuple[str, ...]:
    """Give the names of persons or bodies: one or several, plain or as objects with a name."""
    every = stated if isinstance(stated, list) else [stated]
    names = (one.get("name") if isinstance(one, dict) else one for one in every)
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _kinds(tree: HtmlElement) -> Iterator[list[str]]:
    """Give what each kind of markup states, as the page words it."""
    yield [_words(node, "datePublished") for node in _articles(tree)]
    metas = [(_name(meta), str(meta.get("content", ""))) for meta in tree.iter("meta")]
    for names in META:
        yield [content for name, content in metas if name in names]
    yield [_words(node, "datePublished") for node in _nodes(tree)]
    for path in TIMES:
        yield [str(time.get("datetime") or time.text_content()) for time in tree.xpath(path)]


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Give every object of the page's JSON-LD; broken JSON is passed over."""
    for script in tree.xpath(LD_JSON):
        try:
            yield from _objects(json.loads(script, strict=False))
        except (json.JSONDecodeError, RecursionError):
            continue


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    inside: Iterable[Any] = value.values() if isinstance(value, dict) else value
    for item in inside if isinstance(value, dict | list) else ():
        yield from _objects(item)


def _words(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, ""))


def _name(meta: HtmlElement) -> str:
    return str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()


def _day(words: str) -> str | None:
    """Give the day that a date or date-time begins with, as printed: no time zone is changed.

    >>> _day("2024-05-02T23:30:00+02:00"), _day("20240502"), _day("May 2")
    ('2024-05-02', '2024-05-02', None)
    """
    found = DAY.match(words.strip())
    return "-".join(part for part in found.groups() if part) if found else None
