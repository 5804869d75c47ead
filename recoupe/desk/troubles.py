"""What went wrong, as a page that says what to do; as JSON where JSON was asked for."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from recoupe.desk.moved import Moved
from recoupe.desk.pages import rendered
from recoupe.errors import CaseBusy, NotYet, RecoupeError, StorageFull, Unknown

STATUSES: tuple[tuple[type[RecoupeError], int], ...] = (
    (Unknown, 404),
    (CaseBusy, 503),
    (NotYet, 503),
    (StorageFull, 507),
    (RecoupeError, 400),
)


def told(app: FastAPI) -> None:
    """Have the app answer every trouble that a person can mend with a page."""

    @app.exception_handler(RecoupeError)
    def mendable(request: Request, error: RecoupeError) -> Response:
        status = next(status for kind, status in STATUSES if isinstance(error, kind))
        return answer(request, status, str(error))

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        return answer(request, error.status_code, str(error.detail))

    @app.exception_handler(Moved)
    def moved(request: Request, error: Moved) -> Response:
        ending = ".json" if request.url.path.endswith(".json") else ""
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{error.path}{ending}{query}", 307)

    @app.exception_handler(RequestValidationError)
    def unasked(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        return answer(request, 422, f"{where}: {first['msg']}")


def answer(request: Request, status: int, what: str) -> Response:
    """Say what went wrong, in the form that was asked for."""
    if request.url.path.endswith(".json"):
        return JSONResponse({"detail": what}, status)
    return HTMLResponse(rendered(request, "trouble.html", status=status, what=what), status)
