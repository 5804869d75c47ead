"""`recoupe export`"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.terminal import CaseFolder, tell


class Format(StrEnum):
    """How a case's claims and findings leave it."""

    JSONL = "jsonl"
    CSV = "csv"


def export(
    case: CaseFolder,
    as_: Annotated[Format, typer.Option("--as", help="The format.")] = Format.JSONL,
    to: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Else standard output.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --as jsonl.")] = False,
) -> None:
    """Give the case's claims and findings to other programs.

    \b
    Example:
        recoupe export mech --as csv -o mech.csv
        recoupe export mech --as jsonl
    """
    from recoupe.cli.contents import contents, next_step
    from recoupe.publish.table import csv, jsonl
    from recoupe.publish.write import replace

    held = contents(case)
    if step := next_step(held):
        tell(step)
    readings = held.relied_on()
    made = jsonl if as_json or as_ is Format.JSONL else csv
    lines = made(held.findings, readings, held.documents, held.reviews)
    if to is None:
        sys.stdout.writelines(lines)
        return
    replace(to, (line.encode("utf-8") for line in lines))
