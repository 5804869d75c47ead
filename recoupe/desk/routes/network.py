"""`/network`: who is named with whom, drawn from findings"""

from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from fastapi import APIRouter
from starlette.responses import Response

from recoupe.case.wanted import Wanted
from recoupe.desk.chosen import Asked, Name, kinds
from recoupe.desk.desk import Here, Shown
from recoupe.desk.drawings import drawings
from recoupe.desk.pages import page
from recoupe.desk.views.network import Network, naming

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A network, and what was asked for. more: whether there are findings that are not drawn."""

    network: Network
    wanted: Wanted
    name: str
    events: tuple[tuple[str, str], ...]
    more: bool


@page(routes, "/network", "network.html")
def drawn(here: Here, shown: Shown, wanted: Asked, name: Name = "") -> Drawn:
    """Show who is named with whom. name: only findings that name somebody so."""
    found, asked = drawings(here, shown, wanted), name.strip()
    told = naming(found.network, asked) if asked else found.network
    return Drawn(told, wanted, asked, kinds(shown), found.more)


@routes.get("/network.graphml", summary="The network as GraphML, for other programs")
def graphml(here: Here, shown: Shown, wanted: Asked, name: Name = "") -> Response:
    """Write the network in GraphML: each edge with its finding, its status and whose side it is."""
    found = drawn(here, shown, wanted, name).network
    headers = {"content-disposition": 'attachment; filename="network.graphml"'}
    return Response(_graphml(found), media_type="application/graphml+xml", headers=headers)


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
