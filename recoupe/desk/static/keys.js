// Keys that every page knows: an element with data-key is clicked by its key; `g` leads on.
// `?` opens the list of keys. Nothing is caught while somebody types.

const PLACES = { o: "/overview", d: "/documents", f: "/findings", r: "/review", n: "/network", t: "/timeline" };
let leading = false;

const typing = (target) => target.matches?.("input, textarea, select, [contenteditable]");

const open = (id) => document.getElementById(id)?.showModal();

const lead = (key) => {
  leading = false;
  if (PLACES[key]) location.assign(PLACES[key]);
};

const press = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (leading) return lead(event.key);
  if (event.key === "g") {
    leading = true;
    return;
  }
  const keyed = document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`);
  const found = [...keyed].find((element) => element.checkVisibility());
  if (event.key === "/") {
    event.preventDefault();
    const field = document.querySelector("input[type=search]");
    return field ? field.focus() : location.assign("/search");
  }
  if (found) {
    event.preventDefault();
    found.click();
  }
};

document.addEventListener("keydown", press);
for (const button of document.querySelectorAll("[data-opens]")) {
  button.hidden = false;
  button.addEventListener("click", () => open(button.dataset.opens));
}
