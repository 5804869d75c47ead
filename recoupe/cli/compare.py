"""`recoupe compare`"""

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from recoupe.cli.terminal import AsJson, say_record
from recoupe.errors import BadInput

COLUMNS = ("id", "name_a", "name_b", "schema")
ADDED = ("score", "decision", "why")


def compare(
    pairs: Annotated[
        str,
        typer.Argument(
            metavar="PAIRS.csv", help="Columns id, name_a, name_b, schema; - reads it from stdin."
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Say for pairs of names whether both can be names of one person, company, body or ship.

    Prints the rows as CSV with score (0 to 1), decision (true from the default threshold on) and
    why: which part of one name matched which of the other, and by what rule. Columns beside the
    four are left out.

    \b
    Example:
        recoupe compare pairs.csv
        recoupe compare - < pairs.csv > compared.csv
        recoupe compare pairs.csv --json
    """
    compared = map(_compared, _rows(_text(pairs), pairs))
    if as_json:
        for record in compared:
            say_record(record)
        return
    printed = csv.DictWriter(sys.stdout, (*COLUMNS, *ADDED), lineterminator="\n")
    printed.writeheader()
    for record in compared:
        score, decision = f"{record['score']:.3f}", str(record["decision"]).lower()
        why = "; ".join(record["why"])
        printed.writerow({**record, "score": score, "decision": decision, "why": why})


def _compared(row: dict[str, str]) -> dict[str, Any]:
    from recoupe.identity.names import THRESHOLD, compare

    found = compare(row["name_a"], row["name_b"], row["schema"] or "LegalEntity")
    decision = found.score >= THRESHOLD
    return {**row, "score": found.score, "decision": decision, "why": [*map(str, found.parts)]}


def _text(pairs: str) -> str:
    named = "standard input" if pairs == "-" else pairs
    if pairs != "-" and not Path(pairs).is_file():
        raise BadInput(f"{pairs}: no such file")
    raw = sys.stdin.buffer.read() if pairs == "-" else Path(pairs).read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(
            f"{named}, line {line}: is not UTF-8 text; save it as CSV UTF-8 and run it again"
        ) from error


def _rows(text: str, pairs: str) -> Iterator[dict[str, str]]:
    """Give the four columns of each row; raise BadInput where a column or a name is missing."""
    named = "standard input" if pairs == "-" else pairs
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = [column for column in COLUMNS if column not in (table.fieldnames or ())]
        if missing:
            raise BadInput(
                f"{named}: no column {', '.join(missing)}; "
                f"the first line must name {', '.join(COLUMNS)}"
            )
        for row in table:
            yield _row(row, f"{named}, line {table.line_num}")
    except csv.Error as error:
        raise BadInput(f"{named}, line {table.line_num}: is not CSV: {error}") from error


def _row(row: Mapping[str, str | None], where: str) -> dict[str, str]:
    found = {column: (row[column] or "").strip() for column in COLUMNS}
    for column in ("name_a", "name_b"):
        if not found[column]:
            raise BadInput(f"{where}: {column} is empty")
    return found
