"""The entities that documents name → the bearers of the case, across documents and languages.

Nothing is joined on a name alone where another bearer of that name is known; what people decided
holds. The order of the readings changes nothing; the work grows with the number of names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recoupe.identity.bearer import Bearer, Bearers, Join
from recoupe.identity.bearer_called import Called, Name, names
from recoupe.identity.bearer_groups import Groups, decided
from recoupe.identity.bearer_proposed import proposals
from recoupe.identity.bearer_ties import Bond, Tie, ties
from recoupe.identity.bearer_told import told
from recoupe.identity.bearer_unclear import Ties, Unclear, unclear
from recoupe.model.decision import Decision, Named
from recoupe.model.entity import ENTITY_TYPES
from recoupe.model.reading import Reading


def bearers(
    readings: Sequence[Reading], texts: Mapping[str, str], decisions: Iterable[Decision] = ()
) -> Bearers:
    """Give everybody whom the documents name. texts: document id → text.

    decisions: the whole log; the merges and splits that hold are obeyed.
    """
    named = names(readings, texts)
    places = [place for name in named.values() for place in name.places]
    groups, apart = decided(decisions, places)
    of = _by_name(ties(named))
    open_ = unclear(named, of, groups, apart)
    groups = groups.staged(tuple(_same(named, open_)), apart)
    groups = groups.staged(tuple(_alike(named, of, open_)), apart)
    groups = groups.staged(told(named, of, groups, open_), apart)
    every = _bearers(groups, readings)
    return Bearers(every, proposals(every, named, of, open_, apart))


def _by_name(found: Iterable[Tie]) -> Ties:
    of: dict[Called, list[Tie]] = defaultdict(list)
    for tie in found:
        of[tie.one].append(tie)
        of[tie.other].append(tie)
    return of


def _same(named: Mapping[Called, Name], open_: Unclear) -> Iterator[Join]:
    """Join the places of one name, unless many have a name like it."""
    for called, name in named.items():
        if not name.general and called not in open_.within:
            first, *others = name.places
            yield from (Join(first, other, _rule(called)) for other in others)


def _rule(called: Called) -> str:
    if not called.known:
        return "the same name"
    return f"both are names of {called.words[0].removeprefix('=')}"


def _alike(named: Mapping[Called, Name], of: Ties, open_: Unclear) -> Iterator[Join]:
    """Join names that are alike, and that can mean but one bearer."""
    for called, some in of.items():
        for tie in some:
            general = any(named[end].general for end in (tie.one, tie.other))
            if tie.one == called and tie.bond is Bond.ALIKE and not general and open_.holds(tie):
                one, other = named[tie.one].places[0], named[tie.other].places[0]
                yield Join(one, other, tie.rule, tie.why)


def _bearers(groups: Groups, readings: Iterable[Reading]) -> tuple[Bearer, ...]:
    mentions: Counter[Named] = Counter()
    for reading in readings:
        for entity in reading.entities:
            place = Named(reading.document, entity.name, entity.type)
            mentions[place] += len(entity.mentions)
    places: dict[Named, list[Named]] = defaultdict(list)
    for place in sorted(mentions):
        places[groups.of(place)].append(place)
    joins: dict[Named, list[Join]] = defaultdict(list)
    for join in groups.joins:
        joins[groups.of(join.one)].append(join)
    found = (_bearer(own, joins[first], mentions) for first, own in places.items())
    return tuple(sorted(found, key=lambda b: (-len(b.documents), b.name, b.places)))


def _bearer(
    places: Sequence[Named], joins: Sequence[Join], mentions: Mapping[Named, int]
) -> Bearer:
    spelled = Counter(place.name for place in places)
    types: Counter[str] = Counter()
    for place in places:
        types[place.type] += mentions[place]
    ordered = sorted(spelled, key=lambda name: (-spelled[name], -len(name), name))
    type_ = min(types, key=lambda t: (-types[t], ENTITY_TYPES.index(t)))
    return Bearer(ordered[0], type_, tuple(ordered), tuple(places), tuple(joins))
