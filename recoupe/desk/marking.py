"""The words of a text as HTML, each with what lies on it.

Made here and not in a template, as a page has a thousand of them: that took half of its time.
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from recoupe.desk.views.marked import Piece

KINDS = ("told", "also", "role", "source", "cue")
"""What words can be for a claim, in the order in which their classes stand."""


def pieces(several: Iterable[Piece], chosen: int | None, roles: Mapping[str, str]) -> Markup:
    """Write pieces of a text; those of the chosen claim carry what they are for it.

    roles: how each is called.
    """
    return Markup("".join(_piece(one, chosen, roles) for one in several))


def _piece(piece: Piece, chosen: int | None, roles: Mapping[str, str]) -> str:
    """Write a piece of a text; whatever comes from outside this file is escaped."""
    text = escape(piece.text)
    if not piece.marks:
        return text
    word = piece.word("role", chosen) if chosen is not None else ""
    label = f' data-label="{escape(roles[word])}"' if word else ""
    marks = escape(piece.claims)
    return f'<span class="{_classes(piece, chosen)}"{label} data-marks="{marks}">{text}</span>'


def _classes(piece: Piece, chosen: int | None) -> str:
    on = {mark.kind for mark in piece.marks if chosen is not None and mark.claim == chosen}
    told = ["told"] if piece.told else []
    name = ["name"] if piece.has("name") else []
    return " ".join(("piece", *told, *name, *(f"on-{kind}" for kind in KINDS if kind in on)))
