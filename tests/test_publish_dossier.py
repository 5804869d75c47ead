"""A dossier: every finding with its label, every claim with its footnote."""

import re
from collections.abc import Sequence
from dataclasses import replace as changed

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from recoupe.model.claim import EventType, Role
from recoupe.model.factuality import EVERY_READING, Certainty, Factuality
from recoupe.model.finding import Status
from recoupe.model.reading import Reading
from recoupe.model.value import Date
from recoupe.publish.dossier import dossier
from recoupe.publish.html import html
from recoupe.publish.markdown import markdown
from recoupe.publish.parts import Dossier
from tests.case_nouns import document, span
from tests.test_publish_material import alone, material, reprinted, told, with_readings

EVERY_LABEL = ("Claimed", "Denied", "Doubted", "Left open")


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def headings(of: Dossier) -> Sequence[str]:
    """Give the headings of findings as they stand in HTML."""
    page = lxml_html.fromstring(html(of))
    return [heading.text_content() for heading in page.xpath("//article/h3")]


def test_no_heading_of_a_finding_stands_without_its_label() -> None:
    made = dossier(material())

    shown = headings(made)

    label = re.compile(rf"Finding \d+ · ({'|'.join(EVERY_LABEL)})")
    assert len(shown) == 4
    assert all(label.match(heading) for heading in shown), shown
    lines = [one for one in markdown(made).splitlines() if 'id="finding-' in one]
    assert all(label.search(one) for one in lines), lines


def test_every_link_to_a_finding_bears_its_label() -> None:
    page = lxml_html.fromstring(html(dossier(material())))

    links = [link.text_content() for link in page.xpath("//a[starts-with(@href, '#finding-')]")]

    assert links
    assert all(any(label in link for label in EVERY_LABEL) for link in links), links


def test_what_is_contested_stands_first() -> None:
    made = dossier(material())

    assert [section.anchor for section in made.sections] == [
        *("contested", "single-origin", "unconfirmed", "denied")
    ]
    assert [to.words for to in made.summary.contested] == [
        "Finding 1 · Claimed as hearsay or belief, and denied · "
        "Transfer: République d'Arvanie → Belmark, 60 drones, 2024-05"
    ]


def test_every_claim_of_a_finding_has_a_footnote_cut_from_its_text(language: str) -> None:
    case = material()

    made = dossier(case, language)

    noted = {note.claim: note for note in made.notes}
    assert set(noted) == {
        f"{ref.document}:{ref.index}" for finding in case.findings for ref in finding.claims
    }
    for note in made.notes:
        text = case.documents[note.claim.split(":")[0]].text
        assert note.quotes
        assert all(quote in text for quote in note.quotes)


@pytest.mark.parametrize("times", [1, 4, 9])
def test_footnotes_are_numbered_in_the_order_of_reading(times: int) -> None:
    for case in (material(), reprinted(times)):
        text = markdown(dossier(case)).split("\n\n[^1]:")[0]

        cited = [int(number) for number in re.findall(r"\[\^(\d+)\]", text)]

        assert [*dict.fromkeys(cited)] == sorted(set(cited))


def test_a_denial_is_told_as_a_denial_of_its_source() -> None:
    contested_first = next(dossier(material()).items())

    told_by = {one.who: (one.side, one.tone) for one in contested_first.statements}

    assert told_by["Arvania"] == ("Denied by", "denied")
    assert told_by["Gazette de Lorme"] == ("Claimed by", "claimed")


def test_a_doubt_of_a_source_is_not_told_as_a_denial() -> None:
    *_, doubted = dossier(material()).items()

    assert doubted.label == "Doubted"
    assert [one.side for one in doubted.statements] == ["Doubted by"]


def test_what_cannot_be_traced_is_not_counted() -> None:
    items = {item.heading: item for item in dossier(material()).items()}

    visit = items["Meeting: Belmark, Lorme"]

    assert visit.origins[0] == "No independent origin."
    assert visit.origins[1].startswith("Not counted, as untraced or resting on another: The Bel")


def test_many_reprints_show_a_few_quotes_and_cite_them_all() -> None:
    (item,) = dossier(reprinted(9)).items()

    (said,) = item.statements

    assert (len(said.quoted()), len(said.also())) == (4, 5)
    assert sorted(n for telling in said.tellings for n in telling.notes) == [*range(1, 10)]


def test_a_doubt_is_listed_with_its_words_in_the_language_of_the_dossier() -> None:
    (english,), (french,) = (dossier(material(), spoken).doubts for spoken in ("en", "fr"))

    assert (english.note, english.quotes) == ("Two figures.", ("Selon",))
    assert french.note.startswith("Une même voix donne deux chiffres")


@given(st.lists(st.sampled_from(EVERY_READING), min_size=1, max_size=4))
def test_no_label_is_surer_than_the_surest_origin_on_its_side(readings: list[Factuality]) -> None:
    case = with_readings(readings)

    (item,) = dossier(case).items()

    label = item.label
    yes = max((r.certainty for r in readings if r.affirmed), default=Certainty.U)
    no = max((r.certainty for r in readings if not r.affirmed), default=Certainty.U)
    assert ("denied" in label.lower()) is (no is Certainty.CT)
    assert ("doubted" in label.lower()) is (no in (Certainty.PR, Certainty.PS))
    assert label.startswith("Claimed") is (yes is not Certainty.U)
    assert ("as hearsay or belief" in label) is (yes is Certainty.PR)
    assert ("as possible" in label) is (yes is Certainty.PS)


def test_a_date_stands_beside_the_words_it_was_read_from() -> None:
    of = document("Arvania a livré des drones jeudi.")
    given_day = Role("date", span("jeudi", of.text), Date("2024-06-06"))
    drones = told(of, EventType.TRANSFER, "CT+", {"supplier": "Arvania"})
    drones = changed(drones, roles=(*drones.roles, given_day))
    case = changed(
        with_readings([Factuality.parse("CT+")]),
        findings=(alone(drones, Status.UNCONFIRMED, "Arvania"),),
        readings=(Reading(of.id, "fr", None, None, (drones,)),),
        documents={of.id: of},
    )

    (item,) = dossier(case).items()

    assert item.heading == "Transfer: Arvania → (not named), 2024-06-06"
    assert "date jeudi (2024-06-06)" in item.statements[0].names
