"""A file for each page: which noun it shows, and under which address."""

from recoupe.desk.routes import (
    accounts,
    adding,
    documents,
    editing,
    entities,
    findings,
    identity,
    lists,
    log,
    login,
    network,
    original,
    overview,
    preferences,
    reading,
    review,
    search,
    timeline,
    upload,
)

ROUTES = tuple(
    module.routes
    for module in (
        overview,
        upload,
        reading,
        documents,
        editing,
        adding,
        original,
        review,
        findings,
        network,
        timeline,
        identity,
        entities,
        lists,
        search,
        log,
        accounts,
        login,
        preferences,
    )
)
"""All pages, in the order of the menu."""
