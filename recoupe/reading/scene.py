"""A document laid out for its readers: names, countries, amounts and dates, each at its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from recoupe.languages import countries
from recoupe.languages.lexicon import Lexicon
from recoupe.model.document import Document
from recoupe.model.entity import Entity
from recoupe.model.span import Span
from recoupe.model.value import Date, Money, Value
from recoupe.reading.amounts import amounts
from recoupe.reading.dates import dates
from recoupe.reading.entities import entities
from recoupe.reading.lemmas import entry
from recoupe.reading.mentions import Mention, mentions
from recoupe.reading.resolved import resolver
from recoupe.reading.setting import Kind, Name, Setting
from recoupe.reading.speakers import document_before


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount or a date in a Doc: its place, its tokens [first, last], what it says.

    head: the noun that is counted. value: None for a date too vague to have one.
    """

    span: Span
    first: int
    last: int
    head: Token | None
    value: Value | None


Place = tuple[int, int]
"""A sentence: start of its Doc in the text, first token in the Doc."""


@dataclass(frozen=True)
class Scene:
    """A setting, with what only the whole document can tell.

    resolved: gives the name that the document has for a token, None where it has none.
    """

    setting: Setting
    entities: tuple[Entity, ...]
    resolved: Callable[[Token], str | None]
    found: Mapping[Place, tuple[Measure, ...]]

    def measures(self, sentence: Tokens) -> tuple[Measure, ...]:
        """Give the amounts and dates of a sentence."""
        return self.found.get(_place(sentence), ())

    def heading(self, sentence: Tokens) -> Measure | None:
        """Give the date that stands alone before a line's first sentence: *May 2022 – …*."""
        first = next(iter(sentence.doc.sents))
        found = self.measures(first)
        if first.start == sentence.start or len(found) != 1 or found[0].head is not None:
            return None
        rest = [t for t in first if not found[0].first <= t.i <= found[0].last]
        return None if any(t.pos_ != "PUNCT" for t in rest) else found[0]

    def country(self, code: str) -> str:
        """Give the name of a country in the document's language."""
        return countries.name(code, self.setting.lexicon.language)


def scene(document: Document, docs: tuple[Doc, ...], lexicon: Lexicon) -> Scene:
    """Lay out a parsed document."""
    language = lexicon.language
    named = mentions(docs, language, document.boilerplate)
    bearers = entities(named, docs, language)
    published = document.published.edtf
    found = {_place(s): measured(s, language, published) for doc in docs for s in doc.sents}
    setting = Setting(
        lexicon=lexicon,
        text=document.text,
        names=_names(docs, named),
        measured={_start(d): _covered(d, found, Value) for d in docs},
        money={_start(d): _covered(d, found, Money) for d in docs},
        nationalities={_start(d): _nationalities(d, language) for d in docs},
        drills=frozenset(_drills(docs, named, lexicon)),
    )

    return Scene(
        setting=setting,
        entities=bearers,
        resolved=resolver(docs, named, bearers, language, _described(setting), _told_in(setting)),
        found=found,
    )


def _described(setting: Setting) -> Callable[[Token], str | None]:
    def words(noun: Token) -> str | None:
        acts = setting.kind(noun) is Kind.AGENT
        return setting.phrase(noun).of(setting.text) if acts else None

    return words


def _told_in(setting: Setting) -> Callable[[Token], str | None]:
    def words(pronoun: Token) -> str | None:
        if pronoun.pos_ != "PRON" or pronoun.lower_ not in setting.lexicon.sources.therein:
            return None
        document = document_before(pronoun, setting)
        return None if document is None else setting.phrase(document).of(setting.text)

    return words


def _start(doc: Doc) -> int:
    start: int = doc.user_data["start"]
    return start


def _place(sentence: Tokens) -> Place:
    return _start(sentence.doc), sentence.start


def measured(sentence: Tokens, language: str, published: str | None) -> tuple[Measure, ...]:
    """Give the amounts and dates of a sentence, in the order of the text."""
    told = [
        Measure(d.span, d.first, d.last, None, Date(d.edtf) if d.edtf else None)
        for d in dates(sentence, language, published)
    ]
    counted = [
        Measure(a.span, a.first, a.last, a.head, a.value) for a in amounts(sentence, language)
    ]
    return tuple(sorted((*told, *counted), key=lambda m: m.span))


def _covered(doc: Doc, found: Mapping[Place, tuple[Measure, ...]], kind: object) -> frozenset[int]:
    """Give the tokens of a Doc that are part of an amount or date, the counted nouns apart."""
    return frozenset(
        i
        for sentence in doc.sents
        for measure in found[_place(sentence)]
        if kind is Value or isinstance(measure.value, Money)
        for i in range(measure.first, measure.last + 1)
        if measure.head is None or i < measure.head.i
    )


def _names(docs: tuple[Doc, ...], found: tuple[Mention, ...]) -> Mapping[int, Mapping[int, Name]]:
    """Give, for each Doc, the name that covers a token."""
    names: dict[int, dict[int, Name]] = {_start(doc): {} for doc in docs}
    for mention in found:
        name = Name(mention.first, mention.last, mention.type)
        for i in range(mention.first, mention.last + 1):
            names[_start(docs[mention.doc])][i] = name
    return names


def _nationalities(doc: Doc, language: str) -> Mapping[int, tuple[str, ...]]:
    found = {}
    for token in doc:
        if token.pos_ not in ("VERB", "AUX", "ADV") and len(token) > 3:
            codes = countries.countries_of(token.text, language)
            if len(codes) > 1 or (codes and countries.kind(token.text, language) == "adjective"):
                found[token.i] = codes
    return found


NEAR = 5
"""Words between an exercise and its name: *Zapad, five days of joint manoeuvres*."""


def _drills(docs: tuple[Doc, ...], found: tuple[Mention, ...], lexicon: Lexicon) -> Iterator[str]:
    """Give the names, in lower case, that the document once calls an exercise."""
    for mention in found:
        doc = docs[mention.doc]
        near = doc[max(0, mention.first - NEAR) : mention.last + NEAR + 2]
        if mention.type == "Event" and any(is_drill(t, lexicon) for t in near):
            yield doc[mention.first : mention.last + 1].text.lower()


def is_drill(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a noun means an exercise."""
    return token.pos_ == "NOUN" and any(
        t.frame == "drill" and not t.gate for t in entry(token, lexicon.event_nouns)
    )
