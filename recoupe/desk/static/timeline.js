// The timeline of findings. Without this file the same dates stand in a list.

const line = document.querySelector(".line");
const moments = [...document.querySelectorAll("[data-moment]")];
const DAY = 86_400_000;

const told = ({ dataset }) => {
  const said = document.createElement("span");
  said.textContent = `${dataset.label} · ${dataset.heading}`;
  said.title = said.textContent;
  return said;
};

const first = ({ dataset }) => dataset.first || dataset.last;
// The last day belongs to the date, and a bar ends where the next day begins.
const end = ({ dataset }) => new Date(Date.parse(dataset.last || dataset.first) + DAY).toISOString().slice(0, 10);

const items = () =>
  moments.map((moment) => ({
    id: moment.dataset.moment,
    content: told(moment),
    start: first(moment),
    end: end(moment),
    type: "range",
    className: moment.dataset.status,
  }));

// Most findings are near each other; a few early ones would press them into a corner. Where days
// were asked for, those are shown.
const shown = () => {
  const { since, until } = line.dataset;
  const starts = moments.map((moment) => Date.parse(first(moment))).sort((a, b) => a - b);
  const ends = moments.map((moment) => Date.parse(end(moment))).sort((a, b) => a - b);
  return {
    start: (since ? Date.parse(since) : starts[Math.floor(starts.length * 0.15)]) - 60 * DAY,
    end: (until ? Date.parse(until) : ends.at(-1)) + 60 * DAY,
  };
};

// The library writes styles as attributes, which the policy of the desk refuses; as properties of
// the element they are not inline and may be set.
const setAttribute = Element.prototype.setAttribute;
Element.prototype.setAttribute = function set(name, value) {
  if (name === "style") this.style.cssText = value;
  else setAttribute.call(this, name, value);
};

const draw = () => {
  const drawn = new window.vis.Timeline(line, items(), {
    height: "100%", zoomMin: 7 * DAY, orientation: "top", stack: true, showCurrentTime: false, ...shown(),
  });
  drawn.on("select", ({ items: [id] }) => {
    const chosen = moments.find((moment) => moment.dataset.moment === id);
    chosen?.scrollIntoView({ block: "center" });
    chosen?.querySelector("a").focus();
  });
  line.drawn = drawn;
};

if (line) addEventListener("load", draw);
