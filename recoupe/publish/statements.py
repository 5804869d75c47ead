"""Who claims and who denies: a line for each origin and how sure it is."""

from collections.abc import Iterator, Sequence

from recoupe.model.factuality import Certainty, Factuality
from recoupe.model.finding import ClaimRef, Finding, Origin
from recoupe.publish.ledger import Ledger
from recoupe.publish.named import fillers
from recoupe.publish.parts import Statement, Telling
from recoupe.publish.words import one_line

Refs = Sequence[ClaimRef]

QUOTED = 4
"""Quotes that a line shows; those of further tellings stand in their footnotes only."""


def statements(finding: Finding, ledger: Ledger) -> tuple[Statement, ...]:
    """Give a line for each origin and certainty: those who claim it first, the surest of them."""
    lines = [(origin, refs) for origin in finding.origins for refs in _alike(origin, ledger)]
    lines.sort(key=lambda line: _rank(ledger.claims[line[1][0]].factuality))
    return tuple(_statement(origin, refs, ledger) for origin, refs in lines)


def reading(factuality: Factuality, ledger: Ledger) -> str:
    """Tell how sure a source is, in words and letters: *passes on or supposes, PR+*."""
    return f"{ledger.words.commitment(factuality).name}, {factuality}"


def _alike(origin: Origin, ledger: Ledger) -> Iterator[Refs]:
    """Give the claims of an origin that are equally sure and lie in the same time."""
    found: dict[tuple[Factuality, str], list[ClaimRef]] = {}
    for ref in origin.claims:
        claim = ledger.claims[ref]
        found.setdefault((claim.factuality, claim.tense), []).append(ref)
    yield from found.values()


def _rank(factuality: Factuality) -> tuple[bool, bool, int]:
    open_ = factuality.certainty is Certainty.U
    return (open_, not factuality.affirmed, -factuality.certainty)


def _statement(origin: Origin, refs: Refs, ledger: Ledger) -> Statement:
    claim, words = ledger.claims[refs[0]], ledger.words
    commitment = words.commitment(claim.factuality)
    names = ", ".join(_names(refs, ledger))
    return Statement(
        side=commitment.side,
        who=ledger.origin(origin),
        reading=f"{claim.factuality}, {words.tense[claim.tense]}",
        tone=_tone(claim.factuality),
        verb=commitment.verb,
        names=words.say("names", roles=names) if names else "",
        tellings=tuple(_tellings(refs, ledger)),
    )


def _tone(factuality: Factuality) -> str:
    if factuality.certainty is Certainty.U:
        return "open"
    return "claimed" if factuality.affirmed else "denied"


def _tellings(refs: Refs, ledger: Ledger) -> Iterator[Telling]:
    """Give each way by which the claim came, the first few with their words, none twice."""
    ways: dict[tuple[str, ...], list[ClaimRef]] = {}
    for ref in refs:
        ways.setdefault(ledger.chain(ref), []).append(ref)
    quotes: dict[str, tuple[str, ...]] = {}
    for chain, same in ways.items():
        quotes.setdefault(one_line(ledger.quote(same[0])), chain)
    shown = {chain: quote for quote, chain in [*quotes.items()][:QUOTED]}
    # Those with a quote are told first, so that footnotes are numbered in the order of reading.
    for chain in sorted(ways, key=lambda chain: chain not in shown):
        notes = tuple(ledger.cite(ref) for ref in ways[chain])
        yield Telling(" → ".join(chain), shown.get(chain, ""), notes)


def _names(refs: Refs, ledger: Ledger) -> Iterator[str]:
    """Give who and what took part by role, as any of these claims names them, each once."""
    claims = [(ledger.claims[ref], ledger.document(ref)) for ref in refs]
    roles = dict.fromkeys(role.name for claim, _ in claims for role in claim.roles)
    for role in sorted(roles, key=[*ledger.words.role].index):
        named: dict[str, str] = {}
        for claim, document in claims:
            for key, name in fillers(role, claim, document, ledger.words):
                named.setdefault(key, name)
        yield f"{ledger.words.role[role]} {ledger.words.listed([*named.values()])}"
