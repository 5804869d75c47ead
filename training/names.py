"""Texts with their names marked, read from the annotated sources and given our labels."""

import bisect
import json
import lzma
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

LABELS = ("PER", "ORG", "LOC", "OUTLET", "WEAPON", "EVENT", "WORK", "VESSEL")
UNSURE = "?"  # something is named here, but the source's label says too little of what

PRESS_LABELS = {
    "Company": "ORG",
    "Country": "LOC",
    "Event": "EVENT",
    "Organization": "ORG",
    "Outlet": "OUTLET",
    "Person": "PER",
    "Place": "LOC",
    "PublicBody": "ORG",
    "Vessel": "VESSEL",
    "WeaponSystem": "WEAPON",
    "Work": "WORK",
}
OTHER_LABELS = {
    # WiNER
    "Person": "PER",
    "Organization": "ORG",
    "Location": "LOC",
    "Event": "EVENT",
    "Product": UNSURE,
    # Re-DocRED, WikiGold, Universal NER
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "MISC": UNSURE,
    # CrossNER
    "academicjournal": UNSURE,
    "award": UNSURE,
    "conference": "EVENT",
    "country": "LOC",
    "election": UNSURE,
    "event": "EVENT",
    "location": "LOC",
    "misc": UNSURE,
    "organisation": "ORG",
    "person": "PER",
    "politicalparty": "ORG",
    "politician": "PER",
    "product": UNSURE,
    "researcher": "PER",
    "scientist": "PER",
    "university": "ORG",
    # re3d
    "Organisation": "ORG",
    "MilitaryPlatform": UNSURE,
    "Vehicle": UNSURE,
    "Weapon": UNSURE,
    "DocumentReference": UNSURE,
}
# What some sources take into the name and the press texts do not: *the* United States.
LEADING = re.compile(
    r"(?:(?:the|an?|l['’]|d['’]|northern|southern|eastern|western|central)(?:\s|(?<=['’])))*"
)
WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
OUTLETS = frozenset(name.lower() for name in WORDS["outlets"])
DEMONYMS = frozenset(WORDS["demonyms"])


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: code points, `end` exclusive; `kind` is the source's own label."""

    start: int
    end: int
    label: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text and its names, in order, none inside another."""

    text: str
    names: tuple[Name, ...]


def edited(text: NamedText, edits: list[tuple[int, int, str]]) -> NamedText:
    """The text with each (start, end, new) put in, names moved along.

    >>> edited(NamedText("« Ira » dit Ira", (Name(12, 15, "PER"),)), [(1, 2, "")])
    NamedText(text='«Ira » dit Ira', names=(Name(start=11, end=14, label='PER', kind=''),))
    """
    if not edits:
        return text
    parts: list[str] = []
    stops, shifts = [0], [0]
    last = 0
    for start, end, new in edits:
        parts += [text.text[last:start], new]
        last = end
        stops.append(end)
        shifts.append(shifts[-1] + len(new) - (end - start))
    parts.append(text.text[last:])

    def moved(place: int) -> int:
        return place + shifts[bisect.bisect_right(stops, place) - 1]

    names = tuple(replace(n, start=moved(n.start), end=moved(n.end)) for n in text.names)
    return NamedText("".join(parts), names)


def press(folder: Path, language: str) -> list[NamedText]:
    """The texts in press style, in the publisher's order."""
    paths = sorted((folder / "ner" / language).glob(f"press-{language}-*.jsonl.xz"))
    return [press_text(record) for path in paths for record in json_lines(path)]


MARKED = re.compile(r"\[([^\]]+)\]([A-Z])")
LETTERS = {
    "P": "Person",
    "C": "Company",
    "O": "Organization",
    "B": "PublicBody",
    "U": "Outlet",
    "G": "Country",
    "L": "Place",
    "W": "WeaponSystem",
    "E": "Event",
    "K": "Work",
    "V": "Vessel",
}


def own_press(language: str) -> list[NamedText]:
    """Give the texts of our own writing in `press/`, which lie in the project."""
    path = Path(__file__).with_name("press") / f"{language}.txt"
    return [marked_text(text) for text in path.read_text(encoding="utf-8").split("\n====\n")]


def marked_text(marked: str) -> NamedText:
    """Give a text without the marks of its names; raises `KeyError` for a letter of no kind.

    >>> marked_text("[Paris]G nie.")
    NamedText(text='Paris nie.', names=(Name(start=0, end=5, label='LOC', kind='Country'),))
    """
    text = ""
    names: list[Name] = []
    last = 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        kind = LETTERS[match[2]]
        names.append(Name(len(text), len(text) + len(match[1]), PRESS_LABELS[kind], kind))
        text += match[1]
        last = match.end()
    return NamedText((text + marked[last:]).strip(), tuple(names))


def press_text(record: dict[str, Any]) -> NamedText:
    """Give one press text under our labels."""
    names = [
        Name(e["start"], e["end"], PRESS_LABELS[e["label"]], e["label"]) for e in record["entities"]
    ]
    return NamedText(record["text"], outermost(names))


def others(folder: Path, language: str) -> dict[str, list[NamedText]]:
    """Every other source of the language under its own name."""
    return french_sources(folder) if language == "fr" else english_sources(folder)


def french_sources(folder: Path) -> dict[str, list[NamedText]]:
    """Give WiNER, article by article."""
    records = json_lines(folder / "ner" / "fr" / "winer-fr.jsonl.xz")
    return {"winer": [without_loose_stops(offset_text(record)) for record in records]}


def english_sources(folder: Path) -> dict[str, list[NamedText]]:
    """Give the English collections, each under its name."""
    ner = folder / "ner" / "en"
    sources = {
        "re-docred": [
            text
            for path in sorted(ner.glob("re-docred-*"))
            for text in map(docred, json_lines(path))
        ],
        "re3d": [
            offset_text(record)
            for path in sorted(ner.glob("re3d-*"))
            for record in json_lines(path)
        ],
        "wikigold": list(tagged(ner / "wikigold.bio.xz", word=0)),
    }
    for path in sorted(ner.glob("crossner-*")):
        sources[path.name.split(".")[0]] = list(tagged(path, word=0))
    for path in sorted(ner.glob("uner-*")):
        sources[path.name.split(".")[0]] = list(tagged(path, word=1))
    return sources


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Give the records of a packed file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def offset_text(record: dict[str, Any]) -> NamedText:
    """Give a text whose names are told by offsets."""
    text = record["text"]
    found = [
        name(text, start, end, OTHER_LABELS[label], label)
        for start, end, label, *_ in record["entities"]
        if label in OTHER_LABELS
    ]
    return NamedText(text, outermost([n for n in found if n]))


def name(text: str, start: int, end: int, label: str, kind: str) -> Name | None:
    """The name under our label; `None` for peoples, languages and common nouns."""
    start += len(LEADING.match(text[start:end])[0])  # type: ignore[index]  # may match nothing
    form = text[start:end]
    if form.lower() in DEMONYMS or not any(c.isupper() or c.isdigit() for c in form):
        return None
    is_outlet = label == "ORG" and form.lower().replace("’", "'") in OUTLETS
    return Name(start, end, "OUTLET" if is_outlet else label, kind)


def outermost(names: Iterable[Name]) -> tuple[Name, ...]:
    """Give the names that stand in no other."""
    kept: list[Name] = []
    for candidate in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return tuple(kept)


def without_loose_stops(text: NamedText) -> NamedText:
    """Wikinews templates leave a space before the full stop; take it out."""
    places = [match.start() for match in re.finditer(r"(?<=\w) (?=\.(?:\s|$))", text.text)]
    return edited(text, [(place, place + 1, "") for place in places])


def docred(record: dict[str, Any]) -> NamedText:
    """Give a Re-DocRED article as running text."""
    labels: list[list[str]] = [["O"] * len(words) for words in record["sents"]]
    for cluster in record["entities"]:
        for number, start, end, label in cluster:
            labels[number][start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    words = [word for sentence in record["sents"] for word in sentence]
    return joined(words, [label for sentence in labels for label in sentence])


def tagged(path: Path, word: int) -> Iterator[NamedText]:
    """The sentences of a file with a word and its tag on each line."""
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.startswith("# "):
                continue
            if line.strip():
                rows.append(line.split())
            elif rows:
                yield joined([row[word] for row in rows], [row[word + 1] for row in rows])
                rows = []


CLOSING = frozenset(".,;:!?)]}%’'”»") | {"'s", "n't", "’s", "'re", "'ve", "'ll", "'m", "'d"}
OPENING = frozenset("([{“«$€£")


def joined(words: list[str], tags: list[str]) -> NamedText:
    """Words put back into running text, with the names their tags tell."""
    text = ""
    starts: list[int] = []
    is_open = False
    glue = True
    for word in words:
        closing_quote = word in {'"', "''"} and is_open
        if not (glue or word in CLOSING or closing_quote):
            text += " "
        starts.append(len(text))
        text += word
        if word in {'"', "``", "''"}:
            is_open = not is_open
        glue = word in OPENING or (word in {'"', "``"} and is_open)
    return NamedText(text, tuple(names_of(text, words, starts, tags)))


def names_of(text: str, words: list[str], starts: list[int], tags: list[str]) -> Iterator[Name]:
    """Give the names that the tags tell."""
    first = 0
    while first < len(tags):
        last = first
        label = tags[first].partition("-")[2]
        while label and last + 1 < len(tags) and tags[last + 1] == f"I-{label}":
            last += 1
        if label in OTHER_LABELS:
            end = starts[last] + len(words[last])
            found = name(text, starts[first], end, OTHER_LABELS[label], label)
            if found:
                yield found
        first = last + 1


def paragraphs(text: NamedText) -> list[NamedText]:
    """The text cut at its line breaks."""
    result = []
    for match in re.finditer(r"[^\n]+", text.text):
        start, end = match.span()
        inside = tuple(
            replace(n, start=n.start - start, end=n.end - start)
            for n in text.names
            if start <= n.start and n.end <= end
        )
        if match.group().strip():
            result.append(NamedText(match.group(), inside))
    return result


def stock(texts: list[NamedText], language: str) -> dict[str, list[str]]:
    """Names by the press texts' own labels: those in the texts and those of words.toml.

    Of other sources only people are taken; their other labels are too broad.
    """
    kinds = ("Person", "Company", "Vessel", "Place", "Outlet", "WeaponSystem")
    names: dict[str, set[str]] = {kind: set() for kind in kinds}
    names["Outlet"].update(WORDS["outlets"])
    for text in texts:
        for found in text.names:
            form = text.text[found.start : found.end]
            kind = "Person" if found.label == "PER" else found.kind
            if kind in names and plain(form):
                names[kind].add(form)
    for part in (WORDS["known"]["any"], WORDS["known"][language]):
        for kind, forms in part.items():
            names.setdefault(kind, set()).update(forms)
    return {kind: sorted(forms) for kind, forms in names.items()}


def plain(form: str) -> bool:
    """No headline's capitals, nothing the grammar would take for its brackets."""
    return not form.isupper() and not set(form) & set("/{}<>\n")
