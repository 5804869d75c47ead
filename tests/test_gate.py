"""The reader on the gold sets: floors a little below what `docs/scores.md` says.

A floor goes up with the scores. It goes down only in a commit that says why.
"""

import json
from pathlib import Path

import pytest

from recoupe.model.document import Document, Publication
from recoupe.model.reading import Reading
from recoupe.reading.read import read
from recoupe.reading.score import Score, gold_from_plain, score

SHARED = Path(__file__).parent.parent.parent / "shared" / "corpus"
SETS = (SHARED, SHARED / "dev-fr", SHARED / "dev-en")

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the gold corpus lies beside the repository, and is not here"
)


@pytest.fixture(scope="module")
def read_texts() -> list[tuple[dict[str, object], Reading, str]]:
    found = []
    for folder in SETS:
        for marked in sorted((folder / "gold").glob("*.json")):
            text = folder / f"{marked.stem}.txt"
            if not text.is_file():
                continue
            gold = json.loads(marked.read_text("utf-8"))
            document = Document(
                original=text.name,
                extractor="gate",
                text=text.read_bytes().decode("utf-8"),
                language=gold["language"],
                publisher=gold.get("publisher"),
                published=Publication(gold.get("published"), "text", ""),
            )
            found.append((gold, read(document), document.text))
    return found


@pytest.fixture(scope="module")
def total(read_texts: list[tuple[dict[str, object], Reading, str]]) -> Score:
    scores = (score(gold_from_plain(gold), reading, text) for gold, reading, text in read_texts)
    return sum(scores, Score())


def test_claims_are_found(total: Score) -> None:
    assert total.claims.f1 > 0.62


def test_what_is_found_is_read_fully(total: Score) -> None:
    assert total.fully.f1 > 0.45


def test_factuality_and_source_are_right(total: Score) -> None:
    assert total.factuality / total.right > 0.92
    assert total.source / total.right > 0.82


def test_hardly_a_claim_is_read_surer_than_its_source_made_it(total: Score) -> None:
    assert total.inflated / total.right <= 0.02


def test_every_quote_is_in_its_text(
    read_texts: list[tuple[dict[str, object], Reading, str]],
) -> None:
    assert len(read_texts) == 35
    for _, reading, text in read_texts:
        spans = [s for c in reading.claims for s in (*c.evidence, *(r.span for r in c.roles))]
        spans += [s.span for c in reading.claims for s in c.sources]
        spans += [span for entity in reading.entities for span in entity.mentions]
        assert spans
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(span.of(text).strip() == span.of(text) for span in spans)
