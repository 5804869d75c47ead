"""What is named by the beginning of its id, found in the index and not by looking through all."""

from typing import Any

from sqlalchemy import Column, ColumnElement, and_

HIGHEST = "\U0010ffff"
"""Stands behind every other character in SQLite's own order, which is that of code points."""


def begins(column: Column[Any], prefix: str) -> ColumnElement[bool]:
    """Say of an id that it begins so; LIKE would take capitals too, for which no index is made."""
    return and_(column >= prefix, column < f"{prefix}{HIGHEST}")
