"""`/network`: who is named with whom, drawn from findings"""

from dataclasses import dataclass, replace
from typing import Annotated
from xml.etree import ElementTree as Xml

from fastapi import APIRouter, Query
from starlette.responses import Response

from recoupe.case.pages import Wanted
from recoupe.desk.chosen import Asked, chosen, kinds
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.interface import Interface
from recoupe.desk.pages import page
from recoupe.desk.views.network import Network, network
from recoupe.identity.actors import plain

routes = APIRouter()

Name = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A network, and what was asked for. more: whether there are findings that are not drawn."""

    network: Network
    status: str | None
    event: str | None
    origin: str
    name: str
    events: tuple[tuple[str, str], ...]
    more: bool


@page(routes, "/network", "network.html")
def drawn(here: Here, shown: Shown, wanted: Asked, name: Name = "") -> Drawn:
    """Show who is named with whom. name: only findings that name somebody so."""
    key = ("network", wanted, shown.language, here.who.turn)
    found = here.kept.noun(key, lambda: _drawn(here, shown, wanted))
    asked = name.strip()
    return replace(found, network=_named(found.network, asked), name=asked) if asked else found


@routes.get("/network.graphml", summary="The network as GraphML, for other programs")
def graphml(here: Here, shown: Shown, wanted: Asked, name: Name = "") -> Response:
    """Write the network in GraphML: each edge with its finding, its status and whose side it is."""
    found = drawn(here, shown, wanted, name).network
    headers = {"content-disposition": 'attachment; filename="network.graphml"'}
    return Response(_graphml(found), media_type="application/graphml+xml", headers=headers)


def _drawn(here: Desk, shown: Interface, wanted: Wanted) -> Drawn:
    found = chosen(here, shown, wanted)
    return Drawn(
        network=network(found.findings, found.ledger, found.whose),
        status=wanted.status,
        event=wanted.event,
        origin=wanted.origin,
        name="",
        events=kinds(shown),
        more=found.more,
    )


def _named(told: Network, name: str) -> Network:
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


KEYS = (
    ("name", "node"),
    ("others", "node"),
    ("entity", "node"),
    ("finding", "edge"),
    ("status", "edge"),
    ("label", "edge"),
    ("heading", "edge"),
)


def _graphml(told: Network) -> str:
    lines = {one.id: one for one in told.lines}
    root = Xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for key, of in KEYS:
        Xml.SubElement(root, "key", {"id": key, "for": of, "attr.name": key, "attr.type": "string"})
    graph = Xml.SubElement(root, "graph", edgedefault="directed")
    for node in told.nodes:
        drawn_ = Xml.SubElement(graph, "node", id=node.id)
        _data(drawn_, name=node.name, others="; ".join(node.others), entity=node.entity or "")
    for edge in told.edges:
        directed = "true" if edge.directed else "false"
        tie = Xml.SubElement(
            graph, "edge", id=edge.id, source=edge.source, target=edge.target, directed=directed
        )
        one = lines[edge.finding]
        _data(tie, finding=one.id, status=edge.status, label=one.label, heading=one.heading)
    return Xml.tostring(root, encoding="unicode", xml_declaration=True)


def _data(of: Xml.Element, **said: str) -> None:
    for key, words in said.items():
        Xml.SubElement(of, "data", key=key).text = words
