"""What a pipeline is worth, on text that never trained it.

`python -m training.score fr --data ../shared/data` prints the tables of docs/pipelines.md.
"""

import argparse
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from recoupe.reading.arithmetic import fast
from training.examples import plain_name_examples, plain_syntax_examples
from training.names import LABELS, NamedText, press
from training.sources import TEST, checked, name_parts, treebank

SENTENCES_A_DOCUMENT = 4  # so that sentence ends have to be found
SYNTAX_KEYS = {
    "UPOS": "pos_acc",
    "morph": "morph_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "lemma": "lemma_acc",
    "sentences": "sents_f",
}
LABELS_SCORED = ("nsubj", "nsubj:pass", "obj", "obl:agent", "obl:arg", "iobj", "ccomp", "xcomp")


def main() -> None:
    """Print the scores of one pipeline."""
    parser = argparse.ArgumentParser(prog="python -m training.score", description=__doc__)
    parser.add_argument("language", choices=("fr", "en"))
    parser.add_argument("--data", type=Path, required=True, help="the folder with ud/ and ner/")
    parser.add_argument("--pipelines", type=Path, default=Path("recoupe", "languages", "pipelines"))
    options = parser.parse_args()
    path = options.pipelines / options.language
    print(table(path, checked(options.data), options.language))


def table(path: Path, data: Path, language: str) -> str:
    """All scores as Markdown tables."""
    with fast():
        nlp = spacy.load(path)
    texts = [text.text for text in press(data, language)]
    return "\n\n".join(
        [
            syntax_table(nlp, data, language),
            names_table(nlp, data, language),
            f"{megabytes(path):.1f} MB, loads in {load_seconds(path):.1f} s, "
            f"{words_a_second(nlp, texts):,.0f} words/s on one core",
        ]
    )


def syntax_table(nlp: Language, data: Path, language: str) -> str:
    """Score the treebank tests."""
    rows = [["test", *SYNTAX_KEYS, "mood F"]]
    labels = [["arcs F", *LABELS_SCORED]]
    for name, part in TEST[language].items():
        sentences = treebank(data, language, part)
        scores = nlp.evaluate(plain_syntax_examples(nlp, sentences, SENTENCES_A_DOCUMENT))
        mood = scores["morph_per_feat"].get("Mood", {})
        rows.append([name, *(percent(scores[k]) for k in SYNTAX_KEYS.values()), f_score(mood)])
        per_label = scores["dep_las_per_type"]
        labels.append([name, *(f_score(per_label.get(label, {})) for label in LABELS_SCORED)])
    return f"{markdown(rows)}\n\n{markdown(labels)}"


def names_table(nlp: Language, data: Path, language: str) -> str:
    """Score the names, label by label."""
    parts = name_parts(data, language)
    tests: dict[str, list[NamedText]] = {"press": parts.press_test, **parts.other_test}
    rows = [["names F", "all", "span only", *LABELS]]
    for name, texts in tests.items():
        examples = plain_name_examples(nlp, texts)
        scores = nlp.evaluate(examples)
        by_label = scores["ents_per_type"] or {}
        each = [f_score(by_label.get(label, {})) for label in LABELS]
        rows.append([name, percent(scores["ents_f"] or 0.0), span_f(nlp, texts), *each])
    return markdown(rows)


def span_f(nlp: Language, texts: list[NamedText]) -> str:
    """F of finding names, whatever their label."""
    found = gold = both = 0
    for example in plain_name_examples(nlp, texts):
        expected = {(e.start_char, e.end_char) for e in example.reference.ents if e.label_}
        got = {(e.start_char, e.end_char) for e in nlp(example.predicted.text).ents}
        found, gold, both = found + len(got), gold + len(expected), both + len(expected & got)
    return percent(2 * both / max(1, found + gold))


def f_score(scores: dict[str, Any]) -> str:
    """Give F as a percentage, a dash where nothing was to be found."""
    return percent(scores["f"]) if scores else "–"


def percent(share: float) -> str:
    """Give a share as a percentage."""
    return f"{100 * share:.1f}"


def markdown(rows: list[list[str]]) -> str:
    """Give the rows as a table."""
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def megabytes(path: Path) -> float:
    """Give what the directory weighs."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6


def load_seconds(path: Path) -> float:
    """Give the time it takes to open."""
    started = time.perf_counter()
    spacy.load(path)
    return time.perf_counter() - started


def words_a_second(nlp: Language, texts: list[str]) -> float:
    """Give the speed on one core."""
    started = time.perf_counter()
    words = sum(len(document) for document in nlp.pipe(texts))
    return words / (time.perf_counter() - started)


if __name__ == "__main__":
    main()
