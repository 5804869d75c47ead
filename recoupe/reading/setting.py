"""What the readers share while they read one document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from recoupe.languages.lexicon import Lexicon
from recoupe.model.span import Span
from recoupe.reading.clause import feature, preposition
from recoupe.reading.lemmas import lemmas
from recoupe.reading.noted import base, children, sentence_end
from recoupe.reading.parse import where


class Kind(Enum):
    """What a noun stands for, as far as its role in an event goes."""

    AGENT = "agent"
    COUNTRY = "country"
    PLACE = "place"
    GOODS = "goods"
    DOCUMENT = "document"
    EVENT = "event"
    PRONOUN = "pronoun"
    MEASURE = "measure"
    UNKNOWN = "unknown"


KINDS = {
    "Person": Kind.AGENT,
    "Company": Kind.AGENT,
    "Organization": Kind.AGENT,
    "PublicBody": Kind.AGENT,
    "Outlet": Kind.AGENT,
    "Country": Kind.COUNTRY,
    "Place": Kind.PLACE,
    "WeaponSystem": Kind.GOODS,
    "Vessel": Kind.GOODS,
    "Event": Kind.EVENT,
    "Work": Kind.DOCUMENT,
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a Doc: its tokens [first, last], its type."""

    first: int
    last: int
    type: str


@dataclass(frozen=True)
class Setting:
    """A parsed document with its names, and the language it is read in.

    names: for each Doc (by its start in the text), the name that covers a token, by token index.
    measured: for each Doc, the tokens that belong to an amount or a date.
    money: the same, of sums of money only.
    drills: names, in lower case, that the document calls an exercise.
    nationalities: for each Doc, the country that an adjective or noun of nationality stands for.
    """

    lexicon: Lexicon
    text: str
    names: Mapping[int, Mapping[int, Name]]
    measured: Mapping[int, frozenset[int]]
    money: Mapping[int, frozenset[int]]
    nationalities: Mapping[int, Mapping[int, tuple[str, ...]]]
    drills: frozenset[str] = frozenset()

    def name(self, token: Token) -> Name | None:
        """Give the name that covers the token."""
        return self.names[token.doc.user_data["start"]].get(token.i)

    def is_measured(self, token: Token) -> bool:
        """Say whether the token is part of an amount or a date."""
        return token.i in self.measured[token.doc.user_data["start"]]

    def is_money(self, token: Token) -> bool:
        """Say whether the token is part of a sum of money."""
        return token.i in self.money[token.doc.user_data["start"]]

    def nationality(self, token: Token) -> tuple[str, ...]:
        """Give the countries that an adjective stands for: *sino-russe* has two."""
        return self.nationalities[token.doc.user_data["start"]].get(token.i, ())

    def kind(self, token: Token) -> Kind:
        """Say what a noun stands for: by its name's type, else by its dictionary word."""
        if name := self.name(token):
            return KINDS[name.type]
        if self.nationality(token):
            return Kind.COUNTRY
        if token.pos_ == "PRON":
            counted = self._by_part(token)
            return Kind.PRONOUN if counted is Kind.UNKNOWN else counted
        if not any(c.isalnum() for c in token.text):
            return Kind.MEASURE
        return self._common(token)

    def may_be_goods(self, token: Token) -> bool:
        """Say whether a noun has both senses: *a fighter*, *a carrier*."""
        plain = self.name(token) is None and token.pos_ == "NOUN"
        return plain and any(lemma in self.lexicon.nouns.goods for lemma in lemmas(token))

    def _common(self, token: Token) -> Kind:
        nouns = self.lexicon.nouns
        for lemma in lemmas(token):
            if lemma in nouns.agents:
                return Kind.AGENT
            if lemma in nouns.goods:
                return Kind.GOODS
            if lemma in nouns.documents:
                return Kind.DOCUMENT
        if self.is_measured(token):
            return Kind.MEASURE
        if any(lemma in nouns.calibres for c in children(token, "nmod") for lemma in lemmas(c)):
            return Kind.GOODS
        return self._by_part(token)

    def _by_part(self, token: Token) -> Kind:
        """Take the kind of what is counted (*dozens of drones*), or of a name beside it."""
        nouns = self.lexicon.nouns
        if token.pos_ in ("NUM", "PRON") or any(lemma in nouns.units for lemma in lemmas(token)):
            for child in children(token, "nmod"):
                if preposition(child) not in PARTITIVES:
                    continue
                if (kind := self.kind(child)) is not Kind.UNKNOWN:
                    return kind
        for child in children(token, "appos", "flat"):
            if name := self.name(child):
                return KINDS[name.type]
        return Kind.UNKNOWN

    def counted(self, head: Token) -> Token:
        """Give who or what is counted: of *une soixantaine de soudeurs*, the welders."""
        for child in children(head, "nmod") if self._counts(head) else ():
            kind, named = self.kind(child), self.name(child)
            if named and kind is not Kind.GOODS:
                continue  # *une pièce de Molière*
            if preposition(child) in PARTITIVES or self.nationality(child):
                if kind is not Kind.MEASURE:
                    return child
        return head

    def noun(self, head: Token) -> Token:
        """Give the noun of a nationality: *ingénieurs nord-coréens*, hung the wrong way round."""
        for child in children(head, "amod", "det") if self.nationality(head) else ():
            if child.i == head.i - 1 and self._common(child) in (Kind.AGENT, Kind.GOODS):
                return child
        return head

    def _counts(self, head: Token) -> bool:
        """*Une centaine*, *many*, *une partie*: a word that only says how many."""
        if self.name(head):
            return False
        if any(lemma in self.lexicon.nouns.units for lemma in lemmas(head)):
            return True
        stands_in = head.lower_ in self.lexicon.sources.stand_ins
        measure = head.pos_ in ("NOUN", "NUM") and self.kind(head) is Kind.MEASURE
        return measure or (stands_in and head.pos_ in ("ADJ", "NUM", "PRON", "DET"))

    def phrase(self, head: Token) -> Span:
        """Give the words of a participant or thing; no article, relative clause or apposition."""
        if span := self.proper(head):
            return span
        inside = [head.i]
        for token in _core(head):
            inside.append(token.i)
        doc, last = head.doc, max(inside)
        if last == head.i and self._is_national(head):
            last += 1
        found = where(_trimmed(doc, min(inside), last, head))
        clitic = re.match(r"-\w", found.of(self.text)) is not None  # a-t-il, dit-elle
        return Span(found.start + clitic, found.end)

    def _is_national(self, head: Token) -> bool:
        """*Les rebelles tchadiens*: the adjective right behind, wherever the parser hung it."""
        after = head.doc[head.i + 1 : min(head.i + 2, sentence_end(head))]
        return self.kind(head) is Kind.AGENT and any(
            t.pos_ in ("ADJ", "NOUN") and t.text.islower() and self.nationality(t) for t in after
        )

    def proper(self, head: Token) -> Span | None:
        """Give the name itself where the noun is one, or only introduces one."""
        name = self._proper(head)
        return None if name is None else where(head.doc[name.first : name.last + 1])

    def bearer(self, head: Token) -> Token:
        """Give the word that stands for a participant in its name: of *la société CETC*, CETC."""
        name = self._proper(head)
        return head if name is None or name == self.name(head) else head.doc[name.last]

    def _proper(self, head: Token) -> Name | None:
        name = self.name(head)
        if name is None and self._common(head) is Kind.AGENT:
            for child in children(head, "appos", "flat", "nmod", "amod"):
                near = self.name(child)
                if near and not children(child, "case") and _adjacent(head, child):
                    name = near
                    break
        if name is None and self._common(head) is Kind.AGENT:
            name = self._following(head) or self._apposed(head)
        if name is None and self._common(head) is Kind.DOCUMENT:
            name = self._masthead(head)
        return name

    def _masthead(self, head: Token) -> Name | None:
        """*La lettre spécialisée Mare Nostrum*: an outlet, by the name of what it publishes."""
        near = self._following(head)
        return near if near and near.type == "Outlet" else None

    def _following(self, head: Token) -> Name | None:
        """*L'entreprise chinoise CETC*: the name right after, wherever the parser hung it."""
        last = max((t.i for t in _core(head)), default=head.i)
        for token in head.doc[max(last, head.i) + 1 : max(last, head.i) + 4]:
            near = self.name(token)
            if near and KINDS[near.type] is Kind.AGENT:
                return near if near.first == token.i else None
            if token.lower_ in self.lexicon.nouns.naming:
                continue  # *a workshop called X*
            rare = token.text.islower() and token.pos_ in ("PROPN", "NOUN", "X")
            after = head.doc[token.i + 1 : token.i + 2].text
            adjective = token.pos_ == "ADJ" or (rare and after.istitle())
            if not adjective and not self.nationality(token):
                return None
        return None

    def _apposed(self, head: Token) -> Name | None:
        """*Le porte-parole, Dragan Velić*, *l'importateur, Selat Radar*: the name after a comma."""
        if "Plur" in feature(head, "Number"):
            return None
        for child in children(head, "appos"):
            near = self.name(child)
            if near and KINDS[near.type] in (Kind.AGENT, Kind.COUNTRY):
                return near
        last = max((t.i for t in _core(head)), default=head.i)
        doc = head.doc
        if last + 2 < len(doc) and doc[max(last, head.i) + 1].text == ",":
            near = self.name(doc[max(last, head.i) + 2])
            if near and KINDS[near.type] is Kind.AGENT and near.first == max(last, head.i) + 2:
                return near
        return None


PARTITIVES = ("de", "of")


def _adjacent(head: Token, child: Token) -> bool:
    """Say whether only adjectives stand between a noun and the name after it."""
    between = head.doc[head.i + 1 : child.i] if child.i > head.i else head.doc[child.i + 1 : head.i]
    return all(t.pos_ in ("ADJ", "PROPN", "NOUN") or t.text in '«"“' for t in between)


def _core(head: Token) -> list[Token]:
    """Give the tokens of a noun phrase that belong to its description."""
    found: list[Token] = []
    for child in head.children:
        relation = base(child)
        if relation in ("amod", "compound", "flat", "nummod", "goeswith", "fixed"):
            found += [child, *_core(child)]
        elif relation == "nmod" and child.i > head.i:
            cases = children(child, "case")
            if not cases and child.pos_ == "NOUN" and child.text.islower():
                continue
            if not cases or (cases[0].lemma_.lower() in ("de", "of", "for") and len(found) < 12):
                found += [*cases, *children(child, "det"), child, *_core(child), *_named(child)]
        elif relation == "nmod" and child.i < head.i:
            found += [child, *_core(child), *children(child, "case")]
    return found


def _named(noun: Token) -> list[Token]:
    """*Une enquête de la chaîne Léman Info*: the name that stands right after the noun."""
    last = max((noun, *_core(noun)), key=lambda t: t.i)
    names = [c for c in children(noun, "appos") if c.pos_ == "PROPN" and c.i == last.i + 1]
    return [t for name in names for t in (name, *_core(name))]


def _trimmed(doc: Doc, first: int, last: int, head: Token) -> Tokens:
    """Drop articles and numbers before the noun, and punctuation at both ends."""
    while first < head.i and doc[first].pos_ in ("DET", "NUM", "PUNCT", "ADP", "SPACE", "CCONJ"):
        first += 1
    while last > head.i and doc[last].pos_ in ("PUNCT", "DET", "ADP", "SPACE", "CCONJ"):
        last -= 1
    return doc[first : last + 1]
