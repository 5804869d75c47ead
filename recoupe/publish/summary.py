"""What came in, what stands, and what is contested, in numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence

from babel import Locale

from recoupe.model.finding import Status
from recoupe.publish.item import link
from recoupe.publish.ledger import Ledger
from recoupe.publish.parts import Link, Section, Summary, Tally
from recoupe.publish.reviewed import left_out


def summary(ledger: Ledger, sections: Sequence[Section]) -> Summary:
    """Count what came in and what stands, and name what is contested."""
    contested = (s for s in sections if s.anchor == Status.CONTESTED)
    return Summary(
        came_in=tuple(_came_in(ledger)),
        tallies=tuple(Tally(Link(s.anchor, s.title), len(s.findings), s.lead) for s in sections),
        contested=tuple(link(i, ledger) for s in contested for i in s.findings),
    )


def _came_in(ledger: Ledger) -> Iterator[str]:
    documents, words = ledger.material.documents.values(), ledger.words
    publishers = {document.publisher for document in documents if document.publisher}
    yield words.say(
        "came",
        documents=words.counted("documents", len(documents)),
        publishers=words.counted("publishers", len(publishers)),
        languages=", ".join(_languages(ledger)),
    )
    dates = sorted(document.published.edtf for document in documents if document.published.edtf)
    if dates:
        yield words.say("dates", first=dates[0], last=dates[-1])
    if undated := len(documents) - len(dates):
        yield words.say("undated", documents=words.counted("documents", undated))
    yield from _read(ledger)


def _read(ledger: Ledger) -> Iterator[str]:
    words, material = ledger.words, ledger.material
    telling = {reading.document for reading in material.readings if reading.standing()}
    yield words.say(
        "read",
        claims=words.counted("claims", ledger.claimed.total()),
        documents=words.counted("documents", len(telling)),
        findings=words.counted("findings", len(material.findings)),
    )
    if silent := len(material.documents) - len(telling):
        yield words.say("unread", documents=words.counted("documents", silent))
    yield from left_out(material, words)


def _languages(ledger: Ledger) -> Iterator[str]:
    words = ledger.words
    names = Locale.parse(words.language).languages
    found = Counter(document.language for document in ledger.material.documents.values())
    for code, number in sorted(found.items(), key=lambda pair: (-pair[1], pair[0] or "")):
        name = names.get(code, code) if code else words.say("no_language")
        yield f"{name} ({words.number(number)})"
