// Files that are chosen or dropped, and addresses, go to the server one after the other, each with
// its own line.
// Without this script the form sends them together.

const form = document.querySelector(".uploading");
const input = form.elements.file;
const came = document.getElementById("came");
const list = came.querySelector(".came-list");
const status = came.querySelector("[role=status]");
const words = document.getElementById("upload-words").dataset;
const endings = form.dataset.endings.split(" ");
const waiting = [];
let sending = false;
let done = 0;
let all = 0;

const row = (called) => {
  const line = document.getElementById("came-row").content.firstElementChild.cloneNode(true);
  const name = line.querySelector("bdi");
  name.textContent = called;
  list.prepend(line);
  const state = line.querySelector(".came-state");
  const say = (text) => (state.textContent = text);
  const refuse = (why) => {
    line.classList.add("refused");
    line.querySelector(".came-why").textContent = why;
    say(words.refused);
  };
  const lead = (document_) => {
    const link = document.createElement("a");
    link.href = `/documents/${document_}`;
    link.append(name.textContent);
    name.replaceChildren(link);
  };
  say(words.waits);
  return { say, refuse, lead };
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

const send = ([path, body, line]) =>
  new Promise((finished) => {
    const request = new XMLHttpRequest();
    const fetching = body instanceof URLSearchParams;
    request.open("POST", path);
    request.setRequestHeader("x-csrf-token", form.elements.csrf.value);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      line.say(`${words.sending} ${Math.floor((100 * loaded) / total)} %`));
    request.upload.addEventListener("load", () => line.say(fetching ? words.fetching : words.working));
    request.addEventListener("error", () => line.refuse(words.broken));
    request.addEventListener("load", () => {
      const answer = parsed(request.responseText);
      const [one] = Array.isArray(answer) ? answer : [];
      if (!one?.document) return line.refuse(one?.why ?? answer.detail ?? words.broken);
      line.lead(one.document);
      line.say(one.new ? words.added : words.known);
    });
    request.addEventListener("loadend", finished);
    request.send(body);
  });

const count = () => {
  status.textContent = status.dataset.one.replace("{done}", done).replace("{all}", all);
};

const sendAll = async () => {
  if (sending) return;
  sending = true;
  while (waiting.length) {
    await send(waiting.shift());
    done += 1;
    count();
    form.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
  }
  sending = false;
};

const begin = () => {
  all = done + waiting.length + (sending ? 1 : 0);
  came.hidden = !list.children.length;
  if (waiting.length) count();
  came.scrollIntoView({ block: "nearest" });
  sendAll();
};

const ending = (name) => name.slice(name.lastIndexOf(".")).toLowerCase();

const take = (files) => {
  for (const file of files) {
    const line = row(file.name);
    const body = new FormData();
    body.append("file", file);
    if (!endings.includes(ending(file.name))) line.refuse(words.ending);
    else if (file.size > Number(form.dataset.largest)) line.refuse(words.large);
    else waiting.push(["/upload.json", body, line]);
  }
  begin();
};

const fetchAll = (addresses) => {
  for (const address of new Set(addresses)) {
    const body = new URLSearchParams({ addresses: address });
    waiting.push(["/upload/addresses.json", body, row(address)]);
  }
  begin();
};

// A dropped folder gives the files in it, those in its folders too; hidden ones stay where they are.
const inside = async (entry) => {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) return [await new Promise((give, fail) => entry.file(give, fail))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((give, fail) => reader.readEntries(give, fail));
    if (!some.length) return found;
    for (const one of some) found.push(...(await inside(one)));
  }
};

const dropped = async (transfer) => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  return (await Promise.all(entries.map(inside))).flat();
};

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
const over = (is) => document.body.classList.toggle("is-dropping", is);

document.addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  over(true);
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) over(false);
});
document.addEventListener("drop", async (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  over(false);
  take(await dropped(event.dataTransfer));
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  take([...input.files]);
  input.value = "";
});

const typed = document.querySelector(".fetching");
typed.addEventListener("submit", (event) => {
  event.preventDefault();
  fetchAll(typed.elements.addresses.value.split(/\s+/).filter(Boolean));
  typed.elements.addresses.value = "";
});
