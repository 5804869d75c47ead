"""The lists of the case, opened to be looked up in once for each state of them."""

import logging
import threading
from collections.abc import Hashable
from dataclasses import dataclass, field

from recoupe.case.book import book
from recoupe.case.lists import Lists
from recoupe.case.store import Store
from recoupe.identity.names import compare
from recoupe.identity.screen import Book


@dataclass(slots=True)
class Shelf:
    """The lists, kept open until one of them has another version."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    stamp: Hashable = None
    kept: Book | None = None

    def book(self, store: Store) -> Book | None:
        """Open the lists; None where the case has none."""
        lists = Lists(store)
        stamp = tuple((version.source, version.hash) for version in lists.versions())
        with self.lock:
            if stamp != self.stamp:
                self.kept, self.stamp = (
                    book(lists, compare, logging.getLogger(__name__).info),
                    stamp,
                )
            return self.kept
