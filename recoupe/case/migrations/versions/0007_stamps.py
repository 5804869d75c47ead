"""Which findings are the same as before, and how many claims each has."""

from recoupe.case.migrations import script

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    script.run("0007_stamps.sql")
