"""Whether names are given to their bearers: `python -m benchmarks.entities`.

Lays the bearers of the case beside the entities that people marked in the development sets, as
B³ (Bagga and Baldwin 1998): of each mention, how much of what we put with it belongs to it
(precision), and how much of what belongs to it we put with it (recall). Once on the mentions that
people marked, with the kinds that they gave; once on those that are read: there a mention that is
no marked one, and a marked one that is not read, count as wrong. Prints a table of Markdown.

    python -m benchmarks.entities            # the table
    python -m benchmarks.entities dev-en     # what is wrong in one set, on marked mentions
"""

import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from benchmarks.sets import SHARED, Read, read_set
from recoupe.identity.bearers import bearers
from recoupe.languages.countries import country, folded
from recoupe.model.decision import Named
from recoupe.model.document import Document
from recoupe.model.entity import Entity
from recoupe.model.gold import reading_from_plain
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.reading.entities import entities
from recoupe.reading.mentions import Mention
from recoupe.reading.parse import parse, pipeline, where

SETS = (("gold",), ("dev-fr",), ("dev-en",), ("gold", "dev-fr", "dev-en"))

ONE = {
    "moscou": "moscow",
    "bakou": "baku",
    "varsovie": "warsaw",
    "asie centrale": "central asia",
    "union europeenne": "european union",
    "nations unies": "united nations",
    "vladimir poutine": "vladimir putin",
    "serguei choigou": "sergei shoigu",
    "volodymyr zelenski": "volodymyr zelensky",
    "zelenskyy": "volodymyr zelensky",
    "pentagone": "ministere americain de la defense",
    "services de renseignement americains": "renseignement americain",
}
"""Names that the sets give one bearer, each in its own spelling; folded."""

Place = tuple[str, Span]
Groups = Mapping[Place, Hashable]

HEAD = """\
| mentions | sets | texts | mentions | within a text: P | R | F1 | across texts: P | R | F1 |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


def main(asked: Sequence[str]) -> int:
    """Print the table, or what is wrong in one set; 1 where the development sets are missing."""
    if not SHARED.is_dir():
        print(f"{SHARED}: no development sets here", file=sys.stderr)
        return 1
    if asked:
        wrong(tuple(asked))
        return 0
    print(HEAD)
    for names in SETS:
        some = [one for name in names for one in read_set(name)]
        for what, readings in (("marked", marked_readings(some)), ("as read", as_read(some))):
            print(_row(what, names, some, readings))
    return 0


def b_cubed(found: Groups, gold: Groups) -> tuple[float, float, float]:
    """Give precision, recall and F1; a mention that only one side has counts as wrong.

    >>> a, b, c = ("d", Span(0, 1)), ("d", Span(2, 3)), ("d", Span(4, 5))
    >>> b_cubed({a: 1, b: 1, c: 2}, {a: 1, b: 2, c: 2})
    (0.667, 0.667, 0.667)
    """
    precision, recall = _share(found, gold), _share(gold, found)
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return round(precision, 3), round(recall, 3), round(f1, 3)


def _share(mine: Groups, theirs: Groups) -> float:
    """Give how much of each mention's group is also together on the other side, on average."""
    ours, others = _members(mine), _members(theirs)
    shares = [
        len(ours[mine[m]] & others[theirs[m]]) / len(ours[mine[m]]) if m in theirs else 0.0
        for m in mine
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _members(groups: Groups) -> Mapping[Hashable, set[Place]]:
    found: dict[Hashable, set[Place]] = defaultdict(set)
    for place, group in groups.items():
        found[group].add(place)
    return found


def grouped(readings: Sequence[Reading], texts: Mapping[str, str]) -> Groups:
    """Give the bearer of each mention."""
    by_place = bearers(readings, texts).by_place()
    return {
        (r.document, mention): by_place[Named(r.document, entity.name, entity.type)].id
        for r in readings
        for entity in r.entities
        for mention in entity.mentions
    }


def gold_groups(some: Iterable[Read]) -> Groups:
    """Give whom each mention names, says the gold: the same name and kind, in whatever text."""
    return {
        (one.document.id, mention): _bearer(entity, one.document.language or "en")
        for one in some
        for entity in reading_from_plain(one.gold.plain).entities
        for mention in entity.mentions
    }


def _bearer(entity: Entity, language: str) -> Hashable:
    if entity.type == "Country" and (code := country(entity.name, language)):
        return code
    name = folded(entity.name)
    return entity.type == "Country", ONE.get(name, name)


def marked_readings(some: Iterable[Read]) -> list[Reading]:
    """Give readings whose entities are made of the mentions that people marked."""
    return [replace(one.reading, entities=_marked(one), claims=()) for one in some]


def as_read(some: Iterable[Read]) -> list[Reading]:
    """Give the readings as they are."""
    return [one.reading for one in some]


def _marked(one: Read) -> tuple[Entity, ...]:
    document = one.document
    docs = parse(document.text, pipeline(document.language or "en"))
    tokens = [(where(token), i, token.i) for i, doc in enumerate(docs) for token in doc]
    found: list[Mention] = []
    for entity in reading_from_plain(one.gold.plain).entities:
        for span in entity.mentions:
            inside = [(i, place) for at, i, place in tokens if at.overlaps(span)]
            if inside:
                doc = inside[0][0]
                places = [place for i, place in inside if i == doc]
                found.append(Mention(span, entity.type, doc, places[0], places[-1]))
    ordered = tuple(sorted(found, key=lambda mention: mention.span))
    return entities(ordered, docs, document.language or "en")


def _row(what: str, names: Sequence[str], some: Sequence[Read], readings: list[Reading]) -> str:
    texts = {one.document.id: one.document.text for one in some}
    gold = gold_groups(some)
    within = {
        m: g for r in readings for m, g in grouped([r], {r.document: texts[r.document]}).items()
    }
    inside = b_cubed(_per_text(within), _per_text(gold))
    across = b_cubed(grouped(readings, texts), gold)
    figures = " | ".join(f"{figure:.3f}" for figure in (*inside, *across))
    return f"| {what} | {', '.join(names)} | {len(some)} | {len(gold)} | {figures} |"


def _per_text(groups: Groups) -> Groups:
    return {place: (place[0], group) for place, group in groups.items()}


def wrong(names: Sequence[str]) -> None:
    """Print the groups of marked mentions that are put together wrongly, or apart."""
    some = [one for name in names for one in read_set(name)]
    documents = {one.document.id: one.document for one in some}
    readings = marked_readings(some)
    found = grouped(readings, {id_: document.text for id_, document in documents.items()})
    gold = gold_groups(some)
    for line in _differences(found, gold, documents):
        print(line)


def _differences(found: Groups, gold: Groups, documents: Mapping[str, Document]) -> Iterator[str]:
    for verb, mine, theirs in (("together", found, gold), ("apart", gold, found)):
        for members in _members(mine).values():
            parts = defaultdict(set)
            for document, span in members:
                group = theirs.get((document, span))
                parts[group].add(span.of(documents[document].text))
            if len(parts) > 1:
                told = " | ".join(", ".join(sorted(part)) for part in parts.values())
                yield f"{verb}: {told}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
