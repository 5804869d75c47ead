"""Each room knows only the rooms above it; a newcomer can rely on it."""

import ast
from pathlib import Path

import pytest

ROOMS = (
    "errors",
    "model",
    "languages",
    "archive",
    "reading",
    "identity",
    "weighing",
    "case",
    "publish",
    "desk",
    "cli",
)
HOUSE = Path(__file__).parent.parent / "recoupe"
FILES = sorted(HOUSE.rglob("*.py"))


def room(parts: tuple[str, ...]) -> str:
    return parts[0].removesuffix(".py") if parts else "__init__"


def imported_rooms(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {room(tuple(n.split(".")[1:])) for n in names if n.startswith("recoupe.")}


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(HOUSE)))
def test_a_room_knows_only_the_rooms_above_it(file: Path) -> None:
    own = room(file.relative_to(HOUSE).parts)
    if own in ("__init__", "__main__"):
        return

    known = imported_rooms(file)

    above = set(ROOMS[: ROOMS.index(own) + 1])
    assert known <= above, f"{own} may not import {known - above}"


@pytest.mark.parametrize(("library", "rooms"), [("spacy", {"reading"}), ("sqlalchemy", {"case"})])
def test_a_heavy_library_is_known_to_one_room(library: str, rooms: set[str]) -> None:
    users = {
        room(f.relative_to(HOUSE).parts)
        for f in FILES
        if f"import {library}" in f.read_text("utf-8") or f"from {library}" in f.read_text("utf-8")
    }

    assert users <= rooms
