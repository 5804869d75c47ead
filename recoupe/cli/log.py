"""`recoupe log`"""

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell


def log(case: CaseFolder, as_json: AsJson = False) -> None:
    """List what people decided, the oldest first: who, when, why, and what it changed.

    Nothing is ever taken out of the log; `recoupe verify` proves that nothing was changed in it.

    \b
    Example:
        recoupe log mech
        recoupe log mech --json
    """
    from recoupe.case import folder, store
    from recoupe.cli.decisions import decision_lines, decision_record
    from recoupe.model.decision import undoing

    with store.reading_from(folder.open(case)) as held:
        decisions, changes = held.decisions(), held.changes()
        documents = {document.id: document for document in held.documents()}
    if not decisions:
        tell(f"nothing was decided in this case yet: recoupe review {case} CLAIM accept")
    by = undoing(decisions)
    for one in decisions:
        told = changes.get(one.number, ())
        if as_json:
            say_record(decision_record(one, told, documents, by.get(one.number)))
            continue
        for line in decision_lines(one, told, documents, by.get(one.number)):
            say(line, None if line.startswith(" ") else "bold")
