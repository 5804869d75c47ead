"""A file for each page: which noun it shows, and under which address."""

from recoupe.desk.routes import documents, overview, preferences

ROUTES = tuple(module.routes for module in (overview, documents, preferences))
"""All pages, in the order of the menu."""
