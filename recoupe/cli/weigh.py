"""`recoupe weigh`"""

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, say
from recoupe.errors import BadInput

if TYPE_CHECKING:
    from recoupe.cli.gold_files import Marked
    from recoupe.model.document import Document
    from recoupe.model.reading import Reading


def weigh(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="X.txt and X.json for each text.")],
    as_json: AsJson = False,
) -> None:
    """Make findings of readings that lie in files, without a case.

    With --json, one list in the format of the gold findings; each document goes by its stem.

    \b
    Example:
        recoupe weigh readings
        recoupe weigh readings --json
    """
    from recoupe.cli.gold_files import marked
    from recoupe.cli.records import gold_finding
    from recoupe.cli.words import finding_headline, positions
    from recoupe.weighing.corroborate import findings

    files = {file.stem: _nouns(file) for file in marked(folder, folder)}
    if not files:
        raise BadInput(f"{folder}: no X.json with claims; recoupe read --json -o DIR writes them")
    documents = {document.id: document for document, _ in files.values()}
    found = findings([reading for _, reading in files.values()], documents)
    if as_json:
        stems = {document.id: stem for stem, (document, _) in files.items()}
        plain = [gold_finding(finding, stems) for finding in found]
        sys.stdout.write(json.dumps(plain, ensure_ascii=False) + "\n")
        return
    for finding in found:
        say(finding_headline(finding), "bold")
        for line in positions(finding):
            say(f"  {line}")


def _nouns(file: "Marked") -> tuple["Document", "Reading"]:
    from recoupe.cli.gold_files import broken, exact_text
    from recoupe.model.document import Document, Publication
    from recoupe.model.gold import reading_from_plain
    from recoupe.model.span import Span

    text = exact_text(file.text)
    # The stem counts too: the same text under two names stays two documents.
    original = hashlib.sha256(f"{file.stem}\n{text}".encode()).hexdigest()
    plain = file.plain
    try:
        document = Document(
            original=original,
            extractor="file",
            text=text,
            language=plain.get("language"),
            publisher=plain.get("publisher"),
            published=Publication(plain.get("published")),
            boilerplate=tuple(
                Span(s["start"], s["end"]) for s in plain.get("boilerplate_spans", ())
            ),
        )
        return document, reading_from_plain({**plain, "id": document.id})
    except (ValueError, KeyError, TypeError) as error:
        raise broken(file.file, error) from error
