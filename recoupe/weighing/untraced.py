"""What cannot be traced, and so is never counted: nobody, many, and what is merely said."""

import re
from functools import cache

from recoupe.identity.actors import languages, plain, words_for
from recoupe.identity.described import is_bare
from recoupe.identity.resolve import head
from recoupe.languages.lexicon import lexicon
from recoupe.languages.outlets import outlet
from recoupe.model.claim import Claim
from recoupe.model.factuality import Certainty
from recoupe.model.span import Span
from recoupe.weighing.goods import singular
from recoupe.weighing.house import House

QUOTED = re.compile(r'«[^»\n]*|“[^”\n]*|"[^"\n]*"?')
"""A quotation, as far as it was printed: to its end, or to that of the sentence."""

SPEAK = ("bodies", "voices", "ministers", "officials", "leaders", "members", "works", "papers")
"""Fields of actors.toml whose nouns can be asked, or read."""


def is_vague(words: str, language: str | None) -> bool:
    """Say whether nobody could be asked: *Thai media*, *analysts*, *it*, *the weekend*, *16h10*."""
    if outlet(words) is not None:
        return False
    said = " ".join(word for word in words.split() if not word[0].isdigit())
    what = head(said, language)
    if len(what) < 2 or what in words_for("nobody", language) | words_for("media", language):
        return True
    if not is_bare(said, language):
        return False
    return what in words_for("vague", language) or (said.islower() and not _speaks(what, language))


def is_hearsay(claim: Claim, house: House) -> bool:
    """Say whether a document passes on what is said, without saying who says it.

    What it has worked out itself, or expects, is its own.
    """
    if claim.factuality.certainty is not Certainty.PR or not claim.factuality.affirmed:
        return False
    words, language = set(plain(claim.evidence[0].of(house.text)).split()), house.reading.language
    return not words & (words_for("own", language) | words_for("infers", language))


def is_quoted(claim: Claim, house: House) -> bool:
    """Say whether a claim stands in quotation marks: whoever speaks there, it is not the house.

    Most of its sentence is quoted, and all who and what took part.
    """
    sentence, text = claim.evidence[0], house.text
    told = [role.span for role in claim.roles if sentence.contains(role.span)]
    start = text.rfind("\n", 0, sentence.start) + 1
    quotes = (Span(q.start(), q.end()) for q in QUOTED.finditer(text, start, sentence.end))
    return any(
        2 * _shared(quote, sentence) > sentence.end - sentence.start
        and all(quote.contains(span) for span in told)
        for quote in quotes
    )


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _speaks(noun: str, language: str | None) -> bool:
    """Say whether a noun that stands alone is of people, bodies or papers; in doubt, it is not."""
    return singular(noun) in _speakers(language) or noun.endswith(
        tuple(words_for("person_endings", language))
    )


@cache
def _speakers(language: str | None) -> frozenset[str]:
    known = (language,) if language in languages() else languages()
    nouns = [lexicon(code).nouns for code in known if code]
    told = {noun for each in nouns for noun in (*each.agents, *each.documents)}
    told |= {word for field in SPEAK for word in words_for(field, language)}
    return frozenset(singular(noun) for noun in told)
