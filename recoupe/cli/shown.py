"""The pages of `recoupe show`, line by line; details are indented."""

from collections.abc import Iterator, Mapping
from typing import Any

from recoupe.cli.contents import Contents
from recoupe.cli.decisions import review_lines
from recoupe.cli.records import claim_record, document_record, finding_record
from recoupe.cli.words import (
    SIDES,
    chain,
    claim_lines,
    claim_summary,
    count,
    finding_headline,
    headline,
    name_of,
    one_line,
    positions,
    side,
    whence,
)
from recoupe.errors import Unknown
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef, Finding, Origin
from recoupe.model.review import Review
from recoupe.weighing.admiralty import admiralty, letters, of_rated


def record(
    item: Finding | ClaimRef | Document, held: Contents, every_code: bool = False
) -> dict[str, Any]:
    """Give an item as a record; a finding with all that its claims say."""
    match item:
        case Finding():
            told = [claim_record(*_place(ref, held)) for ref in item.claims]
            return {**finding_record(item, codes(item, held, every_code)), "told": told}
        case ClaimRef():
            return claim_record(*_place(item, held))
        case Document():
            told_by = held.retracted.get(item.id)
            retracted = told_by and {"decision": told_by.number, "reason": told_by.reason}
            record = document_record(item, held.custody)
            return {**record, "retracted": retracted, "text": item.text}


def finding_of(prefix: str, held: Contents) -> Finding:
    """Give the finding whose id begins so; raises Unknown where none or several do."""
    found = [finding for finding in held.findings if finding.id.startswith(prefix)]
    if len(found) != 1 or not prefix:
        many = (
            f"{len(found)} begin so; give more of the name" if found else "no finding is so named"
        )
        raise Unknown(f"{prefix!r}: {many}; `recoupe findings` lists them")
    return found[0]


def claim_of(name: str, held: Contents) -> ClaimRef:
    """Give the claim that goes by DOCUMENT:INDEX; raises Unknown where there is none."""
    prefix, _, index = name.strip().partition(":")
    found = [
        ClaimRef(id_, int(index))
        for id_, reading in held.readings.items()
        if prefix and id_.startswith(prefix) and index.isdecimal()
        if int(index) < len(reading.claims)
    ]
    if len(found) != 1:
        many = f"{len(found)} begin so; give more of the name" if found else "no claim is so named"
        raise Unknown(f"{name!r}: {many}; `recoupe claims` lists them")
    return found[0]


def document_of(prefix: str, held: Contents) -> Document:
    """Give the document whose id begins so; raises Unknown where none or several do."""
    found = [d for id_, d in held.documents.items() if prefix and id_.startswith(prefix)]
    if len(found) != 1:
        many = (
            f"{len(found)} begin so; give more of the name" if found else "no document is so named"
        )
        raise Unknown(f"{prefix!r}: {many}")
    return found[0]


def codes(finding: Finding, held: Contents, every: bool) -> Mapping[Origin, str]:
    """Give the Admiralty codes of the origins that people rated, or of every one."""
    given = letters(held.decisions)
    return admiralty(finding, given) if every else of_rated(finding, given)


def standing(ref: ClaimRef, held: Contents) -> Iterator[str]:
    """Say what people decided about a claim, and why it is in no finding where it is in none."""
    if ref in held.reviews:
        yield from review_lines(held.reviews[ref])
    if ref.document in held.retracted:
        yield f"in no finding: decision {held.retracted[ref.document].number} retracts its document"
    elif held.current and ref not in held.told and not held.rejected(ref):
        yield "in no finding: it rests on what was retracted; `recoupe log` says why"


def finding_page(finding: Finding, held: Contents, every_code: bool = False) -> Iterator[str]:
    """Show who claims and who denies it, each with its quotes, and what they differ on."""
    yield finding_headline(finding)
    yield from (f"  {line}" for line in positions(finding, codes(finding, held, every_code)))
    for words in SIDES:
        for ref in finding.claims:
            if side(held.claim(ref)[0].factuality) == words:
                yield from _told(words, ref, finding, held)
    for told in finding.disagreements:
        yield ""
        yield f"they differ on {told.on}"
        for one in told.sides:
            yield f"  {one.says}: “{one_line(one.quote)}” [{name_of(one.claim)}]"
    if finding.linked:
        yield ""
        yield f"linked with {', '.join(finding.linked)}"


def claim_page(ref: ClaimRef, held: Contents) -> Iterator[str]:
    """Show a claim with its offsets and reasons, and the findings that rest on it."""
    claim, document = held.claim(ref)
    yield headline(ref, claim)
    yield from (f"  {line}" for line in (*claim_summary(claim, document), *standing(ref, held)))
    yield ""
    yield from claim_lines(claim, document.text)
    for finding in held.findings:
        if ref in finding.claims:
            yield ""
            yield f"in finding {finding_headline(finding)}"


def document_page(document: Document, held: Contents) -> Iterator[str]:
    """Show where a document came from and what was read in it."""
    yield f"{document.id}  {whence(document)}"
    yield f"  language {document.language or 'unknown'}, {len(document.text):,} characters"
    yield f"  text made by {document.extractor} from original {document.original}"
    for line in held.custody:
        if (line.original, line.extractor) == (document.original, document.extractor):
            by = f", added by {line.author}" if line.author else ""
            yield f"  captured {line.captured:%Y-%m-%d %H:%M:%S} UTC from {line.address}{by}"
    if retracted := held.retracted.get(document.id):
        reason = f": {one_line(retracted.reason)}" if retracted.reason else ""
        yield f"  retracted, says {retracted.author} (decision {retracted.number}){reason}"
    reading = held.readings.get(document.id)
    if reading is None:
        yield "  not read: its language has no reader, or `recoupe read` has not run since"
        return
    yield f"  {count(len(reading.claims), 'claim')} read by {reading.reader}"
    for index, claim in enumerate(reading.claims):
        yield ""
        ref = ClaimRef(document.id, index)
        yield headline(ref, claim)
        decided = review_lines(held.reviews[ref]) if ref in held.reviews else ()
        yield from (f"  {line}" for line in (*claim_summary(claim, document), *decided))


def _place(ref: ClaimRef, held: Contents) -> tuple[Claim, int, Document, Review | None]:
    claim, document = held.claim(ref)
    return claim, ref.index, document, held.reviews.get(ref)


def _told(words: str, ref: ClaimRef, finding: Finding, held: Contents) -> Iterator[str]:
    claim, document = held.claim(ref)
    yield ""
    yield f"{words} {chain(claim, document)}  {claim.factuality}  [{name_of(ref)}]"
    for span in claim.evidence:
        yield f"  “{one_line(span.of(document.text))}”"
    yield f"  {whence(document)}"
    if ref in held.reviews:
        yield from (f"  {line}" for line in review_lines(held.reviews[ref]))
    for origin in finding.origins:
        if ref in origin.claims:
            yield f"  origin: {origin.name}{_counted(origin.independent)}"


def _counted(independent: bool) -> str:
    return "" if independent else " (not counted as independent)"
