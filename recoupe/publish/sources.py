"""The documents of a case with their custody: from the captured bytes to the footnote."""

from collections.abc import Iterator

from recoupe.model.document import Custody, Document
from recoupe.publish.ledger import Ledger
from recoupe.publish.parts import Listed
from recoupe.publish.reviewed import retracted
from recoupe.publish.words import moment, one_line


def sources(ledger: Ledger) -> tuple[Listed, ...]:
    """List every document, in the order of adding, also those without a claim."""
    return tuple(
        _listed(document, number, ledger)
        for number, document in enumerate(ledger.material.documents.values(), 1)
    )


def _listed(document: Document, number: int, ledger: Ledger) -> Listed:
    say = ledger.words.say
    return Listed(
        anchor=ledger.anchor(document.id),
        name=say("document", n=str(number)),
        title=ledger.title(document),
        lines=tuple(_lines(document, ledger)),
        address=ledger.address(document),
    )


def _lines(document: Document, ledger: Ledger) -> Iterator[str]:
    words = ledger.words
    publisher, date, _ = ledger.particulars(document)
    known = words.evidence[document.published.evidence]
    said = dict.fromkeys((publisher, *map(one_line, document.authors)))
    yield ", ".join(filter(None, (*said, date, known)))
    yield from retracted(document, ledger.material, words)
    yield words.counted("claims", ledger.claimed[document.id])
    yield from (_captured(line, ledger) for line in ledger.custody(document))
    yield words.say("sha256", hash=document.original)
    yield words.say("made_by", extractor=document.extractor)


def _captured(line: Custody, ledger: Ledger) -> str:
    captured = ledger.words.say("captured", time=moment(line.captured))
    return f"{captured}, {line.media_type}, {ledger.words.counted('bytes', line.size)}"
