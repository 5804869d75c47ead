"""Which documents tell of the same people and bodies: there a name means the same bearer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from recoupe.model.decision import Named

FEW = 50
"""Documents that a name stands in at most to tell that two of them tell one story."""

SHARED = 2
"""Names in common, at least."""

SHARE = 0.25
"""Share of the names of the document with fewer that are in common, at least."""

CLOSE = 0.5
"""Share from which two documents are as good as one text; a name like many others means one."""

Stories = Mapping[str, Mapping[str, float]]
"""Document → other documents of its story, each with the share of names in common."""


def stories(groups: Iterable[frozenset[Named]]) -> Stories:
    """Give the documents that share names. groups: places of the bearers that count for it."""
    counts: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for group in groups:
        documents = sorted({place.document for place in group})
        counts.update(documents)
        if len(documents) <= FEW:
            shared.update(combinations(documents, 2))
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), number in shared.items():
        share = number / min(counts[one], counts[other])
        if number >= SHARED and share >= SHARE:
            found[one][other] = found[other][one] = share
    return found
