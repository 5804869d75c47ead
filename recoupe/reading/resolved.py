"""Whom a short name, a capital, an adjective, a pronoun or a description stands for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from recoupe.languages import countries
from recoupe.languages.countries import folded
from recoupe.languages.names import NameWords, name_words, types
from recoupe.model.entity import Entity
from recoupe.reading.entities import text_of
from recoupe.reading.mentions import Mention

BEARERS = frozenset(
    ("Person", "Company", "Organization", "PublicBody", "Country", "Outlet", "Vessel")
)
"""What a description can take up; goods (*the drones*) are told apart by more than their name."""

REACH = 2
"""A description takes up a name at most two sentences back, where several names would do."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name stands. order: (doc, token); sentence: its number in the document."""

    order: tuple[int, int]
    sentence: int
    head: Token
    text: str
    entity: Entity


@dataclass(frozen=True, slots=True)
class _Document:
    places: tuple[_Place, ...]
    by_token: dict[tuple[int, int], _Place]
    numbers: dict[int, int]
    sentences: dict[tuple[int, int], int]
    words: NameWords
    kinds: dict[str, tuple[str, ...]]
    language: str

    def order(self, token: Token) -> tuple[int, int]:
        return self.numbers[token.doc.user_data["start"]], token.i

    def sentence(self, token: Token) -> int:
        return self.sentences[self.order(token.sent[0])]


def resolver(
    docs: tuple[Doc, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    language: str,
    described: Callable[[Token], str | None],
    told_in: Callable[[Token], str | None],
) -> Callable[[Token], str | None]:
    """Give the function that names what a token stands for elsewhere in the document.

    It takes the head of a phrase and gives a full name, a country for its capital or adjective,
    the antecedent of a pronoun or description; None where the words name it themselves or where
    more than one thing could be meant. described: gives the words of a noun that may be one who
    acts (*un enquêteur de l'ONU*), None for any other. told_in: gives the words of the document
    that a pronoun stands for (*on y lit que*).
    """
    document = _document(docs, mentions, entities, language)

    def resolved(token: Token) -> str | None:
        if place := document.by_token.get(document.order(token)):
            return _fuller(place)
        if codes := countries.countries_of(token.text, language):
            return countries.name(codes[0], language) if len(codes) == 1 else None
        found = _pronoun(token, document) or _description(token, document)
        if found is None and token.pos_ == "PRON" and _word(token) in document.kinds:
            return _taken_up(token, document, docs, described)
        return found.entity.name if found else told_in(token)

    return resolved


def _fuller(place: _Place) -> str | None:
    return None if folded(place.entity.name) == folded(place.text) else place.entity.name


def _word(pronoun: Token) -> str:
    """Give a pronoun as the lists have it: the *-il* of *dit-il* is *il*."""
    return pronoun.lower_.lstrip("-").removeprefix("t-")


def _pronoun(token: Token, document: _Document) -> _Place | None:
    """Give the antecedent: the one subject in sight that agrees."""
    word = _word(token)
    words = document.words
    if word in words.relatives and token.dep_ != "mark":
        head = token.head.head
        return document.by_token.get(document.order(head)) if head.doc is token.doc else None
    if token.pos_ != "PRON" or word not in document.kinds:
        return None
    allowed = document.kinds[word]
    here = document.sentence(token)
    near = [p for p in _before(token, document) if p.sentence >= here - 1 and _subject(p.head)]
    fit = [p for p in near if p.entity.type in allowed and _agrees(p.head, token)]
    for sentence in (here, here - 1):
        found = {p.entity.name: p for p in fit if p.sentence == sentence}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _taken_up(
    pronoun: Token,
    document: _Document,
    docs: tuple[Doc, ...],
    described: Callable[[Token], str | None],
) -> str | None:
    """*Un enquêteur de l'ONU doute : il se peut, dit-il, …*: the one subject only described.

    It stands before the pronoun in its sentence, else in the sentence before; where a name could
    be meant as well, nobody is.
    """
    here, allowed = document.sentence(pronoun), document.kinds[_word(pronoun)]
    if "Person" not in allowed:
        return None
    for number in (here, here - 1):
        subjects = [t for t in _subjects(number, document, docs) if _is_before(t, pronoun)]
        fit = [t for t in subjects if _agrees(t, pronoun)]
        named = [p for t in fit if (p := document.by_token.get(document.order(t)))]
        if any(place.entity.type in allowed for place in named):
            return None
        words = [w for t in fit if (w := described(t))]
        if words:
            return words[0] if len(words) == 1 else None
    return None


def _subjects(number: int, document: _Document, docs: tuple[Doc, ...]) -> Iterator[Token]:
    """Give the subjects of a sentence that are nouns."""
    for (doc, start), at in document.sentences.items():
        if at == number:
            for token in docs[doc][start].sent:
                if token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN"):
                    yield token


def _is_before(token: Token, pronoun: Token) -> bool:
    return token.doc is not pronoun.doc or token.i < pronoun.i


def _description(token: Token, document: _Document) -> _Place | None:
    """Give what *the company*, *la marine* takes up: the one of its kind, or the nearest."""
    if token.pos_ not in ("NOUN", "PROPN") or not _definite(token) or _further(token, document):
        return None
    before = tuple(p for p in _before(token, document) if p.entity.type in BEARERS)
    word = token.lower_
    called = [p for p in before if word in folded_words(p.entity.name)]
    kind = _kind(token, document)
    fit = called or [p for p in before if p.entity.type == kind]
    if len({p.entity.name for p in fit}) == 1:
        return fit[0]
    near = document.sentence(token) - (0 if kind == "Country" else REACH)
    return _nearest([p for p in fit if p.sentence >= near])


def _nearest(fit: list[_Place]) -> _Place | None:
    """Give the one name of the last sentence that has any; of several, none."""
    last = {p.entity.name: p for p in fit if p.sentence == fit[0].sentence}
    return next(iter(last.values())) if len(last) == 1 else None


def folded_words(name: str) -> list[str]:
    """Give the words of a name in lower case."""
    return name.lower().replace("’", "'").split()


def _kind(token: Token, document: _Document) -> str | None:
    described = {**types(document.words.announces), **types(document.words.descriptions)}
    return described.get(token.lower_) or described.get(token.lemma_.lower())


def _further(token: Token, document: _Document) -> bool:
    """Say whether the noun is told apart by more than a nationality: *the bank of X*."""
    for child in token.children:
        if child.dep_ in ("nmod", "acl", "acl:relcl", "appos", "compound", "flat", "nummod"):
            return True
        if child.dep_ == "amod" and not countries.country(child.text, document.language):
            return True
    return False


def _definite(token: Token) -> bool:
    return any(
        child.dep_ == "det"
        and ("Def" in child.morph.get("Definite", []) or "Dem" in child.morph.get("PronType", []))
        for child in token.children
    )


def _before(token: Token, document: _Document) -> Iterator[_Place]:
    order = document.order(token)
    return (place for place in reversed(document.places) if place.order < order)


def _subject(head: Token) -> bool:
    while head.dep_ == "appos":
        head = head.head
    return head.dep_.startswith("nsubj") or head.dep_ == "ROOT"


def _agrees(head: Token, pronoun: Token) -> bool:
    """Say whether gender and number, where both are marked, are the same."""
    for feature in ("Gender", "Number"):
        ours, theirs = head.morph.get(feature, []), pronoun.morph.get(feature, [])
        if ours and theirs and ours != theirs:
            return False
    return True


def _document(
    docs: tuple[Doc, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    language: str,
) -> _Document:
    bearer = {span: entity for entity in entities for span in entity.mentions}
    sentences = _sentences(docs)
    places = tuple(
        _Place(
            order=(m.doc, m.first),
            sentence=sentences[m.doc, docs[m.doc][m.first].sent.start],
            head=docs[m.doc][m.first : m.last + 1].root,
            text=text_of(m, docs),
            entity=bearer[m.span],
        )
        for m in mentions
    )
    words = name_words(language)
    return _Document(
        places=places,
        by_token={
            (m.doc, i): place
            for m, place in zip(mentions, places, strict=True)
            for i in range(m.first, m.last + 1)
        },
        numbers={doc.user_data["start"]: i for i, doc in enumerate(docs)},
        sentences=sentences,
        words=words,
        kinds=words.pronouns,
        language=language,
    )


def _sentences(docs: tuple[Doc, ...]) -> dict[tuple[int, int], int]:
    starts = ((i, sentence.start) for i, doc in enumerate(docs) for sentence in doc.sents)
    return {start: number for number, start in enumerate(starts)}
