"""Files and standard input → readings on standard output, or one file each."""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import typer

from recoupe.archive import formats
from recoupe.archive.capture import Captured, capture
from recoupe.archive.extract import extract
from recoupe.cli.reader import report
from recoupe.cli.terminal import progress, say, say_record, tell
from recoupe.cli.words import claim_lines
from recoupe.errors import BadInput, NoReader, Unreadable
from recoupe.model.document import Document
from recoupe.model.gold import reading_to_plain
from recoupe.model.reading import Reading
from recoupe.reading.reader import Reader


def read_files(
    names: Sequence[str], reader: Reader, to: Path | None, language: str | None, as_json: bool
) -> None:
    """Read each file and print its claims; to: the folder for one JSON file each."""
    if to is not None:
        _check_stems(names)
        to.mkdir(parents=True, exist_ok=True)
    failed = 0
    with progress("reading", names) as some:
        for name in some:
            try:
                document = document_of(name, language)
                reading = reader.read(document)
            except (Unreadable, NoReader) as error:
                tell(f"recoupe: {_naming(name, str(error))}")
                failed += 1
                continue
            _give(name, document, reading, to, as_json)
    report(reader)
    if failed:
        raise typer.Exit(1)


def document_of(name: str, language: str | None = None) -> Document:
    """Make the document of a file, or of standard input for `-`; its language may be given."""
    captured = _stdin() if name == "-" else capture(name)
    document = extract(captured, hashlib.sha256(captured.data).hexdigest())
    return document if language is None else replace(document, language=language)


def _stdin() -> Captured:
    return Captured("-", sys.stdin.buffer.read(), formats.PLAIN, datetime.now(UTC))


def _check_stems(names: Sequence[str]) -> None:
    stem, times = Counter(_stem(name) for name in names).most_common(1)[0]
    if times > 1:
        raise BadInput(f"{times} files would become {stem}.json; give them in calls of their own")


def _stem(name: str) -> str:
    return "stdin" if name == "-" else Path(name).stem


def _naming(name: str, error: str) -> str:
    return error if name in error else f"{name}: {error}"


def _give(name: str, document: Document, reading: Reading, to: Path | None, as_json: bool) -> None:
    if not as_json:
        for line in _human(reading, document):
            say(line)
        return
    plain = reading_to_plain(replace(reading, document=_stem(name)), document.text)
    if to is None:
        say_record(plain)
        return
    written = json.dumps(plain, ensure_ascii=False, indent=1)
    (to / f"{_stem(name)}.json").write_text(written + "\n", "utf-8")


def _human(reading: Reading, document: Document) -> Iterator[str]:
    for index, claim in enumerate(reading.claims):
        if index:
            yield ""
        yield from claim_lines(claim, document.text)
    if not reading.claims:
        tell("no claim: no sentence tells of a transfer, order, meeting or the like")
