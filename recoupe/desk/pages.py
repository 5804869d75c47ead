"""A page is a noun and a template; the same noun is its `.json`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from pydantic import BeforeValidator
from starlette.requests import Request

from recoupe.desk.desk import desk
from recoupe.desk.interface import LANGUAGES, THEMES, catalogue, interface
from recoupe.desk.marking import pieces
from recoupe.desk.views.line import FindingLine
from recoupe.desk.views.progress import progress

STATIC = Path(str(resources.files("recoupe.desk").joinpath("static")))
"""Our own stylesheet and scripts, and in `vendor/` what npm brought."""

DAY = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")

SIZE = 50
"""How many of a list one page shows."""

LINES = 5_000
"""Findings in lists that are kept as they were written, in each language."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands in a list. number: of the page, from 1; more: whether one follows."""

    number: int
    more: bool

    @property
    def first(self) -> int:
        """Say how many come before."""
        return (self.number - 1) * SIZE


View = Callable[..., Any]

NotChosen = BeforeValidator(lambda given: given or None)
"""A choice in a form that was left at *all*, which comes as an empty word."""


def page(routes: APIRouter, path: str, template: str) -> Callable[[View], View]:
    """Register a view twice: as a page made of it, and at the same path as `.json`."""

    def register(view: View) -> View:
        title = (view.__doc__ or "").split("\n")[0]
        routes.get(f"{path}.json", summary=title, name=f"{view.__name__}_json")(view)

        def drawn(request: Request, noun: Annotated[Any, Depends(view)]) -> HTMLResponse:
            return HTMLResponse(rendered(request, template, view=noun))

        routes.get(path, summary=f"{title} (HTML)", name=view.__name__)(drawn)
        return view

    return register


def rendered(request: Request, template: str, **given: Any) -> str:
    """Fill a template in; everything that comes from a document is escaped."""
    shown, here = interface(request), desk(request)
    return (
        _environment(shown.language)
        .get_template(template)
        .render(
            request=request,
            case=here.case,
            csrf=here.visitor.csrf if here.visitor.decides else "",
            visitor=here.visitor,
            shown=shown,
            w=shown.words,
            themes=THEMES,
            languages=LANGUAGES,
            progress=lambda: progress(here, shown),
            **given,
        )
    )


def vendored(file: str) -> bool:
    """Say whether npm brought that file; without it a page stays as the server made it."""
    return (STATIC / "vendor" / file).is_file()


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("recoupe.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(days=_unbroken_days, pieces=pieces, spaced=spaced)
    line = lru_cache(maxsize=LINES)(partial(_finding_line, environment))
    environment.globals.update(static=_address, vendored=vendored, finding_line=line)
    return environment


def _finding_line(environment: Environment, one: FindingLine) -> Markup:
    """Write a finding in a list; a drawing has five hundred, the same as last time."""
    return Markup(environment.get_template("line.html").render(one=one))


def spaced(name: str) -> str:
    """Write a type's name as words.

    >>> spaced("WeaponSystem")
    'Weapon system'
    """
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _unbroken_days(text: str) -> Markup:
    """Keep days such as 2024-06-03 on one line."""
    return Markup(DAY.sub(r'<span class="day">\g<0></span>', str(escape(text))))


@cache
def _address(file: str) -> str:
    """Give the address of a static file, with its hash: a changed file is fetched anew."""
    return f"/static/{file}?{sha256((STATIC / file).read_bytes()).hexdigest()[:8]}"
