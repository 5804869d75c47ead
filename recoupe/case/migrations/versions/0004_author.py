"""Who brought a document in, in its line of custody."""

from recoupe.case.migrations import script

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    script.run("0004_author.sql")
