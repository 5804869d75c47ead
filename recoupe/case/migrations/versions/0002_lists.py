"""Lists of sanctions: versions, entries, and which version has which entry."""

from recoupe.case.migrations import script

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    script.run("0002_lists.sql")
