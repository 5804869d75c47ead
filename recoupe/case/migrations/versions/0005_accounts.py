"""Who may open the case beyond its machine, and what was done at it."""

from recoupe.case.migrations import script

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    script.run("0005_accounts.sql")
