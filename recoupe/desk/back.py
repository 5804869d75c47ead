"""Where a form leads back to."""

from urllib.parse import urlsplit


def own(back: str) -> str:
    """Give an address without its host: whatever it names, it stays on this desk."""
    parts = urlsplit(back)
    path = "/" + parts.path.replace("\\", "/").lstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{path}{query}#{parts.fragment}" if parts.fragment else f"{path}{query}"
