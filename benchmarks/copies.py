"""An invented press: agency texts, what becomes of them, and what only looks as if it had.

Each document comes with the text that it prints: `origin` is equal for all that print one agency
text, whole, cut, edited, mixed with other words, or translated. An article on the same event in its
own words, or one that takes over no more than a passage, has an origin of its own.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from benchmarks.stories import Story, Told, grammar, in_own_words, plan, proper, story
from recoupe.model.document import Document, Publication

AGENCIES = {"fr": ("AFP", "Reuters", "Belga", "ATS"), "en": ("Reuters", "AP", "AFP", "UPI")}
PAPERS = {
    "fr": ("Le Courrier de {}", "L'Écho de {}", "La Dépêche de {}", "{} Matin", "{}-Info"),
    "en": ("{} Courier", "The {} Echo", "{} Dispatch", "{} Morning News", "The {} Gazette"),
}
CREDITS = {
    "fr": ("{}", "Avec {}", "(avec {})", "Source : {}", "© {}", "La rédaction, avec {}"),
    "en": ("{}", "With {}", "(with {})", "Source: {}", "© {}", "Staff, with {}"),
}
KINDS = {"whole": 26, "cut": 20, "edited": 22, "mixed": 16, "translated": 16}
"""How often each kind of reprint comes, in a hundred."""

ALONE, LOOKS_ALIKE, TAKES_A_PASSAGE = 0.35, 0.4, 0.15
"""Shares of agency texts that nobody prints; of stories that others tell in own words; of which one
takes a passage."""

FIRST = date(2019, 1, 1)
UNDATED, MISDATED = 0.1, 0.05


@dataclass(frozen=True, slots=True)
class Copy:
    """A document of the set. kind: `wire`, a key of `KINDS`, `own words` or `passage`."""

    document: Document
    origin: int
    kind: str


@dataclass(frozen=True, slots=True)
class Wire:
    """An agency text. agency: its name."""

    story: Story
    told: tuple[Told, ...]
    language: str
    agency: str


def copies(count: int, seed: int = 5) -> tuple[Copy, ...]:
    """Make a set of documents, in an order that says nothing."""
    random = Random(seed)
    made = list(islice(_made(random), count))
    random.shuffle(made)
    return tuple(made)


def _made(random: Random) -> Iterator[Copy]:
    origin, before = 0, _wire(random, FIRST)
    while True:
        wire = _wire(random, before.story.day + timedelta(days=random.choice((0, 0, 1))))
        yield Copy(_wire_document(wire, random), origin, "wire")
        if random.random() > ALONE:
            for _ in range(_size(random)):
                (kind,) = random.choices(list(KINDS), list(KINDS.values()))
                for document in _printed(kind, wire, before, random):
                    yield Copy(document, origin, kind)
        for kind, document in _lookalikes(wire, random):
            origin += 1
            yield Copy(document, origin, kind)
        origin, before = origin + 1, wire


def _wire(random: Random, day: date) -> Wire:
    language = random.choice(("fr", "en"))
    told = plan(random, random.randint(6, 15))
    return Wire(story(random, day), told, language, random.choice(AGENCIES[language]))


def _size(random: Random) -> int:
    """Draw how many print it: mostly a few, now and then forty."""
    return min(40, 1 + int(random.paretovariate(1.1)))


def _wire_document(wire: Wire, random: Random) -> Document:
    place = wire.story.slots[wire.language]["town"].upper()
    sentences = [wire.story.tell(told, wire.language) for told in wire.told]
    sentences[0] = f"{place} ({wire.agency}) - {sentences[0]}"
    return _document(wire, wire.language, sentences, random, by_agency=True)


def _printed(kind: str, wire: Wire, other: Wire, random: Random) -> Iterator[Document]:
    """Print a wire in one of the ways; a translation may be printed again in its language."""
    if kind != "translated":
        sentences = _WAYS[kind](wire, other, random)
        yield _document(wire, wire.language, sentences, random)
        return
    language = "en" if wire.language == "fr" else "fr"
    told = wire.told if random.random() < 0.6 else _shortened(wire.told, random)
    told = [each for each in told if random.random() > 0.08] or told
    sentences = [wire.story.tell(each, language) for each in _moved(told, random)]
    yield _document(wire, language, sentences, random)
    if random.random() < 0.3:
        yield _document(wire, language, _edited(sentences, language, random), random)


def _whole(wire: Wire, other: Wire, random: Random) -> list[str]:
    return _lightly([wire.story.tell(told, wire.language) for told in wire.told], wire, random)


def _cut(wire: Wire, other: Wire, random: Random) -> list[str]:
    told = _shortened(wire.told, random)
    return _lightly([wire.story.tell(each, wire.language) for each in told], wire, random)


def _reworked(wire: Wire, other: Wire, random: Random) -> list[str]:
    """Reword a third of the sentences, drop some, move one, edit all of them."""
    told = [each.reworded(random) if random.random() < 0.33 else each for each in wire.told]
    told = [each for each in told if random.random() > 0.1] or told
    sentences = [wire.story.tell(each, wire.language) for each in _moved(told, random)]
    return _edited(sentences, wire.language, random)


def _mixed(wire: Wire, other: Wire, random: Random) -> list[str]:
    """Put half or more of a wire together with own sentences, or with passages of another wire."""
    language = wire.language
    keep = max(2, round(len(wire.told) * random.uniform(0.5, 0.8)))
    sentences = [wire.story.tell(told, language) for told in wire.told[:keep]]
    source, told = wire, in_own_words(random, wire.told)
    if random.random() < 0.4 and other.language == language:
        source, told = other, other.told
    added = [source.story.tell(each, language) for each in told[: max(1, keep * 6 // 10)]]
    at = random.choice((0, len(sentences) // 2, len(sentences)))
    return _lightly([*sentences[:at], *added, *sentences[at:]], wire, random)


_WAYS = {"whole": _whole, "cut": _cut, "edited": _reworked, "mixed": _mixed}


def _lookalikes(wire: Wire, random: Random) -> Iterator[tuple[str, Document]]:
    """Give articles on the same event that are no reprints."""
    if random.random() < LOOKS_ALIKE:
        for _ in range(random.randint(1, 3)):
            language = random.choice(("fr", "en"))
            told = in_own_words(random, wire.told)
            sentences = [wire.story.tell(each, language) for each in told]
            yield "own words", _document(wire, language, sentences, random)
    if random.random() < TAKES_A_PASSAGE:
        at = random.randrange(len(wire.told) - 1)
        own = [wire.story.tell(each, wire.language) for each in in_own_words(random, wire.told)]
        length = random.choice((1, 2, 2, 3))
        taken = [wire.story.tell(each, wire.language) for each in wire.told[at : at + length]]
        sentences = [*own[:3], *taken, *own[3:]]
        yield "passage", _document(wire, wire.language, sentences, random)


def _shortened(told: Sequence[Told], random: Random) -> Sequence[Told]:
    """Cut a text from below, as desks do, now and then a sentence higher up as well."""
    kept = list(told[: max(2, round(len(told) * random.uniform(0.35, 0.85)))])
    if len(kept) > 4 and random.random() < 0.4:
        del kept[random.randrange(1, len(kept) - 1)]
    return kept


def _moved(told: Sequence[Told], random: Random) -> list[Told]:
    """Move a sentence, four times in ten."""
    moved = list(told)
    if random.random() < 0.4:
        moved.insert(random.randrange(len(moved)), moved.pop(random.randrange(len(moved))))
    return moved


def _lightly(sentences: list[str], wire: Wire, random: Random) -> list[str]:
    """Edit a third of the sentences, half of the time."""
    if random.random() < 0.5:
        return sentences
    chosen = [random.random() < 0.33 for _ in sentences]
    edited = _edited(sentences, wire.language, random)
    return [new if yes else old for yes, new, old in zip(chosen, edited, sentences, strict=True)]


def _edited(sentences: Sequence[str], language: str, random: Random) -> list[str]:
    """Leave out a word in thirty, and put one in as often."""
    return [" ".join(_touched(sentence.split(" "), language, random)) for sentence in sentences]


def _touched(words: Sequence[str], language: str, random: Random) -> Iterator[str]:
    for word in words:
        drawn = random.random()
        if drawn > 1 / 15 or not re.fullmatch(r"[a-zà-ÿ]+", word):
            yield word
        elif drawn > 1 / 30:
            yield from (word, random.choice(getattr(grammar().inserted, language).split()))


def _document(
    wire: Wire, language: str, sentences: Sequence[str], random: Random, by_agency: bool = False
) -> Document:
    """Lay a text out: a headline, paragraphs; in a paper perhaps an introduction, a credit."""
    publisher = wire.agency if by_agency else _paper(language, random)
    lines = [wire.story.one_of("headlines", language, random)]
    body = list(sentences)
    if not by_agency and random.random() < 0.25:
        body.insert(0, wire.story.one_of("intros", language, random))
    while body:
        size = random.randint(1, 3)
        lines.append(" ".join(body[:size]))
        del body[:size]
    if not by_agency and random.random() < 0.6:
        lines.append(random.choice(CREDITS[language]).format(wire.agency))
    text = "\n\n".join(lines)
    published = _published(wire.story.day, by_agency, random)
    original = hashlib.sha256(f"{publisher}{random.random()}{text}".encode()).hexdigest()
    return Document(
        original,
        "invented 1",
        text,
        language,
        title=lines[0],
        publisher=publisher,
        published=published,
    )


def _published(day: date, by_agency: bool, random: Random) -> Publication:
    """Date a document: papers up to three days late; some dates are wrong, some are missing."""
    if random.random() < UNDATED:
        return Publication()
    late = 0 if by_agency else random.choice((0, 0, 1, 1, 2, 3))
    if random.random() < MISDATED:
        late = random.randint(-3, 9)
    return Publication((day + timedelta(days=late)).isoformat(), "markup", "")


def _paper(language: str, random: Random) -> str:
    return random.choice(PAPERS[language]).format(proper(random))
