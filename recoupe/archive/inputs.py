"""What a person names on the command line → the single files and addresses that are meant."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from recoupe.archive.formats import is_url, unsupported


@dataclass(frozen=True, slots=True)
class Left:
    """Something that is not read, and why: one line that names it."""

    address: str
    why: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read, what a folder held besides, and what was named but cannot be read.

    addresses: paths and URLs, sorted, each once. skipped: found inside folders, no error.
    refused: named by the person, so each is an error.
    """

    addresses: tuple[str, ...]
    skipped: tuple[Left, ...] = ()
    refused: tuple[Left, ...] = ()


def inputs(named: Iterable[str]) -> Inputs:
    """Expand paths, folders and http(s) addresses into single inputs, sorted, each once."""
    found: set[str] = set()
    skipped: set[Left] = set()
    refused: set[Left] = set()
    for name in named:
        if is_url(name):
            found.add(name)
        elif why := _refusal(name):
            refused.add(Left(name, why))
        elif os.path.isdir(name):
            for path in _files(Path(name)):
                reason = _skipped(path)
                skipped.update({Left(str(path), reason)} if reason else ())
                found.update(() if reason else {str(path)})
        else:
            found.add(os.path.normpath(name))
    return Inputs(tuple(sorted(found)), _sorted(skipped), _sorted(refused))


def _refusal(name: str) -> str | None:
    if os.path.isdir(name):
        return None
    if "://" in name:
        return f"{name}: only http and https addresses are fetched."
    if not os.path.exists(name):
        return f"{name}: no such file or folder. Check the spelling."
    if not os.path.isfile(name):
        return f"{name}: neither a file nor a folder."
    return _unsupported(name)


def _skipped(path: Path) -> str | None:
    if path.name.startswith("."):
        return f"{path}: hidden file."
    if not path.is_file():
        return f"{path}: no file, or a link that leads nowhere."
    return _unsupported(str(path))


def _unsupported(name: str) -> str | None:
    error = unsupported(name)
    return str(error) if error else None


def _files(folder: Path) -> Iterator[Path]:
    """Give every file under a folder; hidden folders and links to folders are not entered."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(here) / name for name in sorted(names))


def _sorted(left: set[Left]) -> tuple[Left, ...]:
    return tuple(sorted(left, key=lambda item: item.address))
