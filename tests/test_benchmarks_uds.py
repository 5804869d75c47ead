"""The check of factuality lays people's judgements on the words of the treebank."""

import json
import lzma
import zipfile
from pathlib import Path

import pytest

from benchmarks.uds import JUDGED, TREEBANK, figures, judged, sentences

CONLLU = """\
# newdoc id = one
# text = They don't sell.
1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tsell\tsell\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

1\tPeru\tPeru\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tpaid\tpay\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def named(sentence: int, word: int, value: float) -> tuple[str, dict[str, object]]:
    name = f"ewt-test-{sentence}"
    judgement = {"factuality": {"factual": {"value": value, "confidence": 1.0}}}
    return name, {f"{name}-semantics-pred-{word}": judgement}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = {"data": dict([named(1, 4, -1.1), named(2, 2, 1.2)])}
    for name in (JUDGED, TREEBANK):
        (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / TREEBANK).write_bytes(lzma.compress(CONLLU.encode()))
    with zipfile.ZipFile(tmp_path / JUDGED, "w") as packed:
        packed.writestr("factuality.json", json.dumps(data))
    return tmp_path


def test_a_word_of_two_is_written_once_and_each_part_has_its_place() -> None:
    first, second = sentences(CONLLU)

    assert first.text == "They don't sell."
    assert [first.text[start:] for start in first.starts[1:4]] == [
        "don't sell.",
        "n't sell.",
        "sell.",
    ]
    assert (first.document, second.document) == (1, 1)


def test_a_judgement_lies_on_its_verb(folder: Path) -> None:
    found = [(one.verb, one.judgement, str(one.reading)) for one in judged(folder)]

    assert found == [("sell", -1.1, "CT-"), ("paid", 1.2, "CT+")]


def test_a_negated_verb_is_not_read_as_done(folder: Path) -> None:
    page = figures(folder)

    assert "| it happened | 1 | 0 | 0 | 0 | 0 |" in page
    assert "| it did not | 0 | 0 | 0 | 0 | 1 |" in page
    assert page.endswith("read as CT+ past or ongoing: 0 (0.000)")
