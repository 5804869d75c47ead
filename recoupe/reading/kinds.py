"""What kind of thing a name names, from all that the document says of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from recoupe.languages import countries
from recoupe.languages.names import announcing, is_legal_form, name_words, types
from recoupe.reading.lemmas import lemmas
from recoupe.reading.line import Candidate, Line
from recoupe.reading.voters import QUOTES

DATELINE = frozenset(("(", "—", "–", "-"))


ALONE = frozenset(("Person", "Place", "Country"))
"""Beside these, brackets hold another name: *Ana Ruiz (PSOE)*, *ANKARA (AA)*."""

SHORTENED = frozenset(("Person", "Company", "Outlet"))
"""What goes by a part of its name: *Vucic*, *Thales*."""

LISTED = 10
"""The weight of a list; what it says of a name needs no help."""

WEAK, ENOUGH = 3, 4
"""A vote of the pipeline weighs WEAK at most; all for one type, ENOUGH: it errs alike each time."""


class Name(NamedTuple):
    """Tokens [first, end) of a line that are a name. key: its words, lower case."""

    line: int
    first: int
    end: int
    key: tuple[str, ...]


def kinds(
    lines: tuple[Line, ...], votes: tuple[tuple[Candidate, ...], ...], names: Sequence[Name]
) -> dict[tuple[str, ...], str]:
    """Give the type of each name, by its key, as all its places in the document decide it."""
    counted: dict[tuple[str, ...], Counter[str]] = {name.key: Counter() for name in names}
    for name in names:
        own = counted[name.key]
        for kind, weight in _evidence(lines[name.line], name, votes[name.line]):
            ceiling = ENOUGH if weight <= WEAK else own[kind] + weight
            own[kind] = max(own[kind], min(own[kind] + weight, ceiling))
    for short, full in _in_brackets(lines, names):
        if _strongest(counted[full]) not in ALONE:
            counted[short] += counted[full]
    placed = {name.key for name in names if _is_placed(lines[name.line], name)}
    found = {key: _strongest(votes) for key, votes in counted.items()}
    return {  # *made in Baoji, at Baoji Titanium Co.*: a place, though a firm bears its name
        key: kind if kind == "Place" and key in placed else _strongest(_with_longer(key, counted))
        for key, kind in found.items()
    }


def _is_placed(line: Line, name: Name) -> bool:
    return line.low_word(name.first - 1) in name_words(line.language).places


def _in_brackets(
    lines: tuple[Line, ...], names: Sequence[Name]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give each short name with the full one before its brackets: *Armée nationale (ANL)*."""
    for full, short in pairwise(sorted(names)):
        beside = full.line == short.line and short.first == full.end + 1
        words = lines[full.line].words
        if beside and words[full.end] == "(" and words[short.first].isupper():
            yield short.key, full.key


def is_city(line: Line, name: Name) -> bool:
    """Say whether a capital means the city: in a dateline, after *in*, in *a visit to*."""
    words = name_words(line.language)
    before, after = line.low_word(name.first - 1), line.low_word(name.end)
    if line.words[name.first].isupper() and len(name.key[0]) > 3 and not line.text.isupper():
        return True
    if name.first == 0 and (after in DATELINE or (after == "," and _date_follows(line, name.end))):
        return True
    following = line.doc[name.end + 1].text if after == "," and name.end + 1 in line else ""
    if countries.kind(following, line.language) == "name":
        return True
    root = line.doc[name.first : name.end].root
    governors = {*lemmas(root.head), *lemmas(root.head.head)}
    if governors & words.goes and not root.dep_.startswith("nsubj"):
        return True
    return before in words.places and not governors & words.gives


def _date_follows(line: Line, i: int) -> bool:
    return any(word.isdigit() for word in line.words[i + 1 : i + 5])


def _evidence(line: Line, name: Name, votes: tuple[Candidate, ...]) -> Iterator[tuple[str, int]]:
    for vote in votes:
        if vote.first != name.first or (
            vote.end != name.end and (vote.sure or vote.weight >= LISTED)
        ):
            continue
        if vote.type is None or (vote.type == "Person" and _no_person(line, name)):
            yield _body(line, name), 2
        else:
            yield vote.type, vote.weight
    if len(name.key) > 1:
        yield from _inside(line, name)
    yield from _apposed(line, name)
    if _is_aged(line, name):
        yield "Person", 5


def _is_aged(line: Line, name: Name) -> bool:
    """*Léa, 15 ans*, *Ana Ruiz, 34,*: only persons have their age told so."""
    after = [line.low_word(name.end + i) for i in range(3)]
    aged = name_words(line.language).aged
    return after[0] == "," and after[1].isdigit() and len(after[1]) < 3 and after[2] in aged


def _body(line: Line, name: Name) -> str:
    """Say what an unknown name most often is: an acronym, a place after *in*, or a company."""
    if len(name.key) > 1:
        return "Company"
    if line.words[name.first].isupper() and not line.text.isupper():
        return "Organization"
    return "Place" if _is_placed(line, name) else "Company"


def _no_person(line: Line, name: Name) -> bool:
    """Say whether an article before it, or capitals in it, keep a name from being a person's."""
    words = [line.words[i] for i in range(name.first, name.end)]
    capitals = _has_acronym(words)
    article = line.low_word(name.first - 1) in name_words(line.language).articles
    quoted = line.low_word(name.first - 1) in QUOTES and line.low_word(name.end) in QUOTES
    definite = article and not line.capital(name.first - 1) and line.tags[name.first - 1] == "DET"
    return (
        definite
        or quoted
        or (capitals and not line.text.isupper())
        or any(w.isdigit() for w in words)
    )


def _has_acronym(words: list[str]) -> bool:
    """Say whether some words, and not all, are in capitals; *A.V.* are initials, *S.A.* a form."""
    upper = [word.isupper() and len(word) > 1 and not _are_initials(word) for word in words]
    letters = [word.isupper() for word in words if any(map(str.isalpha, word))]
    return any(upper) and not (all(letters) and len(letters) > 1)


def _are_initials(word: str) -> bool:
    bare = word.replace(".", "")
    return len(word) == 2 * len(bare) and not is_legal_form(word)


def _apposed(line: Line, name: Name) -> Iterator[tuple[str, int]]:
    """Give what an apposition says: *X, une société basée à Y*; *X, the state arms exporter*."""
    comma = next((i for i in range(name.end, len(line.words)) if line.words[i] not in QUOTES), 0)
    if line.low_word(comma) != "," or line.tags[comma + 1 : comma + 2] != ("DET",):
        return
    told = announcing(line.language)
    for i in range(comma + 2, min(comma + 6, len(line.words))):
        if line.low_word(i) in told:
            kind = told[line.low_word(i)]
            yield from [(kind, 5)] if kind else []
            return
        if line.tags[i] not in ("ADJ", "NOUN", "PROPN"):
            return


def _inside(line: Line, name: Name) -> Iterator[tuple[str, int]]:
    """Give what the words of the name itself tell: *Bank*, *Institut*, *GmbH*."""
    bare = [word.replace(".", "") for word in name.key]
    written = [line.words[i] for i in range(name.first, name.end)]
    if (is_legal_form(name.key[-1]) and written[-1][0].isupper()) or (
        is_legal_form(name.key[0]) and written[0].isupper()
    ):
        yield "Company", 9
    telling = _telling(line.language)
    kind = next((telling[w] for w in _by_weight(bare, line.language) if w in telling), None)
    if kind:
        yield kind, 5


def _by_weight(bare: list[str], language: str) -> list[str]:
    """Order the words of a name so that its head comes first: *Bank of X*, *X Bank*."""
    words = name_words(language)
    if words.adjective == "after":
        return bare
    parts = (i for i, word in enumerate(bare) if i and word in words.links)
    cut = next((i for i in parts if bare[i] not in words.joins), len(bare))
    return [*bare[:cut][::-1], *bare[cut:]]


def _with_longer(
    key: tuple[str, ...], counted: Mapping[tuple[str, ...], Counter[str]]
) -> Counter[str]:
    """Add what is known of longer names that this one shortens: *Thales* of *Thales SA*."""
    votes = Counter(counted[key])
    if max(votes.values(), default=0) >= LISTED:
        return votes
    for longer, further in counted.items():
        if (
            len(longer) <= len(key)
            or not further
            or key
            not in (
                longer[: len(key)],
                longer[-len(key) :],
            )
        ):
            continue
        kind, weight = further.most_common(1)[0]
        if kind in SHORTENED:
            votes[kind] += weight
    return votes


def _strongest(votes: Counter[str]) -> str:
    return (
        max(votes, key=lambda kind: (votes[kind], kind == "Company")) if votes else "Organization"
    )


@cache
def _telling(language: str) -> dict[str, str]:
    return types(name_words(language).inside)
