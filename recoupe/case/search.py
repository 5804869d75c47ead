"""Full-text search over texts, quotes and names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy import text as sql

from recoupe.case.documents import written_without_spaces
from recoupe.model.span import Span

MOST = 100
"""Hits of each kind that are given; a person looks through no more."""

COMMON = 2_000
"""Places that have words so common that no place has more to do with them than another: to rank
hundreds of thousands takes a second, and the newest are as good."""

AROUND = 60
"""Characters shown before and after words found in a script without spaces."""

OPEN, CLOSE = "\x02", "\x03"
"""What SQLite puts round the words found; no printed text has these characters."""

TERM = re.compile(r'"[^"]+"|[^\s"]+')


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words of a query were found.

    kind: `document`, `claim` or `name`. item: the document's id, `DOCUMENT:INDEX` for a claim.
    snippet: the words with some before and after; marks: the words found, within the snippet.
    type: of whom a name names, else None.
    """

    kind: str
    item: str
    title: str | None
    snippet: str
    marks: tuple[Span, ...]
    type: str | None = None


def search(connection: Connection, query: str) -> Iterator[Hit]:
    """Find documents, then claims, then names that have all the words of the query.

    Those that have most to do with the words come first; of words that are everywhere, the newest.
    Capitals and diacritics count for nothing; "in quotes" is found as a phrase, arm* by its
    beginning. A query in a script without spaces is found wherever it stands in a text.
    """
    query = query.replace("\0", " ")  # which ends a string in SQL
    if written_without_spaces(query):
        yield from _in_runs(connection, query.strip())
        return
    if words := _match(query):
        yield from _found(connection, "document", DOCUMENTS, words)
        yield from _found(connection, "claim", CLAIMS, words)
        yield from _found(connection, "name", NAMES, words)


DOCUMENTS = """
SELECT document.id AS item, document.title, NULL AS type,
    snippet(document_words, -1, :open, :close, '…', 24) AS marked
FROM document_words JOIN document ON document.number = document_words.rowid
WHERE document_words MATCH :words ORDER BY {order} LIMIT :most
"""

CLAIMS = """
SELECT told.claim AS item, told.title, NULL AS type,
    snippet(quote_words, -1, :open, :close, '…', 24) AS marked
FROM quote_words
JOIN evidence ON evidence.id = quote_words.rowid
JOIN told ON told.id = evidence.claim
WHERE quote_words MATCH :words AND evidence.claim NOT IN (
    SELECT last.claim
    FROM (SELECT claim, max(decision) AS number FROM review GROUP BY claim) AS last
    JOIN decision ON decision.number = last.number
    WHERE decision.kind = 'rejected'
)
ORDER BY {order} LIMIT :most
"""

NAMES = """
SELECT document.id AS item, document.title, entity.type,
    highlight(name_words, 0, :open, :close) AS marked
FROM name_words
JOIN entity ON entity.id = name_words.rowid
JOIN document ON document.number = entity.document
WHERE name_words MATCH :words ORDER BY {order} LIMIT :most
"""

TABLES = {"document": "document_words", "claim": "quote_words", "name": "name_words"}

MANY = "SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH :words LIMIT :many)"

RUNS = """
SELECT document.id, document.title, document.text
FROM document_runs JOIN document ON document.number = document_runs.rowid
WHERE document_runs.text LIKE :like ORDER BY document.number LIMIT :most
"""

# subtle: the index has nothing for fewer than three characters, so these texts are looked through.
SHORT_RUNS = """
SELECT id, title, text FROM document
WHERE number IN (SELECT id FROM document_runs_docsize) AND text LIKE :like
ORDER BY number LIMIT :most
"""


def _match(query: str) -> str:
    """Write the query in FTS5's own syntax, each word quoted so that none is an operator.

    >>> _match('livré AND arm* "Mech"')
    '"livré" "AND" "arm"* "Mech"'
    """
    terms = []
    for term in TERM.findall(query):
        bare = term.strip('"')
        beginning = "*" if bare.endswith("*") and not term.startswith('"') else ""
        if re.search(r"\w", bare):
            terms.append(f'"{bare.rstrip("*")}"{beginning}')
    return " ".join(terms)


def _found(connection: Connection, kind: str, query: str, words: str) -> Iterator[Hit]:
    table = TABLES[kind]
    common = connection.execute(sql(MANY.format(table=table)), {"words": words, "many": COMMON})
    order = f"{table}.rowid DESC" if common.scalar() == COMMON else f"rank, {table}.rowid"
    given = {"words": words, "most": MOST, "open": OPEN, "close": CLOSE}
    for row in connection.execute(sql(query.format(order=order)), given):
        snippet, marks = _unmarked(" ".join(row.marked.split()))
        yield Hit(kind, row.item, row.title, snippet, marks, row.type)


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Take the marks out of a snippet, and say where they stood."""
    text, marks = "", []
    for part in marked.split(OPEN):
        words, closed, rest = part.partition(CLOSE)
        if closed and words:
            marks.append(Span(len(text), len(text) + len(words)))
        text += words + rest
    return text, tuple(marks)


def _in_runs(connection: Connection, query: str) -> Iterator[Hit]:
    texts = RUNS if len(query) >= 3 else SHORT_RUNS
    given = {"like": f"%{query}%", "most": MOST}
    for row in connection.execute(sql(texts), given):
        snippet, marks = _unmarked(_around(row.text, query))
        yield Hit("document", row.id, row.title, snippet, marks)


def _around(text: str, query: str) -> str:
    """Cut the words found out of a text, marked, with some before and after."""
    found = re.search(re.escape(query), text, re.IGNORECASE)
    if found is None:  # LIKE takes % and _ for any letter
        return " ".join(text[: 2 * AROUND].split())
    before = text[max(0, found.start() - AROUND) : found.start()]
    after = text[found.end() : found.end() + AROUND]
    return " ".join(f"{before}{OPEN}{found[0]}{CLOSE}{after}".split())
