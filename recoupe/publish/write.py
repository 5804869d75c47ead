"""Into a file, whole or not at all; a dossier in the format that the file's name asks for."""

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from recoupe.errors import BadInput
from recoupe.publish.docx import docx
from recoupe.publish.html import html
from recoupe.publish.markdown import markdown
from recoupe.publish.parts import Dossier


def _encoded(render: Callable[[Dossier], str]) -> Callable[[Dossier], bytes]:
    return lambda dossier: render(dossier).encode("utf-8")


FORMATS: dict[str, Callable[[Dossier], bytes]] = {
    ".html": _encoded(html),
    ".md": _encoded(markdown),
    ".docx": docx,
}


def write(dossier: Dossier, path: Path) -> None:
    """Write a dossier; a file of that name is replaced whole or left as it was.

    Raises BadInput where the name ends in no format, or there is no such folder.
    """
    render = FORMATS.get(path.suffix.lower())
    if render is None:
        raise BadInput(f"{path}: a dossier ends in {', '.join(FORMATS)}; name the file so")
    replace(path, [render(dossier)])


def replace(path: Path, parts: Iterable[bytes]) -> None:
    """Write beside the file, then rename: nobody ever sees half of it.

    Raises BadInput where there is no such folder, or the name is a folder's.
    """
    if not path.parent.is_dir():
        raise BadInput(f"{path}: no folder {path.parent}; make it first")
    if path.is_dir():
        raise BadInput(f"{path}: a folder; name a file in it")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode(path))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Give the rights of the file that is replaced, else those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
