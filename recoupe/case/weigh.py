"""The readings and decisions of a case → its findings, and what decisions did to them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe import __version__
from recoupe.case.store import Store
from recoupe.model.change import Change, Changes
from recoupe.model.decision import Accepted, Decision, OfClaim, Rated, Undone
from recoupe.weighing.changes import changes
from recoupe.weighing.memory import Memory


def weigh_again(store: Store, anew: bool = False, memory: Memory | None = None) -> Changes:
    """Make the findings again where a reading, a decision or Recoupe has changed since.

    Gives what the decisions made since then did to them, which is kept in the log. anew: also
    where nothing has changed, and from nothing. memory: of an earlier time, so that only what
    concerns a change is weighed; without, that which the case keeps. The result is the same.
    """
    if not anew and store.findings_made_by() == __version__:
        return Changes(len(store.findings()))
    # Imported here: what has not changed is told at once.
    from recoupe.case.entities import known_as
    from recoupe.case.remembered import remember, remembered
    from recoupe.weighing.corroborate import findings
    from recoupe.weighing.withdrawn import relied_on

    if memory is None:
        memory = Memory() if anew else remembered(store.case)
    documents = {document.id: document for document in store.documents()}
    log = store.decisions()
    texts = {id_: document.text for id_, document in documents.items()}
    relied = relied_on(store.readings(), documents, log)
    found = findings(known_as(relied, texts, log), documents, memory)
    last, before = store.last_weighed(), store.findings_before()
    changed: tuple[Change, ...] = ()
    if last is not None or before:
        changed = tuple(_because(changes(before, found), log, last or 0))
    store.save_findings(found, __version__, changed)
    remember(store.case, memory)
    return Changes(len(found), changed)


def _because(changed: Iterable[Change], log: Sequence[Decision], last: int) -> Iterator[Change]:
    """Give the changes that go back to decisions made since the last weighing."""
    by_number = {decision.number: decision for decision in log}
    new = [decision for decision in log if decision.number > last]
    for change in changed:
        touched = _documents(change)
        led = [d for d in new if _concerns(d, touched, by_number)]
        # An acceptance changes a finding only where nothing else did.
        led = [d for d in led if not isinstance(d.what, Accepted)] or led
        if led:
            yield replace(change, because=tuple(decision.number for decision in led))


def _documents(change: Change) -> frozenset[str]:
    ends = (change.before, change.after)
    return frozenset(ref.document for finding in ends if finding for ref in finding.claims)


def _concerns(decision: Decision, documents: frozenset[str], log: Mapping[int, Decision]) -> bool:
    """Say whether a decision can have changed a finding on these documents."""
    match decision.what:
        case Undone(number):
            return _concerns(log[number], documents, log)
        case Rated():
            return False
        case what if isinstance(what, OfClaim):
            return what.claim.document in documents
        case _:
            return True
