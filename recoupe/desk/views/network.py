"""Who is named with whom in findings: a drawing of allegations, and never of facts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from recoupe.desk.views.line import FindingLine
from recoupe.desk.who import Whose
from recoupe.identity.actors import plain
from recoupe.identity.bearer import Bearer
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.finding import Finding
from recoupe.publish.ledger import Ledger
from recoupe.publish.named import bearer, fillers
from recoupe.publish.words import Words

TOGETHER = 8
"""Participants of one claim that are drawn with each other; more would be a ball of wool."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody whom findings name, under whatever names. id: equal for one; findings: how many.

    entity: the id of its page, None where the words name nobody: *an official*.
    others: its further names.
    """

    id: str
    name: str
    others: tuple[str, ...]
    entity: str | None
    findings: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two whom a finding names together. directed: from the one to the other, as it is told."""

    id: str
    source: str
    target: str
    directed: bool
    status: str
    finding: str


@dataclass(frozen=True, slots=True)
class Network:
    """Findings as edges. lines: the findings drawn; alone: those that name one side only."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    lines: tuple[FindingLine, ...]
    alone: tuple[FindingLine, ...]


Ends = tuple[str, str, bool]


def network(
    findings: Sequence[Finding], lines: Mapping[str, FindingLine], ledger: Ledger, whose: Whose
) -> Network:
    """Draw findings between whom they name; an entity is drawn once, under all of its names.

    lines: how findings are named, by their ids.
    """
    ends = _Ends(ledger.words, whose)
    edges, drawn, alone = list[Edge](), list[FindingLine](), list[FindingLine]()
    for finding in findings:
        told = lines[finding.id]
        pairs = dict.fromkeys(ends.of(ledger.told(finding)))
        edges += (_edge(finding, number, one) for number, one in enumerate(pairs))
        (drawn if pairs else alone).append(told)
    return Network(ends.nodes(edges), tuple(edges), tuple(drawn), tuple(alone))


def naming(told: Network, name: str) -> Network:
    """Leave the findings in whose heading, or at whose ends, these words stand, in any script."""
    wanted = plain(name)
    names = {node.id: (node.name, *node.others) for node in told.nodes}
    at = {id_ for id_, own in names.items() if any(wanted in plain(one) for one in own)}
    kept = {e.finding for e in told.edges if e.source in at or e.target in at}
    lines = [x for x in (*told.lines, *told.alone) if x.id in kept or wanted in plain(x.heading)]
    ids = {one.id for one in lines}
    edges = tuple(edge for edge in told.edges if edge.finding in ids)
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return Network(
        tuple(node for node in told.nodes if node.id in ends),
        edges,
        tuple(one for one in told.lines if one.id in ids),
        tuple(one for one in told.alone if one.id in ids),
    )


def _edge(finding: Finding, number: int, ends: Ends) -> Edge:
    source, target, directed = ends
    return Edge(
        f"{finding.id}:{number}", source, target, directed, finding.status.value, finding.id
    )


class _Ends:
    """Who is named with whom; collects by their keys whom it has met."""

    def __init__(self, words: Words, whose: Whose) -> None:
        self.words = words
        self.whose = whose
        self.met: dict[str, Node] = {}

    def of(self, told: Sequence[tuple[Claim, Document]]) -> Iterator[Ends]:
        """Give who is told with whom."""
        for claim, document in told:
            noun = self.words.event[claim.event]
            ones, others = (
                [key for role in roles for key in self._keys(role, claim, document)]
                for roles in (noun.from_, noun.to)
            )
            among = combinations(ones[:TOGETHER], 2)
            pairs = product(ones, others) if noun.to else among
            yield from ((a, b, bool(noun.to)) for a, b in pairs if a != b)

    def nodes(self, edges: Iterable[Edge]) -> tuple[Node, ...]:
        """Give whom the edges tie, those in most findings first."""
        pairs = {(end, edge.finding) for edge in edges for end in (edge.source, edge.target)}
        counted = Counter(end for end, _ in pairs)
        ranked = sorted(counted.items(), key=lambda pair: (-pair[1], self.met[pair[0]].name))
        return tuple(replace(self.met[key], findings=number) for key, number in ranked)

    def _keys(self, role: str, claim: Claim, document: Document) -> Iterator[str]:
        """Give a key for each filler of a role, equal for one entity."""
        said = fillers(role, claim, document, self.words)
        for filler, (key, name) in zip(claim.fillers(role), said, strict=True):
            bearer = self.whose.bearer(document.id, filler)
            node = self._entity(bearer) if bearer else Node(f"said {key}", name, (), None, 0)
            self.met.setdefault(node.id, node)
            yield node.id

    def _entity(self, found: Bearer) -> Node:
        name = bearer(found.name, None, self.words)[1]
        others = tuple(other for other in found.names if other != name)
        return Node(found.id, name, others, found.id, 0)
