"""*Selon X*, *according to X*: the source that the words govern."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.reading.citing import Group, cited_by, citing
from recoupe.reading.clause import feature
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import base, children, sentence_start
from recoupe.reading.setting import Kind, Setting
from recoupe.reading.speakers import can_speak


def according(anchor: Token, sentence: Tokens, setting: Setting) -> Iterator[Group]:
    """*Selon X*, *according to X*: the noun that the words govern."""
    for token in sentence:
        for words in entry(token, setting.lexicon.according):
            weak = words in setting.lexicon.sources.weak_according
            if weak and token.i != sentence.start:
                continue
            after = token.i + len(words.replace("'", "' ").replace("’", "’ ").split())
            source = _governed_noun(token, after, setting)
            if source and weak and source.pos_ == "NOUN" and not children(source, "det"):
                break  # *pour rappel*, *pour mémoire*
            if source and (_is_own(source, setting) or _is_base(words, source, setting)):
                break
            if source and source.i < token.i:  # *une facture selon laquelle …*
                told = any(x in setting.lexicon.sources.content_free for x in lemmas(source))
                if anchor.i > token.i and anchor in source.subtree and not told:
                    yield [source], token, "according to"
                break
            if source and (anchor not in source.subtree or _opens_all(token, source, anchor)):
                yield from citing(source, token, setting)
                yield [source], token, "according to"
                yield from ((b, w, r) for b, w, r in cited_by(source, setting))
            break


def _opens_all(opening: Token, source: Token, anchor: Token) -> bool:
    """*Selon X, sept usines ont livré …*, taken for a noun phrase: what X says is the sentence.

    What only describes X opens with a relative pronoun or a participle.
    """
    comma = next((t for t in opening.doc[source.i : anchor.i] if t.text == ","), None)
    if source.dep_ != "ROOT" or opening.i != sentence_start(opening) or comma is None:
        return False
    first = comma.nbor(1)
    return first.pos_ in ("DET", "PROPN", "NOUN", "NUM", "ADP", "ADV") and "Rel" not in feature(
        first, "PronType"
    )


def _is_own(source: Token, setting: Setting) -> bool:
    """*D'après notre lecture*, *by our count*: the document's own voice."""
    own = any(c.lower_ in setting.lexicon.sources.first_person for c in source.children)
    return own and setting.kind(source) not in (Kind.AGENT, Kind.DOCUMENT)


def _is_base(words: str, source: Token, setting: Setting) -> bool:
    """*Sur la base de Wadi Seidna*: what bears a name there is a place, and no ground."""
    grounds = setting.lexicon.sources.grounds
    return words in grounds and source.pos_ == "PROPN" and not children(source, "det")


def _governed_noun(opening: Token, after: int, setting: Setting) -> Token | None:
    doc = opening.doc
    for token in doc[after : after + 7]:
        stands_in = token.lower_ in setting.lexicon.sources.stand_ins  # *d'après ce dernier*
        nominal = token.pos_ in ("NOUN", "PROPN", "PRON", "X", "NUM")
        if nominal or stands_in or setting.name(token):
            if token.lower_ in setting.lexicon.sources.relative:
                return _before(opening)
            head = _phrase_head(token, opening)
            return head if can_speak(head, setting) or setting.name(head) else None
        if token.is_punct and token.text not in '«“"':
            return None
    return None


def _before(opening: Token) -> Token | None:
    """*Un rapport selon lequel*: the noun before."""
    for token in reversed(opening.doc[sentence_start(opening) : opening.i]):
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
            while base(head) in ("nmod", "flat", "amod", "appos") and head.head.i < head.i:
                head = head.head
            return head
    return None


def _phrase_head(token: Token, opening: Token) -> Token:
    """Climb to the head of a noun phrase, but not past the words that open it."""
    while (
        base(token) in ("compound", "flat", "amod", "nmod", "nummod", "det")
        and token.head.i > opening.i
        and token.head.pos_ in ("NOUN", "PROPN")
        and not (base(token) == "nmod" and token.head.i < token.i)
        and token.head.i - token.i < 6
    ):
        token = token.head
    return token
