"""An invented case: articles and what was read in them, made together so that nothing need be read.

Some deals are told of by many papers, most by a few; one article in five is a reprint. Every other
sentence is one of `stories.py`, so that articles share idioms too.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.stories import Story, plan, proper, story
from recoupe.model.claim import Claim, EventType, Role, Source, Tense
from recoupe.model.document import Document, Publication
from recoupe.model.factuality import Factuality
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.model.value import Date, Quantity

STATES = (
    *("Russia", "Ukraine", "China", "Iran", "Turkey", "Israel", "Poland", "Serbia", "Germany"),
    *("Armenia", "Azerbaijan", "Pakistan", "Norway", "Mali", "Algeria", "Indonesia", "Thailand"),
    *("Brazil", "Peru", "Chile", "Kenya", "Finland", "Morocco", "Romania", "Slovenia", "Denmark"),
    *("Egypt", "Ethiopia", "Sudan", "Libya", "Qatar", "Oman", "Jordan", "Greece", "Cyprus"),
)
GOODS = ("drones", "radars", "howitzers", "missiles", "patrol boats", "helicopters", "tanks")
VERBS = {
    EventType.TRANSFER: "delivered",
    EventType.ORDER: "sold",
    EventType.PRODUCTION: "built",
}
HEDGES = (("", "CT+"), ("", "CT+"), ("reportedly ", "PR+"), ("never ", "CT-"))
REPRINTED = 0.2
TOLD, DEALS = 8, 3
"""Claims of an article, and the deals that they tell of."""

FIRST, DAYS = date(2023, 1, 1), 700
LATELY, BACKGROUND = 25, 0.1
"""Days after which news is old; share of the deals of an article that are old, of whatever time."""

Words = tuple[str, "Deal", str, str | None]
"""A sentence, the deal that it tells of, how certain it is, and who says so."""


@dataclass(frozen=True, slots=True)
class Deal:
    """What articles tell of."""

    event: EventType
    supplier: str
    recipient: str
    item: str
    count: int
    day: date


def newsroom(count: int, seed: int = 1) -> tuple[tuple[Document, Reading], ...]:
    """Make so many articles with their readings, in the order of their days."""
    return tuple(_articles(count, Random(seed)))


def _articles(count: int, random: Random) -> Iterator[tuple[Document, Reading]]:
    deals = sorted((_deal(random) for _ in range(max(3, count // 2))), key=lambda deal: deal.day)
    papers = [f"The {proper(random)} Gazette" for _ in range(max(4, count // 20))]
    said: list[list[Words]] = []
    for at in range(count):
        day = FIRST + timedelta(days=at * DAYS // count)
        if said and random.random() < REPRINTED:
            told = random.choice(said[-30:])
        else:
            told = [_told(deal, random) for deal in _chosen(deals, at / count, random)]
            said.append(told)
        yield _article(told, story(random, day), random.choice(papers), day, random)


def _chosen(deals: Sequence[Deal], when: float, random: Random) -> list[Deal]:
    """Draw the deals that an article tells of: those of late, the one more often than the other."""
    last = int(when * len(deals)) + 1
    lately = max(3, len(deals) * LATELY // DAYS)
    few = [
        random.choice(deals)
        if random.random() < BACKGROUND
        else deals[max(0, last - 1 - int(lately * random.random() ** 3))]
        for _ in range(DEALS)
    ]
    return [random.choice(few) for _ in range(TOLD)]


def _deal(random: Random) -> Deal:
    supplier, recipient = random.sample(STATES, 2)
    return Deal(
        random.choice(tuple(VERBS)),
        supplier,
        recipient,
        f"{proper(random)} {random.choice(GOODS)}",
        random.randint(2, 300),
        FIRST + timedelta(days=random.randrange(DAYS)),
    )


def _told(one: Deal, random: Random) -> Words:
    """Tell of a deal."""
    hedge, certainty = random.choice(HEDGES)
    told = (
        f"{one.supplier} {hedge}{VERBS[one.event]} {one.count} {one.item} to {one.recipient}"
        f" in {one.day:%B %Y}"
    )
    speaker = random.choice((None, None, f"{proper(random)} {proper(random)}", one.recipient))
    sentence = f"{speaker} said that {told}." if speaker else f"Last week {told}."
    return sentence, one, certainty, speaker


def _article(
    told: Sequence[Words],
    beside: Story,
    paper: str,
    day: date,
    random: Random,
) -> tuple[Document, Reading]:
    filler = [beside.tell(each, "en") for each in plan(random, len(told))]
    lines = [line for pair in zip(filler, (each[0] for each in told), strict=True) for line in pair]
    text = "\n".join(lines)
    document = Document(
        original=hashlib.sha256(f"{paper}{day}{text}".encode()).hexdigest(),
        extractor="plain 1",
        text=text,
        language="en",
        publisher=paper,
        published=Publication(day.isoformat()),
    )
    claims = tuple(_claim(each, document) for each in told)
    return document, Reading(document.id, "en", day.isoformat(), paper, claims)


def _claim(told: Words, document: Document) -> Claim:
    sentence, one, certainty, speaker = told
    start = document.text.index(sentence)

    def span(words: str) -> Span:
        at = document.text.rindex(words, start, start + len(sentence))
        return Span(at, at + len(words))

    supplier = "producer" if one.event is EventType.PRODUCTION else "supplier"
    recipient = "partner" if one.event is EventType.PRODUCTION else "recipient"
    return Claim(
        document=document.id,
        event=one.event,
        evidence=(Span(start, start + len(sentence)),),
        roles=(
            Role(supplier, span(one.supplier)),
            Role(recipient, span(one.recipient)),
            Role("item", span(one.item)),
            Role("quantity", span(str(one.count)), Quantity(one.count)),
            Role("date", span(f"{one.day:%B %Y}"), Date(f"{one.day:%Y-%m}")),
        ),
        factuality=Factuality.parse(certainty),
        tense=Tense.PAST,
        sources=(Source(span(speaker)),) if speaker else (),
    )
