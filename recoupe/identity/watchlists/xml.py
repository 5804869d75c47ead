"""Elements of an XML file of any size, one by one, each with its line."""

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from recoupe.identity.watchlists.format import Broken

CHUNK = 1 << 18
"""Bytes given to the parser at a time; more is no faster."""


def elements(file: Path, *tags: str) -> Iterator[tuple[int, Element]]:
    """Give each outermost element with one of the tags, whole, and the line where it begins.

    Names are without their namespace. Nothing else of the file is held in memory. Raises Broken
    where the file is not well-formed, is cut short, or declares a document type: no list does,
    and entities that unfold to gigabytes are declared there.
    """
    gathered = _Gathered(file, frozenset(tags))
    with file.open("rb") as source:
        while chunk := source.read(CHUNK):
            yield from gathered.fed(chunk, last=False)
    yield from gathered.fed(b"", last=True)


def root(file: Path) -> tuple[str, dict[str, str]]:
    """Give the name and the attributes of the outermost element. Raises Broken."""
    gathered = _Gathered(file, frozenset())
    with file.open("rb") as source:
        while not gathered.root and (chunk := source.read(CHUNK)):
            list(gathered.fed(chunk, last=False))
    return gathered.root or ("", {})


def text(element: Element, path: str) -> str:
    """Give the words of the first element at a path, on one line; empty where there are none."""
    return " ".join((element.findtext(path) or "").split())


def texts(element: Element, path: str) -> tuple[str, ...]:
    """Give the words of every element at a path that has some."""
    found = (" ".join("".join(one.itertext()).split()) for one in element.iterfind(path))
    return tuple(dict.fromkeys(words for words in found if words))


class _Gathered:
    """What the parser has found; expat rather than lxml, whose lines end at 65,535."""

    def __init__(self, file: Path, tags: frozenset[str]) -> None:
        self.file, self.tags = file, tags
        self.root: tuple[str, dict[str, str]] | None = None
        self.whole: list[tuple[int, Element]] = []
        self.tree = TreeBuilder()
        self.depth = self.line = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.StartDoctypeDeclHandler = self._refuse

    def fed(self, chunk: bytes, last: bool) -> Iterator[tuple[int, Element]]:
        """Give what is whole once the chunk is read; also what stands before a break in it."""
        try:
            self.parser.Parse(chunk, last)
        except expat.ExpatError as error:
            yield from self.whole
            raise Broken(self.file, error.lineno, f"not XML: {_words(error)}") from error
        whole, self.whole = self.whole, []
        yield from whole

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.root = self.root or (name, attributes)
        if name not in self.tags:
            return
        self.line, self.depth, self.tree = self.parser.CurrentLineNumber, 0, TreeBuilder()
        self.parser.StartElementHandler = self._inside
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.tree.data
        self._inside(tag, attributes)

    def _inside(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.tree.start(tag.rpartition(":")[2], attributes)

    def _end(self, tag: str) -> None:
        self.depth -= 1
        element = self.tree.end(tag.rpartition(":")[2])
        if self.depth == 0:
            self.whole.append((self.line, element))
            self.parser.StartElementHandler = self._start
            self.parser.EndElementHandler = None
            self.parser.CharacterDataHandler = None

    def _refuse(self, *declared: object) -> NoReturn:
        line = self.parser.CurrentLineNumber
        raise Broken(self.file, line, "declares a document type, which no list does; not read")


def _words(error: expat.ExpatError) -> str:
    words = expat.ErrorString(error.code)
    if words == expat.errors.XML_ERROR_NO_ELEMENTS:
        return "it ends in the middle; it may have been cut short"
    return words
