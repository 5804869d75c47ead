"""Whom the documents of a case name, and what that rests on."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from recoupe.case.pages import Pages
from recoupe.case.store import Store
from recoupe.identity.bearer import Bearers
from recoupe.identity.bearers import bearers
from recoupe.model.decision import Decision, NotSame, Same, standing


@dataclass(frozen=True, slots=True)
class Stamp:
    """What names rest on. read: which documents were read by what; decided: on names, and holds."""

    read: Hashable
    documents: int
    decided: tuple[int, ...]


NEVER = Stamp(None, 0, ())


def put_together(store: Store) -> tuple[Stamp, Bearers]:
    """Give everybody whom the documents name as people decided, and of which state of the case."""
    stamp = stamped(store)
    texts = {document.id: document.text for document in store.documents()}
    readings = tuple(Pages(store).named(texts).values())
    return stamp, bearers(readings, texts, of_names(store.decisions()))


def stamped(store: Store) -> Stamp:
    """Say on what the names of a case rest as it is now."""
    log = of_names(store.decisions())
    read = Pages(store).read_by()
    documents = sum(number for _, number, _, _ in read)
    return Stamp(read, documents, tuple(decision.number for decision in log))


def of_names(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Give the decisions on names that hold."""
    return tuple(d for d in standing(decisions) if isinstance(d.what, Same | NotSame))
