"""The desk's pages under one roof."""

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from recoupe import __version__
from recoupe.case.folder import Case
from recoupe.desk import troubles
from recoupe.desk.background import Background
from recoupe.desk.desk import Desk
from recoupe.desk.kept import Kept
from recoupe.desk.limits import Limits
from recoupe.desk.pages import STATIC
from recoupe.desk.routes import ROUTES
from recoupe.desk.safety import Safety
from recoupe.desk.visitor import Entry
from recoupe.desk.writes import guarded


def application(case: Case, entry: Entry, reads_itself: bool = True) -> FastAPI:
    """Make the desk for a case; entry: how people come to it.

    reads_itself: whether what comes in at the desk is read without being asked.
    """
    app = FastAPI(
        title=f"Recoupe: {case.name}",
        version=__version__,
        docs_url=None,  # these pages would load their scripts from elsewhere
        redoc_url=None,
        dependencies=[Depends(guarded)],
    )
    kept = Kept(case.database)
    app.state.desk = Desk(case, kept, Background(case.folder, kept.wrote), reads_itself)
    app.state.entry = entry
    for routes in ROUTES:
        app.include_router(routes)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    troubles.told(app)
    app.add_middleware(Limits)
    app.add_middleware(Safety, entry=entry)
    return app
