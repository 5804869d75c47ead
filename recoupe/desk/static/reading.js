// While the reader beside the desk is at it, its line is kept up to date, and what a page shows of
// the case (data-fills) is filled in as claims come. Without this script a link looks again.

const EVERY = 1000;
const FILLED = 3000;
const now = () => document.getElementById("now");
const busy = () => ["reading", "stopping"].includes(now()?.dataset.state);

let asking = false;
let filled = 0;
let seen = "";

// Nothing is put in place of what somebody is using.
const used = (element) =>
  element.contains(document.activeElement) || element.contains(getSelection().anchorNode) || document.querySelector("dialog[open]");

const put = (fresh, id, whole) => {
  const old = document.getElementById(id);
  const made = fresh.getElementById(id);
  if (!old || !made || old.innerHTML === made.innerHTML) return;
  if (whole || !used(old)) old.replaceWith(document.adoptNode(made));
};

const look = async () => {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

const told = async () => {
  const answer = await fetch("/reading.json");
  if (!answer.ok) throw new Error(answer.status);
  return (await answer.json()).progress;
};

const step = (progress) => {
  const box = now();
  box.querySelector(".now-line").textContent = progress.line;
  const bar = box.querySelector("progress");
  bar.max = progress.of || 1;
  bar.value = progress.read;
};

const fill = async () => {
  filled = Date.now();
  const fresh = await look();
  const awaited = document.querySelector("[data-awaits]");
  if (awaited && !fresh.querySelector("[data-awaits]")) location.reload();
  for (const { id } of document.querySelectorAll("[data-fills]")) put(fresh, id, false);
  return fresh;
};

const ask = async () => {
  const progress = await told();
  if (progress.state === now().dataset.state) step(progress);
  else {
    put(await fill(), "now", true);
    document.getElementById("now-said").textContent = progress.line; // heard, not at each document
  }
  const at = `${progress.read}`;
  if (at !== seen && Date.now() - filled > FILLED) {
    seen = at;
    await fill();
  }
};

const keep = async () => {
  if (asking || !now()) return;
  asking = true;
  do {
    if (!document.hidden) await ask().catch(() => undefined);
    await new Promise((later) => setTimeout(later, EVERY));
  } while (busy());
  asking = false;
};

if (busy()) keep();
document.addEventListener("sent", keep);
