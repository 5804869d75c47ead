"""`recoupe screen`"""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, progress, say, say_record, tell
from recoupe.errors import BadInput, Unknown

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.identity.evidence import Query
    from recoupe.identity.screen import Book, Hit
    from recoupe.identity.standing import Period
    from recoupe.model.span import Span

SHOWN = 5
"""Hits shown for one name; the number of all is said."""


def screen(
    case: CaseFolder,
    names: Annotated[
        str | None,
        typer.Argument(metavar="[NAMES]", help="A CSV with a column name, or a text; - reads it."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="How the lists stood then; else today.")
    ] = None,
    findings: Annotated[
        bool, typer.Option("--findings", help="Who takes part in each finding, as of its date.")
    ] = False,
    threshold: Annotated[
        float, typer.Option(metavar="0..1", min=0, max=1, help="How alike names must be.")
    ] = 0.7,
    as_json: AsJson = False,
) -> None:
    """Look names up in the lists of the case, as they stood at a time.

    Without NAMES, whom the documents of the case name. A CSV may also have the columns schema,
    country, birth_date and identifiers. Each hit says which alias matched and how, what else
    speaks for and against it, and how the entry was listed at the time. A hit is a question to
    a person, never an answer.

    \b
    Example:
        recoupe screen mech
        recoupe screen mech customers.csv --as-of 2024-06-30
        recoupe screen mech --findings --json
        pbpaste | recoupe screen mech -
    """
    from recoupe.cli.contents import contents, next_step
    from recoupe.identity.standing import Period

    held = contents(case)
    book = _book(held)
    if findings:
        if todo := next_step(held):
            tell(todo)
        found = list(_of_findings(held, book, threshold))
    else:
        day = _day(as_of)
        at = Period(day, day)
        with progress("screening", _asked(held, names, book, at, threshold)) as queries:
            found = [({"as_of": day}, query, book.hits(query, at, threshold)) for query in queries]
    _show(found, as_json)


Found = tuple[dict[str, Any], "Query", tuple["Hit", ...]]
"""Where and when a name was asked for, the query, and its hits."""


def _book(held: "Contents") -> "Book":
    from recoupe.case import store
    from recoupe.case.book import book
    from recoupe.case.lists import Lists
    from recoupe.identity.names import compare

    with store.reading_from(held.case) as opened:
        found = book(Lists(opened), compare, tell)
    if found is None:
        raise Unknown(
            f"no list in this case yet: recoupe lists add {held.case.folder} ofac sdn.csv"
        )
    return found


def _day(given: str | None) -> str:
    try:
        return date.fromisoformat(given).isoformat() if given else date.today().isoformat()
    except ValueError as error:
        raise BadInput(f"--as-of {given!r} is no date such as 2024-06-30") from error


def _asked(
    held: "Contents", names: str | None, book: "Book", at: "Period", threshold: float
) -> Sequence["Query"]:
    from recoupe.identity.asked import in_case, in_table, is_table

    if names is None:
        texts = {document.id: document.text for document in held.documents.values()}
        return in_case(held.readings.values(), texts)
    text = _text(names)
    lines = text.splitlines()
    if is_table(lines):
        return in_table(lines, names)
    return _named_in(text, book, at, threshold)


def _text(names: str) -> str:
    if names == "-":
        return sys.stdin.read()
    path = Path(names)
    if not path.is_file():
        raise BadInput(f"{names}: no such file")
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{names}: is not UTF-8 text") from error


def _named_in(text: str, book: "Book", at: "Period", threshold: float) -> list["Query"]:
    """Give the runs of words that a list entry may mean; of two that meet, the more alike."""
    from recoupe.identity.asked import in_text
    from recoupe.identity.evidence import Query

    found = []
    for span, name in in_text(text):
        query = Query(names=(name,))
        if hits := book.hits(query, at, threshold):
            found.append((-hits[0].score, span, query))
    kept: list[tuple[Span, Query]] = []
    for _, span, query in sorted(found, key=lambda one: one[0]):
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, query))
    return [query for _, query in sorted(kept, key=lambda one: one[0])]


def _of_findings(held: "Contents", book: "Book", threshold: float) -> Iterator[Found]:
    from recoupe.cli.words import finding_headline
    from recoupe.identity.asked import in_claims
    from recoupe.identity.standing import period
    from recoupe.model.value import Date

    texts = {document.id: document.text for document in held.documents.values()}
    for finding in held.findings:
        claims = [held.claim(ref)[0] for ref in finding.claims]
        told = [r.value for claim in claims for r in claim.fillers("date")]
        at = period(value.edtf for value in told if isinstance(value, Date))
        where = {
            "finding": finding.id,
            "headline": finding_headline(finding),
            "as_of": str(at) if at else None,
        }
        for query in in_claims(claims, held.readings, texts):
            if hits := book.hits(query, at, threshold):
                yield where, query, hits


def _show(found: Sequence[Found], as_json: bool) -> None:
    headline, hitting = None, 0
    for where, query, hits in found:
        hitting += bool(hits)
        if as_json:
            for hit in hits:
                say_record({**where, **_record(query, hit)})
            continue
        if hits and where.get("headline", headline) != headline:
            headline = where["headline"]
            say(f"{headline}  (event: {where['as_of'] or 'no date is told'})", "bold")
        if hits:
            _say(query, hits)
    tell(f"{len(found):,} names looked up, {hitting:,} may be on a list")


def _say(query: "Query", hits: Sequence["Hit"]) -> None:
    say(" / ".join(query.names), "bold")
    for hit in hits[:SHOWN]:
        stands = "; ".join(stand.words for stand in hit.stands) or "no date is told"
        say(f"  {hit.strength:.2f}  {hit.entry.name}  [{hit.source} {hit.entry.id}]  {stands}")
        say(f"        {hit.name} ~ {hit.alias.text}: {', '.join(hit.why) or 'the same number'}")
        for one in hit.evidence:
            say(f"        {'+' if one.weight > 0 else '-'} {one.words}", "dim")
    if len(hits) > SHOWN:
        say(f"  and {len(hits) - SHOWN:,} weaker", "dim")


def _record(query: "Query", hit: "Hit") -> dict[str, Any]:
    return {
        "names": list(query.names),
        "places": list(query.places),
        "name": hit.name,
        "alias": hit.alias.text,
        "alias_quality": str(hit.alias.quality),
        "score": hit.score,
        "strength": round(hit.strength, 4),
        "why": list(hit.why),
        "evidence": [{"words": one.words, "weight": one.weight} for one in hit.evidence],
        "list": hit.source,
        "entry": hit.entry.id,
        "entry_name": hit.entry.name,
        "schema": hit.entry.schema,
        "stands": [{"standing": str(s.standing), "words": s.words} for s in hit.stands],
        "wikidata": hit.entry.wikidata,
        "opensanctions": hit.entry.opensanctions,
    }
