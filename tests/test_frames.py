"""What stands in a frame is never read as surer than the frame tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from recoupe.model.factuality import Certainty, Factuality
from recoupe.reading.read import read
from tests.marked import FOLDER, document_of

LANGUAGES = ("fr", "en")
VOWELS = "aeiouyhâàéèêëîïôöûüœ"
PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Framed:
    """A thing told in a frame. ceiling: the surest reading that the frame leaves open."""

    text: str
    language: str
    ceiling: Factuality

    def __str__(self) -> str:
        return self.text


def _written(language: str) -> str:
    return (FOLDER / f"frames-{language}.md").read_text("utf-8")


def _told(written: str) -> Iterator[dict[str, str]]:
    """Give the things told, each by its forms."""
    rows = [r.strip("| ").split(" | ") for r in written.splitlines() if r.startswith("| ")]
    head, _, *things = rows
    yield from (dict(zip(head, thing, strict=True)) for thing in things)


def _frames(written: str) -> Iterator[tuple[str, Factuality]]:
    for frame, ceiling in re.findall(r"^- (.+) (\S+)$", written, re.MULTILINE):
        yield frame, Factuality.parse(ceiling)


def _filled(frame: str, thing: dict[str, str]) -> str:
    text = PLACE.sub(lambda place: thing[place[1]], frame)
    text = re.sub(rf"\b([Qq])ue (?=[{VOWELS}])", r"\1u'", text)
    text = re.sub(r"\b([Ss])i (?=ils?\b)", r"\1'", text)
    text = re.sub(
        r"(« |“|\")?(\w)", lambda first: (first[1] or "") + first[2].upper(), text, count=1
    )
    return text


@cache
def _every() -> tuple[Framed, ...]:
    return tuple(
        Framed(_filled(frame, thing), language, ceiling)
        for language in LANGUAGES
        for frame, ceiling in _frames(_written(language))
        for thing in _told(_written(language))
    )


def _marked() -> Iterator[object]:
    fails = pytest.mark.xfail(strict=True, reason="known; take it off the list when it is mended")
    known = {line for name in LANGUAGES for line in re.findall(r"^> (.+)$", _written(name), re.M)}
    for framed in _every():
        yield pytest.param(framed, id=str(framed), marks=[fails] if framed.text in known else [])


@pytest.mark.parametrize("framed", [*_marked()])
def test_what_stands_in_a_frame_is_no_surer_than_the_frame(framed: Framed) -> None:
    claims = read(document_of(framed.text, framed.language)).claims

    assert [str(c.factuality) for c in claims if _surer(c.factuality, framed.ceiling)] == []


def _surer(told: Factuality, ceiling: Factuality) -> bool:
    if told.certainty is Certainty.U:
        return False
    return told.certainty > ceiling.certainty or told.affirmed != ceiling.affirmed
