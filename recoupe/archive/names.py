"""Names at the head of a text: of a place, of an outlet, of those who wrote it."""

import re
from functools import cache

from recoupe.archive.masthead import words_of
from recoupe.archive.phrases import wording
from recoupe.languages.countries import kind
from recoupe.languages.publication import publication_words

BYLINE_LENGTH = 80  # characters
NAME_LENGTH = 40


def is_place(name: str, text: str) -> bool:
    """Say whether a name is that of a place: a country, a capital, or the text says *in* it.

    >>> is_place("Paris", ""), is_place("Fanal", "Un navire a coulé à Fanal.")
    (True, True)
    >>> is_place("Fanal", "")
    False
    """
    if any(kind(name, code) in ("name", "capital") for code in publication_words()):
        return True
    return bool(re.search(rf"{words_of(lambda one: one.places)}\s+{wording(name)}", text))


def mended(name: str) -> str:
    """Give a name set in capitals as it is written elsewhere; any other as it is.

    >>> mended("L'ÉCHO DES PORTS"), mended("THE HARBOUR POST"), mended("AFP"), mended("Le Fanal")
    ("L'Écho des Ports", 'The Harbour Post', 'AFP', 'Le Fanal')
    """
    if not name.isupper() or len(name.split()) < 2:
        return name
    small = {word for one in publication_words().values() for word in one.small}
    parts = re.split(r"([\s'’-]+)", name.lower())
    return "".join(
        part if part in small and i else part[:1].upper() + part[1:] for i, part in enumerate(parts)
    )


def signed(words: str) -> tuple[str, ...]:
    """Give the names in a byline, () where the words are none.

    >>> signed("Par Awa Diop et Luc Morin"), signed("By our correspondent"), signed("Par ailleurs")
    (('Awa Diop', 'Luc Morin'), (), ())
    """
    found = _byline().fullmatch(words)
    if found is None or len(words) > BYLINE_LENGTH:
        return ()
    names = (_whereabouts().sub("", name) for name in _apart().split(found[1]))
    return tuple(name for name in names if _can_sign(name))


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"{words_of(lambda one: one.bylines)}\s*:?\s+(.+?)[.,]?", re.IGNORECASE)


@cache
def _apart() -> re.Pattern[str]:
    between = words_of(lambda one: one.conjunctions)
    return re.compile(rf"\s*,\s*(?:{between}\s+)?|\s+{between}\s+", re.IGNORECASE)


@cache
def _whereabouts() -> re.Pattern[str]:
    """*in Tunis*, after the name of who writes from there."""
    return re.compile(rf"\s+{words_of(lambda one: one.places)}\s+\S.*")


def _can_sign(name: str) -> bool:
    if not name.strip() or re.match(words_of(lambda one: one.no_names), name, re.IGNORECASE):
        return False
    first, last = name.split()[0], name.split()[-1]
    return first[0].isupper() and last[0].isupper() and len(name) <= NAME_LENGTH
