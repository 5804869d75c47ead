"""A proposal whose words stand in the text → claims; the rest is refused, with the reason.

The model names the sentence, the event, its words, its roles and how sure the source is. Where
these stand, what a role is worth, when the event lies and who is known to speak is read by the
rules.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, Claim, Reason, Role, Source
from recoupe.model.span import Span
from recoupe.model.value import Date, Money, Quantity, Value
from recoupe.reading.llm.anchor import anchored, head, tokens
from recoupe.reading.llm.ceiling import Ceiling, ceiling
from recoupe.reading.llm.page import Page, is_furniture
from recoupe.reading.llm.proposal import Proposal, Quote, Refused
from recoupe.reading.parse import where
from recoupe.reading.sources import Chain, chains
from recoupe.reading.tense import tense

PROPOSED = "proposed by a language model"
"""The rule that every claim of a model has among its reasons."""

ROLES_BACK = 1
"""Sentences before that of the event from which a participant may come; the claim model says so."""

SOURCES_BACK = 3
"""Sentences before that of the event from which who says so may come."""

VALUES: dict[str, type[Value]] = {"value": Money, "quantity": Quantity, "date": Date}


def claims(proposal: Proposal, page: Page) -> tuple[Claim, ...]:
    """Give the claims that a proposal comes to, one for each innermost source.

    Raises Refused where its sentence, words, source or participants do not stand in the text.
    """
    sentence = page.sentence(proposal.sentence)
    if is_furniture(where(sentence), page.document):
        raise Refused("a claim stands in what is no part of the article")
    words = anchored(proposal.words, sentence, page.document.text)
    if not words:
        raise Refused("the words of a claim do not stand in its sentence")
    roles = tuple(_roles(proposal, words[0], page))
    if not any(role.name in PARTICIPANTS[proposal.event] for role, _ in roles):
        raise Refused("no participant of a claim stands in its sentence")
    limit = _ceiling(proposal, sentence, words, roles, page)
    return tuple(
        Claim(
            document=page.document.id,
            event=proposal.event,
            evidence=_evidence(proposal.sentence, roles, told_by, page),
            roles=tuple({(r.name, r.span): r for r, _ in roles}.values()),
            factuality=proposal.factuality.weaker(limit.factuality),
            tense=tense(limit.anchor, proposal.event, page.scene.setting),
            sources=told_by,
            reasons=(Reason(PROPOSED, words[0]), *limit.reasons, *why),
        )
        for told_by, why in _told_by(proposal, limit.anchor, page)
    )


def _ceiling(
    proposal: Proposal,
    sentence: Tokens,
    words: Sequence[Span],
    roles: Sequence[tuple[Role, Token]],
    page: Page,
) -> Ceiling:
    """Read the ceiling off every place of the words: where it is open which, the least certain."""
    told = [token for span in words for token in tokens(span, sentence)]
    return ceiling(told, proposal.event, [filler for _, filler in roles], page)


def _roles(proposal: Proposal, near: Span, page: Page) -> Iterator[tuple[Role, Token]]:
    """Give the roles whose words stand in the sentence or right before it, each with its head."""
    allowed = (*PARTICIPANTS[proposal.event], *CIRCUMSTANCES[proposal.event])
    for quote in proposal.roles:
        if quote.role not in allowed:
            continue
        if found := _found(quote, proposal.sentence, ROLES_BACK, near, page):
            span, filler = found
            value = _value(quote.role, span, filler, page)
            yield Role(quote.role, span, value, page.scene.resolved(filler)), filler


def _found(
    quote: Quote, told_in: int, back: int, near: Span, page: Page
) -> tuple[Span, Token] | None:
    """Give the place of a quote that is nearest to the event, with its head."""
    if not told_in - back <= quote.sentence <= told_in:
        return None
    sentence = page.sentence(quote.sentence)
    if is_furniture(where(sentence), page.document):
        return None
    places = anchored(quote.text, sentence, page.document.text)
    if not places:
        return None
    span = min(places, key=lambda place: abs(place.start - near.start))
    return span, head(span, sentence)


def _value(role: str, span: Span, filler: Token, page: Page) -> Value | None:
    """Read what an amount or a date is worth; the model is not asked."""
    kind = VALUES.get(role)
    for measure in page.scene.measures(filler.sent):
        if kind and isinstance(measure.value, kind) and measure.span.overlaps(span):
            return measure.value
    return None


ToldBy = tuple[tuple[Source, ...], tuple[Reason, ...]]


def _told_by(proposal: Proposal, anchor: Token, page: Page) -> Iterator[ToldBy]:
    """Give each chain of sources with its reasons: the rules' where they know one.

    A source that the model names and the text does not have is no reason to take the document's
    own word for it: then there is no claim.
    """
    named = tuple(_source(quote, proposal.sentence, anchor, page) for quote in proposal.sources)
    found = chains(anchor, page.scene.setting)
    if (turn := page.speaker(anchor.sent)) and not any(chain.speakers for chain in found):
        found = (Chain((turn,), (Reason("interview", where(turn)),)),)
    for chain in found:
        speakers = tuple(_speaker(s, page) for s in reversed(chain.speakers))
        yield (_once(speakers), chain.reasons) if speakers else (_once(named), ())


def _source(quote: Quote, told_in: int, anchor: Token, page: Page) -> Source:
    found = _found(quote, told_in, SOURCES_BACK, where(anchor), page)
    if found is None:
        raise Refused("the source of a claim does not stand in the text before it")
    span, speaker = found
    return Source(span, resolved=page.scene.resolved(speaker))


def _speaker(token: Token, page: Page) -> Source:
    return Source(page.scene.setting.phrase(token), resolved=page.scene.resolved(token))


def _once(sources: Sequence[Source]) -> tuple[Source, ...]:
    return tuple({source.span: source for source in sources}.values())


def _evidence(
    told_in: int, roles: Sequence[tuple[Role, Token]], told_by: Sequence[Source], page: Page
) -> tuple[Span, ...]:
    """Give the sentence that tells the event, then those before it that give a role or source."""
    words = [*(role.span for role, _ in roles), *(source.span for source in told_by)]
    before = [where(s) for s in page.sentences[max(0, told_in - SOURCES_BACK) : told_in]]
    used = [place for place in before if any(place.contains(span) for span in words)]
    return (where(page.sentence(told_in)), *used)
