"""The training loop: syntax, then names; of each the best averaged weights are kept.

The names have a tok2vec of their own, which begins with what that of the syntax learned about
words: there are far more trees than names to learn from.
"""

import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words
from thinc.api import Adam, Optimizer, fix_random_seed, warmup_linear

from recoupe.reading.arithmetic import fast
from training.examples import (
    name_examples,
    plain_name_examples,
    plain_syntax_examples,
    syntax_examples,
)
from training.grammar import grammar, written
from training.names import LABELS, stock
from training.pipeline import names_pipeline, syntax_pipeline
from training.sources import NameParts, choosing_sentences, name_parts, training_sentences

SEED = 7
STEPS = {"syntax": 8000, "names": 3300}  # updates of each part
ROUND = 300  # steps between two looks at the dev score
PRESS_REPEATS = {"fr": 4, "en": 5}  # a pass over the names has each press text so often
OTHER_SHARE = {"fr": 1.0, "en": 0.5}  # and so much of every other source
WRITTEN_SHARE = 0.1  # sentences of the grammar for each of the treebanks
WRITTEN_NAMES = 500  # sentences of the grammar in a pass over the names
VERSION = "1.0.0"
BESIDE = ("DATA_CARD.md", "LICENSE")  # files of a pipeline's directory not made by training


@dataclass(slots=True)
class Course:
    """One pipeline in training, with what it learns from and what it is chosen by."""

    nlp: Language
    batches: Iterator[list[Example]]
    optimizer: Optimizer
    dropout: float
    score: Callable[[Language], float]
    best: float = 0.0

    def advance(self, steps: int, kept_at: Path) -> bool:
        """Train on; the averaged weights go to `kept_at` if they are the best so far."""
        for batch in islice(self.batches, steps):
            self.nlp.update(batch, drop=self.dropout, sgd=self.optimizer)
            self.optimizer.step_schedules()  # type: ignore[no-untyped-call]
        with self.nlp.use_params(self.optimizer.averages):
            score = self.score(self.nlp)
            if score < self.best:
                return False
            self.best = score
            self.nlp.to_disk(kept_at)
        return True


def train(language: str, data: Path, target: Path, steps: Mapping[str, int] = STEPS) -> None:
    """Train syntax, then names, and put the whole at `target`."""
    with fast(), TemporaryDirectory() as folder:
        syntax, names = Path(folder, "syntax"), Path(folder, "names")
        fix_random_seed(SEED)
        run(syntax_course(language, data, steps["syntax"]), "syntax", syntax, steps["syntax"])
        fix_random_seed(SEED)
        course = names_course(language, data, steps["names"])
        begin_with(course.nlp, spacy.load(syntax))
        run(course, "names", names, steps["names"])
        put_in_place(Path(folder), target, language)


def run(course: Course, name: str, kept_at: Path, steps: int) -> None:
    """Train in rounds and tell how it goes."""
    started = time.monotonic()
    for step in range(ROUND, steps + 1, ROUND):
        course.advance(ROUND, kept_at)
        minutes = (time.monotonic() - started) / 60
        show(f"{name}, step {step}: best {course.best:.4f}, {minutes:.1f} min")


def syntax_course(language: str, data: Path, steps: int) -> Course:
    """Give the syntax pipeline, ready to train."""
    nlp = syntax_pipeline(language)
    sentences = training_sentences(data, language)
    rules = grammar(language, sentences, stock(name_parts(data, language).press_train, language))
    dev = plain_syntax_examples(nlp, choosing_sentences(data, language), size=4)

    def one_pass(rng: random.Random) -> Iterator[Example]:
        made = [written(rules, rng)[0] for _ in range(int(len(sentences) * WRITTEN_SHARE))]
        return syntax_examples(nlp, sentences, made, rng)

    first = list(one_pass(random.Random(SEED)))
    nlp.initialize(lambda: first)
    return Course(nlp, batches(one_pass), optimizer(steps), 0.15, lambda n: syntax_score(n, dev))


def syntax_score(nlp: Language, dev: list[Example]) -> float:
    """Weigh the dev scores; arcs count for half."""
    scores = nlp.evaluate(dev)
    return float(
        0.15 * scores["pos_acc"]
        + 0.15 * scores["morph_acc"]
        + 0.5 * scores["dep_las"]
        + 0.1 * scores["lemma_acc"]
        + 0.1 * scores["sents_f"]
    )


def names_course(language: str, data: Path, steps: int) -> Course:
    """Give the pipeline for names, ready to train."""
    nlp = names_pipeline(language)
    parts = name_parts(data, language)
    others = [text for texts in parts.other_train.values() for text in texts]
    names = stock(parts.press_train + others, language)
    rules = grammar(language, training_sentences(data, language), names)
    press_dev = plain_name_examples(nlp, parts.press_choose)
    other_dev = plain_name_examples(nlp, parts.other_choose)

    def one_pass(rng: random.Random) -> Iterator[Example]:
        press = [text for text in parts.press_train for _ in range(PRESS_REPEATS[language])]
        made = [written(rules, rng)[1] for _ in range(WRITTEN_NAMES)]
        domain = [*name_examples(nlp, press, names, rng), *name_examples(nlp, made, {}, rng)]
        return mixed([*domain, *other_examples(nlp, parts, OTHER_SHARE[language], rng)], rng)

    for label in LABELS:
        nlp.get_pipe("ner").add_label(label)  # type: ignore[attr-defined]
    first = list(one_pass(random.Random(SEED)))
    nlp.initialize(lambda: first)
    return Course(
        nlp,
        batches(one_pass),
        optimizer(steps),
        0.3,
        lambda n: (names_score(n, press_dev) + names_score(n, other_dev)) / 2,
    )


def other_examples(
    nlp: Language, parts: NameParts, share: float, rng: random.Random
) -> Iterator[Example]:
    """Give a random share of each other source."""
    for texts in parts.other_train.values():
        some = rng.sample(texts, int(len(texts) * share))
        yield from name_examples(nlp, some, {}, rng)


def begin_with(nlp: Language, syntax: Language) -> None:
    """Give the tok2vec of the names the weights of that of the syntax; they are of one shape."""
    learned = syntax.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    own = nlp.get_pipe("ner").model.get_ref("tok2vec")  # type: ignore[attr-defined]
    (same,) = (part for part in own.walk() if part.name == learned.name)
    for theirs, ours in zip(learned.walk(), same.walk(), strict=True):
        for name in theirs.param_names:
            ours.set_param(name, theirs.get_param(name).copy())


def mixed(examples: list[Example], rng: random.Random) -> Iterator[Example]:
    """Give the examples in random order."""
    rng.shuffle(examples)
    return iter(examples)


def names_score(nlp: Language, dev: list[Example]) -> float:
    """Give F of the names."""
    scores = nlp.evaluate(dev)
    return float(scores["ents_f"])


def show(line: str) -> None:
    """Tell of progress on stderr."""
    print(line, file=sys.stderr, flush=True)


def batches(one_pass: Callable[[random.Random], Iterator[Example]]) -> Iterator[list[Example]]:
    """Endless passes, 250 words a batch at first and 1,000 later."""
    rng = random.Random(SEED)

    def examples() -> Iterator[Example]:
        while True:
            yield from one_pass(rng)

    def sizes() -> Iterator[int]:
        size = 250.0
        while True:
            yield int(size)
            size = min(1000.0, size * 1.002)

    made: Any = minibatch_by_words(examples(), size=cast(Any, sizes()), get_length=length)
    return iter(made)


def length(example: Example) -> int:
    """Count the words of an example."""
    return len(example.predicted)


def optimizer(steps: int) -> Optimizer:
    """Adam with averaged weights; the rate falls to a tenth at the end."""
    rate: Any = warmup_linear(0.0012, 200, int(steps * 1.1))
    made: Optimizer = Adam(rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    return made


def put_in_place(folder: Path, target: Path, language: str) -> None:
    """Join the two parts and replace `target` in one move."""
    whole = spacy.load(folder / "syntax")
    whole.add_pipe("ner", source=spacy.load(folder / "names"))
    whole.meta.update(meta(language))
    new, old = (target.with_name(f".{language}-{state}") for state in ("new", "old"))
    for left_over in (new, old):
        shutil.rmtree(left_over, ignore_errors=True)
    whole.to_disk(new)
    for name in BESIDE:
        if (target / name).is_file():
            shutil.copy2(target / name, new / name)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def meta(language: str) -> dict[str, str]:
    """Give what meta.json says of the pipeline."""
    licences = {"fr": "LGPL-LR and CC BY-SA 4.0", "en": "CC BY-SA 4.0"}
    return {
        "name": "recoupe_news",
        "version": VERSION,
        "description": "Morphology, parse, lemmas and names for news on arms transfers",
        "license": f"{licences[language]}; see DATA_CARD.md",
    }
