"""Claims and findings for other programs: JSON lines in the gold format, and a safe table."""

import csv as csv_reader
import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, EventType
from recoupe.model.decision import Added, Decision
from recoupe.model.factuality import EVERY_READING
from recoupe.model.finding import ClaimRef, Status
from recoupe.model.gold import claim_from_plain
from recoupe.model.reading import Reading
from recoupe.model.review import Review
from recoupe.publish.material import Material
from recoupe.publish.table import csv, jsonl
from tests.case_nouns import document
from tests.test_publish_material import alone, material, told


def records(of: Material) -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonl(of.findings, of.readings, of.documents)]


def rows(of: Material) -> list[dict[str, str]]:
    lines = "".join(csv(of.findings, of.readings, of.documents))
    return [*csv_reader.DictReader(io.StringIO(lines, newline=""))]


def one_claim(text: str, factuality: str = "CT+", supplier: str = "Arvania") -> Material:
    """A case of one document and one claim, which nobody has weighed."""
    of = document(text)
    said = told(of, EventType.TRANSFER, factuality, {"supplier": supplier})
    readings = (Reading(of.id, "fr", None, None, (said,)),)
    return Material("one", material().made_at, (), readings, {of.id: of}, ())


def test_a_claim_can_be_made_again_from_its_line() -> None:
    case = material()

    told_again = [record for record in records(case) if record["kind"] == "claim"]

    assert [(claim_from_plain(r, r["document"]), r["index"]) for r in told_again] == [
        (claim, ref.index) for ref, claim in case.claims()
    ]


def test_a_line_has_its_quote_cut_from_the_text() -> None:
    case = material()

    for record in records(case):
        if record["kind"] == "claim":
            assert record["quote"] == record["evidence"][0]["text"]
            assert record["quote"] in case.documents[record["document"]].text


def test_a_finding_has_the_fields_of_the_gold_findings() -> None:
    case = material()

    found = [record for record in records(case) if record["kind"] == "finding"]

    assert [record["id"] for record in found] == [finding.id for finding in case.findings]
    *_, contested = found
    assert (contested["status"], contested["independent_origins"]) == ("contested", 2)
    assert contested["claims"] == [[ref.document, 0] for ref in case.findings[-1].claims]
    (difference,) = contested["disagreements"]
    assert (difference["on"], len(difference["sides"])) == ("whether", 2)


def test_nothing_exported_tells_where_the_case_lies() -> None:
    lines = "".join(jsonl(material().findings, material().readings, material().documents))

    assert ".txt" not in lines


def test_a_row_has_its_finding_and_a_column_for_each_role() -> None:
    case = material()

    first, *_ = rows(case)

    roles = {r for held in (PARTICIPANTS, CIRCUMSTANCES) for event in held for r in held[event]}
    assert roles <= first.keys()
    assert first["finding"] == case.findings[-1].id
    assert (first["status"], first["factuality"]) == ("contested", "PR+")
    assert (first["supplier"], first["date"]) == ("République d'Arvanie", "mai 2024 (2024-05)")
    assert (first["sources"], first["document_publisher"]) == ("Gazette de Lorme", "Le Courrier")


def test_a_header_names_each_column_once() -> None:
    header = next(csv((), (), {}))

    columns = header.strip().split(",")

    assert len(columns) == len(set(columns))


def test_a_claim_that_nobody_weighed_has_a_row() -> None:
    (row,) = rows(one_claim("Arvania a livré des drones."))

    assert (row["finding"], row["status"], row["supplier"]) == ("", "", "Arvania")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_begins_like_a_formula_is_not_run(begin: str) -> None:
    case = one_claim(f"{begin}cmd a livré des drones.", supplier=f"{begin}cmd")

    (row,) = rows(case)

    assert (row["supplier"], row["quote"]) == (f"'{begin}cmd", f"'{begin}cmd a livré des drones.")


@pytest.mark.parametrize("factuality", [str(reading) for reading in EVERY_READING])
def test_a_factuality_stays_as_it_is(factuality: str) -> None:
    (row,) = rows(one_claim("Arvania a livré des drones.", factuality))

    assert row["factuality"] == factuality


@given(st.text(st.sampled_from("=+-@\t\r\n\"',;a«"), min_size=1))
def test_a_quote_comes_back_whole_from_a_table(quote: str) -> None:
    case = one_claim(quote, supplier=quote)

    (row,) = rows(case)

    assert row["quote"] in (quote, f"'{quote}")
    assert not row["quote"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_sources_stand_outermost_first() -> None:
    of = document("Selon la Gazette, un marchand dit qu'Arvania a livré des drones.")
    said = told(of, EventType.TRANSFER, "CT+", {"supplier": "Arvania"}, "Gazette", "marchand")
    readings = (Reading(of.id, "fr", None, None, (said,)),)
    found = (alone(said, Status.SINGLE_ORIGIN, "marchand"),)

    (row,) = rows(Material("one", material().made_at, found, readings, {of.id: of}, ()))

    assert row["sources"] == "Gazette > marchand"


def test_what_people_decided_about_a_claim_goes_with_it() -> None:
    of, made = material(), datetime(2026, 2, 3, tzinfo=UTC)
    first = of.readings[0]
    added = Decision(1, made, "Ada", Added(first.claims[0]), "the reader missed it")
    reviews = {ClaimRef(first.document, 0): Review((added,))}

    told = [json.loads(line) for line in jsonl((), of.readings, of.documents, reviews)]
    table = "".join(csv((), of.readings, of.documents, reviews)).splitlines()

    assert told[0]["review"] == {
        "stand": "added",
        "author": "Ada",
        "made": made.isoformat(),
        "reason": "the reader missed it",
    }
    assert {one["review"] for one in told[1:]} == {None}
    assert table[0].endswith("review")
    assert table[1].endswith('"added by Ada, 2026-02-03"')
