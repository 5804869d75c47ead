// The drawing of the network as SVG: its lines, points and names as they stand on the page.

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 20;
const ARROW = 5;

const make = (name, given, ...inside) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
};

const titled = (element, words) => {
  element.prepend(make("title", {}, words));
  return element;
};

const dashes = (edge) => {
  const style = edge.style("line-style");
  if (style === "dotted") return "1 3";
  return style === "dashed" ? String(edge.style("line-dash-pattern")).replaceAll(",", " ") : "none";
};

// A triangle points at whom it is about; a bar across the line, at whom it is denied.
const head = (edge, from, to, shade) => {
  const shape = edge.style("target-arrow-shape");
  if (shape === "none") return [];
  const turn = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const size = ARROW + edge.numericStyle("width");
  const d = shape === "tee" ? `M0 ${-size}V${size}` : `M0 0L${-2 * size} ${-size}V${size}Z`;
  const drawn = shape === "tee" ? { fill: "none", stroke: shade, "stroke-width": 2 } : { fill: shade };
  return [make("path", { d, ...drawn, transform: `translate(${to.x} ${to.y}) rotate(${turn})` })];
};

const line = (edge, words) => {
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const [bend] = edge.controlPoints() ?? [];
  const d = `M${from.x} ${from.y}${bend ? `Q${bend.x} ${bend.y} ` : "L"}${to.x} ${to.y}`;
  const stroke = edge.style("line-color");
  const drawn = make("path", {
    d, stroke, fill: "none", "stroke-width": edge.numericStyle("width"), "stroke-dasharray": dashes(edge),
  });
  const ends = `${edge.source().data("name")} – ${edge.target().data("name")}`;
  const group = make("g", { class: "edge" }, drawn, ...head(edge, bend ?? from, to, stroke));
  return titled(group, `${words[edge.data("status")] ?? edge.data("status")}: ${ends}`);
};

const point = (node) => {
  const { x, y } = node.position();
  const radius = node.numericStyle("width") / 2;
  const name = make("text", {
    x, y: y + radius + 14, "text-anchor": "middle", "font-size": 12, "font-family": "sans-serif",
    fill: node.style("color"),
  }, node.data("name"));
  const circle = make("circle", { cx: x, cy: y, r: radius, fill: node.style("background-color") });
  return make("g", { class: "node" }, circle, name);
};

// Gives the text of an SVG file. words: what each status is called; told: what the drawing shows.
export const svgOf = (drawn, paper, words, told) => {
  const { x1, y1, w, h } = drawn.elements().boundingBox();
  const box = { x: x1 - MARGIN, y: y1 - MARGIN, width: w + 2 * MARGIN, height: h + 2 * MARGIN };
  const { x, y, width, height } = box;
  const root = make("svg", { xmlns: SVG, width, height, viewBox: `${x} ${y} ${width} ${height}` },
    make("rect", { ...box, fill: paper }),
    ...drawn.edges().map((edge) => line(edge, words)),
    ...drawn.nodes().map(point));
  return new XMLSerializer().serializeToString(titled(root, told));
};
