"""`recoupe score`"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoupe.cli.reader import Answers, AskedReader, reader_of_files, report
from recoupe.cli.terminal import AsJson, progress, say, say_record, tell
from recoupe.errors import BadInput, NoReader, Unreadable
from recoupe.reading.reader import Reader

if TYPE_CHECKING:
    from recoupe.cli.gold_files import Marked
    from recoupe.model.reading import Reading
    from recoupe.reading.score import Rate, Score


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="X.json for each text.")],
    texts: Annotated[Path, typer.Argument(metavar="TEXTS_DIR", help="X.txt for each gold file.")],
    reader: AskedReader = None,
    answers: Answers = None,
    as_json: AsJson = False,
) -> None:
    """Read texts and score the reader against gold claims.

    A claim is found when event, sentence and a participant are right; full, when factuality,
    tense and source are right as well. Inflated claims are read as surer than the gold.

    \b
    Example:
        recoupe score gold/ texts/
        recoupe score --reader llm --answers answers/ gold/ texts/
    """
    from recoupe.cli.gold_files import marked
    from recoupe.reading.score import Score

    files = list(marked(gold, texts))
    if not files:
        raise BadInput(f"{gold}: no gold file here; each is X.json with a list of claims")
    reads = reader_of_files(reader, answers)
    with progress("reading", files) as some:
        read = [(file, _reading(file, reads)) for file in some]
    report(reads)
    total = sum((_scored(file, reading) for file, reading in read), Score())
    unread = sum(not reading.reader for _, reading in read)
    if as_json:
        say_record({**_record(total), "unread_files": unread})
        return
    for line in _lines(total):
        say(line)


def _reading(file: "Marked", reads: Reader) -> "Reading":
    """Read the text; where it cannot be read, give a reading without claims."""
    from recoupe.cli.read_files import document_of
    from recoupe.model.reading import Reading

    try:
        return reads.read(document_of(str(file.text)))
    except (Unreadable, NoReader) as error:
        tell(f"recoupe: {file.text}: {error}")
        return Reading(file.stem, None, None, None)


def _scored(file: "Marked", reading: "Reading") -> "Score":
    from recoupe.cli.gold_files import broken, exact_text
    from recoupe.reading.score import gold_from_plain
    from recoupe.reading.score import score as scored

    try:
        return scored(gold_from_plain(file.plain), reading, exact_text(file.text))
    except (ValueError, KeyError, TypeError) as error:
        raise broken(file.file, error) from error


def _record(total: "Score") -> dict[str, Any]:
    from recoupe.reading.score import share

    return {
        "claims": {"gold": total.gold, "read": total.read, **_rate(total.claims)},
        "full": _rate(total.fully),
        "roles": _rate(total.roles),
        "values": share(total.values_right, total.values),
        "factuality": share(total.factuality, total.right),
        "tense": share(total.tense, total.right),
        "source": share(total.source, total.right),
        "inflated": share(total.inflated, total.right),
        "inflated_claims": total.inflated,
        "entities": _rate(total.mentions),
    }


def _rate(rate: "Rate") -> dict[str, float]:
    return {"precision": rate.precision, "recall": rate.recall, "f1": rate.f1}


def _lines(total: "Score") -> Iterator[str]:
    figures = _record(total)
    yield f"claims    {_in_words(total.claims)}   {total.read} read, {total.gold} in the gold"
    yield f"full      {_in_words(total.fully)}   factuality, tense and source right as well"
    yield f"roles     {_in_words(total.roles)}"
    yield f"names     {_in_words(total.mentions)}"
    shares = ("values", "factuality", "tense", "source", "inflated")
    yield "of found  " + "  ".join(f"{name} {figures[name]:.3f}" for name in shares)
    yield f"inflated  {total.inflated} of {total.right}"


def _in_words(rate: "Rate") -> str:
    return f"P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}"
