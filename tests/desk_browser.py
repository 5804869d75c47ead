"""A desk that really listens, and a real browser to look at it."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from recoupe.case.folder import Case
from recoupe.desk.app import application
from recoupe.desk.session import Session

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
MISSING = "no Chromium here; on Debian: apt install chromium"

HOUSE = Path(__file__).parent.parent
AXE = HOUSE / "build" / "desk" / "node_modules" / "axe-core" / "axe.min.js"


@contextmanager
def listening(case: Case) -> Iterator[Session]:
    """Serve a case on a free port."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen()
        session = Session(bound.getsockname()[1])
        app = application(case, session)
        config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield session
        server.force_exit = server.should_exit = True
        thread.join(5)
        app.state.desk.background.stop()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium; a test machine's root cannot have its sandbox."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def come_in(context: BrowserContext, session: Session) -> tuple[Page, list[str]]:
    """Open the link; gives the page, and what it complains of from then on."""
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    page.goto(session.link)
    return page, complaints


def base(session: Session) -> str:
    """Give the address of the desk without its token."""
    return session.link.partition("/?")[0]


def violations(page: Page) -> list[tuple[str, str, str]]:
    """Have axe look at a page; gives each rule that is broken, how badly, and where first."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run()")["violations"]
    return [(one["id"], one["impact"], one["nodes"][0]["html"][:200]) for one in found]


def free_port() -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port
