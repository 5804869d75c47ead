"""Who is named with whom in findings: a drawing of allegations, and never of facts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from recoupe.desk.views.line import FindingLine, line
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.finding import Finding
from recoupe.publish.ledger import Ledger
from recoupe.publish.named import fillers
from recoupe.publish.words import Words

TOGETHER = 8
"""Participants of one claim that are drawn with each other; more would be a ball of wool."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody whom findings name. id: equal for one bearer; findings: how many."""

    id: str
    name: str
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


def network(findings: Sequence[Finding], ledger: Ledger) -> Network:
    """Draw findings between whom they name."""
    names: dict[str, str] = {}
    edges, drawn, alone = list[Edge](), list[FindingLine](), list[FindingLine]()
    for finding in findings:
        told = line(finding, ledger)
        ends = dict.fromkeys(_ends(ledger.told(finding), ledger.words, names))
        edges += (_edge(finding, number, one) for number, one in enumerate(ends))
        (drawn if ends else alone).append(told)
    return Network(_nodes(edges, names), tuple(edges), tuple(drawn), tuple(alone))


def _edge(finding: Finding, number: int, ends: Ends) -> Edge:
    source, target, directed = ends
    return Edge(
        f"{finding.id}:{number}", source, target, directed, finding.status.value, finding.id
    )


def _nodes(edges: Iterable[Edge], names: dict[str, str]) -> tuple[Node, ...]:
    pairs = {(end, edge.finding) for edge in edges for end in (edge.source, edge.target)}
    counted = Counter(end for end, _ in pairs)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], names[pair[0]]))
    return tuple(Node(key, names[key], number) for key, number in ranked)


def _ends(
    told: Sequence[tuple[Claim, Document]], words: Words, names: dict[str, str]
) -> Iterator[Ends]:
    """Give who is told with whom; names: by their keys, filled in on the way."""
    for claim, document in told:
        noun = words.event[claim.event]
        starts, ends = (
            [named for role in roles for named in fillers(role, claim, document, words)]
            for roles in (noun.from_, noun.to)
        )
        for key, name in (*starts, *ends):
            names.setdefault(key, name)
        ones, others = ([key for key, _ in side] for side in (starts, ends))
        among = combinations(ones[:TOGETHER], 2)
        pairs = product(ones, others) if noun.to else among
        yield from ((a, b, bool(noun.to)) for a, b in pairs if a != b)
