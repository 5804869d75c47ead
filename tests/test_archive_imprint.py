"""What a text says of itself; where in doubt, nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from recoupe.archive.boilerplate import boilerplate
from recoupe.archive.capture import capture
from recoupe.archive.extract import extract
from recoupe.archive.imprint import Imprint, imprint
from recoupe.archive.language import language

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
BODY = (
    "La Tunisie aurait commandé quatre radars côtiers à un chantier portugais, a rapporté jeudi "
    "le quotidien Le Cap. Le ministère n'a pas confirmé la commande, que le constructeur dit "
    "ignorer.\n\nUn second lot pourrait suivre si les essais sont concluants."
)
ENGLISH = (
    "The yard said on Friday it had sold four radars to Tunis under a contract signed in April, "
    "but the ministry in Tunis denied that anything had been signed at all so far."
)


def read(text: str) -> Imprint:
    return imprint(text, language(text), boilerplate(text), MOMENT)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (f"Des radars pour la marine\n\nLe Fanal, jeudi 2 mai 2024\n\n{BODY}", "2024-05-02"),
        (f"Le Fanal · 1er mai 2024\n\nDes radars pour la marine\n\n{BODY}", "2024-05-01"),
        (f"Des radars\nPublié le 2 mai 2024 à 12:00\n\n{BODY}", "2024-05-02"),
        (f"Des radars\nPublié le 2 mai 2024, mis à jour le 4 mai 2024\n\n{BODY}", "2024-05-02"),
        (f"Mis à jour le jeudi 2 mai 2024 – 09:46\n\n{BODY}", "2024-05-02"),
        (f"TUNIS, 2 mai 2024 (Agence Fanal) – {BODY}", "2024-05-02"),
        (f"Note brève no 12, mai 2024\n\nDes radars pour la marine\n\n{BODY}", "2024-05"),
        (f"Des radars\n02/05/2024\n\n{BODY}", "2024-05-02"),
        (f"{BODY}\n\nPublié le 2 mai 2024", "2024-05-02"),
        (f"Radars for the navy\nPosted on May 2, 2024\n\n{ENGLISH}", "2024-05-02"),
        (f"Radars for the navy\n2024-05-02\n\n{ENGLISH}", "2024-05-02"),
        (f"LISBON, May 2, 2024 (Fanal) - {ENGLISH}", "2024-05-02"),
        (
            f"Harbour Post\nNo. 23 / 2 May 2024\n\nRadars for the Tunisian navy\n\n{ENGLISH}",
            "2024-05-02",
        ),
    ],
)
def test_a_line_that_dates_the_text_gives_its_day(text: str, edtf: str) -> None:
    published = read(text).published

    assert (published.edtf, published.evidence) == (edtf, "text")
    assert published.words in text


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Le contrat du 2 mai 2024\n\n{BODY}",
        f"Boutcha, 31 mars 2022\n\n{BODY}",
        f"Des radars pour Tunis\n\nUn radar au large de Bizerte, le 3 mai 2024\n\n{BODY}",
        f"Des radars pour Tunis\n\nPhoto : Bizerte, 3 mai 2024\n\n{BODY}",
        f"Deux contrats\n\n3 mai 2024\nTunis signe.\n\n5 juin 2024\nTout cesse.\n\n{BODY}",
        f"TUNIS, 2 mai (Agence Fanal) – {BODY}",
        f"TUNIS, 2 mai (Agence Fanal) – {BODY}\n\n© 2026 Le Fanal",
        f"Des radars\nPublié le 2 mai 2044\n\n{BODY}",
        f"Des radars\nPublié le 31 février 2024\n\n{BODY}",
        f"Des radars\nPublié le lundi 2 mai 2024\n\n{BODY}",
        f"Radars for the navy\n02/05/2024\n\n{ENGLISH}",
        f"{BODY}\n\nLire aussi : Publié le 2 mai 2024",
    ],
)
def test_a_date_is_never_guessed(text: str) -> None:
    published = read(text).published

    assert (published.edtf, published.evidence, published.words) == (None, "unknown", "")


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Des radars pour la marine\n\nLe Fanal, jeudi 2 mai 2024\n\n{BODY}", "Le Fanal"),
        (
            f"L'ÉCHO DES PORTS — Tunis, 2 mai 2024\n\nDes radars pour Tunis\n\n{BODY}",
            "L'Écho des Ports",
        ),
        (f"Le Fanal\nMonde | Mer | Sports\n\nDes radars pour la marine\n\n{BODY}", "Le Fanal"),
        (
            f"Des radars pour la marine\n\n{BODY}\n\n© 2024 Le Fanal. Tous droits réservés.",
            "Le Fanal",
        ),
        (f"TUNIS, 2 mai (Agence Fanal) – {BODY}", "Agence Fanal"),
        (
            "Ministère de la Pêche\nCommuniqué de presse\nTunis, le 2 mai 2024\n\n"
            f"Des radars pour Tunis\n\n{BODY}",
            "Ministère de la Pêche",
        ),
        (f"Des radars pour la marine\n\nTunis, le 2 mai 2024\n\n{BODY}", None),
        (f"Des radars pour la marine\n\nParis, 2 mai 2024\n\n{BODY}", None),
        (BODY, None),
    ],
)
def test_a_masthead_names_the_publisher_and_a_place_does_not(
    text: str, publisher: str | None
) -> None:
    assert read(text).publisher == publisher


def test_a_reprint_is_published_by_who_printed_it() -> None:
    text = f"Le Fanal, 3 mai 2024\n\nDes radars pour Tunis\n\nTUNIS, 2 mai 2024 (Agence) – {BODY}"

    found = read(text)

    assert (found.publisher, found.published.edtf) == ("Le Fanal", "2024-05-03")


def test_a_headline_is_the_title_and_a_paragraph_is_not() -> None:
    assert read(f"Des radars pour la marine\n\n{BODY}").title == "Des radars pour la marine"
    assert read(BODY).title is None


def test_a_byline_names_the_authors() -> None:
    text = f"Des radars pour la marine\n\nPar Awa Diop à Tunis et Luc Morin\n\n{BODY}"

    assert read(text).authors == ("Awa Diop", "Luc Morin")
    assert read(f"Radars for the navy\n\nBy our correspondent\n\n{ENGLISH}").authors == ()


def gold(folder: str) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    """Give for each gold text its name, its date and ours, its publisher and ours."""
    rows = []
    for file in sorted((CORPUS / folder).glob("*.txt")):
        said = json.loads((file.parent / "gold" / f"{file.stem}.json").read_text("utf-8"))
        document = extract(capture(str(file)), "0" * 64)
        ours = document.published.edtf, document.publisher
        rows.append((file.stem, said["published"], ours[0], said["publisher"], ours[1]))
    return rows


@pytest.mark.skipif(not CORPUS.exists(), reason="the gold corpus lies beside the repository")
@pytest.mark.parametrize("folder", [".", "dev-fr", "dev-en", "train-fr", "train-en"])
def test_no_gold_text_is_given_a_wrong_date(folder: str) -> None:
    wrong = [(name, date) for name, theirs, date, *_ in gold(folder) if date not in (None, theirs)]

    assert wrong == []


@pytest.mark.skipif(not CORPUS.exists(), reason="the gold corpus lies beside the repository")
@pytest.mark.parametrize("folder", ["dev-fr", "dev-en"])
def test_every_date_and_publisher_that_the_dev_texts_print_is_read(folder: str) -> None:
    rows = gold(folder)

    missed = [name for name, theirs, date, *_ in rows if theirs != date]
    assert missed == []
    assert all(
        (a or "").casefold().replace("’", "'") == (b or "").casefold().replace("’", "'")
        for *_, a, b in rows
    )
