"""An element of a Word file's own XML."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, *children: Any, text: str | None = None, **attributes: str) -> Any:
    """Make an element with its children, words and attributes; names without their `w:`.

    >>> element("footnote", element("p"), id="1").get(qn("w:id"))
    '1'
    """
    made: Any = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    if text is not None:
        made.text = text
    return made
