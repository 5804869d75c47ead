"""A document laid out for its readers: names, countries, amounts and dates, each at its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from recoupe.languages import countries
from recoupe.languages.lexicon import Lexicon
from recoupe.model.document import Document
from recoupe.model.entity import Entity
from recoupe.model.span import Span
from recoupe.model.value import Value
from recoupe.reading.setting import Name, Setting

LABELS = {
    "PER": "Person",
    "ORG": "Organization",
    "LOC": "Place",
    "OUTLET": "Outlet",
    "WEAPON": "WeaponSystem",
    "EVENT": "Event",
    "WORK": "Work",
    "VESSEL": "Vessel",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount or a date in a Doc: its tokens [first, last], its place, what it says."""

    span: Span
    first: int
    last: int
    value: Value | None


@dataclass(frozen=True)
class Scene:
    """A setting, with what only the whole document can tell."""

    setting: Setting
    entities: tuple[Entity, ...]
    resolved: Callable[[Token], str | None]
    country: Callable[[str], str]
    by_sentence: Callable[[Tokens], tuple[Measure, ...]]

    def measures(self, sentence: Tokens) -> tuple[Measure, ...]:
        """Give the amounts and dates of a sentence."""
        return self.by_sentence(sentence)


def scene(document: Document, docs: tuple[Doc, ...], lexicon: Lexicon) -> Scene:
    """Lay out a parsed document."""
    language = lexicon.language
    names = {d.user_data["start"]: _names(d, language) for d in docs}
    nationalities = {d.user_data["start"]: _nationalities(d, language) for d in docs}
    measured: dict[int, frozenset[int]] = {d.user_data["start"]: frozenset() for d in docs}
    setting = Setting(lexicon, document.text, names, measured, measured, nationalities)

    def resolved(token: Token) -> str | None:
        codes = setting.nationality(token)
        if codes:
            return countries.name(codes[0], language)
        code = countries.country(token.text, language)
        return countries.name(code, language) if code else None

    return Scene(
        setting=setting,
        entities=(),
        resolved=resolved,
        country=lambda code: countries.name(code, language),
        by_sentence=lambda sentence: (),
    )


def _names(doc: Doc, language: str) -> Mapping[int, Name]:
    found = {}
    for ent in doc.ents:
        kind = LABELS.get(ent.label_)
        if kind is None:
            continue
        if kind == "Place" and countries.country(ent.text, language):
            kind = "Country"
        for i in range(ent.start, ent.end):
            found[i] = Name(ent.start, ent.end - 1, kind)
    return found


def _nationalities(doc: Doc, language: str) -> Mapping[int, tuple[str, ...]]:
    found = {}
    for token in doc:
        if token.pos_ in ("ADJ", "NOUN", "PROPN") and len(token) > 3:
            codes = countries.countries_of(token.text, language)
            if len(codes) > 1 or (codes and countries.kind(token.text, language) == "adjective"):
                found[token.i] = codes
    return found
