"""The dictionary words that a token may be a form of."""

from functools import lru_cache
from typing import TypeVar

from simplemma import lemmatize
from spacy.tokens import Token

from recoupe.languages.forms import forms
from recoupe.languages.lexicon import Index

Item = TypeVar("Item")
DICTIONARIES = ("en", "fr")


def lemmas(token: Token) -> tuple[str, ...]:
    """Give the words that `token` may be a form of, the likeliest first, in lower case.

    The pipeline's lemma is wrong for one rare form in twenty (*étendrait*: étendrer, *exclut*:
    excloir), so that a dictionary's (simplemma), the form itself and what its ending tells come
    after it.
    """
    return _lemmas(token.lemma_, token.lower_, token.lang_)


@lru_cache(maxsize=65536)
def _lemmas(lemma: str, form: str, language: str) -> tuple[str, ...]:
    form = form.replace("’", "'")
    dictionary = lemmatize(form, lang=language) if language in DICTIONARIES else form
    found = [lemma.lower().replace("’", "'"), dictionary, form]
    found += forms(language).dictionary(form)
    return tuple(dict.fromkeys(found))


def entry(token: Token, index: Index[Item]) -> list[Item]:
    """Give the entries that begin at `token`, those of several words first."""
    found = []
    for lemma in lemmas(token):
        for rest, item in index.get(lemma, ()):
            if follows(token, rest):
                found.append(item)
        if found:
            return found
    return found


def follows(token: Token, rest: tuple[str, ...]) -> bool:
    """Say whether the words of `rest` come next, an adverb or a pronoun apart."""
    place, skipped = token.i + 1, 0
    for word in rest:
        while place < len(token.doc) and not _is(token.doc[place], word):
            if skipped or token.doc[place].pos_ not in ("ADV", "PRON", "AUX", "DET"):
                return False
            place, skipped = place + 1, skipped + 1
        if place >= len(token.doc):
            return False
        place += 1
    return True


def _is(token: Token, word: str) -> bool:
    return token.lower_.replace("’", "'") == word or token.lemma_.lower() == word
