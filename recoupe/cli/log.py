"""`recoupe log`"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell

if TYPE_CHECKING:
    from recoupe.case.store import Store
    from recoupe.cli.records import Record
    from recoupe.model.act import Act


def log(case: CaseFolder, as_json: AsJson = False) -> None:
    """List what people decided and did, the oldest first: who, when, why, and what it changed.

    Beside decisions: lists that were added, and, of a desk that others open too, who was let in
    and who came. Nothing is ever taken out; `recoupe verify` proves that nothing was changed.

    \b
    Example:
        recoupe log mech
        recoupe log mech --json
    """
    from recoupe.case import folder, store

    with store.reading_from(folder.open(case)) as held:
        told = [*_decided(held), *_done(held)]
    if not told:
        tell(f"nothing was decided in this case yet: recoupe review {case} CLAIM accept")
    for _, record, lines in sorted(told, key=lambda one: one[0]):
        if as_json:
            say_record(record)
            continue
        for line in lines:
            say(line, None if line.startswith(" ") else "bold")


def _decided(held: "Store") -> Iterator[tuple[str, "Record", list[str]]]:
    """Give each decision by its time: as a record, and in lines."""
    from recoupe.cli.decisions import decision_lines, decision_record
    from recoupe.model.decision import undoing

    changes, documents = held.changes(), {one.id: one for one in held.documents()}
    decisions = held.decisions()
    by = undoing(decisions)
    for one in decisions:
        about = one, changes.get(one.number, ()), documents, by.get(one.number)
        yield one.made.isoformat(), decision_record(*about), list(decision_lines(*about))


def _done(held: "Store") -> Iterator[tuple[str, "Record", list[str]]]:
    """Give each line of the journal likewise."""
    for one in reversed(held.acts()):
        yield one.made.isoformat(), _record(one), [_line(one)]


def _line(act: "Act") -> str:
    about = ", ".join(f"{name} {word}" for name, word in act.about.items() if name != "password")
    who = act.author or "somebody"
    return f"·  {act.made:%Y-%m-%d %H:%M} UTC  {who}  {act.did.replace('-', ' ')}  {about}".rstrip()


def _record(act: "Act") -> "Record":
    made = act.made.isoformat()
    return {
        "act": act.number,
        "made": made,
        "author": act.author,
        "did": act.did,
        "about": dict(act.about),
    }
