"""How findings differ from those made before."""

from collections.abc import Sequence

from recoupe.model.change import Change
from recoupe.model.finding import Finding


def changes(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Change, ...]:
    """Give the findings that came, went, or rest on other claims, or stand otherwise.

    A finding is the same where it shares most claims with one before. What claims disagree on is
    not compared. Those that went come first, those that came last.
    """
    pairs = _pairs(before, after)
    kept, taken = set(pairs), set(pairs.values())
    return (
        *(Change(old, None) for at, old in enumerate(before) if at not in kept),
        *(
            Change(before[one], after[other])
            for one, other in sorted(pairs.items())
            if not _alike(before[one], after[other])
        ),
        *(Change(None, new) for at, new in enumerate(after) if at not in taken),
    )


def _pairs(before: Sequence[Finding], after: Sequence[Finding]) -> dict[int, int]:
    """Give the place after for each place before, those first that share the most claims."""
    holders = {ref: at for at, finding in enumerate(after) for ref in finding.claims}
    shared: dict[tuple[int, int], int] = {}
    for one, finding in enumerate(before):
        for ref in finding.claims:
            if ref in holders:
                pair = one, holders[ref]
                shared[pair] = shared.get(pair, 0) + 1
    pairs: dict[int, int] = {}
    for one, other in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _alike(one: Finding, other: Finding) -> bool:
    return (one.status, one.claims, one.origins) == (other.status, other.claims, other.origins)
