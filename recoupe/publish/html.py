"""A dossier as one page that needs nothing else: no network, no script, no font."""

from functools import cache
from importlib import resources

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from recoupe.publish.parts import Dossier
from recoupe.publish.words import words


def html(dossier: Dossier) -> str:
    """Write a dossier as HTML; everything that comes from a document is escaped."""
    style = Markup(_file("dossier.css"))  # our own file, and no text of any document
    return _template().render(d=dossier, w=words(dossier.language), style=style, seen=[])


@cache
def _template() -> Template:
    environment = Environment(
        loader=DictLoader({"dossier.html": _file("dossier.html")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dossier.html")


def _file(name: str) -> str:
    return resources.files("recoupe.publish").joinpath("templates", name).read_text("utf-8")
