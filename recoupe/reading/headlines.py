"""Headlines whose verb was taken for a noun: *Warsaw orders 40 howitzers*, *US sanctions X*.

The forms of an English verb and noun are often the same, and a headline lacks the articles that
tell them apart. Such a line is parsed anew with a verb in that place that can be nothing else.
"""

from collections.abc import Iterator

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token

from recoupe.languages.countries import countries_of
from recoupe.languages.forms import forms
from recoupe.languages.lexicon import Lexicon, lexicon
from recoupe.reading.lemmas import lemmas

ENDS = frozenset('.!?…:;»”"')
VERBAL = ("VERB", "AUX")
INSIDE = ("compound", "amod")
PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin"


def with_verb(doc: Doc, pipeline: Pipeline) -> Doc:
    """Give a line as parsed, or with its verb where it is a headline that seems to have none."""
    stand_in = forms(doc.lang_).stand_in
    if not stand_in or doc[-1].text in ENDS or any(_presides(t) for t in doc):
        return doc
    for token in _may_act(doc, lexicon(doc.lang_)):
        words = [stand_in if t.i == token.i else t.text for t in doc]
        clear = pipeline(Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc]))
        if _is_clause(clear[token.i]):
            return _taken(clear, doc, token)
    return doc


def _presides(token: Token) -> bool:
    return token.pos_ in VERBAL and token.dep_ not in INSIDE


def _may_act(doc: Doc, words: Lexicon) -> Iterator[Token]:
    """Give the nouns right after somebody that are forms of a verb which tells or governs."""
    for token in doc[1:-1]:
        after = token.pos_ in ("NOUN", "VERB") and _is_somebody(token.nbor(-1), words)
        if after and _verb(token, words):
            yield token


def _is_somebody(token: Token, words: Lexicon) -> bool:
    named = token.pos_ == "PROPN" or bool(countries_of(token.text, token.lang_))
    return named or any(x in words.nouns.agents for x in lemmas(token))


def _verb(token: Token, words: Lexicon) -> str | None:
    known = (words.verbs, words.governors, words.say, words.nouns.support)
    return next((x for x in lemmas(token) if any(x in index for index in known)), None)


def _is_clause(verb: Token) -> bool:
    relations = {child.dep_ for child in verb.children}
    return verb.pos_ == "VERB" and verb.dep_ == "ROOT" and {"nsubj", "obj"} <= relations


def _taken(clear: Doc, doc: Doc, verb: Token) -> Doc:
    """Give the words of the line with what was read of them when the verb was clear."""
    whole = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        user_data=doc.user_data,
        pos=[t.pos_ for t in clear],
        morphs=[PRESENT if t.i == verb.i else str(t.morph) for t in clear],
        lemmas=[t.lemma_ for t in clear],
        heads=[t.head.i for t in clear],
        deps=[t.dep_ for t in clear],
        sent_starts=[t.is_sent_start for t in clear],
    )
    whole[verb.i].lemma_ = _verb(verb, lexicon(doc.lang_)) or verb.lemma_
    whole.set_ents([Span(whole, e.start, e.end, e.label_) for e in doc.ents])
    return whole
