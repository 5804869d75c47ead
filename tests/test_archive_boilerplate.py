"""Page furniture is marked, the article is left alone."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from recoupe.archive.boilerplate import boilerplate

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
BODY = "La marine tunisienne a reçu quatre radars, a dit jeudi son porte-parole. " * 3
SHORT = "Lisbonne dément."


def marked(text: str) -> list[str]:
    return [span.of(text) for span in boilerplate(text)]


@pytest.mark.parametrize(
    ("around", "furniture"),
    [
        ("Accueil   Monde   Mer   Sports", ["Accueil   Monde   Mer   Sports"]),
        ("Home | World | Sea", ["Home | World | Sea"]),
        ("abc/def", ["abc/def"]),
        ("(afp/ats)", ["(afp/ats)"]),
        ("A.D., avec Belga et AFP", ["A.D., avec Belga et AFP"]),
        ("© 2024 Le Fanal. Tous droits réservés.", ["© 2024 Le Fanal. Tous droits réservés."]),
        ("![radar](a.jpg)", ["![radar](a.jpg)"]),
        ("radar-cotier-de-bizerte_2024.jpg", ["radar-cotier-de-bizerte_2024.jpg"]),
        (
            "Les plus lus\n1. Un autre titre\n2. Encore un",
            ["Les plus lus\n1. Un autre titre\n2. Encore un"],
        ),
        ("Un radar à Bizerte. Photo : Agence Fanal", ["Photo : Agence Fanal"]),
        ("Un radar à Bizerte.LUC MORINAFP", ["LUC MORINAFP"]),
        (
            "S'abonner au Fanal\n\nPour comprendre.\n\nAbonnez-vous à la lettre.",
            ["S'abonner au Fanal\n\nPour comprendre.\n\nAbonnez-vous à la lettre."],
        ),
    ],
)
def test_furniture_after_the_article_is_marked(around: str, furniture: list[str]) -> None:
    assert marked(f"Des radars pour la marine\n\n{BODY}\n\n{around}") == furniture


def test_the_name_of_a_section_above_the_headline_is_furniture() -> None:
    text = (
        f"Le Fanal\nMonde | Mer | Sports\n\nAfrique du Nord\n\nDes radars pour la marine\n\n{BODY}"
    )

    assert marked(text) == ["Monde | Mer | Sports\n\nAfrique du Nord"]


@pytest.mark.parametrize(
    "text",
    [
        f"Le Fanal, jeudi 2 mai 2024\n\nDes radars pour la marine\n\nPar Awa Diop\n\n{BODY}",
        f"Le Fanal | Samedi 4 mai 2024\n\nDes radars pour la marine\n\n{BODY}",
        f"Ministère de la Pêche\nCommuniqué de presse\nTunis, le 2 mai 2024\n\n{BODY}",
        f"{BODY}\n\nTunis | radars | quatre\nTripoli | obus | mille\nAlger | avions | deux",
        f"{BODY}\n\nPhoto : deux marins réparent un radar au large de Bizerte, mardi.",
        f"{BODY}\n\n{SHORT}\n\nAvec cet achat, Tunis tourne le dos à Rome.",
        f"EN BREF – La mer en quelques lignes\n\n{SHORT}\n\n{BODY}",
        "",
        " \n ",
    ],
)
def test_the_article_and_its_imprint_are_left_alone(text: str) -> None:
    assert marked(text) == []


def test_between_two_offers_in_the_middle_of_the_article_nothing_is_lost() -> None:
    text = f"{BODY}\n\nAbonnez-vous au Fanal.\n\n{SHORT}\n\nAbonnez-vous au Fanal.\n\n{BODY}"

    assert SHORT not in "".join(marked(text))


def test_spans_are_in_order_and_apart() -> None:
    spans = boilerplate(f"Home | World | Sea\n\n{BODY}\n\nShare\nPrint\n\n{BODY}\n\nRead more")

    assert list(spans) == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))


@pytest.mark.skipif(not CORPUS.exists(), reason="the gold corpus lies beside the repository")
@pytest.mark.parametrize(
    ("folder", "recall", "precision"),
    [("dev-fr", 1.0, 1.0), ("dev-en", 1.0, 1.0), (".", 0.9, 0.99)],
)
def test_the_furniture_of_the_gold_texts_is_found(
    folder: str, recall: float, precision: float
) -> None:
    both = ours = theirs = 0
    for file in (CORPUS / folder).glob("*.txt"):
        text = file.read_bytes().decode()
        said = json.loads((file.parent / "gold" / f"{file.stem}.json").read_text("utf-8"))
        gold = {i for s in said["boilerplate_spans"] for i in range(s["start"], s["end"])}
        found = {i for s in boilerplate(text) for i in range(s.start, s.end)}
        gold, found = ({i for i in them if not text[i].isspace()} for them in (gold, found))
        both, ours, theirs = both + len(gold & found), ours + len(found), theirs + len(gold)

    assert both / theirs >= recall
    assert both / ours >= precision
