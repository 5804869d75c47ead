"""Who is who in the case on the desk: worked out once for each state of its names."""

import gc
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from recoupe.case.folder import Case
from recoupe.case.pages import Pages
from recoupe.case.store import Store, reading_from
from recoupe.desk.kept import SHARE
from recoupe.desk.names import NEVER, Stamp, put_together, stamped
from recoupe.desk.putting import put_beside
from recoupe.errors import NotYet, Unknown
from recoupe.identity.actors import plain
from recoupe.identity.bearer import Bearer, Bearers, place_id
from recoupe.identity.bearer_asked import bearers_asked
from recoupe.identity.portrait import place_in
from recoupe.model.claim import Role, Source
from recoupe.model.decision import Named
from recoupe.model.entity import ENTITY_TYPES
from recoupe.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Known:
    """Everybody whom the documents name. whose: by the place of a name; by_id: by its id.

    types: with how many of each, the most frequent first. documents: how many name each, by its id.
    """

    found: Bearers
    whose: Mapping[Named, Bearer]
    by_id: Mapping[str, Bearer]
    types: tuple[tuple[str, int], ...] = ()
    documents: Mapping[str, int] = field(default_factory=dict)

    def bearer(self, id_: str) -> Bearer:
        """Give whom an address means: by the id of any of its places.

        An id of a name that readers take for another kind today still leads to it. Raises Unknown
        where the document no longer has the name.
        """
        if found := self.by_id.get(id_) or self._otherwise().get(id_):
            return found
        raise Unknown(
            f"no entity goes by {id_:.12}: the document that named it has been read again since; "
            "look for it by its name"
        )

    def _otherwise(self) -> Mapping[str, Bearer]:
        return {
            place_id(Named(place.document, place.name, type_)): bearer
            for place, bearer in self.whose.items()
            for type_ in ENTITY_TYPES
        }


NOBODY = Known(Bearers(()), {}, {})

AT_ONCE = 500
"""Documents of the largest case whose names are put together while a reader waits: a second or
two; four thousand take a quarter of a minute, in a process of its own."""

UNNOTICED = 0.1
"""Seconds that a reader waits without noticing."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose names the words of some documents are. readings: by the document's id."""

    known: Known
    readings: Mapping[str, Reading]

    def bearer(self, document: str, words: Role | Source) -> Bearer | None:
        """Give who fills a role or is a source in a document; None where nobody is named."""
        reading = self.readings.get(document)
        place = place_in(reading, words.span, words.resolved) if reading else None
        return self.known.whose.get(place) if place else None


@dataclass(slots=True)
class Who:
    """Who is who, kept until a document is read otherwise or names are decided on.

    In a large case that takes longer than a reader waits: another process then works it out, and
    pages meanwhile show who was who before; and while documents are being read, only now and then.
    turn: how often it was worked out. begun, took: seconds, of the last time.
    decision: the last one when it was last looked whether names changed, and they had not.
    """

    lock: threading.Lock = field(default_factory=threading.Lock)
    kept: Known = NOBODY
    stamp: Stamp = NEVER
    turn: int = 0
    begun: float = 0.0
    took: float = 0.0
    decision: int = -1
    work: threading.Thread | None = None

    def known(self, store: Store) -> Known:
        """Give everybody whom the documents name, as people decided. Raises NotYet."""
        found = self.so_far(store)
        if self.turn == 0:
            raise NotYet(
                "the names of all documents are still being put together: open the page again in "
                "a minute"
            )
        return found

    def so_far(self, store: Store) -> Known:
        """Give everybody who is known by now: nobody where it was never worked out."""
        decision = Pages(store).last_decision()
        with self.lock:
            if decision != self.decision or self._is_its_turn():
                self._look(store, decision)
            return self.kept

    def _is_its_turn(self) -> bool:
        """Say whether so much time has gone by that what was read since counts."""
        return time.monotonic() - self.begun > SHARE * self.took

    def _look(self, store: Store, decision: int) -> None:
        """Look whether names changed, which reads what read each document; work them out if so."""
        stamp = stamped(store)
        if stamp == self.stamp or not self._is_due(stamp):
            self.decision = decision
        elif self._at_once(stamp):
            begun = time.monotonic()
            made_of, found = put_together(store)
            self._keep(made_of, _known(found), begun)
        elif self.work is None or not self.work.is_alive():
            self.work = threading.Thread(target=self._work, args=(store.case,), daemon=True)
            self.work.start()

    def _is_due(self, stamp: Stamp) -> bool:
        """Say whether it is to be worked out now: at once after a decision, else by its share."""
        decided = self.turn == 0 or stamp.decided != self.stamp.decided
        return decided or self._is_its_turn()

    def _at_once(self, stamp: Stamp) -> bool:
        """Say whether a reader waits for it: where it is quick, or decided on in a small case."""
        if stamp.documents > AT_ONCE:
            return False
        decided = self.turn == 0 or stamp.decided != self.stamp.decided
        return decided or self.took < UNNOTICED

    def _work(self, case: Case) -> None:
        begun = time.monotonic()
        made = put_beside(case)
        if made is None:  # ended before its time, for want of memory: more slowly, then
            with reading_from(case) as store:
                made = put_together(store)
        stamp, found = made
        known = _known(found)
        with self.lock:
            self._keep(stamp, known, begun)
        _settle()

    def _keep(self, stamp: Stamp, known: Known, begun: float) -> None:
        self.kept, self.stamp, self.turn = known, stamp, self.turn + 1
        self.begun, self.took = begun, time.monotonic() - begun


def asked(words: str, known: Known) -> tuple[Bearer, ...]:
    """Give whom words may mean: with a name that has them, else one that is alike in any script."""
    wanted = plain(words)
    having = [b for b in known.found.every if any(wanted in plain(name) for name in b.names)]
    return tuple(having) or bearers_asked(words, known.found, (), {})


def _settle() -> None:
    """Have the search for garbage pass over all that is kept by now.

    With the names of 20,600 documents it took half a second each time, and all pages waited.
    """
    gc.collect()
    gc.freeze()


def _known(found: Bearers) -> Known:
    types = Counter(bearer.type for bearer in found.every)
    ranked = sorted(types.items(), key=lambda pair: (-pair[1], pair[0]))
    documents = {bearer.id: len(bearer.documents) for bearer in found.every}
    return Known(found, found.by_place(), dict(_by_id(found)), tuple(ranked), documents)


def _by_id(found: Bearers) -> Iterator[tuple[str, Bearer]]:
    return ((place_id(place), bearer) for bearer in found.every for place in bearer.places)
