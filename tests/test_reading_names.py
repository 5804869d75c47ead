"""Names are found and typed, brought together, and taken up again; see sentences/names-*.md."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc

from recoupe.model.entity import Entity
from recoupe.model.span import Span
from recoupe.reading.entities import entities
from recoupe.reading.mentions import Mention, mentions
from recoupe.reading.parse import parse, pipeline, where
from recoupe.reading.resolved import resolver

SENTENCES = Path(__file__).parent / "sentences"
MARK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
Marks = list[tuple[Span, str]]


def blocks(resolving: bool) -> Iterator[tuple[str, str, Marks]]:
    for language in ("fr", "en"):
        for block in (SENTENCES / f"names-{language}.md").read_text("utf-8").split("\n\n"):
            if block.startswith("> ") and ("(= " in block) == resolving:
                yield language, *unmarked(block.removeprefix("> ").strip())


def unmarked(block: str) -> tuple[str, Marks]:
    text, marks, done = "", [], 0
    for mark in MARK.finditer(block):
        text += block[done : mark.start()]
        marks.append((Span(len(text), len(text) + len(mark[1])), mark[2]))
        text += mark[1]
        done = mark.end()
    return text + block[done:], marks


def named(text: str, language: str) -> tuple[tuple[Doc, ...], tuple[Mention, ...]]:
    docs = parse(text, pipeline(language))
    return docs, mentions(docs, language)


def grouped(text: str, language: str) -> tuple[Entity, ...]:
    docs, found = named(text, language)
    return entities(found, docs, language)


@pytest.mark.parametrize(("language", "text", "marks"), blocks(resolving=False))
def test_a_sentence_gives_its_names_and_no_others(language: str, text: str, marks: Marks) -> None:
    _, found = named(text, language)

    assert [(m.span.of(text), m.type) for m in found] == [(s.of(text), kind) for s, kind in marks]


@pytest.mark.parametrize(("language", "text", "marks"), blocks(resolving=True))
def test_words_are_taken_for_what_they_stand_for(language: str, text: str, marks: Marks) -> None:
    docs, found = named(text, language)
    resolved = resolver(
        docs, found, entities(found, docs, language), language, lambda _: None, lambda _: None
    )

    tokens = {where(token): token for doc in docs for token in doc}
    read = [f"= {resolved(tokens[span]) or '–'}" for span, _ in marks]

    assert read == [meaning for _, meaning in marks]


def test_furniture_has_no_names() -> None:
    text = "La Serbie dément.\nLire aussi : la France livre des radars"
    docs = parse(text, pipeline("fr"))

    found = mentions(docs, "fr", boilerplate=(Span(18, len(text)),))

    assert [m.span.of(text) for m in found] == ["Serbie"]


def test_a_reader_can_add_names_of_his_own() -> None:
    text = "Des caisses de krovel ont été vues par l'équipe de Zastava Delta."
    docs = parse(text, pipeline("fr"))

    found = mentions(docs, "fr", further=(("Zastava Delta", "Vessel"),))

    assert [(m.span.of(text), m.type) for m in found] == [("Zastava Delta", "Vessel")]


def test_no_two_names_overlap() -> None:
    text = "Le ministère chinois de la Défense et l'armée russe, dit Le Monde, visent Pékin."

    _, found = named(text, "fr")

    pairs = [(a.span, b.span) for a in found for b in found if a is not b]
    assert pairs
    assert not any(a.overlaps(b) for a, b in pairs)


def test_a_country_and_its_government_are_one_entity() -> None:
    found = grouped("La Chine nie. Pékin dit n'avoir rien livré.", "fr")

    assert [(e.name, e.type, len(e.mentions)) for e in found] == [("Chine", "Country", 2)]


def test_a_company_is_known_by_its_short_name_and_without_its_form() -> None:
    found = grouped(
        "The company Harwell Castings Ltd signed. Harwell Castings and later Harwell denied it.",
        "en",
    )

    assert [(e.name, len(e.mentions)) for e in found] == [("Harwell Castings", 3)]


def test_an_acronym_is_the_name_it_stands_beside() -> None:
    found = grouped("L'Armée nationale libyenne (ANL) a reçu des drones. L'ANL le reconnaît.", "fr")

    assert [(e.name, len(e.mentions)) for e in found] == [("Armée nationale libyenne", 3)]


def test_a_surname_of_two_persons_belongs_to_neither() -> None:
    found = grouped("Milan Horvat met Petra Horvat in Zagreb. Later Horvat left.", "en")

    assert "Horvat" in [entity.name for entity in found]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_names_cost_little_beside_the_parse(language: str) -> None:
    texts = [text for lang, text, _ in blocks(resolving=False) if lang == language] * 5
    started = time.perf_counter()
    docs = parse("\n".join(texts), pipeline(language))
    parsed = time.perf_counter()

    entities(mentions(docs, language), docs, language)

    assert time.perf_counter() - parsed < 0.5 * (parsed - started) + 0.2
