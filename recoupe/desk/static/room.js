// The reading room: one claim is chosen at a time; its words are marked and its card is shown.
// Without this file the signs are links, and the server marks the claim that was chosen.

const room = document.querySelector(".room");
const part = room.dataset.shownPart;
const cards = new Map([...room.querySelectorAll(".card")].map((card) => [card.dataset.card, card]));
const order = [...room.querySelectorAll(".chips .chip")];
const pieces = [...room.querySelectorAll(".text .piece[data-marks]")].map((element) => ({
  element,
  marks: element.dataset.marks.split(" ").filter(Boolean).map((mark) => mark.split(":")),
}));
const roles = Object.fromEntries(room.dataset.roles.split(";").map((role) => role.split("=")));
const KINDS = ["told", "also", "role", "source", "cue"];
let chosen = new URLSearchParams(location.search).get("claim");

const mark = (claim) => {
  for (const { element, marks } of pieces) {
    const own = marks.filter((m) => m[0] === claim);
    for (const kind of KINDS) {
      element.classList.toggle(`on-${kind}`, own.some((m) => m[1] === kind));
    }
    const role = own.find((m) => m[1] === "role");
    if (role) element.dataset.label = roles[role[2]];
    else delete element.dataset.label;
  }
  for (const chip of room.querySelectorAll(".chip")) {
    if (chip.dataset.claim === claim) chip.setAttribute("aria-current", "true");
    else chip.removeAttribute("aria-current");
  }
};

const show = (claim) => {
  for (const [index, card] of cards) card.hidden = index !== claim;
  const hint = room.querySelector(".hint");
  if (hint) hint.hidden = claim !== null;
  const panel = room.querySelector(".panel");
  panel.scrollTop = 0;
};

const address = (claim) => {
  const url = new URL(location);
  url.hash = "";
  if (claim === null) url.searchParams.delete("claim");
  else url.searchParams.set("claim", claim);
  history.replaceState(null, "", url);
};

const bring = (claim) => {
  const sign = document.getElementById(`claim-${claim}`);
  if (!sign) return;
  const { top, bottom } = sign.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight * 0.45) sign.scrollIntoView({ block: "start", behavior: "instant" });
};

const choose = (claim) => {
  chosen = claim;
  mark(claim);
  show(claim);
  address(claim);
  if (claim !== null) bring(claim);
  room.dispatchEvent(new CustomEvent("claim", { detail: { claim } }));
};

const step = (by) => {
  const at = order.findIndex((chip) => chip.dataset.claim === chosen);
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by;
  const chip = order[Math.min(Math.max(next, 0), order.length - 1)];
  if (!chip) return;
  if (chip.dataset.part === part) choose(chip.dataset.claim);
  else location.assign(chip.href);
};

room.addEventListener("click", (event) => {
  const chip = event.target.closest("[data-claim]");
  if (!chip || chip.dataset.part !== part || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  choose(chip.dataset.claim);
});

room.addEventListener("click", (event) => {
  const by = event.target.closest(".step")?.dataset.step;
  if (by === undefined || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (by === "0") choose(null);
  else step(Number(by));
});

room.addEventListener("pointerover", (event) => {
  const claim = event.target.closest("[data-claim]")?.dataset.claim;
  for (const { element, marks } of pieces) {
    element.classList.toggle("hover", marks.some((m) => m[0] === claim && m[1] === "told"));
  }
});

// A claim that was missed is added to the sentence that is selected, else a sentence is chosen first.
const add = room.querySelector(".add");
let sentence = null;
import(room.dataset.words).then(({ linesOf, selected }) => {
  document.addEventListener("selectionchange", () => {
    const span = selected(linesOf(room.querySelector(".text")));
    if (span || getSelection().anchorNode?.parentElement?.closest(".text")) sentence = span;
  });
});
add?.addEventListener("click", (event) => {
  if (!sentence || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  location.assign(`${add.dataset.at}${sentence.start}-${sentence.end}#told`);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches?.("input, textarea, select") || document.querySelector("dialog[open]")) return;
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
  if (event.key === "Escape") choose(null);
});

if (chosen !== null) bring(chosen);
