"""What a reviewer marked in a text → the claim that it makes; every quote is cut by its span."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.errors import BadDecision
from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, Claim, EventType, Role, Source, Tense
from recoupe.model.factuality import Factuality
from recoupe.model.span import Span
from recoupe.publish.words import one_line

SOURCE = "source"
"""What words are marked as that name who says so, the outermost first."""

SentenceOf = Callable[[Span], Span]
"""Gives the sentence in which words stand."""


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


def edited(claim: Claim, proposal: Proposal, text: str, sentence_of: SentenceOf) -> Claim:
    """Give the claim as it is to be read; words that it had still stand for what they stood for.

    Raises BadDecision where a span marks no words of the text, a role is none of the event's,
    nobody took part, or nothing is changed.
    """
    marked = _checked(proposal, text)
    into = replace(
        claim,
        event=proposal.event,
        evidence=(claim.evidence[0], *_further(claim, marked, sentence_of)),
        roles=tuple(_role(one, claim) for one in marked if one.name != SOURCE),
        factuality=proposal.factuality,
        tense=proposal.tense,
        sources=tuple(_source(one, claim) for one in marked if one.name == SOURCE),
    )
    if into == claim:
        raise BadDecision("nothing was changed: the claim is read so already")
    return into


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


def _further(claim: Claim, marked: Sequence[Marked], sentence_of: SentenceOf) -> Iterator[Span]:
    """Give the sentences beside the claim's own from which words are taken, each once."""
    spans = [one.span for one in marked]
    found = [
        held
        for held in claim.evidence[1:]
        if any(held.overlaps(span) for span in (*spans, *(r.span for r in claim.reasons)))
    ]
    for span in spans:
        if not any(held.contains(span) for held in (claim.evidence[0], *found)):
            found.append(sentence_of(span))
    yield from dict.fromkeys(found)


def _role(one: Marked, before: Claim) -> Role:
    """Give a role with what its words stood for before; a value stays with the role it had."""
    same = [role for role in before.roles if role.span == one.span]
    value = next((role.value for role in same if role.name == one.name), None)
    resolved = next((role.resolved for role in same if role.resolved), None)
    return Role(one.name, one.span, value, resolved)


def _source(one: Marked, before: Claim) -> Source:
    resolved = next((s.resolved for s in before.sources if s.span == one.span), None)
    return Source(one.span, resolved)
