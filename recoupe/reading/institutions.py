"""Bodies that are names by their nation or field: *armée russe*, *Iran's defence ministry*."""

from collections.abc import Iterator
from functools import cache

from recoupe.languages.names import NameWords, name_words, types
from recoupe.reading.line import Candidate, Line
from recoupe.reading.phrases import Phrases


def institutions(line: Line, nations: dict[int, int]) -> Iterator[Candidate]:
    """Give bodies that are names by their nation or field: *armée russe*, *Iran's army*.

    nations: first and end of each country named in the line.
    """
    widened = WIDENED[name_words(line.language).adjective]
    for i, stop, (kind, how) in line.found(_heads(line.language), line.low):
        first, end = widened(line, i, stop, how, nations)
        if end - first > stop - i:
            yield Candidate(first, end, kind, 8)


def _to_the_right(
    line: Line, i: int, end: int, how: str, nations: dict[int, int]
) -> tuple[int, int]:
    """Widen over adjectives and *de …*: *ministère arménien de la Défense*."""
    words, known, stop = name_words(line.language), end, end
    for _ in range(2):
        if line.nationality(stop):
            known = stop = stop + 1
        elif line.tags[stop : stop + 1] == ("ADJ",) and not line.capital(stop):
            stop += 1
    if (field := past_of(line, stop)) > stop:
        if how == "field":
            known = _field(line, field, words)
        elif field in nations:
            known = nations[field]
    return i, known + line.nationality(known)


def _to_the_left(
    line: Line, i: int, end: int, how: str, nations: dict[int, int]
) -> tuple[int, int]:
    """Widen over the nation before, or *of …* after: *Iran's army*, *government of Pakistan*."""
    words = name_words(line.language)
    owners = {stop: first for first, stop in nations.items()}
    possessed = line.low_word(i - 1) in words.possessive
    first = owners.get(i - 1 if possessed else i, i)
    if first == i and how != "owner" and line.nationality(i - 1):
        first = i - 1
    if (nation := past_of(line, end)) > end:
        end = nations.get(nation, end)
    return first, end


def past_of(line: Line, i: int) -> int:
    """Step over *de la*, *of*: *place de la Concorde*, *the city of Brno*."""
    words = name_words(line.language)
    if line.low_word(i) not in words.of:
        return i
    return i + 1 + (line.low_word(i + 1) in words.articles)


WIDENED = {"after": _to_the_right, "before": _to_the_left}
"""How a head is widened, by where the language puts its adjectives."""


def _field(line: Line, i: int, words: NameWords) -> int:
    """Give the end of a ministry's field: *Défense nationale*, *Industrie et du Commerce*."""
    end = i + 1
    while line.tags[end : end + 1] == ("ADJ",) and not line.nationality(end):
        end += 1
    following = end
    while line.low_word(following) in (*words.links, ","):
        following += 1
    joined = any(line.low_word(i) in words.of for i in range(end, following))
    return _field(line, following, words) if joined and line.capital(following) else end


@cache
def _heads(language: str) -> Phrases[tuple[str, str]]:
    words = name_words(language)
    groups = {"nation": words.institutions, "field": words.fields, "owner": words.possessed}
    return Phrases(
        (head, (kind, how)) for how, group in groups.items() for head, kind in types(group).items()
    )
