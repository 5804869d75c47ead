"""The README and docs say what is so: the example is run, the map walked, links followed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
README = (HOUSE / "README.md").read_text("utf-8")
EXAMPLE = re.compile(
    r'^ {4}\$ echo "(?P<sentence>[^"\n]+)" \| recoupe read -\n(?P<answer>(?: {4}.*\n)+)',
    re.MULTILINE,
)
MAPPED_ROOM = re.compile(r"^ {6}([a-z]+)(?:/|\.py) ", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
WORDS = HOUSE / "recoupe" / "languages"
NAMED_WORDS = re.compile(r"^\| `([\w/]+\.toml)` \|", re.MULTILINE)
PAGES = sorted(
    page
    for folder in (".", "docs", "examples", "training", "recoupe/languages/pipelines")
    for page in (HOUSE / folder).glob("*/*.md" if "pipelines" in folder else "*.md")
)


def read(sentence: str) -> str:
    command = [sys.executable, "-m", "recoupe", "read", "-"]
    done = subprocess.run(
        command, input=sentence + "\n", capture_output=True, encoding="utf-8", cwd=HOUSE
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def unindented(block: str) -> list[str]:
    return [line.removeprefix("    ").rstrip() for line in block.rstrip("\n").split("\n")]


def test_the_first_example_gives_what_the_readme_shows() -> None:
    example = EXAMPLE.search(README)
    assert example, "the README has no example that is piped into `recoupe read -`"

    answer = read(example["sentence"])

    assert unindented(answer) == unindented(example["answer"])


def test_the_map_has_every_room_and_no_other() -> None:
    rooms = {
        path.stem
        for path in (HOUSE / "recoupe").iterdir()
        if not path.name.startswith("_") and (path.is_dir() or path.suffix == ".py")
    }

    assert set(MAPPED_ROOM.findall(README)) == rooms


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))

    missing = [target for target in targets if not (page.parent / target).exists()]

    assert missing == []


def test_the_languages_page_names_every_file_of_words() -> None:
    page = (HOUSE / "docs" / "languages.md").read_text("utf-8")

    kept = {str(f.relative_to(WORDS)) for f in [*WORDS.glob("*.toml"), *WORDS.glob("fr/*.toml")]}

    assert set(NAMED_WORDS.findall(page)) == kept


def test_every_language_has_the_same_files() -> None:
    files = {
        folder.name: {file.name for file in folder.glob("*.toml")}
        for folder in WORDS.iterdir()
        if any(folder.glob("*.toml"))
    }

    assert len(set(map(frozenset, files.values()))) == 1, files
