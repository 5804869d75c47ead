"""Where a form leads back to."""

from urllib.parse import urlsplit


def own(back: str) -> str:
    """Give the path and query of an address: whatever it names, it stays on this desk."""
    parts = urlsplit(back)
    path = "/" + parts.path.replace("\\", "/").lstrip("/")
    return f"{path}?{parts.query}" if parts.query else path
