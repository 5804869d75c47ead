"""The bytes are precious: kept once, whole or not at all, and never silently changed."""

import hashlib
import os
from pathlib import Path

import pytest

from recoupe.archive import originals
from recoupe.archive.originals import intact, keep, original
from recoupe.errors import StorageFull, Unreadable

DATA = "Tunis dément.".encode()
SHA = hashlib.sha256(DATA).hexdigest()


def test_bytes_come_back_from_under_their_hash(tmp_path: Path) -> None:
    sha256 = keep(tmp_path, DATA)

    assert sha256 == SHA
    assert original(tmp_path, sha256) == DATA
    assert (tmp_path / SHA[:2] / SHA).is_file()


def test_keeping_the_same_bytes_again_changes_nothing(tmp_path: Path) -> None:
    place = tmp_path / SHA[:2] / keep(tmp_path, DATA)
    before = place.stat()

    keep(tmp_path, DATA)

    assert place.stat() == before
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [place]


def test_an_untouched_folder_is_intact(tmp_path: Path) -> None:
    keep(tmp_path, DATA)

    assert list(intact(tmp_path)) == []


def test_a_changed_byte_is_found_and_not_handed_out(tmp_path: Path) -> None:
    place = tmp_path / SHA[:2] / keep(tmp_path, DATA)
    os.chmod(place, 0o644)
    place.write_bytes(DATA.replace(b"Tunis", b"Paris"))

    (problem,) = intact(tmp_path)

    assert problem.path == place
    assert problem.harmful
    with pytest.raises(Unreadable, match="no longer those that were captured"):
        original(tmp_path, SHA)


def test_what_a_kill_left_behind_is_known_and_harmless(tmp_path: Path) -> None:
    keep(tmp_path, DATA)
    (tmp_path / SHA[:2] / f"{originals.UNFINISHED}x1y2").write_bytes(b"Tun")

    (problem,) = intact(tmp_path)

    assert not problem.harmful
    assert "interrupted write" in problem.what
    assert original(tmp_path, SHA) == DATA


def test_a_missing_original_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=f"{SHA}: the original is missing"):
        original(tmp_path, SHA)


def test_a_path_is_no_hash(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no SHA-256"):
        original(tmp_path, "../../etc/passwd")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full (Linux)")
def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**where: Path) -> tuple[int, str]:
        (where["dir"] / ".part-full").touch()
        return os.open("/dev/full", os.O_WRONLY), str(where["dir"] / ".part-full")

    monkeypatch.setattr(originals.tempfile, "mkstemp", lambda prefix, dir: full(dir=dir))

    with pytest.raises(StorageFull, match="What was stored before is intact"):
        keep(tmp_path, DATA)

    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
