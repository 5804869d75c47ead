"""A finding's heading: the alleged event as a noun, who and what its claims name most often."""

from collections import Counter
from collections.abc import Iterator, Sequence

from recoupe.model.claim import CIRCUMSTANCES, Claim
from recoupe.model.document import Document
from recoupe.model.factuality import UNCOMMITTED, Factuality
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
    return f"{noun.noun}{words.colon}{', '.join(parts)}" if parts else noun.noun


def label(finding: Finding, told: Told, words: Words) -> str:
    """Say whose side the heading is on; how sure its origins are decides the word.

    An origin is as sure as in its least certain telling, so that a headline lifts no label.
    """
    readings = [claim.factuality for claim, _ in told]
    sides = [words.label[str(_surest(finding, own))] for own in _parted(readings) if own]
    if not sides:
        return words.label[str(UNCOMMITTED)]
    named = sides[0]
    if len(sides) > 1:
        return words.label["both"].format(claimed=named, denied=sides[1].lower())
    if finding.status is Status.CONTESTED:
        return words.label["differing"].format(label=named)
    return named


def _parted(readings: Sequence[Factuality]) -> Iterator[list[Factuality]]:
    """Give the readings that say so, then those that deny it."""
    committed = [reading for reading in readings if reading != UNCOMMITTED]
    for affirmed in (True, False):
        yield [reading for reading in committed if reading.affirmed is affirmed]


def _surest(finding: Finding, own: Sequence[Factuality]) -> Factuality:
    """Give the reading of the surest origin on a side; of one on both sides, its least sure."""
    side = own[0].affirmed
    origins = [o.reading for o in finding.origins if o.reading != UNCOMMITTED]
    settled = [reading for reading in origins if reading.affirmed is side]
    if not settled:
        return min(own, key=lambda reading: reading.certainty)
    return max(settled, key=lambda reading: reading.certainty)


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
            yield filler.value.edtf, words.day(filler.value.edtf)
