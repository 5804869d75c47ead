"""The main job from end to end: a folder of articles in, a dossier with footnotes out.

`make demo` runs it. It makes the case `demo/` anew, by the commands that a user would type.
"""

import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
CASE = "demo"
ARTICLES = "examples/case"
COMMANDS = (
    ("new", CASE),
    ("add", CASE, ARTICLES),
    ("read", CASE),
    ("findings", CASE),
    ("dossier", CASE, "-o", f"{CASE}/dossier.html"),
    ("dossier", CASE, "-o", f"{CASE}/dossier.docx"),
    ("dossier", CASE, "-o", f"{CASE}/dossier.md"),
)
CLOSING = """
The dossier is {dossier}; the same as dossier.docx and dossier.md beside it.

Look at these:
- The Mech contract: 4.3 million euros, and nobody who says it is surer than "reportedly".
- The soldiers to be trained: 60 in two documents, 75 in a third, side by side.
- The drones for Kupol: an agency text and its reprint, and one origin.
- Arms for Russia: claimed by Zelensky, denied by Beijing.
- The notice of 22 May in an article of 2 May.

examples/README.md says what is fact in the example and what is invented.
"""


def main() -> int:
    """Run the demo in the project's root; give its exit status."""
    started = time.monotonic()
    status = demo(HOUSE)
    if status == 0:
        print(f"\nDone in {time.monotonic() - started:.0f} seconds.")
        print(CLOSING.format(dossier=HOUSE / CASE / "dossier.html"))
    return status


def demo(folder: Path) -> int:
    """Run every command there; give the exit status of the first that fails, or 0."""
    shutil.rmtree(folder / CASE, ignore_errors=True)
    for command in COMMANDS:
        print(f"\n$ recoupe {shlex.join(command)}", flush=True)
        done = subprocess.run([sys.executable, "-m", "recoupe", *command], cwd=folder, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
