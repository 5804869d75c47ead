"""`recoupe read`: a case, or files without a case."""

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.reader import Answers, AskedReader, reader_of_files
from recoupe.cli.terminal import AsJson, NoWait, Timeout, patience
from recoupe.errors import BadInput


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="CASE|FILE|-", help="A case, or files, or - for stdin."),
    ],
    anew: Annotated[
        bool, typer.Option("--all", help="In a case: read every document anew.")
    ] = False,
    to: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="With --json: DIR/STEM.json a file."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Of files: fr or en, where it is known.")
    ] = None,
    reader: AskedReader = None,
    answers: Answers = None,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Read claims: who says what about which event, and how surely.

    In a case, only what is new or was read by an older reader is read; findings are then made
    again. A document in a language that has no reader is kept, can be searched, and is named.

    \b
    Example:
        recoupe read mech
        recoupe read --json article.txt report.pdf
        recoupe read --json -o readings articles/*.txt
        recoupe read --reader both --answers answers article.txt
        echo "Selon le FT, Pékin aurait livré 60 drones à Moscou." | recoupe read -
    """
    folders = [name for name in inputs if Path(name).is_dir()]
    if folders:
        _check_alone(inputs, folders[0], to, language, answers)
        # Imported here, as in every command: `recoupe --help` needs neither spaCy nor a database.
        from recoupe.cli.read_case import read_case

        read_case(Path(folders[0]), reader, anew, patience(no_wait, timeout), as_json)
        return
    from recoupe.cli.read_files import read_files

    if anew:
        raise BadInput("--all is for a case: recoupe read CASE --all")
    if to is not None and not as_json:
        raise BadInput("-o is for readings as JSON: recoupe read --json -o DIR FILE...")
    read_files(inputs, reader_of_files(reader, answers), to, language, as_json)


def _check_alone(
    inputs: list[str], folder: str, to: Path | None, language: str | None, answers: Path | None
) -> None:
    if len(inputs) > 1:
        raise BadInput(f"{folder}: a folder is read as a case, one at a time: recoupe read CASE")
    if to is not None or language is not None:
        raise BadInput(f"{folder}: -o and --language are for files; of a case: recoupe export CASE")
    if answers is not None:
        raise BadInput(f"{folder}: a case keeps answers in {folder}/answers; leave --answers out")
