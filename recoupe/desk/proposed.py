"""What a reviewer marked in a text → the claim that it makes; every quote is cut by its span."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from recoupe.errors import BadDecision
from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, Claim, EventType, Role, Source, Tense
from recoupe.model.factuality import Factuality
from recoupe.model.span import Span
from recoupe.model.value import Date, Money, Quantity, Value
from recoupe.publish.words import one_line

SOURCE = "source"
"""What words are marked as that name who says so, the outermost first."""

MEASURED: dict[str, type[Value]] = {"quantity": Quantity, "value": Money, "date": Date}
"""The roles whose words amount to something."""


class Reads(Protocol):
    """The document, as its reader cuts and counts it."""

    def sentence(self, words: Span) -> Span:
        """Give the sentence in which words stand."""

    def values(self, sentence: Span) -> dict[Span, Value]:
        """Give the sums, counts and dates of a sentence."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of the text, and what they are in the claim: a role, or `SOURCE`."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a form says that a claim is to be."""

    event: EventType
    factuality: Factuality
    tense: Tense
    marked: tuple[Marked, ...]


def edited(claim: Claim, proposal: Proposal, text: str, reads: Reads) -> Claim:
    """Give the claim as it is to be read; words that it had still stand for what they stood for.

    Raises BadDecision where a span marks no words of the text, a role is none of the event's,
    nobody took part, or nothing is changed.
    """
    into = _made(claim, _checked(proposal, text), proposal, reads)
    if into == claim:
        raise BadDecision("nothing was changed: the claim is read so already")
    return into


def added(document: str, words: Span, proposal: Proposal, text: str, reads: Reads) -> Claim:
    """Give a claim that the reader missed. words: of the sentence that tells it.

    Raises BadDecision as `edited` does.
    """
    marked = _checked(proposal, text)
    _words(words, text)
    bare = Claim(
        document=document,
        event=proposal.event,
        evidence=(reads.sentence(words),),
        roles=(),
        factuality=proposal.factuality,
        tense=proposal.tense,
    )
    return _made(bare, marked, proposal, reads)


def _made(claim: Claim, marked: Sequence[Marked], proposal: Proposal, reads: Reads) -> Claim:
    return replace(
        claim,
        event=proposal.event,
        evidence=(claim.evidence[0], *_further(claim, marked, reads)),
        roles=tuple(_role(one, claim, reads) for one in marked if one.name != SOURCE),
        factuality=proposal.factuality,
        tense=proposal.tense,
        sources=tuple(_source(one, claim) for one in marked if one.name == SOURCE),
    )


def roles_of(event: EventType) -> tuple[str, ...]:
    """Give the roles that an event can have, who took part first."""
    return (*PARTICIPANTS[event], *CIRCUMSTANCES[event])


def _checked(proposal: Proposal, text: str) -> tuple[Marked, ...]:
    """Give what is marked, each once; raises BadDecision for what the claim model does not know."""
    event, marked = proposal.event, tuple(dict.fromkeys(proposal.marked))
    for one in marked:
        words = _words(one.span, text)
        if one.name not in (*roles_of(event), SOURCE):
            raise BadDecision(
                f"“{words}” is marked as {one.name}, which a claim of {event} does not have: "
                f"make it {_one_of(roles_of(event))}, or take it out"
            )
    if not any(one.name in PARTICIPANTS[event] for one in marked):
        raise BadDecision(
            f"nobody took part: a claim of {event} names {_one_of(PARTICIPANTS[event])}"
        )
    return marked


def _words(span: Span, text: str) -> str:
    if span.end > len(text):
        raise BadDecision(f"characters {span.start} to {span.end} are not in the text: mark again")
    words = one_line(span.of(text))
    if not words:
        raise BadDecision(f"characters {span.start} to {span.end} are no words: mark again")
    return words


def _one_of(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def _further(claim: Claim, marked: Sequence[Marked], reads: Reads) -> Iterator[Span]:
    """Give the sentences beside the claim's own from which words are taken, each once."""
    spans = [one.span for one in marked]
    found = [
        held
        for held in claim.evidence[1:]
        if any(held.overlaps(span) for span in (*spans, *(r.span for r in claim.reasons)))
    ]
    for span in spans:
        if not any(held.contains(span) for held in (claim.evidence[0], *found)):
            found.append(reads.sentence(span))
    yield from dict.fromkeys(found)


def _role(one: Marked, before: Claim, reads: Reads) -> Role:
    """Give a role: words of the claim stand for what they stood for, new ones are counted."""
    same = [role for role in before.roles if role.span == one.span]
    kept = [role for role in same if role.name == one.name]
    resolved = next((role.resolved for role in same if role.resolved), None)
    return Role(one.name, one.span, kept[0].value if kept else _value(one, reads), resolved)


def _value(one: Marked, reads: Reads) -> Value | None:
    """Give what words amount to: the sum, count or date that shares most of them."""
    kind = MEASURED.get(one.name)
    if kind is None:
        return None
    told = reads.values(reads.sentence(one.span))
    fits = [span for span in told if isinstance(told[span], kind) and span.overlaps(one.span)]
    return told[max(fits, key=lambda span: _shared(span, one.span))] if fits else None


def _shared(span: Span, other: Span) -> int:
    return min(span.end, other.end) - max(span.start, other.start)


def _source(one: Marked, before: Claim) -> Source:
    resolved = next((s.resolved for s in before.sources if s.span == one.span), None)
    return Source(one.span, resolved)
