"""Who is who in the case on the desk: worked out once for each state of its names."""

import threading
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.case.pages import Pages
from recoupe.case.store import Store
from recoupe.errors import Unknown
from recoupe.identity.actors import plain
from recoupe.identity.bearer import Bearer, Bearers, place_id
from recoupe.identity.bearer_asked import bearers_asked
from recoupe.identity.bearers import bearers
from recoupe.identity.portrait import place_in
from recoupe.model.claim import Role
from recoupe.model.decision import Decision, Named, NotSame, Same, standing
from recoupe.model.entity import ENTITY_TYPES
from recoupe.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Known:
    """Everybody whom the documents name. whose: by the place of a name; by_id: by its id."""

    found: Bearers
    whose: Mapping[Named, Bearer]
    by_id: Mapping[str, Bearer]

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


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose names the words of some documents are. readings: by the document's id."""

    known: Known
    readings: Mapping[str, Reading]

    def bearer(self, document: str, words: Role) -> Bearer | None:
        """Give who fills a role in a document; None where the words name nobody."""
        reading = self.readings.get(document)
        place = place_in(reading, words.span, words.resolved) if reading else None
        return self.known.whose.get(place) if place else None


@dataclass(slots=True)
class Who:
    """Who is who, kept until a document is read otherwise or names are decided on."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    stamp: Hashable = None
    kept: Known | None = None

    def known(self, store: Store) -> Known:
        """Give everybody whom the documents name, as people decided; who asks meanwhile waits."""
        log = of_names(store.decisions())
        stamp = (Pages(store).read_by(), tuple(decision.number for decision in log))
        with self.lock:
            if self.kept is None or stamp != self.stamp:
                self.kept, self.stamp = _known(store, log), stamp
            return self.kept


def asked(words: str, known: Known) -> tuple[Bearer, ...]:
    """Give whom words may mean: with a name that has them, else one that is alike in any script."""
    wanted = plain(words)
    having = [b for b in known.found.every if any(wanted in plain(name) for name in b.names)]
    return tuple(having) or bearers_asked(words, known.found, (), {})


def of_names(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Give the decisions on names that hold."""
    return tuple(d for d in standing(decisions) if isinstance(d.what, Same | NotSame))


def _known(store: Store, log: Sequence[Decision]) -> Known:
    texts = {document.id: document.text for document in store.documents()}
    found = bearers(store.readings(), texts, log)
    return Known(found, found.by_place(), dict(_by_id(found)))


def _by_id(found: Bearers) -> Iterator[tuple[str, Bearer]]:
    return ((place_id(place), bearer) for bearer in found.every for place in bearer.places)
