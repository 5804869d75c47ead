"""How a claim stands with its reviewers, and what may be decided about it."""

from dataclasses import dataclass

from recoupe.desk.deciding import fingerprint
from recoupe.desk.interface import Interface
from recoupe.model.claim import Claim
from recoupe.model.factuality import Certainty, Factuality
from recoupe.model.review import Review, Stand
from recoupe.publish.words import moment


@dataclass(frozen=True, slots=True)
class Stood:
    """What people decided about a claim. stand: in a word, empty where nobody has.

    undo: the number of the decision that counts, None where there is none; added: whether the
    claim goes with it. seen: names the claim as it is shown. lower: the reading one step less sure,
    empty where it commits to nothing.
    """

    stand: str
    added: bool
    by: str
    undo: int | None
    seen: str
    lower: str
    lower_name: str


def stood(claim: Claim, review: Review | None, shown: Interface) -> Stood:
    """Tell how a claim stands."""
    less = lowered(claim.factuality)
    return Stood(
        stand=_word(review.stand, shown) if review else "",
        added=review is not None and review.stand is Stand.ADDED,
        by=f"{review.author}, {moment(review.made)}" if review else "",
        undo=review.last.number if review else None,
        seen=fingerprint(claim),
        lower=str(less) if less else "",
        lower_name=shown.words.commitment(less).name if less else "",
    )


def lowered(told: Factuality) -> Factuality | None:
    """Give the reading one step less sure, None below which there is none.

    >>> str(lowered(Factuality.parse("PR-")))
    'PS-'
    """
    if told.certainty is Certainty.U:
        return None
    return told.at_most(Certainty(told.certainty - 1))


def _word(stand: Stand, shown: Interface) -> str:
    words = {
        Stand.ACCEPTED: "Accepted",
        Stand.REJECTED: "Rejected",
        Stand.EDITED: "Changed",
        Stand.ADDED: "Added",
    }
    return shown.translated(words[stand])
