"""A file is written whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace as changed
from pathlib import Path

import pytest

from recoupe.errors import BadInput
from recoupe.publish.dossier import dossier
from recoupe.publish.write import FORMATS, replace, write
from tests.test_publish_material import material


def test_a_name_that_ends_in_no_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"a dossier ends in \.html, \.md, \.docx"):
        write(dossier(material()), tmp_path / "mech.odt")

    assert not [*tmp_path.iterdir()]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no folder"):
        write(dossier(material()), tmp_path / "missing" / "mech.html")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mech.html").mkdir()

    with pytest.raises(BadInput, match="a folder"):
        write(dossier(material()), tmp_path / "mech.html")


@pytest.mark.parametrize("form", FORMATS)
def test_a_dossier_that_cannot_be_rendered_leaves_the_file_as_it_was(
    form: str, tmp_path: Path
) -> None:
    file = tmp_path / f"mech{form}"
    file.write_bytes(b"before")

    with pytest.raises(BadInput):
        write(changed(dossier(material()), language="xx"), file)

    assert file.read_bytes() == b"before"
    assert [*tmp_path.iterdir()] == [file]


def test_a_file_that_is_broken_off_leaves_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "mech.csv"
    file.write_bytes(b"before")

    def broken() -> Iterator[bytes]:
        yield b"after"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        replace(file, broken())

    assert file.read_bytes() == b"before"
    assert [*tmp_path.iterdir()] == [file]


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "mech.md"
    file.write_bytes(b"before")
    file.chmod(0o640)

    write(dossier(material()), file)

    assert file.stat().st_mode & 0o777 == 0o640
    assert file.read_text("utf-8").startswith("# Dossier: mech")
