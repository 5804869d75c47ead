"""A file for each page: which noun it shows, and under which address."""

from recoupe.desk.routes import (
    documents,
    entities,
    findings,
    lists,
    log,
    overview,
    preferences,
    search,
)

ROUTES = tuple(
    module.routes
    for module in (overview, documents, findings, entities, lists, search, log, preferences)
)
"""All pages, in the order of the menu."""
