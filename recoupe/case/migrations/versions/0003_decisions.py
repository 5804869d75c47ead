"""What people decided, and what it did to readings and findings."""

from recoupe.case.migrations import script

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    script.run("0003_decisions.sql")
