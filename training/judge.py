"""Learns which words of many meanings tell an event, from texts with their claims.

    python -m training.judge --corpus ../shared/corpus

The texts of the corpus teach (FOLDER/gold/*.json with FOLDER/*.txt), and so do the marked sentences
of tests/sentences and the `yes` and `no` sentences of the lexicons. What is printed is measured on
texts that did not teach: each tenth of them is judged by what the other nine taught.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recoupe.languages.judge import Judge
from recoupe.reading.likely import OPENS
from training.annotated import Seen, of_corpus, of_examples, of_marked

WRITTEN = Path(__file__).parents[1] / "recoupe/languages/judge.json"

FEWEST = 3
"""A feature seen in fewer candidates than this is left out."""

RIDGE = 1.0
"""How strongly weights are held to nought (L2); the best of 1, 3, 10 by the tenths."""

STEPS = 15
"""Newton's method is at rest after ten."""

TENTHS = 10


def learn(seen: Sequence[Seen]) -> Judge:
    """Fit a logistic regression; the same candidates give the same weights."""
    counts = Counter(feature for one in seen for feature in one.features)
    kept = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    columns = {feature: at for at, feature in enumerate(kept)}
    table = np.zeros((len(seen), len(columns) + 1))
    table[:, -1] = 1
    for row, one in zip(table, seen, strict=True):
        row[[columns[f] for f in one.features if f in columns]] = 1
    right = np.array([one.right for one in seen], dtype=float)
    weights = _fitted(table, right)
    return Judge(
        bias=round(float(weights[-1]), 3),
        weights={f: w for f, at in columns.items() if (w := round(float(weights[at]), 3))},
    )


def _fitted(table: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the weights by Newton's method, the last one the bias."""
    ridge = np.full(table.shape[1], RIDGE)
    ridge[-1] = 1e-6  # the bias is free
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - right) + ridge * weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + np.diag(ridge)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def tenths(seen: Sequence[Seen]) -> Counter[str]:
    """Count what is opened, and how often rightly, on texts that did not teach."""
    texts = sorted({one.of for one in seen if one.of})
    counts: Counter[str] = Counter()
    for tenth in range(TENTHS):
        held = set(texts[tenth::TENTHS])
        judge = learn([one for one in seen if one.of not in held])
        for one in (one for one in seen if one.of in held and not one.opens):
            told = judge.likelihood(one.features) > OPENS
            kind = "that tells its event" if one.right else "of another meaning"
            counts[f"word {kind}, {'opened' if told else 'left closed'}"] += 1
    return counts


def main() -> None:
    """Print figures on held back texts, then write what all teach."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    corpus = parser.parse_args().corpus
    seen = [*of_corpus(corpus), *of_marked(), *of_examples()]
    for word, count in sorted(tenths(seen).items()):
        print(f"{count:6} {word}")
    judge = learn(seen)
    made_from = f"{len(seen)} candidates, {sum(one.right for one in seen)} of them right"
    written = {"made_from": made_from, "bias": judge.bias, "weights": dict(judge.weights)}
    WRITTEN.write_text(json.dumps(written, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
