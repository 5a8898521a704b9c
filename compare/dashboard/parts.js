// The page's parts: findings, reading, lists and the address bar. Each stands in a shadow root of
// its own, so they talk by events on the window. What a reader decides goes to the server by `ask`.

export default function ({ parentElement, data, setTriggerValue }) {
  const send = (payload) => setTriggerValue("act", payload);
  if (data.query !== undefined) {
    if (data.told && data.told.number > (window.readoutsTold ?? 0)) announce(data.told.text);
    window.readoutsTold = data.told?.number ?? 0;
    return addressBar(parentElement, data.query, send);
  }
  let root = parentElement.querySelector(".readouts-root");
  if (!root) {
    root = document.createElement("div");
    root.className = "readouts-root";
    parentElement.appendChild(root);
  }
  answered(data.turn, data.refused);
  root.ask = (payload) => ask(root, send, payload);
  const rows = JSON.stringify(data.rows ?? []);
  const notes = takeNotes(root);
  const place = placeOf(root);
  if (root.shown !== data.html || root.rows !== rows) {
    const tops = [...root.querySelectorAll(".lines")].map((pane) => pane.scrollTop);
    if (root.shown !== data.html) root.innerHTML = data.html;
    root.shown = data.html;
    root.rows = rows;
    root.infos = new Map((data.rows ?? []).map((info) => [String(info.row), info]));
    root.querySelectorAll(".lines").forEach((pane, place) => { pane.scrollTop = tops[place] ?? 0; });
    for (const card of root.querySelectorAll(".finding[data-row]")) dress(root, card);
  }
  root.stop?.abort();
  root.stop = new AbortController();
  const signal = root.stop.signal;
  root.addEventListener("click", (event) => follow(root, event), { signal });
  if (root.querySelector(".panes")) reading(root, signal, data);
  else if (root.querySelector(".findings")) findings(root, signal, data);
  else if (root.querySelector(".board")) board(root, signal);
  for (const box of root.querySelectorAll(".review.saving")) {
    if (!asked(box.dataset.finding)) box.classList.remove("saving"); // answered, if only by a no
  }
  giveNotes(root, notes);
  hold(root, place);
  if (line.refused) stay(root);
  return () => root.stop.abort();
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = () => (calm() ? "auto" : "smooth");
const tell = (name, detail) => window.dispatchEvent(new CustomEvent(`readouts:${name}`, { detail }));

// One question at a time: a second one would take the place of the first before it is heard.
const line = (window.readoutsLine ??= { waiting: [], busy: false, turn: null, refused: null });

function ask(root, send, payload) {
  const same = (other) => other.payload.do === payload.do && other.payload.finding === payload.finding;
  if (payload.finding && (line.waiting.some(same) || (line.busy && same(line.busy)))) return;
  const where = root.querySelector(".panes") ? "reading" : "card";
  line.waiting.push({ send, payload, where });
  if (!line.busy) next();
}

const asked = (finding) => [line.busy, ...line.waiting].some((one) => one && one.payload.finding === finding);

function next() {
  line.busy = line.waiting.shift() ?? false;
  if (line.busy) line.busy.send(line.busy.payload);
}

// The number of an answer, and of the last one that was a no.
function answered(turn, refused) {
  if (turn === undefined || turn === line.turn) return;
  line.turn = turn;
  line.refused = turn === refused && line.busy ? { ...line.busy.payload, where: line.busy.where } : null;
  next();
}

// What was in focus stays in focus and where it was, whatever grew or shrank above it.
function placeOf(root) {
  const active = root.getRootNode().activeElement;
  const card = root.contains(active) ? active.closest(".finding[data-finding]") : null;
  return card && { finding: card.dataset.finding, top: card.getBoundingClientRect().top };
}

function hold(root, place) {
  const card = place && root.querySelector(`.finding[data-finding="${place.finding}"]`);
  if (!card) return;
  if (!card.contains(root.getRootNode().activeElement)) card.focus({ preventScroll: true });
  const moved = card.getBoundingClientRect().top - place.top;
  if (moved) document.querySelector(".stMain")?.scrollBy({ top: moved, behavior: "instant" });
}

// One line at the foot of the window says what a key did.
let fading = null;

function announce(text) {
  let line = document.querySelector(".readouts-status");
  if (!line) {
    line = make("div", "", { class: "readouts-status", role: "status", "aria-live": "polite" });
    document.body.append(line);
  }
  line.textContent = text;
  line.classList.add("shown");
  clearTimeout(fading);
  fading = setTimeout(() => line.classList.remove("shown"), 8000);
}

// A link inside the parts names a row, a sentence, a finding or an event, wherever it is shown.
function follow(root, event) {
  const link = event.target.closest("a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.dataset.event) {
    event.preventDefault();
    root.ask({ do: "open", event: link.dataset.event });
    return;
  }
  if (!link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  const name = link.getAttribute("href").slice(1);
  const [, kind, number] = name.match(/^(row|finding)-(\d+)$/) ?? [];
  if (kind) tell(kind, number);
  else tell("sentence", name);
}

// The address says what the page shows, so that it can be sent to someone.
function addressBar(holder, query, send) {
  const now = new URLSearchParams(location.search);
  const wanted = new URLSearchParams(query);
  const step = (params) => ["page", "event", "pair"].map((name) => params.get(name)).join("|");
  // On the window, because a page that is drawn anew may give the bar another place.
  const moved = window.readoutsStep !== undefined && window.readoutsStep !== step(wanted);
  window.readoutsStep = step(wanted);
  if (!moved && now.has("finding") && (wanted.get("page") ?? "") === "") {
    wanted.set("finding", now.get("finding"));
  }
  const text = wanted.toString();
  if (text !== now.toString()) {
    const url = location.pathname + (text ? `?${text}` : "");
    history[moved ? "pushState" : "replaceState"](history.state, "", url);
  }
  holder.stop?.abort();
  holder.stop = new AbortController();
  document.addEventListener("paste", readPaste, { signal: holder.stop.signal });
  window.addEventListener("popstate", () => {
    window.readoutsStep = step(new URLSearchParams(location.search));
    send({ do: "visit", query: location.search });
  }, { signal: holder.stop.signal });
  return () => holder.stop.abort();
}

// What is pasted into a field of the page is read at once, so that its preview, and what is wrong
// with it, stand there before anything is pressed. Streamlit reads a field on Ctrl+Enter.
function readPaste(event) {
  const area = event.target.closest?.("textarea");
  const enter = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true, cancelable: true };
  if (area) setTimeout(() => area.dispatchEvent(new KeyboardEvent("keydown", enter)), 50);
}

function remember(finding) {
  const params = new URLSearchParams(location.search);
  if (params.get("finding") === finding) return;
  params.set("finding", finding);
  history.replaceState(history.state, "", `${location.pathname}?${params}`);
}
