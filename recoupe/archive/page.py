"""What one format's reader makes of captured bytes."""

from dataclasses import dataclass, field

from recoupe.model.document import Publication


@dataclass(frozen=True, slots=True)
class Page:
    """A canonical text with what the format itself says of it: markup, headers, properties.

    What the text says of itself (masthead, dateline) is left to `imprint`.
    extractor: name, own version and library, so that a better reader makes a new document.
    """

    text: str
    extractor: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: Publication = field(default_factory=Publication)
