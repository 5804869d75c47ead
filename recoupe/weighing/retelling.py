"""One event told twice in one document: bolder above than below, or with figures that differ."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.identity.actors import plain
from recoupe.model.doubt import Doubt
from recoupe.model.factuality import ASSERTED
from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account
from recoupe.weighing.amounts import Amount, differ
from recoupe.weighing.bars import part
from recoupe.weighing.match import events
from recoupe.weighing.notes import FIGURES, HEADLINE
from recoupe.weighing.page import Page
from recoupe.weighing.telling import Telling, tellings
from recoupe.weighing.trace import Provenance, provenance

Traces = Mapping[ClaimRef, Provenance]
Amounts = tuple[Amount, ...]
Events = Sequence[tuple[Account, Traces]]


def retold(page: Page) -> Iterator[Doubt]:
    """Doubt what one document tells twice; its claims are grouped by event once for all of it."""
    events = tuple(_accounts(page))
    yield from _headlines(events, page)
    yield from _figures(events, page)


def _headlines(events: Events, page: Page) -> Iterator[Doubt]:
    """Doubt a headline that is surer than all that the text below tells of the same event."""
    for account, traces in events:
        bold = [t for t in account.tellings if traces[t.ref].headline and _is_bold(t, page)]
        below = [t for t in account.tellings if not traces[t.ref].headline]
        weak = [t for t in below if not t.denies]
        if bold and weak and not any(_bears_out(t, traces) for t in below):
            claims = tuple(sorted(t.ref for t in (*bold, *below)))
            spans = tuple(t.claim.evidence[0] for t in (bold[0], weak[0]))
            yield Doubt(page.document.id, "headline", HEADLINE, claims, spans)


def _figures(events: Events, page: Page) -> Iterator[Doubt]:
    """Doubt two amounts of one voice for one event that cannot both be true."""
    for account, traces in events:
        for one, other in combinations(account.tellings, 2):
            one_voice = traces[one.ref].key == traces[other.ref].key
            if not one_voice or one.denies or other.denies:
                continue
            for mine, theirs in ((one.counts, other.counts), (one.sums, other.sums)):
                if _clash(one, mine, other, theirs):
                    spans = tuple(sorted((mine[0].span, theirs[0].span)))
                    yield Doubt(page.document.id, "figures", FIGURES, (one.ref, other.ref), spans)


def _clash(one: Telling, mine: Amounts, other: Telling, theirs: Amounts) -> bool:
    """Say whether each gives one amount, and neither is a part of the other's or lies in it."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    return differ(mine[0], theirs[0]) and not part(one, mine[0], other, theirs[0])


def _accounts(page: Page) -> Iterator[tuple[Account, Traces]]:
    """Give the events of one document, with the origin of each claim."""
    readings, documents = [page.reading], {page.document.id: page.document}
    traces = provenance(readings, documents)
    keys = {ref: trace.key for ref, trace in traces.items()}
    for account in events(tellings(readings, documents), keys):
        yield account, traces


def _is_bold(telling: Telling, page: Page) -> bool:
    """Say whether a headline states its event as a fact, and names nothing that would say so."""
    if telling.claim.factuality != ASSERTED or telling.claim.sources:
        return False
    return not set(plain(telling.sentence).split()) & {plain(word) for word in page.words.accounts}


def _bears_out(telling: Telling, traces: Traces) -> bool:
    """Say whether a claim states the event as certain, and not by hearsay of nobody."""
    known = not telling.claim.sources or traces[telling.ref].traced
    return telling.claim.factuality == ASSERTED and known
