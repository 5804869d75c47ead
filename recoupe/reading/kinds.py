"""What kind of thing a name names, from all that the document says of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from recoupe.languages import countries
from recoupe.languages.names import legal_forms, name_words, types
from recoupe.reading.voters import Candidate, Line

DATELINE = frozenset(("(", "—", "–", "-", ":"))


class Name(NamedTuple):
    """Tokens [first, end) of a line that are a name. key: its words, lower case."""

    line: int
    first: int
    end: int
    key: tuple[str, ...]


def kinds(
    lines: tuple[Line, ...], votes: tuple[tuple[Candidate, ...], ...], names: Iterable[Name]
) -> dict[tuple[str, ...], str]:
    """Give the type of each name, by its key, as all its places in the document decide it."""
    counted: dict[tuple[str, ...], Counter[str]] = {name.key: Counter() for name in names}
    for name in names:
        for kind, weight in _evidence(lines[name.line], name, votes[name.line]):
            counted[name.key][kind] += weight
    shared = {key: _with_longer(key, counted) for key in counted}
    return {key: _strongest(votes) for key, votes in shared.items()}


def is_city(line: Line, name: Name) -> bool:
    """Say whether a capital means the city: in a dateline, after *in*, before its country."""
    words = name_words(line.language)
    before, after = line.low_word(name.first - 1), line.low_word(name.end)
    if name.first == 0 and (after in DATELINE or (after == "," and len(line.words) > name.end + 1)):
        return True
    if (
        after == ","
        and countries.kind(line.low_word(name.end + 1).title(), line.language) == "name"
    ):
        return True
    head = line.doc[name.first : name.end].root
    return before in words.places and head.dep_ not in ("obl:arg", "iobj")


def _evidence(line: Line, name: Name, votes: tuple[Candidate, ...]) -> Iterator[tuple[str, int]]:
    for vote in votes:
        same = vote.first == name.first and (vote.end == name.end or not vote.sure)
        if same and vote.type:
            yield vote.type, vote.weight
        elif same:
            yield from (("Company", 1), ("Organization", 1), ("PublicBody", 1))
    if len(name.key) > 1:
        yield from _inside(line, name)


def _inside(line: Line, name: Name) -> Iterator[tuple[str, int]]:
    """Give what the words of the name itself tell: *Bank*, *Institut*, *GmbH*."""
    bare = [word.strip(".") for word in name.key]
    written = [line.words[i] for i in range(name.first, name.end)]
    if (bare[-1] in legal_forms() and written[-1][0].isupper()) or (
        bare[0] in legal_forms() and written[0].isupper()
    ):
        yield "Company", 9
    telling = _telling(line.language)
    ordered = bare if name_words(line.language).adjective == "after" else bare[::-1]
    kind = next((telling[word] for word in ordered if word in telling), None)
    if kind:
        yield kind, 5


def _with_longer(
    key: tuple[str, ...], counted: Mapping[tuple[str, ...], Counter[str]]
) -> Counter[str]:
    """Add what is known of longer names that this one shortens: *Thales* of *Thales SA*."""
    votes = Counter(counted[key])
    for longer, further in counted.items():
        if len(longer) <= len(key):
            continue
        kind = further.most_common(1)[0][0] if further else None
        starts, ends = longer[: len(key)] == key, longer[-len(key) :] == key
        if (kind == "Person" and ends) or (kind == "Company" and starts):
            votes[kind] += further[kind]
    return votes


def _strongest(votes: Counter[str]) -> str:
    return (
        max(votes, key=lambda kind: (votes[kind], kind == "Company")) if votes else "Organization"
    )


@cache
def _telling(language: str) -> dict[str, str]:
    return types(name_words(language).inside)
