"""Every command says how it is used, and says so at once."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recoupe import __version__
from recoupe.cli.app import COMMANDS, app

HOUSE = Path(__file__).parent.parent
NAMES = [command.__name__ for command in COMMANDS]
EXAMPLE = re.compile(r"Example:\n((?:      .+\n)+)")


def shown(*arguments: str) -> str:
    return CliRunner().invoke(app, [*arguments, "--help"], prog_name="recoupe").output


@pytest.mark.parametrize("name", NAMES)
def test_every_command_shows_an_example_of_itself(name: str) -> None:
    example = EXAMPLE.search(shown(name))

    assert example
    assert all(f"recoupe {name} " in line for line in example[1].splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_every_example_uses_options_that_there_are(name: str) -> None:
    example = EXAMPLE.search(shown(name))[1]

    options = set(re.findall(r"(?<= )--?[a-z-]+", re.sub(r'"[^"]*"', "", example)))
    assert all(re.search(rf"{re.escape(option)}\b", shown(name)) for option in options)


# The desk gives each of its pages as JSON; the command itself prints one link.
@pytest.mark.parametrize("name", [name for name in NAMES if name != "desk"])
def test_every_command_can_give_json(name: str) -> None:
    assert "--json" in shown(name)


def test_the_manual_has_every_command() -> None:
    manual = (HOUSE / "docs" / "cli.md").read_text("utf-8")

    assert [name for name in NAMES if f"## recoupe {name}" not in manual] == []


def test_help_is_there_before_one_looks_for_it() -> None:
    began = time.monotonic()
    subprocess.run([sys.executable, "-m", "recoupe", "--help"], check=True, capture_output=True)

    assert time.monotonic() - began < 2  # 0.1 seconds on an idle machine; tests share theirs


@pytest.mark.parametrize("library", ["spacy", "sqlalchemy", "trafilatura", "rich", "pydantic"])
def test_help_needs_no_heavy_library(library: str) -> None:
    look = f"import sys, recoupe.cli; sys.exit({library!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", look]).returncode == 0


def test_it_says_which_version_it_is() -> None:
    said = CliRunner().invoke(app, ["--version"])

    assert (said.exit_code, said.output) == (0, f"recoupe {__version__}\n")
