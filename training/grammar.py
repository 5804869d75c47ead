"""Sentences of the domain, made by a small grammar together with their trees and names.

The treebanks have few verbs of supplying, denying and selling, and next to no quotation with
the speaker behind it, which are the daily bread of the press. `fr.grammar` and `en.grammar`
write such sentences. A rule is `NAME: alternative | alternative`, and an alternative is a
bracketed tree: `{obj {det des} drones}` is a constituent with its label; the one word outside
inner brackets is its head; `@NAME` is a rule, `$Person` a name of that kind from the press
texts, `<LOC Iran >` a name. A word is `form` as the treebanks know it, or
`form/POS`, or `form/POS/lemma/Features`.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from training.conllu import Sentence, Word
from training.names import PRESS_LABELS, Name, NamedText
from training.scheme import normalised

NO_SPACE_BEFORE = frozenset(".,?)") | {"'s", "n't", "-t", "-il", "-elle"}
NO_SPACE_AFTER = ("l'", "d'", "L'", "D'", "qu'", "Qu'", "n'", "s'", "(", "$")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the treebanks say of a form."""

    lemma: str
    pos: str
    features: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules, the treebanks' analysis of each form, and names by kind."""

    language: str
    rules: dict[str, list[str]]
    lexicon: dict[str, Analysis]
    stock: dict[str, list[str]]


@dataclass(slots=True)
class Leaf:
    """A word being put in its place; `head` is known when its constituent closes."""

    text: str
    dep: str = "root"
    head: int = -1


def grammar(language: str, treebank: Iterable[Sentence], stock: dict[str, list[str]]) -> Grammar:
    """Give the grammar of the language with words from the treebanks."""
    text = Path(__file__).with_name(f"{language}.grammar").read_text(encoding="utf-8")
    return Grammar(language, rules(text), lexicon(treebank), stock)


def rules(text: str) -> dict[str, list[str]]:
    """Give the alternatives of each rule."""
    result: dict[str, list[str]] = defaultdict(list)
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, body = line.partition(":")
            result[name.strip()] += [part.strip() for part in f"{body} ".split(" | ")]
    return dict(result)


def lexicon(treebank: Iterable[Sentence]) -> dict[str, Analysis]:
    """The commonest analysis of each form, and of each form with its part of speech."""
    seen: dict[str, Counter[Analysis]] = defaultdict(Counter)
    for words in treebank:
        for word in words:
            plain = word.with_features(Voice=None)
            analysis = Analysis(word.lemma, word.pos, plain.features)
            seen[word.form.lower()][analysis] += 1
            seen[f"{word.form.lower()}/{word.pos}"][analysis] += 1
    return {form: counts.most_common(1)[0][0] for form, counts in seen.items()}


def written(grammar: Grammar, rng: random.Random) -> tuple[Sentence, NamedText]:
    """One sentence: its tree, and its text with the names in it."""
    leaves, marks = planted(expanded(grammar, "@S", rng).split())
    words = normalised(spaced([word(grammar, leaf) for leaf in leaves]), grammar.language)
    return words, named(words, marks)


def expanded(grammar: Grammar, text: str, rng: random.Random) -> str:
    """Draw alternatives until no rule is left, then names."""
    while match := re.search(r"@(\w+)", text):
        choice = rng.choice(grammar.rules[match[1]])
        text = text[: match.start()] + choice + text[match.end() :]
    return re.sub(r"\$(\w+)", lambda m: slot(grammar, m[1], rng), text)


def slot(grammar: Grammar, kind: str, rng: random.Random) -> str:
    """A name as a flat constituent; English company names have their head last."""
    label = PRESS_LABELS[kind]
    parts = tokens(rng.choice(grammar.stock[kind]))
    first, *rest = [f"{p}/{'PROPN' if p[0].isalnum() else 'PUNCT'}/{p}" for p in parts]
    if grammar.language == "en" and label in {"ORG", "OUTLET", "WEAPON", "VESSEL"}:
        before = " ".join(f"{{{relation(p, 'compound')} {p}}}" for p in [first, *rest][:-1])
        return f"<{label} {before} {[first, *rest][-1]} >"
    after = " ".join(f"{{{relation(p, 'flat')} {p}}}" for p in rest)
    return f"<{label} {first} {after} >"


def relation(part: str, otherwise: str) -> str:
    """Give the label of a part of a name."""
    return "punct" if part.split("/")[1] == "PUNCT" else otherwise


def tokens(name: str) -> list[str]:
    """Give the words of a name as the tokenizer cuts them."""
    return name.replace("’", "'").replace("l'", "l' ").replace("d'", "d' ").split()


def planted(items: list[str]) -> tuple[list[Leaf], list[tuple[int, int, str]]]:
    """The words in order with their heads, and the names as (first word, end, label)."""
    leaves: list[Leaf] = []
    marks: list[tuple[int, int, str]] = []
    names: list[tuple[int, str]] = []
    frames: list[tuple[str, list[int], list[int]]] = [("root", [], [])]  # label, heads, below
    for item in re.sub(r"(\}+)", r" \1", " ".join(items)).replace("}", "} ").split():
        if item.startswith("{"):
            frames.append((item[1:], [], []))
        elif item == "}":
            top = closed(leaves, frames.pop())
            frames[-1][2].append(top)
        elif item.startswith("<") and len(item) > 1:
            names.append((len(leaves), item[1:]))
        elif item == ">":
            start, label = names.pop()
            marks.append((start, len(leaves), label))
        else:
            frames[-1][1].append(len(leaves))
            leaves.append(Leaf(item))
    top = closed(leaves, frames.pop())
    leaves[top].head = top
    return leaves, marks


def closed(leaves: list[Leaf], frame: tuple[str, list[int], list[int]]) -> int:
    """Hang the parts of a finished constituent on its head; give the head."""
    label, heads, below = frame
    if len(heads) != 1:
        raise ValueError(f"a constituent {label} needs one head: {[leaves[h].text for h in heads]}")
    for place in below:
        leaves[place].head = heads[0]
    leaves[heads[0]].dep = label
    return heads[0]


def word(grammar: Grammar, leaf: Leaf) -> Word:
    """Give the word for a leaf, from what it says or from the treebanks."""
    form, *given = leaf.text.split("/")
    if len(given) > 1:
        pairs = given[2].split("|") if len(given) > 2 else []
        features = tuple(sorted((p.split("=")[0], p.split("=")[1]) for p in pairs))
        lemma = form if given[1] == "=" else given[1]
        return Word(form, lemma, given[0], features, leaf.head, leaf.dep, " ")
    known = grammar.lexicon.get("/".join([form.lower(), *given]))
    if known is None:
        raise ValueError(f"{leaf.text!r} is in no treebank: write it form/POS/lemma/Features")
    return Word(form, known.lemma, known.pos, known.features, leaf.head, leaf.dep, " ")


def spaced(words: list[Word]) -> Sentence:
    """The words with the spaces of running text; the first letter a capital."""
    result: list[Word] = []
    is_open = False
    for number, this in enumerate(words):
        after = words[number + 1].form if number + 1 < len(words) else ""
        is_open ^= this.form == '"'
        inside = is_open and '"' in (this.form, after)
        tight = inside or not after or after in NO_SPACE_BEFORE or this.form in NO_SPACE_AFTER
        starts = number == 0 or (number == 1 and words[0].form == '"')
        form = capital(this.form) if starts else this.form
        result.append(replace(this, form=form, space="" if tight else " "))
    return tuple(result)


def capital(form: str) -> str:
    """Give the form with a capital letter."""
    return form[:1].upper() + form[1:]


def named(words: Sentence, marks: list[tuple[int, int, str]]) -> NamedText:
    """Give the text of the words with names by offsets."""
    starts: list[int] = []
    text = ""
    for this in words:
        starts.append(len(text))
        text += this.form + this.space
    ends = [start + len(this.form) for start, this in zip(starts, words, strict=True)]
    names = [Name(starts[first], ends[end - 1], label) for first, end, label in marks]
    return NamedText(text.rstrip(), tuple(sorted(names, key=lambda n: n.start)))
