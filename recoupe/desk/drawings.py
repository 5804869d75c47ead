"""What network and timeline show of the findings that are asked for: worked out together, once."""

from dataclasses import dataclass

from recoupe.case.wanted import Wanted
from recoupe.desk.chosen import chosen
from recoupe.desk.desk import Desk
from recoupe.desk.interface import Interface
from recoupe.desk.views.network import Network, network
from recoupe.desk.views.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class Drawings:
    """The findings that are asked for, drawn. more: whether there are others, left out."""

    network: Network
    timeline: Timeline
    more: bool


def drawings(here: Desk, shown: Interface, wanted: Wanted) -> Drawings:
    """Draw findings, or give what was drawn of them a while ago; see `kept.Kept.slow`."""
    key = ("drawings", wanted, shown.language)
    return here.kept.slow(key, lambda: _drawn(here, shown, wanted), here.who.turn)


def _drawn(here: Desk, shown: Interface, wanted: Wanted) -> Drawings:
    found = chosen(here, shown, wanted)
    return Drawings(
        network(found.findings, found.lines, found.ledger, found.whose),
        timeline(found.findings, found.lines, found.ledger),
        found.more,
    )
