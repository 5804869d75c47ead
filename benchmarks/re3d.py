"""The names that are found in defence documents, beside those that people marked.

    python -m benchmarks.re3d ../shared/data

Takes the folder that holds `ner/en/re3d-*.jsonl.xz` (re3d, Defence Science and Technology
Laboratory 2017). Its mentions are names and descriptions alike, *ISIL tactical units* and *they*;
ours are names alone. So of theirs those count that end in a capital or a number, and a name of ours
inside a longer mention of another kind (*Iraq* in *the Government of Iraq*) counts neither way:
people did not judge it there. A name is found where the two overlap and are of one kind.
"""

import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.texts import document_of
from recoupe.languages.lexicon import lexicon
from recoupe.model.span import Span
from recoupe.reading.parse import parse, pipeline
from recoupe.reading.scene import scene
from recoupe.reading.score import share

FILES = Path("ner", "en")
ARMS = "Weapon, MilitaryPlatform"
KINDS = {
    "Organisation": "Organisation",
    "Person": "Person",
    "Location": "Location",
    "Weapon": ARMS,
    "MilitaryPlatform": ARMS,
}
"""Their kinds that we have too, and the line of the table."""

OURS = {
    "Company": ("Organisation",),
    "Organization": ("Organisation",),
    "PublicBody": ("Organisation",),
    "Outlet": ("Organisation",),
    "Country": ("Location", "Organisation"),
    "Person": ("Person",),
    "Place": ("Location",),
    "WeaponSystem": (ARMS,),
    "Vessel": (ARMS,),
}
"""What ours may be of theirs; a country lies somewhere or acts."""

KEPT = 0.5
"""The share of annotators that kept a mention; below it, a proposal was refused."""

PRONOUNS = frozenset(("I", "We", "He", "She", "They", "It", "You", "Our", "My", "Their", "His"))
HEAD = """\
| kind | theirs | found | recall | ours | right | precision | F1 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention with the kinds that it may be."""

    span: Span
    kinds: tuple[str, ...]

    def meets(self, other: "Mention") -> bool:
        """Say whether the two overlap and may be of one kind."""
        return self.span.overlaps(other.span) and bool({*self.kinds} & {*other.kinds})


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the mentions that people marked in it."""

    text: str
    mentions: tuple[Mention, ...]

    def is_name(self, mention: Mention) -> bool:
        """Say whether a mention ends in a word that names, no pronoun and no common noun."""
        last = mention.span.of(self.text).strip().rpartition(" ")[2]
        return last not in PRONOUNS and (last[:1].isupper() or last[:1].isdigit())


def figures(folder: Path) -> str:
    """Give a line for each kind and one for all, as Markdown."""
    counts = sum((compared(one, names(one.text)) for one in texts(folder)), Counter())
    kinds = dict.fromkeys(KINDS.values())
    every = Counter[str]()
    for (_, what), number in counts.items():
        every[what] += number
    lines = [_line(kind, Counter({w: counts[kind, w] for w in every})) for kind in kinds]
    return "\n".join((HEAD, *lines, _line("all", every)))


def texts(folder: Path) -> Iterator[Marked]:
    """Give the texts of the set with the mentions that people kept."""
    for file in sorted((folder / FILES).glob("re3d-*.jsonl.xz")):
        for line in lzma.decompress(file.read_bytes()).decode().splitlines():
            plain = json.loads(line)
            kept = (e for e in plain["entities"] if e[2] in KINDS and e[3] >= KEPT)
            mentions = (Mention(Span(start, end), (KINDS[kind],)) for start, end, kind, _ in kept)
            yield Marked(plain["text"], tuple(mentions))


def names(text: str) -> tuple[Mention, ...]:
    """Give the names that are found in a text."""
    document = document_of(text, "en")
    entities = scene(document, parse(text, pipeline("en")), lexicon("en")).entities
    known = (entity for entity in entities if entity.type in OURS)
    return tuple(Mention(span, OURS[one.type]) for one in known for span in one.mentions)


def compared(marked: Marked, found: Sequence[Mention]) -> Counter[tuple[str, str]]:
    """Count, by kind, `theirs` and those `found`, `ours` and those `right`."""
    counts = Counter[tuple[str, str]]()
    for theirs in filter(marked.is_name, marked.mentions):
        counts[theirs.kinds[0], "theirs"] += 1
        counts[theirs.kinds[0], "found"] += any(theirs.meets(ours) for ours in found)
    for ours in found:
        met = next((theirs for theirs in marked.mentions if theirs.meets(ours)), None)
        if met is None and any(_inside(ours, theirs) for theirs in marked.mentions):
            continue
        kind = met.kinds[0] if met else ours.kinds[0]
        counts[kind, "ours"] += 1
        counts[kind, "right"] += met is not None
    return counts


def _inside(ours: Mention, theirs: Mention) -> bool:
    return theirs.span.contains(ours.span) and theirs.span != ours.span


def _line(kind: str, counts: Counter[str]) -> str:
    recall = share(counts["found"], counts["theirs"])
    precision = share(counts["right"], counts["ours"])
    both = recall + precision
    f1 = 2 * recall * precision / both if both else 0.0
    return (
        f"| {kind} | {counts['theirs']} | {counts['found']} | {recall:.3f} | {counts['ours']} "
        f"| {counts['right']} | {precision:.3f} | {f1:.3f} |"
    )


if __name__ == "__main__":
    print(figures(Path(sys.argv[1])))
