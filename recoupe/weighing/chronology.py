"""Documents in the order in which they were published, as far as dates and credits tell."""

from collections.abc import Sequence
from datetime import date

from recoupe.model.document import Document
from recoupe.weighing.credits import credits, own_agency
from recoupe.weighing.dates import days
from recoupe.weighing.fingerprints import Wording
from recoupe.weighing.memory import Memory
from recoupe.weighing.partners import Pairs, partners

Rank = tuple[date, bool, str]


def chronology(worded: Sequence[Wording], memory: Memory) -> tuple[Sequence[Wording], Pairs]:
    """Give the documents in order, with the pairs of them that are worth comparing.

    An agency's text is put before those that share words with it and credit the agency, whatever
    the dates say: agencies stamp the last update, papers the day that they took it.
    """
    ordered = sorted(worded, key=lambda wording: rank(wording.document))
    prints = [
        memory.of(("prints", wording.document.id), wording, wording.fingerprints)
        for wording in ordered
    ]
    pairs = partners(prints)
    ranks = _ranks([wording.document for wording in ordered], pairs)
    order = sorted(range(len(ordered)), key=ranks.__getitem__)
    if order == list(range(len(ordered))):
        return ordered, pairs
    return [ordered[at] for at in order], partners([prints[at] for at in order])


def rank(document: Document) -> Rank:
    """Order documents by when they may have been published; of one day, an agency's own first.

    A date that leaves days open counts as the last of them, and none as the last of all: no
    document is called the earliest because nobody knows when it was published.
    """
    published = days(document.published.edtf) if document.published.edtf else None
    last = published.last if published else date.max
    return (last, own_agency(document) is None, document.id)


def _ranks(ordered: Sequence[Document], pairs: Pairs) -> list[Rank]:
    ranks = [rank(document) for document in ordered]
    for later, earlier in pairs.tolist():
        agency = own_agency(ordered[later])
        day, by_paper, name = ranks[later]
        if agency and ranks[earlier][0] < day and agency in credits(ordered[earlier]):
            ranks[later] = (ranks[earlier][0], by_paper, name)
    return ranks
