"""`/preferences`: the language and light of the pages, kept in cookies."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from recoupe.desk.back import own
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
    answer = RedirectResponse(own(back), 303)
    for name, value in ((LANGUAGE_COOKIE, language), (THEME_COOKIE, theme)):
        if value:
            answer.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="strict")
    return answer
