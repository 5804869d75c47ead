"""Claims and findings in words for a terminal; never a bare fact."""

from collections.abc import Iterator, Mapping

from anyascii import anyascii

from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.factuality import UNCOMMITTED, Factuality
from recoupe.model.finding import ClaimRef, Finding, Origin
from recoupe.model.span import Span

WIDEST = 40
"""Characters to which the column of words is padded; longer words push theirs aside."""

SIDES = ("claimed by", "denied by", "left open by")
"""How a finding reads, in this order."""

SHORT = 12
"""Hex digits that name a document on the screen; a case of millions needs no more."""


def claim_lines(claim: Claim, text: str) -> Iterator[str]:
    """Lay a claim out with its offsets: what, how certain, when; roles; who says so; why."""
    yield f"{claim.event.value}  {claim.factuality}  {claim.tense.value}"
    rows = [
        *((role.name, role.span, "") for role in sorted(claim.roles, key=lambda r: r.span)),
        *(("says", source.span, "") for source in claim.sources),
        *(("because", reason.span, in_words(reason.rule)) for reason in claim.reasons),
    ]
    labels = max((len(label) for label, *_ in rows), default=0)
    quotes = min(WIDEST, max((len(one_line(span.of(text))) for _, span, _ in rows), default=0))
    for label, span, why in rows:
        place = f"[{span.start}, {span.end})"
        line = f"  {label:<{labels}}  {one_line(span.of(text)):<{quotes}}   {place}"
        yield f"{line}   {why}" if why else line


def headline(ref: ClaimRef, claim: Claim) -> str:
    """Name a claim, with what it is about, how certain and when."""
    return f"{name_of(ref)}  {claim.event.value}  {claim.factuality}  {claim.tense.value}"


def claim_summary(claim: Claim, document: Document) -> Iterator[str]:
    """Say who says so, in which words, who took part, and where it stands."""
    yield f"says {chain(claim, document)}"
    yield f"“{quote(claim, document)}”"
    yield roles(claim, document)
    yield whence(document)


def finding_headline(finding: Finding) -> str:
    """Name a finding, with its event, its status and how many origins speak on their own."""
    origins = count(finding.independent_origins, "independent origin")
    return f"{finding.id}  {finding.event.value}  {finding.status.value}  {origins}"


def says(name: str, claim: Claim, document: Document) -> bool:
    """Say whether the name stands in the source chain, whatever its capitals and diacritics."""
    return _plain(name) in _plain(chain(claim, document))


def in_words(rule: str) -> str:
    """Write a rule's name as words.

    >>> in_words("hearsay_conditional")
    'hearsay conditional'
    """
    return rule.replace("_", " ")


def one_line(text: str) -> str:
    """Put a quote on one line."""
    return " ".join(text.split())


def name_of(ref: ClaimRef) -> str:
    """Name a claim as it can be typed: the document's first digits and the index."""
    return f"{ref.document:.{SHORT}}:{ref.index}"


def chain(claim: Claim, document: Document) -> str:
    """Say who says so, outermost first; the document's own voice goes by its publisher."""
    names = [_named(source.span, source.resolved, document.text) for source in claim.sources]
    return " → ".join(names) or document.publisher or "the document itself"


def quote(claim: Claim, document: Document) -> str:
    """Give the sentence that tells the event, on one line."""
    return one_line(claim.evidence[0].of(document.text))


def roles(claim: Claim, document: Document) -> str:
    """Give who and what took part, in the order of the text."""
    ordered = sorted(claim.roles, key=lambda role: role.span)
    filled = (f"{r.name} {_named(r.span, r.resolved, document.text)}" for r in ordered)
    return ", ".join(filled)


def whence(document: Document) -> str:
    """Say which document it is: title, publisher, date."""
    said = (document.title, document.publisher, document.published.edtf)
    return ", ".join([part for part in said if part] or [f"document {document.id:.{SHORT}}"])


def positions(finding: Finding, codes: Mapping[Origin, str] | None = None) -> Iterator[str]:
    """Say who claims it, who denies it, who leaves it open: *claimed by FT (PR+)*.

    codes: of the Admiralty, shown with the origins that have one: *FT (PR+, B6)*.
    """
    for words in SIDES:
        if said := [
            _origin(o, (codes or {}).get(o)) for o in finding.origins if side(o.reading) == words
        ]:
            yield f"{words} {', '.join(said)}"


def side(factuality: Factuality) -> str:
    """Say on which side a source stands."""
    if factuality == UNCOMMITTED:
        return "left open by"
    return "claimed by" if factuality.affirmed else "denied by"


def count(number: int, one: str, many: str | None = None) -> str:
    """Count in words.

    >>> count(1, "claim"), count(2, "claim"), count(0, "reply", "replies")
    ('1 claim', '2 claims', '0 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _plain(text: str) -> str:
    return anyascii(text).casefold()


def _named(span: Span, resolved: str | None, text: str) -> str:
    words = one_line(span.of(text))
    return words if resolved in (None, words) else f"{words} ({resolved})"


def _origin(origin: Origin, code: str | None) -> str:
    counted = None if origin.independent else "not independent"
    return f"{origin.name} ({', '.join(filter(None, (str(origin.reading), code, counted)))})"
