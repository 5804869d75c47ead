"""A finding's heading: the alleged event as a noun, who and what its claims name most often."""

from collections import Counter
from collections.abc import Iterator, Sequence

from recoupe.model.claim import CIRCUMSTANCES, Claim
from recoupe.model.document import Document
from recoupe.model.factuality import Certainty
from recoupe.model.finding import Finding, Status
from recoupe.model.value import Date
from recoupe.publish.named import fillers
from recoupe.publish.words import Words

NAMED = 3
"""Fillers of one role that a heading names; more are counted."""

Told = Sequence[tuple[Claim, Document]]


def heading(finding: Finding, told: Told, words: Words) -> str:
    """Name the event without a verb; what the claims differ on is left out."""
    noun = words.event[finding.event]
    left_out = {*noun.beside, *_differing(finding)}
    details = [
        _most(role, told, words) for role in CIRCUMSTANCES[finding.event] if role not in left_out
    ]
    parts = _widest([_sides(finding, told, words), *details])
    return f"{noun.noun}: {', '.join(parts)}" if parts else noun.noun


def label(finding: Finding, told: Told, words: Words) -> str:
    """Say whose side the heading is on; how sure its origins are decides the word.

    An origin is as sure as in its least certain telling, so that a headline lifts no label.
    """
    said = [claim.factuality for claim, _ in told]
    sides = {one.affirmed for one in said if one.certainty is not Certainty.U}
    if not sides:
        return words.label.open
    if False in sides:
        return words.label.both if True in sides else words.label.denied
    surest = max(origin.reading.certainty for origin in finding.origins)
    weaker = {
        Certainty.U: words.label.open,
        Certainty.PS: words.label.possible,
        Certainty.PR: words.label.probable,
    }
    named = weaker.get(surest, words.label.claimed)
    return f"{named}{words.label.differing}" if finding.status is Status.CONTESTED else named


def _sides(finding: Finding, told: Told, words: Words) -> str:
    noun = words.event[finding.event]
    start, end, beside = (_each(roles, told, words) for roles in (noun.from_, noun.to, noun.beside))
    if not (start or end or beside):
        return ""
    who = start or words.say("unnamed")
    if noun.to:
        who = f"{who}{noun.join}{end or words.say('unnamed')}"
    return f"{who}{noun.by}{beside}" if beside else who


def _differing(finding: Finding) -> Iterator[str]:
    """Give the roles that the claims differ on; how many took part is told as a quantity."""
    for difference in finding.disagreements:
        yield "quantity" if difference.on == "participant" else difference.on


def _widest(parts: Sequence[str]) -> list[str]:
    """Leave out what a longer part says too: *drones* beside *60 drones*."""
    said = list(dict.fromkeys(filter(None, parts)))
    return [one for one in said if not any(one != other and one in other for other in said)]


def _each(roles: Sequence[str], told: Told, words: Words) -> str:
    return ", ".join(filter(None, (_most(role, told, words) for role in roles)))


def _most(role: str, told: Told, words: Words) -> str:
    """Give what most claims name in that role; of two equally frequent, the first told."""
    sets = [dict(_names(role, claim, document, words)) for claim, document in told]
    counted = Counter(frozenset(names) for names in sets if names)
    if not counted:
        return ""
    most = max(counted, key=lambda keys: counted[keys])
    names = [*next(names for names in sets if names.keys() == most).values()]
    shown = names[:NAMED]
    if len(names) > NAMED:
        shown.append(words.counted("more", len(names) - NAMED))
    return words.listed(shown)


def _names(role: str, claim: Claim, document: Document, words: Words) -> Iterator[tuple[str, str]]:
    """Give the names in that role; of a date what it was resolved to, and nothing else."""
    if role != "date":
        yield from fillers(role, claim, document, words)
        return
    for filler in claim.fillers(role):
        if isinstance(filler.value, Date):
            yield filler.value.edtf, filler.value.edtf
