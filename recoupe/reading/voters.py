"""Who says that a run of words is a name: the pipeline, lists, and the words around it."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from recoupe.languages import countries, outlets
from recoupe.languages.names import announcing, is_legal_form, name_words, types
from recoupe.reading.institutions import institutions, past_of
from recoupe.reading.line import Candidate, Line
from recoupe.reading.phrases import Phrases, plain

LABELS = {
    "PER": "Person",
    "LOC": "Place",
    "OUTLET": "Outlet",
    "WEAPON": "WeaponSystem",
    "EVENT": "Event",
    "WORK": "Work",
    "VESSEL": "Vessel",
}
"""What the pipeline's labels mean; `ORG` leaves open which body it is."""

DASHES = ("-", "–", "—")

QUOTES = frozenset("«»“”\"'‘’„\u00a0\u202f ")


def candidates(line: Line, lists: Phrases[str]) -> Iterator[Candidate]:
    """Give every run of tokens that a voter takes for a name."""
    listed_here = tuple(listed(line, lists))
    yield from listed_here
    yield from pipelined(line)
    nations = {c.first: c.end for c in listed_here if c.type == "Country"}
    yield from institutions(line, nations)
    yield from announced(line, nations)
    yield from of_nations(line)
    yield from designations(line)
    yield from mastheads(line)
    yield from formed(line)


@cache
def lists(language: str, further: tuple[tuple[str, str], ...] = ()) -> Phrases[str]:
    """Index countries, outlets, well-known bodies and `further` names with their types."""
    named = [
        *further,
        *((name, kind) for name, kind in types(name_words(language).known).items()),
        *((name, "Country") for name in countries.named(language)),
        *((name, "Outlet") for name in outlets.named()),
    ]
    upper = [(name.upper(), kind) for name, kind in named if len(name) > 3]
    return Phrases((plain(name), kind) for name, kind in (*named, *upper))


def pipelined(line: Line) -> Iterator[Candidate]:
    """Give the pipeline's own names."""
    for ent in line.doc.ents:
        dashes = [i for i in range(ent.start, ent.end) if _parts(line, i)]
        for first, end in pairwise([ent.start - 1, *dashes, ent.end]):
            whole = _ended(line, first + 1, _before_verb(line, first + 1, end))
            yield Candidate(first + 1, whole, LABELS.get(ent.label_), 3)


def _before_verb(line: Line, first: int, end: int) -> int:
    """End a name before a verb, or an article that nothing governs: *Trakia rénove des …*."""
    for i in range(first + 1, end):
        word, tag = line.words[i], line.tags[i]
        bare = tag == "DET" and line.tags[i - 1] != "ADP"
        if not (word.islower() and word.isalpha() and (bare or tag in ("VERB", "AUX"))):
            continue
        while i > first + 1 and line.words[i - 1].islower():
            i -= 1
        return i
    return end


def _ended(line: Line, first: int, end: int) -> int:
    """A name that breaks off at *du*, *of the* goes on over the name behind, or ends before."""
    if end < 1 or line.tags[end - 1 : end] not in (("ADP",), ("DET",)):
        return end
    if line.capital(end) and line.tags[end : end + 1] == ("PROPN",):
        return end + 1
    while end > first + 1 and line.tags[end - 1] in ("ADP", "DET"):
        end -= 1
    return end


def _parts(line: Line, i: int) -> bool:
    """Say whether a dash with spaces around it parts what stands before from what follows."""
    return line.words[i] in DASHES and line.text[line.starts[i] - 1 : line.starts[i]] == " "


def listed(line: Line, lists: Phrases[str]) -> Iterator[Candidate]:
    """Give the names that stand in a list."""
    for i, end, kind in line.found(lists, line.text):
        doubtful = end == i + 1 and (i in line.openers or line.tags[i] not in ("PROPN", "NOUN"))
        acronym = line.words[i].isupper()
        sure = not doubtful or acronym or kind == "Country"
        yield Candidate(i, end, kind, 10, sure)


def designations(line: Line) -> Iterator[Candidate]:
    """Give model numbers: *Su-57*, *TB2*; not *G7*, not *Zapad-2025*."""
    for i, word in enumerate(line.words):
        if not word[0].isupper() or not word[-1:].isalnum() or word.isalpha():
            continue
        letters, digits = sum(map(str.isalpha, word)), sum(map(str.isdigit, word))
        year = digits == 4 and word[-4:-2] in ("19", "20")
        if digits and letters and "-" in word.strip("-") and not year:
            yield Candidate(i, i + 1, "WeaponSystem", 4)


def mastheads(line: Line) -> Iterator[Candidate]:
    """Give the outlet in *The Quay Post, 3 May 2024* and in *DAKAR, May 3 (Agency) -*."""
    for i, word in enumerate(line.words[:12]):
        if word == ")" and line.low_word(i + 1) in DASHES and "(" in line.words[max(0, i - 4) : i]:
            yield Candidate(line.words.index("(") + 1, i, "Outlet", 9)
            return
    date = next((i for i, word in enumerate(line.words[:14]) if _is_year(word)), None)
    end = next((i for i, w in enumerate(line.words) if w in (",", "|", "/", *DASHES)), 0)
    if date is None or len(line.words) > date + 3 or not 0 < end < date:
        return
    placed = any(ent.start == 0 and ent.label_ == "LOC" for ent in line.doc.ents)
    if not placed and all(line.capital(i) or line.words[i].isdigit() for i in (0, end - 1)):
        yield Candidate(0, end, "Outlet", 4)


def formed(line: Line) -> Iterator[Candidate]:
    """Give firms by their legal form: *LLC "Ural-Most"*, *Kessler Optics Co., Ltd*."""
    if line.text.isupper():
        return
    for i in range(len(line.words)):
        if not _is_form(line, i):
            continue
        if closing := _quoted(line, i + 2):
            yield Candidate(i, closing + 1, "Company", 9)
        first = _run_before(line, i)
        if first < i:
            yield Candidate(first, i + 1, "Company", 9)


def _is_form(line: Line, i: int) -> bool:
    return line.capital(i) and is_legal_form(line.words[i])


def _run_before(line: Line, i: int) -> int:
    """Give the start of the names that end before i, a comma before the form apart."""
    first = i - 1 if line.low_word(i - 1) == "," and _is_form(line, i - 2) else i
    while first and (line.capital(first - 1) or line.words[first - 1] in ("&", "-")):
        if line.tags[first - 1] not in ("PROPN", "NOUN", "ADJ", "CCONJ", "PUNCT", "X"):
            break
        first -= 1
    return first


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def announced(line: Line, nations: Mapping[int, int]) -> Iterator[Candidate]:
    """Give what stands after a noun that announces a name: *l'entreprise X*, *la frégate « X »*.

    *L'alliance Russie-Chine* announces none: nations are its members.
    """
    for _, stop, kind in line.found(_announcers(line.language), line.low):
        first = _past_adjectives(line, past_of(line, stop) if kind == "Place" else stop)
        if apposed := _between_commas(line, first):
            yield Candidate(first + 1, apposed, kind, 4, sure=False)
        end = _quoted(line, first) or _run(line, first)
        if end > first and not _are_nations(line, first, end, nations):
            named = all(tag == "PROPN" for tag in line.tags[first:end])
            yield Candidate(first, end, kind, 6, named or line.low_word(end) in QUOTES)


def _between_commas(line: Line, i: int) -> int | None:
    """*Un consortium local, Brelmet, assemblera*: give the end of the name, where it stands so."""
    end = _run(line, i + 1) if line.low_word(i) == "," else i
    named = all(tag == "PROPN" for tag in line.tags[i + 1 : end])
    return end if end > i + 1 and named and line.low_word(end) == "," else None


def _are_nations(line: Line, first: int, end: int, nations: Mapping[int, int]) -> bool:
    """*Russie-Chine*: nothing but countries, joined by hyphens."""
    joined = 0
    while first < end and first in nations:
        first, joined = nations[first], joined + 1
        first += first < end and line.words[first] == "-"
    return joined > 1 and first == end


def of_nations(line: Line) -> Iterator[Candidate]:
    """Give the firm of *l'espagnol Tecnoebro*: a nation's adjective, used as a noun before it.

    A person would be *l'Espagnol*; only in a language that writes its adjectives behind.
    """
    words = name_words(line.language)
    for i in range(1, len(line.words) - 1):
        alone = line.words[i].islower() and line.low_word(i - 1) in words.articles
        if words.adjective == "after" and alone and line.nationality(i) and line.capital(i + 1):
            yield Candidate(i + 1, _run(line, i + 1), "Company", 5, sure=False)


def _past_adjectives(line: Line, i: int) -> int:
    """Step over *publique*, *russe*, opening quotes and spaces, two words at most."""
    for _ in range(3):
        if i >= len(line.words) or line.capital(i):
            return i
        if not _describes(line, i) and line.words[i] not in QUOTES:
            return i
        i += 1
    return i


def _describes(line: Line, i: int) -> bool:
    """*Le quotidien sicilien La Lanterna*: an adjective, or what a tagger takes a rare one for."""
    if line.tags[i] == "ADJ":
        return True
    word = line.words[i]
    rare = word.islower() and word.isalpha() and line.tags[i] in ("NOUN", "PROPN", "X")
    return rare and (line.capital(i + 1) or line.low_word(i + 1) in QUOTES)


def _quoted(line: Line, i: int) -> int | None:
    """Give the end of the words in quotes that begin at i with a capital, seven at most."""
    if line.low_word(i - 1) not in QUOTES or not line.capital(i):
        return None
    closing = (j for j in range(i + 1, min(i + 8, len(line.words))) if line.words[j] in QUOTES)
    end = next(closing, None)
    while end and line.words[end - 1].isspace():
        end -= 1
    return end


def _run(line: Line, i: int) -> int:
    """Give the end of the capitalised words that begin at i: *La Lanterna dello Stretto*."""
    inside = ("&", "-", *name_words(line.language).particles)
    start = i
    while line.capital(i) or (i > start and line.low_word(i) in inside and line.capital(i + 1)):
        i += 1
    return i


@cache
def _announcers(language: str) -> Phrases[str | None]:
    titles = dict.fromkeys(name_words(language).titles, "Person")
    return Phrases({**announcing(language), **titles}.items())
