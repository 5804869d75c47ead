"""A case is one folder, and nothing else passes for one."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect

from recoupe.case import folder, schema, store
from recoupe.case.connect import readable
from recoupe.case.tables import SCHEMA, metadata
from recoupe.case.verify import verify
from recoupe.errors import NotACase
from tests.case_nouns import document, line


def test_a_new_case_holds_its_settings_its_database_and_a_place_for_originals(
    tmp_path: Path,
) -> None:
    case = folder.create(tmp_path / "mech", "The Mech contract")

    assert case.name == "The Mech contract"
    assert {p.name for p in case.folder.iterdir()} == {"case.toml", "case.sqlite", "originals"}


@pytest.mark.parametrize("name", ['"Quoted" \\ back', "Пекин 北京 🚀", "a # b = c"])
def test_any_name_survives_its_settings_file(tmp_path: Path, name: str) -> None:
    folder.create(tmp_path / "mech", name)

    assert folder.open(tmp_path / "mech").name == name


def test_a_folder_that_holds_something_becomes_no_case(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Mine.", "utf-8")

    with pytest.raises(NotACase, match="not empty"):
        folder.create(tmp_path)

    assert [p.name for p in tmp_path.iterdir()] == ["article.txt"]


def test_a_case_is_not_made_over_a_case(tmp_path: Path) -> None:
    folder.create(tmp_path / "mech")

    with pytest.raises(NotACase, match="not empty"):
        folder.create(tmp_path / "mech")


def test_a_case_whose_making_was_cut_short_is_completed(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech")
    (case.folder / "case.toml").unlink()

    folder.create(tmp_path / "mech")

    assert folder.open(tmp_path / "mech").name == "mech"


def test_a_folder_without_settings_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(NotACase, match=r"no case here .*recoupe new"):
        folder.open(tmp_path)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ('name = "a"\ncreated = 2024-06-01\ncolour = "red"', "colour: Extra inputs"),
        ("created = 2024-06-01", "name: Field required"),
        ("name = ", "not TOML"),
        ('name = "a"\ncreated = 2024-06-01\n[pipelines]\nde = 3', r"pipelines\.de"),
    ],
)
def test_settings_that_break_the_schema_name_file_and_field(
    tmp_path: Path, settings: str, says: str
) -> None:
    case = folder.create(tmp_path / "mech")
    (case.folder / "case.toml").write_text(settings, "utf-8")

    with pytest.raises(NotACase, match=rf"case\.toml.*{says}"):
        folder.open(case.folder)


def test_a_case_by_a_newer_recoupe_is_refused_with_the_way_out(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech")
    with sqlite3.connect(case.database) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(NotACase, match=r"newer Recoupe.*pip install --upgrade recoupe"):
        folder.open(case.folder)


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to look at" * 99])
def test_a_damaged_database_is_named(tmp_path: Path, content: bytes) -> None:
    case = folder.create(tmp_path / "mech")
    case.database.write_bytes(content)

    with pytest.raises(NotACase, match=r"case\.sqlite"):
        folder.open(case.folder)


def test_the_migrations_make_the_tables_that_the_code_knows(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech")

    with readable(case.database) as connection:
        found = inspect(connection)
        made = {t: {c["name"] for c in found.get_columns(t)} for t in metadata.tables}

    known = {name: set(table.columns.keys()) for name, table in metadata.tables.items()}
    unused = {"evidence", "role", "source", "reason", "mention"}
    assert {t: c - ({"id"} if t in unused else set()) for t, c in made.items()} == known
    assert schema.version(case.database) == SCHEMA


def test_a_case_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        into.add_document(line(document()), document())
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    for path in (case.database, case.folder):
        path.chmod(0o555)

    with store.reading_from(folder.open(case.folder)) as held:
        assert held.documents() == (document(),)


def test_a_copied_folder_is_the_whole_case(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        into.add_document(line(document()), document())

    copied = shutil.copytree(case.folder, tmp_path / "handed # 100% over?")

    with store.reading_from(folder.open(copied)) as held:
        assert held.documents() == (document(),)


@pytest.fixture
def older(tmp_path: Path) -> folder.Case:
    """A case whose tables stand where they stood before there were decisions."""
    made = folder.create(tmp_path / "mech")
    steps = Path(schema.__file__).parent / "migrations"
    made.database.unlink()
    with sqlite3.connect(made.database) as database:
        for step in ("0001_first.sql", "0002_lists.sql"):
            database.executescript((steps / step).read_text("utf-8"))
        database.execute("CREATE TABLE alembic_version (version_num TEXT NOT NULL)")
        database.execute("INSERT INTO alembic_version VALUES ('0002')")
    return made


def test_a_case_of_an_older_recoupe_can_be_read_and_reviewed(older: folder.Case) -> None:
    assert list(verify(older)) == []

    with store.reading_from(older) as held:
        assert (held.documents(), held.decisions(), held.reviews()) == ((), (), {})
    assert schema.version(older.database) == SCHEMA
