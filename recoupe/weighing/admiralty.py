"""The Admiralty code of an origin in a finding: a letter set by people, a number worked out."""

from collections.abc import Iterable, Mapping

from recoupe.identity.actors import plain
from recoupe.identity.resolve import identity
from recoupe.languages.outlets import outlet
from recoupe.model.decision import Decision, Rated, standing
from recoupe.model.factuality import ASSERTED
from recoupe.model.finding import Finding, Origin, Status

UNRATED = "F"
"""The letter of a source that nobody has rated: it cannot be judged."""

CONFIRMED, UNJUDGED = "1", "6"


def admiralty(finding: Finding, letters: Mapping[str, str]) -> Mapping[Origin, str]:
    """Give the code of each origin: `B1`, `C6`, `F6` where nobody has rated it.

    1: it says that it is so, and so does an origin independent of it; 6: nobody can say. There is
    no number between them, for no other can be worked out from what is told. letters: by
    `source_key`.
    """
    return {
        origin: letters.get(source_key(origin.name), UNRATED) + _number(finding, origin)
        for origin in finding.origins
    }


def of_rated(finding: Finding, letters: Mapping[str, str]) -> Mapping[Origin, str]:
    """Give the codes of those origins only whose source people have rated."""
    codes = admiralty(finding, letters)
    return {o: code for o, code in codes.items() if source_key(o.name) in letters}


def letters(decisions: Iterable[Decision]) -> Mapping[str, str]:
    """Give the letter that holds for each source, by its `source_key`; the last one counts."""
    rated = (decision.what for decision in standing(decisions))
    return {source_key(r.source): r.letter for r in rated if isinstance(r, Rated)}


def source_key(name: str) -> str:
    """Give one key to the names of one source; outlets of one owner are rated each for itself."""
    known = outlet(name)
    return plain(known.name) if known else identity(name, None).key


def _number(finding: Finding, origin: Origin) -> str:
    confirmed = (
        finding.status is Status.CORROBORATED and origin.independent and origin.reading == ASSERTED
    )
    return CONFIRMED if confirmed else UNJUDGED
