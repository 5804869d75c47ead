"""The dictionary words that a token may be a form of."""

from typing import TypeVar

from spacy.tokens import Token

from recoupe.languages.lexicon import Index

Item = TypeVar("Item")

PARTICIPLES = (("ées", "er"), ("és", "er"), ("ée", "er"), ("é", "er"))
FUTURES = ("rais", "rait", "rions", "riez", "raient", "rai", "ras", "ra", "rons", "rez", "ront")


def lemmas(token: Token) -> tuple[str, ...]:
    """Give the words that `token` may be a form of, the likeliest first, in lower case.

    The pipeline's lemma is wrong for one rare form in twenty (*étendrait*: étendrer), so that the
    form itself, its singular and its regular infinitive are tried after it.
    """
    form = token.lower_.replace("’", "'")
    found = [token.lemma_.lower().replace("’", "'"), form]
    if len(form) > 3 and form[-1] in "sx":
        found.append(form[:-1])
    if len(form) > 4 and form.endswith("aux"):
        found.append(form[:-3] + "al")
    for ending, infinitive in PARTICIPLES:
        if form.endswith(ending):
            found.append(form[: -len(ending)] + infinitive)
            break
    for ending in FUTURES:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)] + "r"
            found += [stem, stem + "e"]
            break
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
            if skipped or token.doc[place].pos_ not in ("ADV", "PRON", "AUX"):
                return False
            place, skipped = place + 1, skipped + 1
        if place >= len(token.doc):
            return False
        place += 1
    return True


def _is(token: Token, word: str) -> bool:
    return token.lower_.replace("’", "'") == word or token.lemma_.lower() == word
