"""A dossier says how a telling changed, and what a denial is limited to."""

from datetime import UTC, datetime

import pytest

from recoupe.publish.dossier import dossier
from recoupe.publish.markdown import markdown
from recoupe.publish.material import Material
from tests.case_nouns import line
from tests.weighing_nouns import Page, page, tell, weighed

SENT = {"supplier": "Kestrel Works", "recipient": "Iceland", "item": "drones"}


def written(*pages: Page, language: str = "en") -> str:
    """Write the dossier of some pages."""
    return markdown(
        dossier(
            Material(
                case="mech",
                made_at=datetime(2024, 7, 1, tzinfo=UTC),
                findings=weighed(*pages),
                readings=tuple(each.reading for each in pages),
                documents={each.document.id: each.document for each in pages},
                custody=tuple(line(each.document) for each in pages),
            ),
            language,
        )
    )


def drifted() -> tuple[Page, Page]:
    words = "Anna Berg {} that Kestrel Works sent drones to Iceland."
    first = tell(words.format("thinks"), "PR+", ("Anna Berg",), **SENT)
    second = tell(words.format("says"), "CT+", ("Anna Berg",), **SENT)
    return page(first), page(second, publisher="Fjord Post", published="2024-06-09")


def test_what_was_hardened_stands_in_the_dossier() -> None:
    told = written(*drifted())

    assert "**How the telling changed**" in told
    assert (
        "Anna Berg, in Fjord Post, 2024-06-09: surer than it was told before"
        " (PR+ before, CT+ now)" in told
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_did_not_change_is_not_told_as_changed(language: str) -> None:
    only = drifted()[0]

    told = written(only, language=language)

    assert "telling changed" not in told
    assert "a changé" not in told


def test_a_narrower_denial_says_what_it_denies() -> None:
    charge = tell(
        "Anna Berg said Kestrel Works sent Iceland drones through Poland and Malta.",
        "CT+",
        ("Anna Berg",),
        intermediary=("Poland", "Malta"),
        **SENT,
    )
    denial = tell(
        "Warsaw said Poland had passed no drones on.",
        "CT-",
        ("Warsaw",),
        intermediary="Poland",
        item="drones",
    )

    assert "Poland: says that it is not so (CT-), for “Poland” only" in written(
        page(charge, denial)
    )
