"""Who speaks beside the words: *…, the panel notes*; *…, croit savoir un diplomate, …*.

Here the parser is at its worst, so that the order of the words leads: between two breaks stands
nothing but a speaker and a verb of saying.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from recoupe.languages.lexicon import Cue
from recoupe.reading.clause import feature, is_finite, is_gerund, is_participle
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.negation import negation
from recoupe.reading.noted import base, children
from recoupe.reading.setting import Kind, Setting
from recoupe.reading.speakers import can_speak, is_addressed

BREAKS = frozenset((",", "»", "”", '"', "–", "—", "-", ";", "«", "“", ":"))
LONGEST = 26
"""Words of an aside at most; a longer stretch between two breaks tells a thing of its own."""


class Aside(NamedTuple):
    """A verb of saying put beside what is said, and its speaker. [first, end): its words."""

    verb: Token
    speaker: Token
    first: int
    end: int


def asides(sentence: Tokens, setting: Setting) -> tuple[Aside, ...]:
    """Give the asides of a sentence, in the order of the text."""
    found: dict[int, tuple[Aside, ...]] = sentence.doc.user_data.setdefault("asides", {})
    if sentence.start not in found:
        found[sentence.start] = tuple(_asides(sentence, setting))
    return found[sentence.start]


def beside(token: Token, anchor: Token, setting: Setting) -> bool:
    """Say whether a word stands in an aside, and the event does not."""
    return any(
        a.first <= token.i < a.end and not a.first <= anchor.i < a.end
        for a in asides(anchor.sent, setting)
    )


def _asides(sentence: Tokens, setting: Setting) -> Iterator[Aside]:
    doc = sentence.doc
    for first, end in _stretches(sentence):
        parted = doc[first - 1].text == ";"  # *X sold rifles; banks speculate*
        if end - first > LONGEST or first == sentence.start or parted:
            continue
        verb = _verb(doc, first, end, setting)
        if verb is None or negation(verb, setting):
            continue
        speaker = _before(doc, first, verb, end, setting)
        if speaker is not None and doc[first - 1].text == "," and _answers(verb, setting):
            continue  # *accusé d'avoir vendu des chars, Minsk dément*: it says the opposite
        speaker = speaker or _after(doc, first, verb, end, setting)
        if speaker is not None:
            yield Aside(verb, speaker, first, end)


def _answers(verb: Token, setting: Setting) -> bool:
    return any(c.reply and c.effect == "denied" for c in entry(verb, setting.lexicon.governors))


def doubt(aside: Aside, setting: Setting) -> Cue | None:
    """Give what the verb of an aside does to what is said: *croit savoir*, *speculated*."""
    for found in entry(aside.verb, setting.lexicon.governors):
        if found.effect in ("PR", "PS", "PR-", "PS-"):
            return found
    doubting = [x for x in lemmas(aside.verb) if x in setting.lexicon.sources.doubting]
    return Cue(lemma=doubting[0], effect="PR", source=True) if doubting else None


def _stretches(sentence: Tokens) -> Iterator[tuple[int, int]]:
    """Give the runs of words between breaks."""
    first = sentence.start
    for token in sentence:
        if token.text in BREAKS or token.i == sentence.end - 1:
            end = token.i if token.is_punct else token.i + 1
            if end > first:
                yield first, end
            first = token.i + 1


def _verb(doc: Doc, first: int, end: int, setting: Setting) -> Token | None:
    """Give the verb of saying, the one full verb of the stretch."""
    for token in doc[first:end]:
        if _introduces(token, setting):
            return None if _goes_on(token, first, end, setting) else token
        if token.pos_ in ("SCONJ", "CCONJ") or token.lower_ in setting.lexicon.sources.relative:
            return None
        if token.pos_ == "VERB" and not (token.i > first and is_participle(token)):
            return None
    return None


def _goes_on(verb: Token, first: int, end: int, setting: Setting) -> bool:
    """Say whether what was said follows the verb, or it only describes a noun: *cité par*."""
    doc = verb.doc
    rest = doc[verb.i + 1 : end]
    if any(t.pos_ == "SCONJ" or (t.pos_ == "VERB" and is_finite(t)) for t in rest):
        return True
    bare = is_participle(verb) and all(t.pos_ != "AUX" for t in doc[first : verb.i])
    return bare and (verb.i == first or not _is_done(verb, end, setting))


def _introduces(token: Token, setting: Setting) -> bool:
    if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PROPN", "CCONJ"):
        return False
    if is_gerund(token):
        return False  # *for two million, excluding tax*
    if token.pos_ in ("NOUN", "PROPN") and token.i and token.nbor(-1).pos_ == "DET":
        return False  # *the note* is a document, and no verb
    sources = setting.lexicon.sources
    if any(lemma in sources.aside for lemma in lemmas(token)) or entry(token, setting.lexicon.say):
        return True
    told = entry(token, setting.lexicon.governors)
    return any(c.source and not c.wish and c.effect != "U" for c in told)


def _before(doc: Doc, first: int, verb: Token, end: int, setting: Setting) -> Token | None:
    """*The paper states*: a noun phrase, its verb, and nothing that the verb acts on."""
    words = [t for t in doc[first : verb.i] if t.pos_ != "AUX"]
    if not words or any(t.pos_ == "SCONJ" or is_finite(t) for t in words):
        return None
    if words[0].pos_ == "ADP" or not _is_done(verb, end, setting):
        return None
    return _head(words, setting)


def _is_done(verb: Token, end: int, setting: Setting) -> bool:
    """Say whether nothing comes after the verb but when, where and to whom it was said."""
    addressed = any(lemma in setting.lexicon.sources.address for lemma in lemmas(verb))
    in_phrase = addressed
    for token in verb.doc[verb.i + 1 : end]:
        if token.pos_ == "ADP":
            in_phrase = True
        elif token.pos_ == "ADV" or setting.is_measured(token):
            continue
        elif not in_phrase:
            return False
    return True


def _after(doc: Doc, first: int, verb: Token, end: int, setting: Setting) -> Token | None:
    """*A déclaré au salon le patron*, *says the director*: nothing stands before the verb."""
    if any(t.pos_ not in ("AUX", "PRON", "ADV", "VERB") for t in doc[first : verb.i]):
        return None
    if any(is_addressed(t, verb, setting) for t in children(verb, "iobj")):
        return None
    words: list[Token] = []
    in_phrase = False
    for token in doc[verb.i + 1 : end]:
        if token.pos_ == "PRON" and token.lower_ in setting.lexicon.sources.nobody:
            return _told_in(token, end, setting)
        if token.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ") and not setting.is_measured(token):
            if not in_phrase or _opens_another(token, setting) or _subject(token, verb):
                return _head(list(doc[token.i : end]), setting)
        elif token.pos_ == "ADP" and not _is_article(token, verb):
            in_phrase = True
        words.append(token)
    return None


def _opens_another(token: Token, setting: Setting) -> bool:
    """*Devant les élus l'ambassadeur*: what follows the words for whom it is said to."""
    before = token.nbor(-1)
    if before.pos_ == "ADP":
        return False
    name, other = setting.name(token), setting.name(before)
    named = name is not None and name.first == token.i and other not in (None, name)
    return token.pos_ == "DET" or named


def _is_article(token: Token, verb: Token) -> bool:
    """*Montrent des images*: right after a verb, *des* opens the subject."""
    return token.i == verb.i + 1 and "Art" in feature(token, "PronType")


def _told_in(pronoun: Token, end: int, setting: Setting) -> Token | None:
    """*Lit-on dans un rapport*, *apprend-on auprès de l'armée*: where nobody's words stand."""
    after = pronoun.doc[pronoun.i + 1 : end]
    prepositions = setting.lexicon.sources.inside | setting.lexicon.sources.by
    if not any(t.lemma_.lower() in prepositions for t in after[:1]):
        return None
    rest = [t for t in after if t.pos_ != "ADP" and t.i > pronoun.i + 1]
    found = _head(rest, setting)
    kinds = (Kind.AGENT, Kind.DOCUMENT)
    return found if found is not None and setting.kind(found) in kinds else None


def _subject(token: Token, verb: Token) -> bool:
    return base(token) in ("nsubj", "appos") and token.head == verb


def _is_owner(token: Token) -> bool:
    """*Says Norelt's director*: the director."""
    after = token.doc[token.i + 1 : token.i + 2]
    return len(after) == 1 and after[0].pos_ == "PART" and after[0].dep_ == "case"


def _head(words: list[Token], setting: Setting) -> Token | None:
    """Give the head of a noun phrase: the last noun before anything that hangs on it."""
    nouns: list[Token] = []
    for token in words:
        if (
            token.pos_ in ("ADP", "SCONJ", "PUNCT")
            or token.lower_ in setting.lexicon.sources.relative
        ):
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not _is_owner(token):
            nouns.append(token)
    if not nouns:  # *an official*, taken for an adjective
        nouns = [t for t in words if t.pos_ == "ADJ" and setting.kind(t) is Kind.AGENT][-1:]
    if not nouns:
        return None
    inside = {t.i for t in nouns}
    heads = [t for t in nouns if t.head.i not in inside] or nouns
    return next((t for t in heads if can_speak(t, setting)), None)
