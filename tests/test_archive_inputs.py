"""What a person names becomes single inputs, the same every time."""

from pathlib import Path

from recoupe.archive.inputs import inputs


def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.HTML", "sub/c.pdf", "sub/photo.jpg", ".hidden/d.txt", ".note.txt"):
        path = tmp_path / "press" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path / "press"


def test_a_folder_gives_its_readable_files_sorted(tmp_path: Path) -> None:
    press = folder(tmp_path)

    found = inputs([str(press)])

    assert found.addresses == tuple(str(press / name) for name in ("a.HTML", "b.txt", "sub/c.pdf"))
    assert found.refused == ()


def test_what_a_folder_holds_besides_is_skipped_with_the_reason(tmp_path: Path) -> None:
    press = folder(tmp_path)

    skipped = {left.address: left.why for left in inputs([str(press)]).skipped}

    assert ".jpg files are not read" in skipped[str(press / "sub/photo.jpg")]
    assert "hidden" in skipped[str(press / ".note.txt")]


def test_a_file_named_outright_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    press = folder(tmp_path)

    found = inputs([str(press / "sub/photo.jpg"), "nowhere.txt", "ftp://a.example/x.pdf"])

    assert found.addresses == ()
    assert [left.address for left in found.refused] == [
        str(press / "sub/photo.jpg"),
        "ftp://a.example/x.pdf",
        "nowhere.txt",
    ]
    assert all(left.why.startswith(left.address) for left in found.refused)


def test_what_is_named_twice_is_read_once(tmp_path: Path) -> None:
    press = folder(tmp_path)
    web = "https://a.example/article"

    found = inputs([str(press / "b.txt"), web, str(press), web, f"{press}/./b.txt"])

    assert found.addresses.count(str(press / "b.txt")) == 1
    assert found.addresses.count(web) == 1


def test_the_order_of_the_arguments_does_not_matter(tmp_path: Path) -> None:
    press = folder(tmp_path)
    named = [str(press), "https://a.example/x", "gone.txt"]

    assert inputs(named) == inputs(reversed(named))


def test_a_link_that_leads_round_in_circles_is_not_followed(tmp_path: Path) -> None:
    press = folder(tmp_path)
    (press / "loop").symlink_to(press)

    assert len(inputs([str(press)]).addresses) == 3
