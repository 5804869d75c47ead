"""Whatever is changed in a case behind its back is found."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.archive import originals
from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.verify import heads, verify
from recoupe.model.decision import Edited, Rejected, Retracted, Undone
from tests.case_nouns import DENIAL, TEXT, claim, contested, dated, denial, document, line, reading


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = folder.create(tmp_path / "mech")
    yes, no, less = dated(), document(DENIAL), document(f"{TEXT} Enfin.")
    with store.writing_to(case) as into:
        for of, told in ((yes, claim(yes)), (no, denial(no))):
            originals.keep(case.originals, of.text.encode())
            into.add_document(line(of), of)
            into.save_reading(reading(of, told))
        into.add_document(replace(line(yes, "b.txt"), author="Ada"), yes)
        into.decide("Ada", Rejected(claim(yes)), "he says it of another ship")
        into.decide("Ben", Retracted(no.id))
        into.decide("Ada", Undone(1))
        into.add_document(line(less, "c.txt"), less)
        originals.keep(case.originals, less.text.encode())
        into.save_reading(reading(less, claim(less)))
        into.decide("Ada", Edited(claim(less), claim(less, "PS+")))
        into.decide("Ada", Rejected(claim(less, "PS+")))
        into.save_findings([contested(yes, no)], "weigher 1")
    return case


def problems(case: Case) -> str:
    return "\n".join(f"{p.where}: {p.what}" for p in verify(case) if p.harmful)


def tamper(case: Case, *statements: str) -> None:
    """Change rows as somebody would who knows the tables: with the guards taken away."""
    with sqlite3.connect(case.database) as database:
        guards = database.execute("SELECT name FROM sqlite_master WHERE name LIKE '%never%'")
        for (name,) in guards.fetchall():
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement)


def test_a_case_that_nobody_touched_is_clean(case: Case) -> None:
    assert problems(case) == ""


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE document SET text = replace(text, '60', '90')", "not the text that was kept"),
        ("UPDATE document SET published = '2024-07-01'", "not those that custody vouches for"),
        ("UPDATE document SET publisher = 'Another'", "not those that custody vouches for"),
        ("UPDATE document SET id = 'ab' WHERE number = 1", "its name is not that of its original"),
        ("UPDATE custody SET address = 'elsewhere' WHERE line = 1", "line 1: the line was changed"),
        ("UPDATE custody SET author = 'Ben' WHERE line = 1", "line 1: the line was changed"),
        ("UPDATE custody SET author = 'Ben' WHERE line = 3", "line 3: the line was changed"),
        ("UPDATE custody SET author = NULL WHERE line = 3", "line 3: the line was changed"),
        ("UPDATE custody SET captured = '2020-01-01'", "the line was changed"),
        ("DELETE FROM custody WHERE line = 2", "line 3: the line before it was changed or taken"),
        ("DELETE FROM custody WHERE line = 1", "line 2: the line before it was changed or taken"),
        ("DELETE FROM custody", "no line of custody says where it came from"),
        ("UPDATE evidence SET quote = 'Arvania a livré'", "evidence quotes 'Arvania a livré'"),
        ("UPDATE evidence SET start = start + 1", "evidence quotes"),
        ('UPDATE role SET "end" = "end" + 500, quote = \'x\'', "role quotes 'x'"),
        ("UPDATE source SET quote = 'le Monde'", "source quotes 'le Monde'"),
        ('UPDATE reason SET start = 0, "end" = 3', "reason quotes"),
        ("UPDATE mention SET quote = 'Arvanie'", "mention quotes 'Arvanie'"),
        ("DELETE FROM claim", "a row of"),
        ("UPDATE decision SET author = 'Ben' WHERE number = 1", "decision 1: the line was changed"),
        ("UPDATE decision SET reason = ''", "decision 1: the line was changed"),
        ("UPDATE decision SET body = replace(body, 'PR+', 'CT+')", "the line was changed"),
        ("UPDATE decision SET body = replace(body, '60', '90')", "1: the line was changed"),
        ("UPDATE claim SET event = 'gift' WHERE document = 3", "break the claim model"),
        ("DELETE FROM review", "not as its reading and the decisions make them"),
        ("UPDATE claim SET factuality = 'CT+' WHERE document = 3", "the decisions make them"),
        ("DELETE FROM decision WHERE number = 2", "decision 3: the line before it was changed"),
        ("DELETE FROM decision WHERE number = 1", "decision 2: the line before it was changed"),
    ],
)
def test_what_is_changed_in_the_database_is_found(case: Case, statement: str, says: str) -> None:
    tamper(case, statement)

    assert says in problems(case)


def test_a_text_changed_with_its_hash_is_found_by_its_custody(case: Case) -> None:
    tamper(case, "UPDATE document SET text = 'Arvania a livré.', text_hash = 'x'")

    assert "custody vouches for" in problems(case)


def test_the_head_of_custody_tells_when_the_last_line_was_taken_out(case: Case) -> None:
    noted = heads(case).custody

    tamper(case, "DELETE FROM custody WHERE line = 4")

    assert heads(case).custody != noted


def test_the_head_of_the_log_tells_when_the_last_decision_was_taken_out(case: Case) -> None:
    noted = heads(case).decisions

    tamper(case, "DELETE FROM decision WHERE number = 5")

    assert heads(case).decisions != noted


def test_a_changed_original_is_found(case: Case) -> None:
    original = next(p for p in case.originals.rglob("*") if p.is_file())
    original.chmod(0o644)
    original.write_bytes(b"something else")

    assert "no longer those that were captured" in problems(case)


def test_a_missing_original_is_found(case: Case) -> None:
    next(p for p in case.originals.rglob("*") if p.is_file()).unlink()

    assert "is missing from originals/" in problems(case)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET text = 'x'",
        "UPDATE custody SET size = 1",
        "DELETE FROM custody",
        "UPDATE decision SET author = 'Ben'",
        "DELETE FROM decision",
    ],
)
def test_documents_custody_and_decisions_resist_a_careless_hand(case: Case, statement: str) -> None:
    with sqlite3.connect(case.database) as database, pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)


def test_any_sqlite_browser_shows_claims_quotes_and_findings_in_words(case: Case) -> None:
    with sqlite3.connect(case.database) as database:
        database.row_factory = sqlite3.Row
        told = database.execute("SELECT * FROM claims").fetchone()
        quote = database.execute("SELECT * FROM quotes").fetchone()
        finding = database.execute("SELECT * FROM findings").fetchone()

    assert told["source chain"] == "Gazette de Lorme"
    assert told["roles"].startswith("supplier: Arvania (République d'Arvanie); quantity: 60 drones")
    assert (quote["quote"], quote["publisher"], quote["date"]) == (
        TEXT,
        "Le Courrier",
        "2024-06-02",
    )
    assert finding["claimed by"] == "Gazette de Lorme (PR+)"
    assert finding["denied by"] == "Arvania (CT-)"
    assert finding["disagreements"] == "whether: yes / no"


def test_a_line_without_an_author_has_the_hash_that_it_had_before_lines_had_one(
    tmp_path: Path,
) -> None:
    case = folder.create(tmp_path / "plain")

    with store.writing_to(case) as into:
        into.add_document(line(dated()), dated())

    known = "1f03b46b887b118cffbf43d4b71356fac3594c6e13a8c77ecb3d709fe22b3778"
    assert heads(case).custody == known
