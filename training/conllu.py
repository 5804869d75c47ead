"""Treebanks in CoNLL-U, read into words as spaCy's tokenizer cuts them."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

FEATURES = frozenset(
    {"Case", "Definite", "Degree", "Gender", "Mood", "Number", "NumType", "Person", "Polarity"}
    | {"Poss", "PronType", "Reflex", "Tense", "VerbForm", "Voice"}
)

# What one treebank splits and the others do not; the broader label stands for both.
BROADER = {
    "acl:cleft": "acl",
    "advcl:cleft": "advcl",
    "advcl:relcl": "advcl",
    "cc:preconj": "cc",
    "csubj:outer": "csubj",
    "dep:comp": "dep",
    "flat:foreign": "flat",
    "flat:name": "flat",
    "iobj:agent": "iobj",
    "nsubj:caus": "nsubj",
    "nsubj:outer": "nsubj",
    "obj:agent": "obj",
    "obj:lvc": "obj",
    "obl:mod": "obl",
    "parataxis:insert": "parataxis",
}

CLITIC_T = ("-t-", "t-")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence.

    head: index in the sentence; a root is its own head.
    space: what follows the word in the text: nothing, a space or a no-break space.
    """

    form: str
    lemma: str
    pos: str
    features: tuple[tuple[str, str], ...]
    head: int
    dep: str
    space: str

    def feature(self, name: str) -> str | None:
        """Give the value of a feature, `None` where the word has none."""
        return dict(self.features).get(name)

    def with_features(self, **changes: str | None) -> "Word":
        """Give the word with features set, or taken away where the value is `None`."""
        kept = {**dict(self.features), **changes}
        return replace(self, features=tuple(sorted((k, v) for k, v in kept.items() if v)))


Sentence = tuple[Word, ...]


def read(path: Path) -> list[Sentence]:
    """The sentences of a treebank file.

    Contractions (*du*, *auquel*) become one word; *10 000*, *-t-il* and *l'on* become two,
    as spaCy's tokenizer has them.
    """
    return [split_as_spacy(sentence(rows)) for rows in blocks(path)]


def blocks(path: Path) -> Iterator[list[list[str]]]:
    """Give the rows of each sentence."""
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield rows
                rows = []
    if rows:
        yield rows


def sentence(rows: list[list[str]]) -> Sentence:
    """Give the words of one sentence, contractions as one."""
    by_id = {row[0]: row for row in rows}
    groups = list(surface_groups(rows, by_id))
    index = {word_id: number for number, (ids, _, _) in enumerate(groups) for word_id in ids}
    return tuple(merged(by_id, index, *group) for group in groups)


def surface_groups(
    rows: list[list[str]], by_id: dict[str, list[str]]
) -> Iterator[tuple[list[str], str, str]]:
    """Ids, form and following space of each word as written.

    A contraction is one group (*du*); a mere juxtaposition is not (*do|n't*).
    """
    inside: set[str] = set()
    for row in rows:
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            ids = [str(number) for number in range(first, last + 1)]
            inside.update(ids)
            if "".join(by_id[word_id][1] for word_id in ids) != row[1]:
                yield ids, row[1], space
                continue
            for word_id in ids[:-1]:
                yield [word_id], by_id[word_id][1], ""
            yield [ids[-1]], by_id[ids[-1]][1], space
        elif row[0] not in inside:
            yield [row[0]], row[1], space


def merged(
    by_id: dict[str, list[str]], index: dict[str, int], ids: list[str], form: str, space: str
) -> Word:
    """Give the word for a group of ids; its place in the tree is that of the part on top."""
    top = next(by_id[word_id] for word_id in ids if by_id[word_id][6] not in ids)
    features = dict(
        pair.split("=", 1)
        for word_id in ids
        for pair in by_id[word_id][5].split("|")
        if pair != "_" and pair.split("=")[0] in FEATURES
    )
    head = index[top[0]] if top[6] == "0" else index[top[6]]
    label = BROADER.get(top[7], top[7])
    return Word(form, top[2], top[3], tuple(sorted(features.items())), head, label, space)


def split_as_spacy(words: Sentence) -> Sentence:
    """Cut the words which spaCy's tokenizer cuts: *10|000*, *-t|-il*, *l'|on*."""
    cuts = [pieces(word) for word in words]
    if all(len(parts) == 1 for parts, _ in cuts):
        return words
    starts = [0]
    for parts, _ in cuts:
        starts.append(starts[-1] + len(parts))
    tops = [start + top for start, (_, top) in zip(starts, cuts, strict=False)]
    result: list[Word] = []
    for word, (parts, top), here in zip(words, cuts, tops, strict=True):
        for number, part in enumerate(parts):
            space = word.space if number == len(parts) - 1 else " " if " " in word.form else ""
            if number == top:
                lemma = word.lemma if len(parts) == 1 or "-" in word.form else part
                kept = replace(word, form=part, lemma=lemma, head=tops[word.head], space=space)
                result.append(kept)
            else:
                label = "flat" if " " in word.form else "dep"
                result.append(
                    replace(word, form=part, lemma=part, head=here, dep=label, space=space)
                )
    return tuple(result)


def pieces(word: Word) -> tuple[list[str], int]:
    """The parts of a word and which of them keeps its place in the tree."""
    if " " in word.form:
        return word.form.split(), 0
    for mark in CLITIC_T:
        if word.pos == "PRON" and word.form.lower().startswith(mark):
            return [word.form[: len(mark) - 1], word.form[len(mark) - 1 :]], 1
    if word.form.lower() in {"l'on", "l’on"}:
        return [word.form[:2], word.form[2:]], 1
    return [word.form], 0
