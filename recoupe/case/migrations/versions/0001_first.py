"""The first tables of a case."""

from recoupe.case.migrations import script

revision = "0001"
down_revision = None


def upgrade() -> None:
    script.run("0001_first.sql")
