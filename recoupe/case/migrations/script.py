"""A migration's SQL, run statement by statement."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from alembic import op

HERE = Path(__file__).parent


def run(name: str) -> None:
    """Run the script of that name on the connection that alembic works on."""
    connection = op.get_bind()
    for statement in _statements((HERE / name).read_text("utf-8")):
        connection.exec_driver_sql(statement)


def _statements(script: str) -> Iterator[str]:
    """Cut at the semicolons that end a statement; those inside a trigger do not."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
