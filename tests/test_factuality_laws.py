"""The unforgivable error cannot be written: no step makes a claim surer."""

from collections.abc import Callable

import pytest

from recoupe.model.factuality import ASSERTED, EVERY_READING, UNCOMMITTED, Certainty, Factuality

Step = Callable[[Factuality], Factuality]
EVERY_STEP: list[Step] = [
    Factuality.denied,
    *(lambda reading, ceiling=ceiling: reading.at_most(ceiling) for ceiling in Certainty),
    *(lambda reading, other=other: reading.weaker(other) for other in EVERY_READING),
]


@pytest.mark.parametrize("before", EVERY_READING, ids=str)
@pytest.mark.parametrize("step", EVERY_STEP)
def test_no_step_makes_a_claim_surer(before: Factuality, step: Step) -> None:
    assert step(before).certainty <= before.certainty


def test_a_denied_denial_commits_to_nothing() -> None:
    assert ASSERTED.denied().denied() == UNCOMMITTED


@pytest.mark.parametrize("reading", EVERY_READING, ids=str)
def test_a_reading_is_read_back_as_written(reading: Factuality) -> None:
    assert Factuality.parse(str(reading)) == reading
