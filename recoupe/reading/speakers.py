"""Who speaks by a verb of saying, and who can speak at all."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages import countries
from recoupe.reading.clause import (
    conjuncts,
    feature,
    is_finite,
    is_gerund,
    is_passive,
    preposition,
    subjects,
)
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import base, children, sentence_start
from recoupe.reading.setting import Kind, Setting


def says(word: Token, setting: Setting) -> bool:
    """Say whether a word is a verb of saying in this place, or the noun of one: *faire état*."""
    if word.pos_ == "NOUN":
        return any(entry(c, setting.lexicon.say) for c in children(word, "cop"))
    return word.pos_ in ("VERB", "AUX", "ADJ") and bool(entry(word, setting.lexicon.say))


def by_anyone(verb: Token, setting: Setting) -> bool:
    """*On dit que*, *dit-on*, *tout indique que*: nobody in particular says so."""
    anyone = setting.lexicon.sources.anyone
    said = [c for c in children(verb, "obj") if c.i > verb.i]  # *il a dit tout*
    words = [c for c in verb.children if c.pos_ == "PRON" and c not in said]
    return any(c.lower_.strip("-") in anyone for c in words) and not _seat(verb, setting)


def _seat(verb: Token, setting: Setting) -> list[Token]:
    """*Assure-t-on à Dublin*, *à Séoul, on rappelle que*: the capital from which it is said.

    What *on raconte à Riga* is told by nobody.
    """
    anyone, at = setting.lexicon.sources.anyone, setting.lexicon.sources.seated
    if not any(c.lower_.strip("-") in anyone for c in children(verb, "nsubj")):
        return []
    if any(lemma in setting.lexicon.sources.rumoured for lemma in lemmas(verb)):
        return []
    places = [c for c in children(verb, "obl") if preposition(c) in at and not children(c, "amod")]
    language = setting.lexicon.language
    return [c for c in places if countries.kind(c.text, language) == "capital"][:1]


def speakers(word: Token, setting: Setting) -> list[Token]:
    """Give who speaks by a verb of saying: its subject, in a passive its agent."""
    if seat := _seat(word, setting):
        return seat
    if by_anyone(word, setting):
        return therein(word, setting)
    if is_passive(word):
        agents = [c for c in word.children if c.dep_ == "obl:agent"]
        told_by = [s for a in agents for s in conjuncts(a) if can_speak(s, setting)]
        return told_by or _stated_in(word, setting)
    told_by = [s for s in subjects(word) if can_speak(s, setting) and _may_say(s, word, setting)]
    return [_voice(s, word, setting) for s in told_by] or _bare_subject(word, setting)


def _voice(subject: Token, word: Token, setting: Setting) -> Token:
    """*Bamako, par la voix de son ministère, affirme*: whose mouth it is."""
    voices = setting.lexicon.nouns.voices
    for child in (*children(subject, "nmod"), *children(word, "obl")):
        if any(lemma in voices for lemma in lemmas(child)) and preposition(child):
            mouths = [c for c in children(child, "nmod") if preposition(c) == "de"]
            return mouths[0] if mouths and can_speak(mouths[0], setting) else subject
    return subject


def _bare_subject(word: Token, setting: Setting) -> list[Token]:
    """*It says that*, *un autre assure que*, *another remarked*: a subject the parser missed."""
    if not is_finite(word) or base(word) == "conj" or _is_reflexive(word):
        return []
    if any(s.pos_ not in ("VERB", "ADJ") for s in children(word, "nsubj")):
        return []
    if any(lemma in setting.lexicon.sources.evidential for lemma in lemmas(word)):
        return []
    before = [c for c in word.children if c.i < word.i and c.i + 3 > word.i]
    found = [c for c in before if c.lower_ in setting.lexicon.sources.stand_ins]
    return found[-1:] or _name_before(word, setting)


def _is_reflexive(word: Token) -> bool:
    """*Il se dit que*: said by nobody."""
    return any("Yes" in feature(c, "Reflex") for c in word.children if c.i < word.i)


def _name_before(word: Token, setting: Setting) -> list[Token]:
    """*Managing director Ute Kessler said*: the name right before the verb."""
    at = word.i - 1
    while at > sentence_start(word) and word.doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    token = word.doc[at]
    speaks = setting.name(token) and setting.kind(token) in (Kind.AGENT, Kind.COUNTRY)
    return [token] if speaks and can_speak(token, setting) else []


def _stated_in(word: Token, setting: Setting) -> list[Token]:
    """*Dans le rapport, il est indiqué que*: the document in which it is said."""
    if found := therein(word, setting):
        return found
    if any(c.dep_ == "nsubj:pass" for c in word.children):
        return []
    for token in word.doc[sentence_start(word) : word.i]:
        if token.pos_ in ("NOUN", "PRON") and preposition(token) in setting.lexicon.sources.inside:
            pronoun = any(c.pos_ == "PRON" for c in token.children)
            if setting.kind(token) in (Kind.DOCUMENT, Kind.PRONOUN) or pronoun:
                return [token]
    return []


def therein(word: Token, setting: Setting) -> list[Token]:
    """*Un rapport est paru. On y lit que*: the document in which it is said, told just before."""
    it = [c for c in word.children if c.lower_ in setting.lexicon.sources.therein and c.i < word.i]
    return it if it and document_before(it[0], setting) is not None else []


def document_before(token: Token, setting: Setting) -> Token | None:
    """Give the last document told in the sentence or the one before, None where there is none.

    Of *une enquête fondée sur des notes*, the inquiry.
    """
    start = sentence_start(token)
    first = sentence_start(token.doc[start - 1]) if start else start
    told = [t for t in token.doc[first : token.i] if _is_document(t, setting)]
    return next((t for t in reversed(told) if not any(a in told for a in t.ancestors)), None)


def _is_document(token: Token, setting: Setting) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and setting.kind(token) is Kind.DOCUMENT


def _may_say(subject: Token, word: Token, setting: Setting) -> bool:
    """*The photographs show* is a source, *the trend shows* is none: a thing says nothing."""
    if not any(lemma in setting.lexicon.sources.evidential for lemma in lemmas(word)):
        return True
    return setting.kind(subject) is not Kind.UNKNOWN


def can_speak(token: Token, setting: Setting) -> bool:
    """Say whether a noun can be the source of a claim."""
    nouns = setting.lexicon.nouns
    if token.pos_ in ("NUM", "PRON", "ADJ") and _is_one_of(token, setting):
        return True
    if any(lemma in nouns.documents for lemma in lemmas(token)) and token.pos_ == "NOUN":
        return True
    mute = token.lower_.strip("-") in setting.lexicon.sources.mute
    if (mute and not children(token, "det")) or (
        setting.is_measured(token) and setting.kind(token) is Kind.MEASURE
    ):
        return False
    kind = setting.kind(token)
    if kind is Kind.GOODS and token.pos_ == "PROPN" and setting.name(token) is None:
        return True  # *Open Crate says*: a name made of common words
    return kind in (Kind.AGENT, Kind.COUNTRY, Kind.DOCUMENT, Kind.PRONOUN, Kind.PLACE) or (
        kind is Kind.UNKNOWN and token.pos_ in ("NOUN", "PROPN")
    )


def _is_one_of(token: Token, setting: Setting) -> bool:
    """*One of them said*, *l'un des officiers affirme*."""
    if token.lower_ not in setting.lexicon.sources.stand_ins:
        return False
    kinds = [setting.kind(c) for c in children(token, "nmod")]
    return not kinds or any(kind in (Kind.AGENT, Kind.PRONOUN) for kind in kinds)


def inverted(sentence: Tokens, setting: Setting) -> tuple[Token, Token] | None:
    """Give verb and speaker of words put after what is said: *…, a indiqué le ministre*.

    The parser's worst case, so that the order of the words leads: a comma or closing quotation
    mark, a verb of saying, a noun phrase.
    """
    doc = sentence.doc
    for token in sentence:
        if token.i == sentence.start or not _can_introduce(token, setting):
            continue
        before = token.i - 1
        while before > sentence.start and _precedes_verb(doc[before], setting):
            before -= 1
        if doc[before].text not in BREAKS:
            continue
        speaker = _noun_after(token, sentence, setting)
        if speaker is not None and not is_addressed(speaker, token, setting):
            return token, speaker
    return None


def is_addressed(noun: Token, verb: Token, setting: Setting) -> bool:
    """*The admiral told the magazine*: whom it is told does not say it."""
    tells = any(lemma in setting.lexicon.sources.address for lemma in lemmas(verb))
    return tells and base(noun) == "iobj"


BREAKS = (",", "»", "”", '"', "–", "—", "-")


def _precedes_verb(token: Token, setting: Setting) -> bool:
    """*…, l'a encore affirmé X*, and not *une corvette, que vise X*."""
    relative = "Rel" in feature(token, "PronType") or token.lower_ in setting.lexicon.cues.that
    return token.pos_ in ("AUX", "PRON", "ADV") and not relative


def _can_introduce(token: Token, setting: Setting) -> bool:
    if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PROPN"):
        return False
    if is_gerund(token):
        return False  # *for two million, excluding tax*
    if entry(token, setting.lexicon.say):
        return True
    told = entry(token, setting.lexicon.governors)
    return any(c.source and not c.wish and c.effect != "U" for c in told)


def _noun_after(verb: Token, sentence: Tokens, setting: Setting) -> Token | None:
    """Give the head of the noun phrase right after a verb, adverbs and dates apart."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 9, sentence.end)]:
        if token.pos_ in ("NOUN", "PROPN") and not setting.is_measured(token):
            head = token
            while (
                base(head) in ("compound", "amod", "flat", "nmod")
                and head.head.i > verb.i
                and (head.head.pos_ in ("NOUN", "PROPN") and head.head.i > head.i)
            ):
                head = head.head
            return head if can_speak(head, setting) else None
        if token.pos_ not in ("DET", "ADJ", "ADV", "NUM", "PRON", "VERB") or (
            token.pos_ == "PRON" and can_speak(token, setting)
        ):
            return token if token.pos_ == "PRON" else None
        if token.pos_ == "VERB" and token.lower_ not in ("savoir",):
            return None
    return None
