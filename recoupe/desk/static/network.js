// The network of findings. Without this file the same lines stand in a list.

const graph = document.querySelector(".graph");
const picked = document.querySelector(".picked");

const LINES = {
  corroborated: { width: 4, "line-style": "solid" },
  "single-origin": { width: 2, "line-style": "solid" },
  contested: { width: 3, "line-style": "dashed", "line-dash-pattern": [12, 5] },
  denied: { width: 2, "line-style": "dashed", "line-dash-pattern": [3, 4], "target-arrow-shape": "tee" },
  unconfirmed: { width: 1.5, "line-style": "dotted" },
};
const COLOURS = { denied: "--denied", contested: "--contested" };
const MANY = 400;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const drawnIn = (shade) => ({ "line-color": shade, "target-arrow-color": shade });

const looks = () => [
  {
    selector: "node",
    style: {
      label: "data(name)", color: colour("--ink"), "background-color": colour("--soft"),
      width: "data(size)", height: "data(size)", "text-valign": "bottom", "text-margin-y": 4,
      "text-wrap": "ellipsis", "text-background-color": colour("--paper"),
      "text-background-opacity": 0.8, "min-zoomed-font-size": 7,
    },
  },
  {
    selector: "edge",
    style: {
      ...drawnIn(colour("--edge")), "curve-style": "bezier", "target-arrow-shape": "none",
      "arrow-scale": 1.2,
    },
  },
  { selector: "edge[?directed]", style: { "target-arrow-shape": "triangle" } },
  ...Object.entries(LINES).map(([status, style]) => ({
    selector: `edge[status = "${status}"]`,
    style: { ...style, ...drawnIn(colour(COLOURS[status] ?? "--claimed")) },
  })),
  { selector: ":selected", style: { ...drawnIn(colour("--ink")), "background-color": colour("--link") } },
];

const elements = ({ nodes, edges }) => [
  ...nodes.map(({ id, name, entity, findings }) => ({ data: { id, name, entity, size: 14 + 6 * Math.sqrt(findings) } })),
  ...edges.map((edge) => ({ data: edge })),
];

// The page of a finding is made by the server; its two sides are shown here as they stand there.
const open = async (finding) => {
  const line = document.querySelector(`.edges [data-finding="${CSS.escape(finding)}"]`);
  const answer = await fetch(`/findings/${finding}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  picked.replaceChildren(...[line?.firstElementChild?.cloneNode(true), page.querySelector(".sides")].filter(Boolean));
  picked.hidden = false;
  picked.scrollIntoView({ block: "nearest" });
};

const layout = (edges) =>
  edges > MANY
    ? { name: "concentric", concentric: (node) => node.degree(), levelWidth: () => 4, minNodeSpacing: 24, animate: false }
    : { name: "cose", animate: false, randomize: false, nodeDimensionsIncludeLabels: true, nodeRepulsion: () => 12000, idealEdgeLength: () => 60, nodeOverlap: 20, componentSpacing: 20, gravity: 1, padding: 20 };

// Names are as large as the page's small print, however far the drawing had to shrink to fit; of
// a large one they come when it is drawn nearer.
const label = (drawn) => {
  const size = Math.min(Math.max(12 / drawn.zoom(), 12), 24);
  drawn.nodes().style({ "font-size": size, "text-max-width": 11 * size });
};

// Where an element of this name is there, cytoscape adds no stylesheet of its own, which the policy
// of the desk would refuse; what it would say stands in desk.css.
document.head.append(Object.assign(document.createElement("meta"), { id: "__________cytoscape_stylesheet" }));

const offer = (button, file, made) => {
  const element = document.querySelector(button);
  element.hidden = false;
  element.addEventListener("click", async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await made());
    link.download = file;
    link.click();
  });
};

const draw = async () => {
  const { network } = await (await fetch(graph.dataset.source)).json();
  graph.setAttribute("role", "img");
  graph.setAttribute("aria-label", graph.dataset.names);
  const drawn = window.cytoscape({
    container: graph, elements: elements(network), style: looks(), layout: layout(network.edges.length),
    textureOnViewport: network.edges.length > MANY, wheelSensitivity: 0.3, maxZoom: 3,
  });
  label(drawn);
  graph.drawn = drawn;
  drawn.on("tap", "edge", (event) => open(event.target.data("finding")));
  drawn.on("tap", "node[entity]", (event) => location.assign(`/entities/${event.target.data("entity")}`));
  offer(".save-png", "network.png", () => drawn.png({ output: "blob", full: true, scale: 2, bg: colour("--paper") }));
  offer(".save-svg", "network.svg", async () => {
    const { svgOf } = await import(graph.dataset.svg);
    const words = Object.fromEntries(graph.dataset.statuses.split(";").map((one) => one.split("=")));
    return new Blob([svgOf(drawn, colour("--paper"), words, graph.dataset.told)], { type: "image/svg+xml" });
  });
};

if (graph) addEventListener("load", draw);
