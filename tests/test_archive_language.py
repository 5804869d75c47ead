"""A text's language is told, or said to be unknown."""

import subprocess
import sys

import pytest

from recoupe.archive.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tunis nie avoir commandé quatre radars, selon une source proche du dossier.", "fr"),
        ("Tunis denied that it had ordered four radars, a source close to the deal said.", "en"),
        ("Tunis bestritt am Dienstag, vier Radargeräte bestellt zu haben.", "de"),
        ("Тунис опроверг сообщение о заказе четырёх радаров.", "ru"),
        ("突尼斯否认订购了四部雷达，一位接近该交易的消息人士星期二说，合同价值四千万美元。", "zh"),
        ("Túnez negó el martes haber encargado cuatro radares, dijo una fuente cercana.", "es"),
        ("Tunisi ha smentito martedì di aver ordinato quattro radar, ha detto una fonte.", "it"),
    ],
)
def test_a_sentence_tells_its_language(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    "text", ["", "Tunis", "12 34 56 78 90 12 34 56", "CETC NORINCO SIPRI CSOC"]
)
def test_too_little_tells_none(text: str) -> None:
    assert language(text) is None


def test_the_model_is_loaded_only_when_asked_for() -> None:
    code = "import sys, recoupe.archive.language; print('py3langid' in sys.modules)"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "False"
