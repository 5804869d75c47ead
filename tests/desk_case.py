"""A small case on the desk, with documents that try to act."""

from pathlib import Path

from starlette.testclient import TestClient
from typer.testing import CliRunner

from examples.demo import ARTICLES, HOUSE
from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.cli.app import app
from recoupe.desk.app import application
from recoupe.desk.session import Session
from recoupe.identity.bearer import place_id
from recoupe.model.decision import Named
from recoupe.model.document import Document, Publication
from tests import case_nouns as nouns

PORT = 8642

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)>\n"
    '<svg onload=alert(3)> \u202egpj.exe\u202c "><style>body{display:none}</style>\n'
    "Selon la Gazette, Arvania aurait livré 60 drones à Belmark en mai 2024."
)

PAGES = (
    "/overview",
    "/upload",
    "/reading",
    "/documents",
    "/review",
    "/findings",
    "/network",
    "/timeline",
    "/entities",
    "/entities/proposed",
    "/lists",
    "/search?q=drones",
    "/log",
    "/accounts",
)


def yes() -> Document:
    return nouns.dated()


def no() -> Document:
    return nouns.document(nouns.DENIAL, publisher="Le Démenti", published=Publication("2024-06-05"))


def hostile() -> Document:
    return nouns.document(
        HOSTILE,
        title="<script>alert('title')</script>\u202e",
        publisher="<b onclick=alert(4)>Le Courrier</b>",
        authors=("javascript:alert(5)",),
    )


def made(path: Path) -> Case:
    """Make a case with a claim, its denial, what they add up to, and a hostile document."""
    case = folder.create(path)
    with store.writing_to(case) as held:
        for document, address in ((yes(), "a.txt"), (no(), "b.txt"), (hostile(), "<i>c</i>.txt")):
            held.add_document(nouns.line(document, address), document)
        held.save_reading(nouns.reading(yes(), nouns.claim(yes())))
        held.save_reading(nouns.reading(no(), nouns.denial(no())))
        held.save_reading(nouns.reading(hostile(), nouns.claim(hostile())))
        held.save_findings([nouns.contested(yes(), no())], "recoupe test")
    return case


def example(path: Path) -> Case:
    """Make the bundled example case, and read it."""
    articles = str(HOUSE / ARTICLES)
    for command in (["new", path], ["add", path, articles], ["read", path]):
        done = CliRunner().invoke(app, [str(word) for word in command])
        assert done.exit_code == 0, done.output
    return folder.open(path)


def empty(path: Path) -> Case:
    """Make a case with nothing in it."""
    return folder.create(path)


def visitor(case: Case, session: Session | None = None, **headers: str) -> TestClient:
    """Open a desk and come in by its link."""
    session = session or Session(PORT)
    client = stranger(case, session, **headers)
    client.get("/", params={"token": session.token})
    return client


def stranger(case: Case, session: Session | None = None, **headers: str) -> TestClient:
    """Open a desk without its link."""
    app = application(case, session or Session(PORT), reads_itself=False)
    return TestClient(
        app, base_url=f"http://127.0.0.1:{PORT}", headers=headers, raise_server_exceptions=False
    )


def every_page(case: Case) -> tuple[str, ...]:
    """Name every page of the case that `made` makes."""
    finding = nouns.contested(yes(), no())
    rooms = [f"/documents/{d.id}" for d in (yes(), no(), hostile())]
    chosen = [f"{room}?claim=0" for room in rooms]
    entity = place_id(Named(yes().id, "Arvania", "Country"))
    return (
        *PAGES,
        f"/entities/{entity}",
        *rooms,
        *chosen,
        f"/findings/{finding.id}",
        "/findings?status=contested",
    )
