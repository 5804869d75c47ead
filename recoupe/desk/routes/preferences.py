"""`/preferences`: the language and light of the pages, kept in cookies."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from recoupe.desk.interface import LANGUAGE_COOKIE, THEME_COOKIE

routes = APIRouter()

YEAR = 365 * 24 * 3600


@routes.post("/preferences", status_code=303)
def preferences(
    language: Annotated[Literal["en", "fr"] | None, Form()] = None,
    theme: Annotated[Literal["auto", "light", "dark"] | None, Form()] = None,
    back: Annotated[str, Form()] = "/overview",
) -> RedirectResponse:
    """Keep a choice and go back to the page where it was made."""
    answer = RedirectResponse(_own(back), 303)
    for name, value in ((LANGUAGE_COOKIE, language), (THEME_COOKIE, theme)):
        if value:
            answer.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="strict")
    return answer


def _own(back: str) -> str:
    """Give the path and query of an address: whatever it names, it stays on this desk."""
    parts = urlsplit(back)
    path = "/" + parts.path.replace("\\", "/").lstrip("/")
    return f"{path}?{parts.query}" if parts.query else path
