"""The example case goes through, and nothing in it comes out surer than it went in."""

import io
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from examples import make
from examples.demo import ARTICLES, CASE, HOUSE, demo
from recoupe.case import connect, custody, documents, findings, folder, readings
from recoupe.model.claim import Claim, EventType
from recoupe.model.document import Document
from recoupe.model.factuality import Certainty
from recoupe.model.finding import Finding, Status
from recoupe.model.reading import Reading

TABLE_ROW = re.compile(r"^\| `(?P<file>\d\d-[^`]+)` \| (?P<outlet>.+?), (?P<date>[\d-]+) \|")
STORIES = (
    ("01-mech-enquete.html", EventType.ORDER, "CETC International"),
    ("01-mech-enquete.html", EventType.ASSISTANCE, "Tulatochmash"),
    ("01-mech-enquete.html", EventType.DISCLOSURE, "BlackMoon"),
    ("02-mech-note.pdf", EventType.ORDER, "CETC International"),
    ("02-mech-note.pdf", EventType.ASSISTANCE, "75 militaires"),
    ("03-mech-brief.html", EventType.ORDER, "CETC International"),
    ("03-mech-brief.html", EventType.ASSISTANCE, "60 Chinese soldiers"),
    ("04-koupol-depeche.html", EventType.TRANSFER, "Sichuan AEE"),
    ("05-koupol-reprise.html", EventType.TRANSFER, "Sichuan AEE"),
    ("06-kupol-analysis.docx", EventType.TRANSFER, "Sichuan AEE"),
    ("06-kupol-analysis.docx", EventType.SANCTION, "TSK Vektor"),
    ("07-guangdong-avis.html", EventType.PROCUREMENT, "matériel anti-drone"),
    ("08-guangdong-newsletter.eml", EventType.PROCUREMENT, "anti-drone equipment"),
    ("09-exercises.txt", EventType.EXERCISE, "14 joint exercises"),
    ("10-manoeuvres.txt", EventType.EXERCISE, "14 exercices"),
    ("11-moscou-ministres.html", EventType.MEETING, "Vladimir Poutine"),
    ("12-accusation.html", EventType.TRANSFER, "artillery"),
    ("13-dementi.html", EventType.TRANSFER, "La Chine a démenti"),
)
OTHER_HEADLINES = ("Venezuela", "Corée du Nord", "patrol boats", "40 new trucks", "Taïwan achète")


@dataclass(frozen=True, slots=True)
class Example:
    """The case as the demo left it, by the names of its files."""

    folder: Path
    documents: dict[str, Document]
    readings: dict[str, Reading]
    findings: tuple[Finding, ...]

    def file(self, document: str) -> str:
        return next(name for name, d in self.documents.items() if d.id == document)

    def claims(self, file: str, event: EventType | None = None) -> list[Claim]:
        return [c for c in self.readings[file].claims if event in (None, c.event)]

    def quote(self, claim: Claim) -> str:
        """Give the sentence that tells the event."""
        return claim.evidence[0].of(self.documents[self.file(claim.document)].text)

    def claims_of(self, finding: Finding) -> list[tuple[str, Claim]]:
        files = [(self.file(ref.document), ref.index) for ref in finding.claims]
        return [(file, self.readings[file].claims[index]) for file, index in files]

    def finding_with(self, file: str, event: EventType, words: str) -> Finding:
        for finding in self.findings:
            for of, claim in self.claims_of(finding):
                if (of, claim.event) == (file, event) and words in self.quote(claim):
                    return finding
        raise AssertionError(f"no {event} finding rests on {words!r} in {file}")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    place = tmp_path_factory.mktemp("house")
    shutil.copytree(HOUSE / ARTICLES, place / ARTICLES)
    assert demo(place) == 0
    case = folder.open(place / CASE)
    with connect.readable(case.database) as connection:
        names = {line.original: Path(line.address).name for line in custody.lines(connection)}
        read = {names[d.original]: d for d in documents.every(connection)}
        made = {reading.document: reading for reading in readings.every(connection)}
        return Example(
            place / CASE,
            read,
            {name: made[document.id] for name, document in read.items()},
            findings.every(connection),
        )


def table() -> list[re.Match[str]]:
    lines = (HOUSE / "examples" / "README.md").read_text("utf-8").splitlines()
    return [found for line in lines if (found := TABLE_ROW.match(line))]


def test_every_document_is_added_and_in_the_table(example: Example) -> None:
    files = {path.name for path in (HOUSE / ARTICLES).iterdir()}

    assert set(example.documents) == files == {row["file"] for row in table()}


@pytest.mark.parametrize("row", table(), ids=lambda row: row["file"])
def test_a_document_carries_its_outlet_and_date(example: Example, row: re.Match[str]) -> None:
    document = example.documents[row["file"]]

    publisher = (document.publisher or "").replace("’", "'")
    assert (publisher, document.published.edtf) == (row["outlet"], row["date"])


@pytest.mark.parametrize(("file", "event", "words"), STORIES)
def test_each_story_has_its_claim(
    example: Example, file: str, event: EventType, words: str
) -> None:
    quotes = [example.quote(claim) for claim in example.claims(file, event)]

    assert any(words in quote for quote in quotes), quotes


@pytest.mark.parametrize(("file", "event", "words"), STORIES)
def test_each_story_has_its_finding(
    example: Example, file: str, event: EventType, words: str
) -> None:
    assert example.finding_with(file, event, words)


@pytest.mark.parametrize("file", ["01-mech-enquete.html", "02-mech-note.pdf", "03-mech-brief.html"])
def test_nothing_in_the_leaked_contract_is_surer_than_probable(example: Example, file: str) -> None:
    leaked = [c for c in example.claims(file) if c.event is not EventType.DISCLOSURE]

    surer = [example.quote(c) for c in leaked if c.factuality.certainty > Certainty.PR]

    assert surer == []


def test_a_finding_on_the_leaked_contract_is_unconfirmed(example: Example) -> None:
    finding = example.finding_with("01-mech-enquete.html", EventType.ORDER, "CETC International")

    assert finding.status in {Status.UNCONFIRMED, Status.CONTESTED}


def test_three_documents_on_the_contract_have_one_finding(example: Example) -> None:
    finding = example.finding_with("01-mech-enquete.html", EventType.ORDER, "CETC International")

    files = {file for file, _ in example.claims_of(finding)}

    assert files >= {"01-mech-enquete.html", "02-mech-note.pdf", "03-mech-brief.html"}


def test_sixty_and_seventy_five_soldiers_stand_side_by_side(example: Example) -> None:
    finding = example.finding_with("02-mech-note.pdf", EventType.ASSISTANCE, "75 militaires")

    told = [d for d in finding.disagreements if d.on == "quantity"]

    says = " ".join(side.says for d in told for side in d.sides)
    assert "60" in says
    assert "75" in says


def test_a_reprint_adds_no_origin(example: Example) -> None:
    finding = example.finding_with("04-koupol-depeche.html", EventType.TRANSFER, "Sichuan AEE")

    files = {file for file, _ in example.claims_of(finding)}
    counted = [o for o in finding.origins if o.independent]
    only_in_reprint = [
        o.name
        for o in counted
        if {example.file(ref.document) for ref in o.claims} == {"05-koupol-reprise.html"}
    ]
    assert "05-koupol-reprise.html" in files
    assert only_in_reprint == []


def test_the_accusation_and_its_denial_make_one_contested_finding(example: Example) -> None:
    finding = example.finding_with("13-dementi.html", EventType.TRANSFER, "La Chine a démenti")

    accused = example.finding_with("12-accusation.html", EventType.TRANSFER, "artillery")

    assert finding.status in {Status.CONTESTED, Status.DENIED}
    assert accused.status is Status.CONTESTED


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("07-guangdong-avis.html", "La Chine nie"),
        ("08-guangdong-newsletter.eml", "China denies"),
        ("11-moscou-ministres.html", "La Chine nie"),
        ("12-accusation.html", "never supplied"),
        ("13-dementi.html", "La Chine a démenti"),
        ("13-dementi.html", "n’a jamais fourni"),
    ],
)
def test_a_denial_is_a_denial(example: Example, file: str, words: str) -> None:
    told = [c for c in example.claims(file) if words in example.quote(c)]

    assert [str(c.factuality) for c in told] == ["CT-"]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("01-mech-enquete.html", "Rien n’établit"),
        ("03-mech-brief.html", "It is unclear"),
        ("06-kupol-analysis.docx", "no public evidence"),
        ("08-guangdong-newsletter.eml", "nothing in the notice"),
        ("11-moscou-ministres.html", "aucune preuve"),
        ("12-accusation.html", "has not confirmed"),
        ("13-dementi.html", "n’ont pas confirmé"),
    ],
)
def test_a_report_without_commitment_commits_to_nothing(
    example: Example, file: str, words: str
) -> None:
    told = [c for c in example.claims(file) if words in example.quote(c)]

    assert {str(c.factuality) for c in told} <= {"U"}


def test_two_articles_on_one_study_have_one_origin(example: Example) -> None:
    finding = example.finding_with("09-exercises.txt", EventType.EXERCISE, "14 joint exercises")

    files = {file for file, _ in example.claims_of(finding)}

    assert files >= {"09-exercises.txt", "10-manoeuvres.txt"}
    assert finding.independent_origins == 1


def test_a_meeting_that_both_sides_confirm_is_corroborated(example: Example) -> None:
    finding = example.finding_with("11-moscou-ministres.html", EventType.MEETING, "a confirmé")

    assert finding.status is Status.CORROBORATED


def test_a_notice_later_than_its_article_keeps_its_date(example: Example) -> None:
    dates = {
        role.value.edtf
        for claim in example.claims("07-guangdong-avis.html", EventType.PROCUREMENT)
        for role in claim.fillers("date")
        if role.value is not None and hasattr(role.value, "edtf")
    }

    assert "2024-05-22" in dates


def test_headlines_around_an_article_are_no_claims(example: Example) -> None:
    quotes = [example.quote(c) for r in example.readings.values() for c in r.claims]

    assert [q for q in quotes for words in OTHER_HEADLINES if words in q] == []


@pytest.mark.parametrize("form", ["html", "docx", "md"])
def test_the_dossier_lies_where_the_demo_says(example: Example, form: str) -> None:
    assert (example.folder / f"dossier.{form}").stat().st_size > 2_000


@pytest.mark.parametrize("source", sorted(make.TEXTS.glob("*.txt")), ids=lambda path: path.name)
def test_the_made_files_are_those_that_their_texts_give(source: Path) -> None:
    article = make.read(source.read_text("utf-8"))

    made = make.made(article)

    kept = (make.CASE / f"{source.stem}.{article.form}").read_bytes()
    assert parts(made) == parts(kept)


def parts(data: bytes) -> object:
    """Give a zip's parts, so that another zlib does not matter; other bytes as they are."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(part.filename, archive.read(part)) for part in archive.infolist()]
