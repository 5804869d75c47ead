"""How an entry stood at a time is told from its dates and the versions that were kept."""

import pytest

from recoupe.identity.standing import Period, Stand, Standing, stands, wording
from recoupe.model.listing import (
    Designation,
    Listed,
    ListedName,
    ListEntry,
    ListVersion,
    Quality,
)

DAY = "2023-12-12"


def entry(listed: str | None = DAY, delisted: str | None = None, name: str = "Kupol") -> ListEntry:
    designation = Designation("OFAC", ("RUSSIA-EO14024",), listed, delisted)
    return ListEntry("1", "Company", (ListedName(name, Quality.PRIMARY),), (designation,))


def versions(*days: str) -> list[ListVersion]:
    return [ListVersion("ofac", day, "csv", day, None, (), "", 1) for day in days]


def stand(own: ListEntry, at: tuple[str, str] | None, having: str = "", all_: str = "") -> Stand:
    """Judge an entry that the versions of the days `having`, among `all_`, have."""
    kept = having.split() or ["2024-11-26"]
    history = [Listed("ofac", own, tuple(kept))]
    period = None if at is None else Period(*at)
    (one,) = stands(history, versions(*(all_.split() or kept)), period)
    return one


def day(text: str) -> tuple[str, str]:
    return (text, text)


def test_what_was_listed_before_is_listed_since() -> None:
    found = stand(entry(), day("2024-06-30"))

    assert found.standing is Standing.LISTED
    assert found.words == "listed since 2023-12-12 by OFAC"


def test_what_was_listed_later_was_not_yet_listed_at_the_time() -> None:
    found = stand(entry(), day("2023-06-30"))

    assert found.standing is Standing.NOT_YET
    assert found.words == "not yet listed at the time: by OFAC on 2023-12-12"


def test_the_day_of_listing_counts_as_listed_and_the_day_before_does_not() -> None:
    assert stand(entry(), day("2023-12-12")).standing is Standing.LISTED
    assert stand(entry(), day("2023-12-11")).standing is Standing.NOT_YET


def test_an_event_of_the_month_of_the_listing_is_left_open() -> None:
    found = stand(entry(), ("2023-12-01", "2023-12-31"))

    assert found.standing is Standing.UNCLEAR
    assert "within 2023-12-01 to 2023-12-31" in found.words


def test_a_delisting_ends_it() -> None:
    own = entry("2022-12-16", "2023-06-30")

    assert stand(own, day("2023-01-01")).standing is Standing.LISTED
    assert stand(own, day("2023-07-01")).words == (
        "no longer listed at the time: by OFAC until 2023-06-30"
    )


def test_a_day_by_which_it_was_listed_proves_no_day_before_it() -> None:
    own = entry("../2024-02-23")

    assert stand(own, day("2024-06-01")).words == "listed since 2024-02-23 or before by OFAC"
    assert stand(own, day("2023-01-01")).standing is Standing.UNCLEAR


def test_without_a_date_nothing_is_said_about_the_time_before_the_first_version() -> None:
    found = stand(entry(None), day("2023-01-01"))

    assert found.standing is Standing.UNCLEAR
    assert found.words == "listed by OFAC: on the list of 2024-11-26; since when is not told"


def test_without_a_date_the_version_in_force_tells() -> None:
    kept = {"having": "2024-02-01 2024-03-01", "all_": "2024-01-01 2024-02-01 2024-03-01"}

    assert stand(entry(None), day("2024-02-15"), **kept).standing is Standing.LISTED
    assert stand(entry(None), day("2024-01-15"), **kept).standing is Standing.NOT_YET


def test_what_a_later_version_lacks_is_no_longer_listed() -> None:
    kept = {"having": "2024-01-01", "all_": "2024-01-01 2024-02-01"}

    found = stand(entry(), day("2024-02-15"), **kept)

    assert found.standing is Standing.NO_LONGER
    assert found.words == "no longer listed at the time: gone from the list of 2024-02-01"
    assert stand(entry(), day("2024-01-15"), **kept).standing is Standing.LISTED


def test_a_date_that_the_version_in_force_belies_is_left_open() -> None:
    kept = {"having": "2024-03-01", "all_": "2024-01-01 2024-03-01"}

    found = stand(entry(), day("2024-01-15"), **kept)

    assert found.standing is Standing.UNCLEAR
    assert found.words == "dated 2023-12-12 by OFAC, but not on the list of 2024-01-01"


def test_where_the_time_is_not_known_nothing_is_said_about_it() -> None:
    found = stand(entry(), None)

    assert found.standing is Standing.UNCLEAR
    assert found.words.startswith("listed since 2023-12-12 by OFAC; of what is asked")


@pytest.mark.parametrize(
    ("at", "name"),
    [("2024-01-15", "old"), ("2024-02-15", "new"), ("2023-01-01", "old"), ("2025-01-01", "new")],
)
def test_the_entry_is_given_as_it_stood_at_the_time(at: str, name: str) -> None:
    history = [
        Listed("ofac", entry(name="old"), ("2024-01-01",)),
        Listed("ofac", entry(name="new"), ("2024-02-01",)),
    ]

    found = wording(history, versions("2024-01-01", "2024-02-01"), Period(*day(at)))

    assert found.entry.name == name
