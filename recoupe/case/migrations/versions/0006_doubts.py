"""What is to be doubted in documents, and when each claim's turn comes to be reviewed."""

from recoupe.case.migrations import script

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    script.run("0006_doubts.sql")
