"""What people decided, and what it did to readings and findings."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"

SCRIPT = Path(__file__).parent.parent / "0003_decisions.sql"


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
