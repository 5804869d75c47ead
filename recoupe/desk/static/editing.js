// A claim is edited with its words chosen in the text, by mouse or by keys: a letter says what they
// are. Without this file the form is all there is, and works.

const room = document.querySelector(".room");
const { linesOf, selected, said, rangeOf, wordsOf } = await import(room.dataset.words);

const text = room.querySelector(".text");
const form = room.querySelector("form.editing");
const rows = form.querySelector(".rows");
const blank = form.querySelector("template").content;
const marking = room.querySelector(".marking");
const telling = marking.querySelector(".telling");
const lists = [...marking.querySelectorAll("[data-event]")];
const lines = linesOf(text);
const words = wordsOf(lines, text.lang);
const SOURCE = "source";

let picked = null; // the words that were chosen last, as a span
let fixed = -1; // the word at which choosing by keys began
let moving = -1; // the word to which it has come
let leading = false; // whether `g` was pressed: what follows leads to another page

const keysOf = () => lists.find((list) => list.dataset.event === form.elements.event.value);
const keyOf = (letter) => keysOf().querySelector(`[data-letter="${CSS.escape(letter)}"]`)?.dataset;
const spanOf = (row) => {
  const [start, end] = row.querySelector("[name=at]").value.split("-").map(Number);
  return { start, end };
};
const overlap = (one, other) => one.start < other.end && other.start < one.end;
const all = () => [...rows.querySelectorAll(".row")];
const told = () => all().filter((row) => row.querySelector("select").value);
const wordOf = (row) => row.querySelector("select").selectedOptions[0].textContent;

const say = (message) => (telling.textContent = message);
const quoted = (span) => marking.dataset.quote.replace("{}", said(lines, span));

const describe = () => {
  if (!form.elements.event.value) return say(marking.dataset.unknown);
  if (!picked) return say(marking.dataset.none);
  const own = told().filter((row) => overlap(spanOf(row), picked));
  say([quoted(picked), ...own.map(wordOf)].join(" · "));
};

// What is marked is drawn over the text: underlined by what it is, and named above its first word.
const draw = () => {
  for (const label of text.querySelectorAll(".mark-label")) label.remove();
  const drawn = { role: [], source: [] };
  for (const row of told()) {
    const range = rangeOf(lines, spanOf(row));
    if (!range) continue;
    const kind = row.querySelector("select").value === SOURCE ? SOURCE : "role";
    drawn[kind].push(range);
    label(range, wordOf(row), kind);
  }
  if (!globalThis.Highlight) return;
  for (const [kind, ranges] of Object.entries(drawn)) CSS.highlights.set(`marked-${kind}`, new Highlight(...ranges));
  const range = picked && rangeOf(lines, picked);
  CSS.highlights.set("picked", new Highlight(...(range ? [range] : [])));
};

const label = (range, word, kind) => {
  const [first] = range.getClientRects();
  if (!first) return;
  const frame = text.getBoundingClientRect();
  const made = document.createElement("span");
  made.className = `mark-label ${kind}`;
  made.ariaHidden = "true";
  made.textContent = word;
  made.style.left = `${first.left - frame.left}px`;
  made.style.top = `${first.top - frame.top}px`;
  text.append(made);
};

const refresh = () => {
  for (const row of all()) row.classList.toggle("out", !row.querySelector("select").value);
  describe();
  draw();
};

const pick = (span) => {
  picked = span;
  refresh();
};

const call = (kind) => {
  form.elements.event.value = kind;
  offer();
  refresh();
};

const offer = () => {
  for (const list of lists) list.hidden = list !== keysOf();
  for (const row of all()) options(row.querySelector("select"));
};

// The roles that the event can have; one that it cannot have stays until something else is chosen.
const options = (select) => {
  const { value } = select;
  const current = select.selectedOptions[0];
  const none = [...select.options].find((option) => !option.value);
  const own = [...keysOf().querySelectorAll("[data-role]")].map(
    ({ dataset }) => new Option(dataset.word, dataset.role),
  );
  const kept = own.some((option) => option.value === value) || !value ? [] : [current];
  select.replaceChildren(...own, ...kept, none);
  select.value = value;
};

const mark = (role) => {
  if (!picked) return say(marking.dataset.none);
  const same = all().filter((row) => row.querySelector("select").value === role);
  const row = same.find((one) => overlap(spanOf(one), picked)) ?? offered(role) ?? added(role, same);
  row.querySelector("[name=at]").value = `${picked.start}-${picked.end}`;
  row.querySelector("bdi").textContent = said(lines, picked);
  refresh();
};

// Words that the form offers already, and that nothing was said of.
const offered = (role) => {
  const row = all().find((one) => {
    const span = spanOf(one);
    return !one.querySelector("select").value && span.start === picked.start && span.end === picked.end;
  });
  if (row && role !== SOURCE) row.querySelector("select").value = role;
  return role === SOURCE ? row?.remove() : row;
};

// A source stands behind those that are there, as the innermost; a role at the end.
const added = (role, same) => {
  const row = blank.firstElementChild.cloneNode(true);
  const select = row.querySelector("select");
  options(select);
  select.value = role;
  const before = role === SOURCE ? (same.at(-1)?.nextSibling ?? rows.firstChild) : null;
  rows.insertBefore(row, before);
  return row;
};

const clear = () => {
  if (!picked) return say(marking.dataset.none);
  for (const row of told()) if (overlap(spanOf(row), picked)) row.remove();
  refresh();
};

const show = (range) => {
  const { top, bottom } = range.getBoundingClientRect();
  const low = innerHeight - (getComputedStyle(marking).position === "fixed" ? marking.offsetHeight : 0);
  if (top < 80) scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
  if (bottom > low - 40) scrollBy({ top: bottom - innerHeight / 2, behavior: "instant" });
};

const choose = (index, widen) => {
  if (!words[index]) return;
  moving = index;
  if (!widen) fixed = index;
  const span = { start: words[Math.min(fixed, moving)].start, end: words[Math.max(fixed, moving)].end };
  const range = rangeOf(lines, span);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  show(range);
  pick(span);
};

// Where the keys set out: from the word that was chosen last, else from the claim's own sentence.
const begin = () => {
  const from = picked?.start ?? Number(form.dataset.told.split("-")[0]);
  return Math.max(words.findIndex((word) => word.end > from), 0);
};

const box = (index) => rangeOf(lines, words[index]).getBoundingClientRect();

// The word above or below that stands nearest.
const beside = (by) => {
  const own = box(moving);
  let best = -1;
  let row = null;
  for (let at = moving + by; words[at]; at += by) {
    const { top, left } = box(at);
    if (Math.abs(top - own.top) < own.height / 2) continue;
    if (row !== null && Math.abs(top - row) > own.height / 2) break;
    row = top;
    if (best < 0 || Math.abs(left - own.left) < Math.abs(box(best).left - own.left)) best = at;
  }
  return best < 0 ? moving : best;
};

const STEPS = {
  ArrowRight: () => moving + 1,
  ArrowLeft: () => moving - 1,
  ArrowDown: () => beside(1),
  ArrowUp: () => beside(-1),
};

const move = (key, widen) => {
  if (moving < 0) return choose(begin(), false);
  choose(STEPS[key](), widen);
};

const leave = () => {
  if (document.activeElement.matches("input, select")) return document.activeElement.blur();
  room.querySelector("[data-leave]").click();
};

const acts = (event) => {
  const { key, target } = event;
  const inForm = target.matches?.("input, select, textarea");
  if (key === "Escape") return leave;
  if (inForm) return null;
  if (STEPS[key]) return () => move(key, event.shiftKey);
  if (key === "Backspace" || key === "Delete") return clear;
  if (key === "Enter" && !target.closest?.("a, button, summary")) return () => form.requestSubmit();
  const keyed = key.length === 1 && keyOf(key);
  return keyed ? () => press(keyed) : null;
};

const press = ({ role, kind }) => (role ? mark(role) : call(kind));

addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const act = leading ? null : acts(event);
    leading = event.key === "g" && !act;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  },
  { capture: true },
);

document.addEventListener("selectionchange", () => {
  const span = selected(lines);
  if (!span || (picked && span.start === picked.start && span.end === picked.end)) return;
  fixed = moving = words.findIndex((word) => word.end > span.start);
  pick(span);
});

marking.addEventListener("click", (event) => {
  const keyed = event.target.closest("[data-letter]")?.dataset;
  if (keyed) press(keyed);
  if (event.target.closest("[data-clear]")) clear();
});
form.addEventListener("change", (event) => {
  if (event.target.name === "event") offer();
  refresh();
});
addEventListener("resize", draw);

for (const piece of text.querySelectorAll(".piece")) {
  piece.classList.remove("on-role", "on-source");
  delete piece.dataset.label;
}
marking.hidden = false;
room.classList.add("is-marking");
offer();
refresh();
