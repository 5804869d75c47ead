"""Sets of texts, the claims that people marked in them, and what is read in them.

The development sets lie beside this repository, in `../shared/corpus`; none of their text may be
kept in it. Of our own writing are what lies in `written/`, to work with, and in `unseen/`, which
nobody had in view.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from recoupe.cli.gold_files import Marked, marked
from recoupe.cli.read_files import document_of
from recoupe.model.document import Document, Publication
from recoupe.model.reading import Reading
from recoupe.reading.read import read
from recoupe.reading.score import Score, gold_from_plain, score

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = SHARED / "corpus"
UNSEEN = Path(__file__).parent / "unseen"
WRITTEN = Path(__file__).parent / "written"


@dataclass(frozen=True, slots=True)
class DevelopmentSet:
    """Texts and their gold: X.json in one folder, X.txt in the other."""

    name: str
    texts: Path

    @property
    def gold(self) -> Path:
        return self.texts / "gold"

    def files(self) -> Iterator[Marked]:
        return marked(self.gold, self.texts)

    def digest(self) -> str:
        """Name the set by its bytes: 12 hex digits."""
        digest = hashlib.sha256()
        for file in self.files():
            digest.update(file.file.read_bytes() + file.text.read_bytes())
        return digest.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Read:
    """One text of a set as it was read, beside its gold."""

    gold: Marked
    document: Document
    reading: Reading

    def score(self) -> Score:
        return score(gold_from_plain(self.gold.plain), self.reading, self.document.text)


CODES = ("fr", "en")
SETS = {
    "gold": DevelopmentSet("gold", CORPUS),
    **{n: DevelopmentSet(n, CORPUS / n) for n in ("dev-fr", "dev-en", "train-fr", "train-en")},
    **{f"written-{code}": DevelopmentSet(f"written-{code}", WRITTEN / code) for code in CODES},
    **{f"unseen-{code}": DevelopmentSet(f"unseen-{code}", UNSEEN / code) for code in CODES},
}


@cache
def read_set(name: str) -> tuple[Read, ...]:
    """Read every text of a set as the command line does."""
    documents = [(file, _document(file)) for file in SETS[name].files()]
    return tuple(Read(file, document, read(document)) for file, document in documents)


def total(*names: str) -> Score:
    """Score some sets as one."""
    return sum((one.score() for name in names for one in read_set(name)), Score())


def _document(file: Marked) -> Document:
    """Make the document; only a date that the text does not state is taken from the gold."""
    document = document_of(str(file.text))
    if file.plain.get("published_evidence"):
        return document
    return replace(document, published=Publication(file.plain.get("published"), "markup"))
