"""Bytes as they came in, under their SHA-256; written once, never changed."""

import contextlib
import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from recoupe.errors import StorageFull, Unreadable

NAME = re.compile(r"[0-9a-f]{64}")
UNFINISHED = ".part-"  # what a kill in mid-write leaves behind; never read, safe to delete
PIECE = 1 << 20  # bytes of a file that are in memory at a time
CHANGED = (
    "the bytes are no longer those that were captured. Put the file back from a copy of the case."
)
FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file among the originals, and whether it harms.

    harmful: False for what an interrupted write left; nothing rests on such a file.
    """

    path: Path
    what: str
    harmful: bool = True


def keep(folder: Path, data: bytes) -> str:
    """Store bytes under their SHA-256 and give it; bytes kept before are left as they are.

    A file appears under its name whole or not at all, also when the machine stops.
    Raises StorageFull.
    """
    return _kept(folder, hashlib.sha256(data).hexdigest(), [data])


def keep_file(folder: Path, path: Path) -> str:
    """Store the bytes of a file as `keep` does, piece by piece: it may be larger than memory."""
    return _kept(folder, _sha256(path), _pieces(path))


def original(folder: Path, sha256: str) -> bytes:
    """Give the bytes kept under a SHA-256.

    Raises Unreadable where they are missing or are no longer what was kept.
    """
    place = _place(folder, sha256)
    try:
        data = place.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(
            place, "the original is missing. Put it back from a copy of the case."
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Unreadable(place, CHANGED)
    return data


def intact(folder: Path) -> Iterator[Problem]:
    """Read every original again and give each problem, in the order of the names."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if problem := _problem(folder, path):
            yield problem


def _kept(folder: Path, sha256: str, pieces: Iterable[bytes]) -> str:
    place = _place(folder, sha256)
    if place.exists():
        return sha256
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(place, pieces)
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise StorageFull(
            f"{folder}: no room for {place.name:.12}. What was stored before is intact; "
            "free some space and run the same command again."
        ) from error
    return sha256


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _place(folder: Path, sha256: str) -> Path:
    if not NAME.fullmatch(sha256):
        raise ValueError(f"{sha256!r} is no SHA-256: need 64 hex digits in lower case")
    return folder / sha256[:2] / sha256


def _write_whole(place: Path, pieces: Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o444)
        os.replace(name, place)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system knows how."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _problem(folder: Path, path: Path) -> Problem | None:
    if path.name.startswith(UNFINISHED):
        return Problem(path, f"{path}: left by an interrupted write; may be deleted.", False)
    if not NAME.fullmatch(path.name) or path != _place(folder, path.name):
        return Problem(path, f"{path}: not put here by Recoupe; move it elsewhere.", False)
    if _sha256(path) != path.name:
        return Problem(path, str(Unreadable(path, CHANGED)))
    return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
