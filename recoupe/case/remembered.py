"""What the last weighing of a case worked out, in a file, so that the next command need not again.

The file can be deleted at any time: findings are the same without it, only later.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

import recoupe
from recoupe.case.folder import Case
from recoupe.weighing.memory import Memory, digest

FILE = "weighed.json"

MADE_OF = ("archive", "identity", "languages", "model", "weighing")
"""Rooms of the house whose code and words a finding depends on."""

WORDS = (".py", ".toml", ".json")


def remembered(case: Case) -> Memory:
    """Give the memory of the last weighing; an empty one where its file is missing or broken.

    What other code or other words have made is not taken over.
    """
    try:
        head, _, body = (case.folder / FILE).read_text("utf-8").partition("\n")
        written = json.loads(body) if head == _head(body) else {}
    except (OSError, ValueError, RecursionError):
        return Memory()
    return Memory(written if isinstance(written, dict) else {})


def remember(case: Case, memory: Memory) -> None:
    """Keep a memory for the next command; where the folder cannot be written, nothing is kept.

    Whoever calls has the case to himself. The file is put in its place once it is whole.
    """
    body = json.dumps(memory.written(), separators=(",", ":"))
    file = case.folder / FILE
    fresh = file.with_name(f"{FILE}.new")
    try:
        fresh.write_text(f"{_head(body)}\n{body}", "utf-8")
        fresh.replace(file)
    except OSError:
        return


def _head(body: str) -> str:
    """Give the first line of the file: what made it, and what it should hold."""
    return json.dumps({"made by": _house(), "holds": digest(body)})


@cache
def _house() -> str:
    """Give the hash of all code and words that findings are made with."""
    home = Path(recoupe.__file__).parent
    found = hashlib.sha256()
    for room in MADE_OF:
        for file in sorted((home / room).rglob("*")):
            if file.suffix in WORDS and "pipelines" not in file.parts:
                found.update(f"{file.relative_to(home).as_posix()}\n".encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()
