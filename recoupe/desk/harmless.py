"""A captured page without anything that acts or loads: text, headings, lists and tables."""

from base64 import b64encode
from hashlib import sha256

import nh3

KEPT = frozenset((nh3.ALLOWED_TAGS - {"area", "img", "map"}) | {"address", "main", "section"})
"""Elements that say something; all others go, some of them with what stands in them."""

WITH_CONTENT = frozenset(
    ("embed", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "title")
)
ATTRIBUTES = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "ol": {"start"}}


def policy(style: str) -> str:
    """Give what the frame of a captured page may do: be looked at, in our own style alone."""
    own = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{own}'; frame-ancestors 'self'; "
        "base-uri 'none'; sandbox"
    )


def harmless(page: str) -> str:
    """Give the page as it may be shown: no script, no style, no picture, no address.

    >>> harmless('<p onclick="alert(1)">Un <a href="javascript:x">mot</a><script>y</script></p>')
    '<p>Un <a>mot</a></p>'
    """
    return nh3.clean(
        page,
        tags=set(KEPT),
        clean_content_tags=set(WITH_CONTENT),
        attributes={name: set(some) for name, some in ATTRIBUTES.items()},
        link_rel=None,
        url_schemes=set(),
    )
