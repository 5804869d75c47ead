"""Whom the documents of a case name, and whom somebody who types a name means."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.case.portrait import Portrait, event_time, timeline
from recoupe.case.portrait import portrait as drawn
from recoupe.cli.contents import Contents
from recoupe.errors import Unknown
from recoupe.identity.bearer import Bearer, Bearers
from recoupe.identity.bearer_asked import AT, bearers_asked, place_asked
from recoupe.identity.bearers import bearers
from recoupe.identity.screen import Hit
from recoupe.identity.standing import Period
from recoupe.model.decision import Named
from recoupe.model.finding import Finding
from recoupe.model.reading import Reading

NAMED = 5
"""Bearers that are named where several may be meant."""


Timeline = tuple[tuple[Finding, Period | None], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a case has of one bearer. hits: of the lists, None where it has no list.

    findings: in which it takes part, each with the time that its claims tell of, in that order.
    """

    portrait: Portrait
    findings: Timeline
    as_of: str
    hits: tuple[Hit, ...] | None = None


def known(held: Contents) -> Bearers:
    """Give everybody whom the documents of a case name, as people decided."""
    return bearers(list(held.readings.values()), texts(held), held.decisions)


def texts(held: Contents) -> Mapping[str, str]:
    """Give the text of each document."""
    return {id_: document.text for id_, document in held.documents.items()}


def one_asked(words: str, held: Contents, found: Bearers) -> Bearer:
    """Give the one bearer that the words mean; raises Unknown where none or several may be."""
    some = bearers_asked(words, found, list(held.readings.values()), texts(held))
    if not some:
        raise Unknown(f"{words!r}: no document names anybody so; `recoupe entities` lists all")
    if len(some) > 1:
        meant = ", ".join(f"{one.name} {one.id}" for one in some[:NAMED])
        more = f" and {len(some) - NAMED} more" if len(some) > NAMED else ""
        raise Unknown(f"{words!r}: may be {meant}{more}; name one by its id")
    return some[0]


def place_of(words: str, held: Contents, found: Bearers) -> Named:
    """Give the entity of a document that stands for whom the words mean: NAME, NAME@DOCUMENT, ID.

    Raises Unknown where none or several may be meant.
    """
    name, at, document = words.rpartition(AT)
    if not at:
        return place_asked(words, one_asked(words, held, found))
    own = [b for b in found.every if any(d.startswith(document) for d in b.documents)]
    bearer = one_asked(name, held, Bearers(tuple(own)))
    return place_asked(words, bearer)


def portrait(bearer: Bearer, held: Contents, found: Bearers) -> Portrait:
    """Gather all that a case has of one bearer."""
    return drawn(bearer, found, found.by_place(), _relied_on(held), texts(held))


def findings_of(told: Portrait, held: Contents) -> Timeline:
    """Give the findings in which a bearer takes part, by the time that their claims tell of."""
    relied, acting = _relied_on(held), told.acting
    return timeline(
        (finding for finding in held.findings if acting & set(finding.claims)),
        lambda finding: event_time(relied[r.document].claims[r.index] for r in finding.claims),
    )


def _relied_on(held: Contents) -> Mapping[str, Reading]:
    return {reading.document: reading for reading in held.relied_on()}
