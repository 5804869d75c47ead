// A sentence is chosen in the text, by mouse or by keys. The browser only guesses where it ends: the
// server cuts it as the reader of the document does.

const room = document.querySelector(".room");
const { linesOf, selected, said, rangeOf, sentencesOf } = await import(room.dataset.words);

const text = room.querySelector(".text");
const marking = room.querySelector(".marking");
const form = marking.querySelector("form");
const lines = linesOf(text);
const sentences = sentencesOf(lines, text.lang);
let at = -1;

const pick = (span) => {
  form.elements.at.value = `${span.start}-${span.end}`;
  form.querySelector("button").disabled = false;
  marking.querySelector(".telling").textContent = said(lines, span);
};

const choose = (index) => {
  if (!sentences[index]) return;
  at = index;
  const range = rangeOf(lines, sentences[index]);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 80 || bottom > innerHeight * 0.7) scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
  pick(sentences[index]);
};

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const { key, target } = event;
  if (STEPS[key]) {
    event.preventDefault();
    choose(Math.max(at + STEPS[key], 0));
  }
  if (key === "Escape") room.querySelector("[data-leave]").click();
  if (key === "Enter" && form.elements.at.value && !target.closest?.("a, button, summary")) form.requestSubmit();
});

document.addEventListener("selectionchange", () => {
  const span = selected(lines);
  if (!span) return;
  at = sentences.findIndex((one) => one.end > span.start);
  pick(span);
});

marking.hidden = false;
room.classList.add("is-choosing");
