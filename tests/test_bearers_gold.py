"""The names that people marked in the development sets are given to their bearers."""

import pytest

from benchmarks.entities import SETS, as_read, b_cubed, gold_groups, grouped, marked_readings
from benchmarks.sets import SHARED, read_set

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"{SHARED}: no development sets here")

MARKED, READ = 0.98, 0.88
"""Floors of B³ F1 over all texts together: on marked mentions, and on those that are read."""


def test_names_of_the_development_sets_are_given_to_their_bearers() -> None:
    some = [one for name in SETS[-1] for one in read_set(name)]
    texts = {one.document.id: one.document.text for one in some}
    gold = gold_groups(some)

    marked = b_cubed(grouped(marked_readings(some), texts), gold)
    read = b_cubed(grouped(as_read(some), texts), gold)

    assert marked[2] >= MARKED
    assert read[2] >= READ
