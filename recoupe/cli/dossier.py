"""`recoupe dossier`"""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell


class Language(StrEnum):
    """The languages that a dossier's own words are in."""

    EN = "en"
    FR = "fr"


def dossier(
    case: CaseFolder,
    to: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Ends in .html, .md or .docx.")
    ],
    language: Annotated[
        Language, typer.Option(help="Of the dossier's own words; quotes stay as they are.")
    ] = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Write a dossier: every sentence with its footnote to a quote.

    \b
    Example:
        recoupe dossier mech -o mech.docx
        recoupe dossier mech -o mech.html --language fr
    """
    from recoupe.cli.contents import contents, next_step
    from recoupe.publish.dossier import dossier as made
    from recoupe.publish.material import Material
    from recoupe.publish.write import write
    from recoupe.weighing.doubts import doubts

    held = contents(case)
    if step := next_step(held):
        tell(step)
    readings = held.relied_on()
    material = Material(
        case=held.case.name,
        findings=held.findings,
        readings=readings,
        documents=held.documents,
        custody=held.custody,
        doubts=doubts(readings, held.documents),
        decisions=held.decisions,
        reviews=held.reviews,
        made_at=datetime.now(UTC),
    )
    write(made(material, language.value), to)
    if as_json:
        say_record({"dossier": str(to), "findings": len(held.findings)})
        return
    say(f"wrote {to}")
