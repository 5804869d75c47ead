"""Whether an entry stood on a list at a time, from what it says and the versions that are kept."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.listing import Designation, Listed, ListVersion

EARLIEST, LATEST = "0001-01-01", "9999-12-31"
BY = "../"
"""How EDTF writes that a day is the last on which something can have begun."""


class Standing(StrEnum):
    """How a listing stood at the time that is asked about; unclear: the lists do not tell."""

    LISTED = "listed"
    NOT_YET = "not yet listed"
    NO_LONGER = "no longer listed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Period:
    """The time that is asked about, from its first to its last day, as ISO dates."""

    first: str
    last: str

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first} to {self.last}"


def period(dates: Iterable[str]) -> Period | None:
    """Give the time that some EDTF dates tell of, from the first to the last; None of none.

    What has no bound on one side has that of the other; what cannot be read is left out.

    >>> str(period(["2024-06", "2024-07-03"])), period([])
    ('2024-06-01 to 2024-07-03', None)
    """
    ends = [end for date in dates for end in date.split("/") if end[:4].isdigit()]
    bounds = [bound for end in ends if (bound := _calendar(end))]
    if not bounds:
        return None
    return Period(min(first for first, _ in bounds), max(last for _, last in bounds))


@dataclass(frozen=True, slots=True)
class Stand:
    """How one designation of an entry stood, in words."""

    standing: Standing
    words: str
    designation: Designation


def wording(
    history: Sequence[Listed], versions: Sequence[ListVersion], at: Period | None
) -> Listed:
    """Give the entry as it stood at the time, or else as near to it as the case has it.

    history: the entry in every wording, all of one list. versions: of that list.
    """
    newest = max(history, key=lambda one: one.versions[-1])
    if at is None:
        return newest
    then = _in_force(versions, at.last)
    if then and (own := [one for one in history if then in one.versions]):
        return own[-1]
    later = [one for one in history if one.versions[0] > at.last]
    return min(later, key=lambda one: one.versions[0]) if later else newest


def stands(
    history: Sequence[Listed], versions: Sequence[ListVersion], at: Period | None
) -> tuple[Stand, ...]:
    """Say how each designation of the entry stood at the time, None where it is not known.

    >>> from recoupe.model.listing import ListedName, ListEntry, Quality
    >>> entry = ListEntry("1", "Company", (ListedName("Kupol", Quality.PRIMARY),),
    ...     (Designation("OFAC", (), "2023-12-12"),))
    >>> history = [Listed("ofac", entry, ("2024-11-26",))]
    >>> [stands(history, [], Period(day, day))[0].words for day in ("2024-01-01", "2023-01-01")]
    ['listed since 2023-12-12 by OFAC', 'not yet listed at the time: by OFAC on 2023-12-12']
    """
    entry = wording(history, versions, at).entry
    kept = _Kept(history, versions)
    return tuple(Stand(*_stand(d, kept, at), d) for d in entry.designations)


def since(designation: Designation) -> str:
    """Say since when and by whom, as far as the list tells.

    >>> since(Designation("EU", (), "../2024-02-23"))
    'listed since 2024-02-23 or before by EU'
    """
    listed = designation.listed
    if listed is None:
        return f"listed by {designation.authority}"
    before = " or before" if listed.startswith(BY) else ""
    return f"listed since {listed.removeprefix(BY)}{before} by {designation.authority}"


@dataclass(frozen=True, slots=True)
class _Kept:
    """Which of the kept versions of a list have an entry."""

    history: Sequence[Listed]
    versions: Sequence[ListVersion]

    def at(self, day: str) -> tuple[str | None, bool]:
        """Give the version in force on a day, and whether it has the entry."""
        then = _in_force(self.versions, day)
        return then, any(then in one.versions for one in self.history)

    def before(self, version: str) -> bool:
        return any(day < version for day in self._days())

    def first(self) -> str:
        return min(self._days())

    def _days(self) -> Iterator[str]:
        return (day for one in self.history for day in one.versions)


def _stand(d: Designation, kept: _Kept, at: Period | None) -> tuple[Standing, str]:
    if at is None:
        return Standing.UNCLEAR, f"{since(d)}; of what is asked about, no date is known"
    by = d.authority
    if d.delisted and _bounds(d.delisted)[1] <= at.first:
        return Standing.NO_LONGER, f"no longer listed at the time: by {by} until {d.delisted}"
    if d.listed and _bounds(d.listed)[0] > at.last:
        return Standing.NOT_YET, f"not yet listed at the time: by {by} on {d.listed}"
    version, present = kept.at(at.last)
    if version and not present:
        return _missing(d, kept, version, at)
    if d.listed:
        return _dated(d, at, kept)
    return _undated(d, kept, at)


def _missing(d: Designation, kept: _Kept, version: str, at: Period) -> tuple[Standing, str]:
    """Judge an entry that the version in force at the time does not have."""
    if kept.before(version):
        return Standing.NO_LONGER, f"no longer listed at the time: gone from the list of {version}"
    if d.listed and _bounds(d.listed)[1] <= at.last and not d.listed.startswith(BY):
        words = f"dated {d.listed} by {d.authority}, but not on the list of {version}"
        return Standing.UNCLEAR, words
    return (
        Standing.NOT_YET,
        f"not yet listed at the time: by {d.authority}, but not on the list of {version}",
    )


def _dated(d: Designation, at: Period, kept: _Kept) -> tuple[Standing, str]:
    words = since(d)
    if d.listed and _bounds(d.listed)[1] <= at.first:
        if d.delisted and _bounds(d.delisted)[0] <= at.last:
            return Standing.UNCLEAR, f"{words}, until {d.delisted}, within {at}"
        return Standing.LISTED, words
    version, present = kept.at(at.first)
    if present:
        return Standing.LISTED, f"{words}; on the list of {version}"
    if d.listed and d.listed.startswith(BY):
        return Standing.UNCLEAR, f"{words}; whether by {at.first} is not told"
    return Standing.UNCLEAR, f"{words}, within {at}"


def _undated(d: Designation, kept: _Kept, at: Period) -> tuple[Standing, str]:
    version, present = kept.at(at.first)
    if present:
        return Standing.LISTED, f"{since(d)}: on the list of {version}"
    words = f"{since(d)}: on the list of {kept.first()}; since when is not told"
    return Standing.UNCLEAR, words


def _in_force(versions: Sequence[ListVersion], day: str) -> str | None:
    return max((v.published for v in versions if v.published <= day), default=None)


def _bounds(edtf: str) -> tuple[str, str]:
    """Give the first and last day that a date of a list may mean, as ISO dates.

    >>> _bounds("2024-02"), _bounds("../2024-02-23")[1]
    (('2024-02-01', '2024-02-29'), '2024-02-23')
    """
    if edtf.startswith(BY):
        return EARLIEST, _bounds(edtf.removeprefix(BY))[1]
    day = edtf.rstrip("~?%")
    if len(day) == 4:
        return f"{day}-01-01", f"{day}-12-31"
    if len(day) == 7:
        return f"{day}-01", f"{day}-{monthrange(int(day[:4]), int(day[5:]))[1]:02}"
    return day, day


SEASONS = {
    **{f"{21 + n}": (1 + 3 * n, 5 + 3 * n) for n in range(4)},
    **{f"{33 + n}": (1 + 3 * n, 3 + 3 * n) for n in range(4)},
    **{"40": (1, 6), "41": (7, 12)},
}
"""First and last month of seasons (generously), quarters and half years in EDTF."""


def _calendar(edtf: str) -> tuple[str, str] | None:
    """Give the first and last day of a date that may be a season or a decade."""
    day = edtf.rstrip("~?%")
    if "X" in day:
        return f"{day[:4].replace('X', '0')}-01-01", f"{day[:4].replace('X', '9')}-12-31"
    year, _, part = day.partition("-")
    if part in SEASONS:
        first, last = (min(month, 12) for month in SEASONS[part])
        return _bounds(f"{year}-{first:02}")[0], _bounds(f"{year}-{last:02}")[1]
    return _bounds(day) if len(day) in (4, 7, 10) else None
