"""The words of a text as HTML, each with what lies on it.

Made here and not in a template, as a page has a thousand of them: that took half of its time.
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from recoupe.desk.views.marked import Piece

KINDS = ("told", "also", "role", "source", "cue")
"""What words can be for a claim, in the order in which their classes stand."""

SPAN = Markup('<span class="{classes}"{label} data-marks="{marks}">{text}</span>')
LABEL = Markup(' data-label="{word}"')


def pieces(several: Iterable[Piece], chosen: int | None, roles: Mapping[str, str]) -> Markup:
    """Write pieces of a text; those of the chosen claim carry what they are for it.

    roles: how each is called.
    """
    return Markup("").join(_piece(one, chosen, roles) for one in several)


def _piece(piece: Piece, chosen: int | None, roles: Mapping[str, str]) -> Markup:
    if not piece.marks:
        return escape(piece.text)
    word = piece.word("role", chosen) if chosen is not None else ""
    return SPAN.format(
        classes=_classes(piece, chosen),
        label=LABEL.format(word=roles[word]) if word else "",
        marks=piece.claims,
        text=piece.text,
    )


def _classes(piece: Piece, chosen: int | None) -> str:
    on = {mark.kind for mark in piece.marks if chosen is not None and mark.claim == chosen}
    told = ["told"] if piece.told else []
    name = ["name"] if piece.has("name") else []
    return " ".join(("piece", *told, *name, *(f"on-{kind}" for kind in KINDS if kind in on)))
