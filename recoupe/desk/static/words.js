// Where words stand in a document's text, in code points, as the server counts: an emoji is one.
// A line says where it begins; the signs of claims that stand in it are no part of the text.

const points = (text) => [...text].length;

const textNodes = (line) => {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".anchor") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};

const lineOf = (element) => {
  let at = Number(element.dataset.start);
  const nodes = textNodes(element).map((node) => {
    const start = at;
    at += points(node.data);
    return { node, start, end: at };
  });
  const text = nodes.map(({ node }) => node.data).join("");
  return { element, start: Number(element.dataset.start), end: Number(element.dataset.end), nodes, text };
};

// A line that the browser holds otherwise than the server is left out: nothing is cut wrongly.
export const linesOf = (text) =>
  [...text.querySelectorAll("[data-start]")]
    .map(lineOf)
    .filter((line) => points(line.text) === line.end - line.start);

const trimmed = (line, start, end) => {
  const said = [...line.text].slice(start - line.start, end - line.start).join("");
  const before = points(said) - points(said.trimStart());
  const after = points(said) - points(said.trimEnd());
  return said.trim() ? { start: start + before, end: end - after } : null;
};

// The words that are selected: of the first line where several are. null where there are none.
export const selected = (lines) => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  for (const line of lines) {
    const held = line.nodes.filter(({ node }) => range.intersectsNode(node));
    const ends = held.map(({ node, start, end }) => [
      node === range.startContainer ? start + points(node.data.slice(0, range.startOffset)) : start,
      node === range.endContainer ? start + points(node.data.slice(0, range.endOffset)) : end,
    ]);
    const found = ends.length && trimmed(line, ends[0][0], ends.at(-1)[1]);
    if (found) return found;
  }
  return null;
};

export const said = (lines, { start, end }) => {
  const line = lines.find((one) => one.start <= start && end <= one.end);
  return line ? [...line.text].slice(start - line.start, end - line.start).join("") : "";
};

// The place of a code point in the page: of the node that holds it, or that ends with it.
const boundary = (lines, at, ends) => {
  for (const line of lines) {
    for (const { node, start, end } of line.nodes) {
      if (ends ? start < at && at <= end : start <= at && at < end) {
        return [node, [...node.data].slice(0, at - start).join("").length];
      }
    }
  }
  return null;
};

export const rangeOf = (lines, { start, end }) => {
  const from = boundary(lines, start, false);
  const to = boundary(lines, end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
};

const APOSTROPHE = /(['’ʼ])/u;
const TELLS = /[\p{L}\p{N}\p{S}]/u;

const cut = (line, language, granularity) => {
  const segmenter = new Intl.Segmenter(language || undefined, { granularity });
  let at = line.start;
  return [...segmenter.segment(line.text)].map(({ segment }) => {
    const start = at;
    at += points(segment);
    return { start, end: at, text: segment };
  });
};

// *l’Iran* and *China’s* are two words each: what stands before an apostrophe may be a name or not.
const parted = ({ start, text }) => {
  let at = start;
  return text.split(APOSTROPHE).map((part) => {
    const begins = at;
    at += points(part);
    return { start: begins, end: at, text: part };
  });
};

export const wordsOf = (lines, language) =>
  lines.flatMap((line) =>
    cut(line, language, "word").flatMap(parted).filter(({ text }) => TELLS.test(text)),
  );

export const sentencesOf = (lines, language) =>
  lines.flatMap((line) =>
    cut(line, language, "sentence").flatMap(({ start, end }) => trimmed(line, start, end) ?? []),
  );
