"""What findings are called: read out of all of their claims, and so kept while it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recoupe.case.pages import Pages
from recoupe.case.stamps import Stamped
from recoupe.desk.gather import gathered
from recoupe.desk.views.line import FindingLine, line
from recoupe.publish.words import Words

MOST = 20_000
"""Lines that are kept, some ten megabytes; with more, all are worked out anew."""

Key = tuple[str, str]
"""A stamp, and the language of the line."""


@dataclass(slots=True)
class Lines:
    """What findings are called, by what they say and rest on: nothing in it ever grows old."""

    kept: dict[Key, FindingLine] = field(default_factory=dict)

    def of(self, some: Iterable[Stamped], pages: Pages, words: Words) -> Mapping[str, FindingLine]:
        """Give the lines of these findings by their ids, in their order.

        To be asked while the case is read as it is, so that stamps are those of what is read.
        """
        wanted = tuple(some)
        kept = self.kept if len(self.kept) < MOST else {}
        missing = {one.id: one for one in wanted if (one.stamp, words.language) not in kept}
        found = pages.findings_by_id(missing) if missing else ()
        ledger = gathered(found, pages, words)
        for finding in found:
            named = line(finding, ledger)
            kept[missing[named.id].stamp, words.language] = named
        self.kept = kept
        return {one.id: kept[one.stamp, words.language] for one in wanted}
