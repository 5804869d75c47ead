"""Whether a case's tables are those that this Recoupe knows, and how they become so."""

from pathlib import Path

from sqlalchemy import Connection

from recoupe.case.connect import readable, writable
from recoupe.case.tables import SCHEMA
from recoupe.errors import NotACase

HAS_VERSION = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"


def check(database: Path) -> None:
    """Raise NotACase where the database is missing, no case's, or made by a newer Recoupe.

    A database of an older Recoupe is brought up to date when it is next opened.
    """
    if not database.is_file():
        raise NotACase(f"{database}: missing; put a copy of the case in its place")
    found = version(database)
    if found is None:
        raise NotACase(f"{database}: not the database of a case; put a copy of the case there")
    if found > SCHEMA:
        raise NotACase(
            f"{database}: made by a newer Recoupe (tables {found}, this one knows {SCHEMA}); "
            "install the newest: pip install --upgrade recoupe"
        )


def version(database: Path) -> str | None:
    """Give the migration that the tables stand at, None where there is none."""
    with readable(database) as connection:
        return stands(connection)


def stands(connection: Connection) -> str | None:
    """Give the same of a database that is open."""
    with connection.begin():
        if connection.exec_driver_sql(HAS_VERSION).first() is None:
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def upgrade(database: Path) -> None:
    """Bring the tables up to date; all steps or none, in one transaction."""
    # Imported here: alembic takes a third of a second that no other command needs.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "recoupe.case:migrations")
    with writable(database) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
