"""Who brought a document in, in its line of custody."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"

SCRIPT = Path(__file__).parent.parent / "0004_author.sql"


def upgrade() -> None:
    connection = op.get_bind()
    for statement in _statements(SCRIPT.read_text("utf-8")):
        connection.exec_driver_sql(statement)


def _statements(script: str) -> Iterator[str]:
    """Cut at the semicolons that end a statement; those inside a trigger do not."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
