"""What findings are called, and of when they tell: read out of all their claims, and so kept."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.case.pages import Pages
from recoupe.case.stamps import Stamped
from recoupe.desk.gather import gathered
from recoupe.desk.same import OfEach
from recoupe.desk.views.line import FindingLine, line
from recoupe.identity.standing import Period, period
from recoupe.publish.words import Words

Called = Mapping[tuple[str, Hashable], FindingLine]
"""What findings are called, by their stamps and the language."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What findings are called in each language, and the times that their claims tell of."""

    called: OfEach[FindingLine] = field(default_factory=OfEach)
    told_of: OfEach[Period | None] = field(default_factory=OfEach)

    def of(self, some: Iterable[Stamped], pages: Pages, words: Words) -> Mapping[str, FindingLine]:
        """Give the lines of these findings by their ids, in their order."""

        def named(ids: Sequence[str]) -> Mapping[str, FindingLine]:
            found = pages.findings_by_id(ids)
            ledger = gathered(found, pages, words)
            lines = (line(finding, ledger) for finding in found)
            return {one.id: one for one in lines}

        return self.called.of(some, words.language, named)

    def times(self, some: Iterable[Stamped], pages: Pages) -> Mapping[str, Period | None]:
        """Give the times that their claims tell of, None where no claim gives a date."""

        def timed(ids: Sequence[str]) -> Mapping[str, Period | None]:
            dates = pages.dates(ids)
            return {id_: period(dates.get(id_, ())) for id_ in ids}

        return self.told_of.of(some, None, timed)
