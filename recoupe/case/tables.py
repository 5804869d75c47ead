"""The columns of a case's tables; keys, views and what each column means stand in migrations/."""

from sqlalchemy import JSON, Boolean, Column, Integer, MetaData, String, Table

SCHEMA = "0007"
"""The newest migration: what a case must have to be read and written."""

metadata = MetaData()


def _words(*names: str) -> list[Column[str]]:
    return [Column(name, String) for name in names]


def _numbers(*names: str) -> list[Column[int]]:
    return [Column(name, Integer) for name in names]


def _quote() -> list[Column[int] | Column[str]]:
    return [*_numbers("start", "end"), *_words("quote")]


document = Table(
    "document",
    metadata,
    *_numbers("number"),
    *_words("id", "original", "extractor", "text", "text_hash", "language", "title", "publisher"),
    Column("authors", JSON),
    *_words("published", "published_evidence", "published_words"),
    Column("boilerplate", JSON),
)

custody = Table(
    "custody",
    metadata,
    *_numbers("line", "document"),
    *_words("original", "address", "captured"),
    *_numbers("size"),
    *_words("media_type", "extractor"),
    Column("headers", JSON),
    *_words("document_hash", "previous", "hash", "author"),
)

reading = Table(
    "reading",
    metadata,
    *_numbers("document"),
    *_words("reader", "language", "published", "publisher"),
    Column("raw", JSON(none_as_null=True)),
    *_words("doubted_by"),
    *_numbers("version"),
)

claim = Table(
    "claim",
    metadata,
    *_numbers("id", "document", "position"),
    *_words("event", "factuality", "tense"),
    Column("turn", Integer, server_default="11"),
)

evidence = Table("evidence", metadata, *_numbers("claim", "position"), *_quote())

role = Table(
    "role",
    metadata,
    *_numbers("claim", "position"),
    *_words("name"),
    *_quote(),
    Column("value", JSON(none_as_null=True)),
    *_words("resolved"),
)

source = Table("source", metadata, *_numbers("claim", "position"), *_quote(), *_words("resolved"))

reason = Table("reason", metadata, *_numbers("claim", "position"), *_words("rule"), *_quote())

entity = Table("entity", metadata, *_numbers("id", "document", "position"), *_words("name", "type"))

mention = Table("mention", metadata, *_numbers("entity", "position"), *_quote())

doubt = Table("doubt", metadata, *_numbers("id", "document", "claim"), *_words("kind", "note"))

finding = Table(
    "finding",
    metadata,
    *_numbers("number"),
    *_words("id", "event", "status"),
    *_numbers("independent_origins", "claims"),
    *_words("stamp"),
)

finding_claim = Table("finding_claim", metadata, *_numbers("finding", "position", "claim"))

finding_link = Table("finding_link", metadata, *_numbers("finding", "position"), *_words("linked"))

origin = Table(
    "origin",
    metadata,
    *_numbers("id", "finding", "position"),
    *_words("name"),
    Column("independent", Boolean),
    *_words("reading"),
)

origin_claim = Table("origin_claim", metadata, *_numbers("origin", "position", "claim"))

disagreement = Table(
    "disagreement", metadata, *_numbers("id", "finding", "position"), *_words("on")
)

side = Table(
    "side", metadata, *_numbers("disagreement", "position", "claim"), *_words("says", "quote")
)

weighed = Table(
    "weighed", metadata, *_numbers("only_row"), *_words("made_by"), *_numbers("decision")
)

decision = Table(
    "decision",
    metadata,
    *_numbers("number"),
    *_words("made", "author", "kind"),
    Column("body", JSON),
    *_words("reason", "previous", "hash"),
)

review = Table("review", metadata, *_numbers("claim", "decision"))

gone = Table("gone", metadata, *_words("finding"), Column("body", JSON))

change = Table(
    "change",
    metadata,
    *_numbers("decision", "position"),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
)

list_version = Table(
    "list_version",
    metadata,
    *_numbers("number"),
    *_words("source", "hash", "format", "published"),
    Column("originals", JSON),
    *_words("added"),
    *_numbers("entries"),
    Column("left_out", JSON),
)

list_entry = Table(
    "list_entry",
    metadata,
    *_numbers("number"),
    *_words("source", "id", "hash", "schema", "name"),
    Column("body", JSON),
)

list_presence = Table("list_presence", metadata, *_numbers("version", "entry"))

account = Table("account", metadata, *_words("key", "name", "role", "password"))

act = Table(
    "act",
    metadata,
    *_numbers("number"),
    *_words("made", "author", "did"),
    Column("about", JSON),
    *_words("previous", "hash"),
)
