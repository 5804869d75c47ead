"""A finding told: whose heading, who says so, from which origins, and what they differ on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recoupe.model.drift import CHANGES, Step
from recoupe.model.finding import Disagreement, Finding, Origin, Side
from recoupe.publish.heading import heading, label
from recoupe.publish.ledger import Ledger
from recoupe.publish.parts import Difference, Item, Link, Voice
from recoupe.publish.reviewed import codes
from recoupe.publish.statements import reading, statements
from recoupe.weighing.drift import drift


@dataclass(frozen=True, slots=True)
class Name:
    """What a finding goes by in the dossier; its heading never stands without its label."""

    anchor: str
    name: str
    label: str
    heading: str


Named = dict[str, Name]
"""Finding id → what it goes by."""


def name(finding: Finding, number: int, ledger: Ledger) -> Name:
    """Give what a finding goes by."""
    told = ledger.told(finding)
    return Name(
        anchor=f"finding-{finding.id}",
        name=ledger.words.say("finding", n=str(number)),
        label=label(finding, told, ledger.words),
        heading=heading(finding, told, ledger.words),
    )


def link(to: Name | Item, ledger: Ledger) -> Link:
    """Lead to a finding by all that it goes by."""
    words = ledger.words.say("link", finding=to.name, label=to.label, heading=to.heading)
    return Link(to.anchor, words)


def item(finding: Finding, ledger: Ledger, named: Named) -> Item:
    """Tell a finding; named: the findings of the dossier, for those that are linked."""
    own = named[finding.id]
    return Item(
        anchor=own.anchor,
        id=finding.id,
        name=own.name,
        label=own.label,
        heading=own.heading,
        statements=statements(finding, ledger),
        origins=tuple(_origins(finding, ledger)),
        differences=(
            *(_difference(one, ledger) for one in finding.disagreements),
            *_drift(finding, ledger),
        ),
        linked=tuple(link(named[other], ledger) for other in finding.linked if other in named),
    )


def _origins(finding: Finding, ledger: Ledger) -> Iterator[str]:
    """Say how many origins are independent and which, and which are not counted and why."""
    words, rated = ledger.words, codes(finding, ledger.material)
    counted = [o for o in finding.origins if o.independent and str(o.reading) != "U"]
    silent = [o for o in finding.origins if o.independent and str(o.reading) == "U"]
    resting = [o for o in finding.origins if not o.independent]
    if counted:
        number = words.counted("origins", len(counted))
        yield words.say("independent", origins=number, names=_each(counted, rated, ledger))
    else:
        yield words.say("no_independent")
    if resting:
        yield words.say("not_counted", names=_each(resting, rated, ledger))
    if silent:
        yield words.say("origins_open", names=_each(silent, rated, ledger))


def _each(origins: list[Origin], rated: Mapping[Origin, str], ledger: Ledger) -> str:
    said = ((o, filter(None, (reading(o.reading, ledger), rated.get(o)))) for o in origins)
    return ", ".join(f"{ledger.origin(o)} ({', '.join(words)})" for o, words in said)


def _difference(told: Disagreement, ledger: Ledger) -> Difference:
    on = ledger.words.say("differ", on=ledger.words.on[told.on])
    sides: dict[tuple[str, str], list[Side]] = {}
    for side in told.sides:
        sides.setdefault((ledger.who(side.claim), side.says), []).append(side)
    return Difference(on, tuple(_voice(who, same, ledger) for (who, _), same in sides.items()))


def _voice(who: str, same: list[Side], ledger: Ledger) -> Voice:
    says = ledger.words.say("says", who=who, says=_in_words(same[0].says, ledger))
    notes = tuple(ledger.cite(side.claim) for side in same)
    return Voice(says, ledger.quote(same[0].claim), notes)


def _in_words(says: str, ledger: Ledger) -> str:
    """Tell a reading in words; what a denial is limited to stands after its letters."""
    letters, _, limit = says.partition(" ")
    known = ledger.words.reading.get(letters)
    if known is None:
        return ledger.words.quoted(says)
    only = ledger.words.say("limited", to=ledger.words.quoted(limit)) if limit else ""
    return f"{known.verb} ({letters}){only}"


def _drift(finding: Finding, ledger: Ledger) -> Iterator[Difference]:
    """Tell who made the event surer or less sure than it was told before, or took it back."""
    told = {ref: ledger.claims[ref].factuality for ref in finding.claims}
    published = {ref.document: ledger.document(ref).published.edtf for ref in finding.claims}
    changed = [step for step in drift(finding, told, published) if step.turn in CHANGES]
    if changed:
        yield Difference(ledger.words.say("drift"), tuple(_turn(step, ledger) for step in changed))


def _turn(step: Step, ledger: Ledger) -> Voice:
    words = ledger.words
    says = words.say(
        "drifted",
        who=ledger.who(step.claim),
        publisher=ledger.chain(step.claim)[0],
        day=words.day(step.published or ""),
        turn=words.say(step.turn.name.lower()),
        before=str(step.before),
        now=str(step.reading),
    )
    notes = (ledger.cite(step.claim), *([ledger.cite(step.since)] if step.since else []))
    return Voice(says, ledger.quote(step.claim), notes)
