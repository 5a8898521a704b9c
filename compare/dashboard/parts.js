// The page's parts: findings, reading, lists and the address bar. Each stands in a shadow root of
// its own, so they talk by events on the window. What a reader decides goes to the server by `ask`.

export default function ({ parentElement, data, setTriggerValue }) {
  const send = (payload) => setTriggerValue("act", payload);
  if (data.query !== undefined) return addressBar(parentElement, data.query, send);
  let root = parentElement.querySelector(".readouts-root");
  if (!root) {
    root = document.createElement("div");
    root.className = "readouts-root";
    parentElement.appendChild(root);
  }
  answered(data.turn);
  root.ask = (payload) => ask(send, payload);
  const rows = JSON.stringify(data.rows ?? []);
  if (root.shown !== data.html || root.rows !== rows) {
    const focused = root.querySelector(".finding:focus-within")?.dataset.finding;
    const tops = [...root.querySelectorAll(".lines")].map((pane) => pane.scrollTop);
    if (root.shown !== data.html) root.innerHTML = data.html;
    root.shown = data.html;
    root.rows = rows;
    root.infos = new Map((data.rows ?? []).map((info) => [String(info.row), info]));
    root.querySelectorAll(".lines").forEach((pane, place) => { pane.scrollTop = tops[place] ?? 0; });
    for (const card of root.querySelectorAll(".finding[data-row]")) dress(root, card);
    if (focused) root.querySelector(`.finding[data-finding="${focused}"]`)?.focus({ preventScroll: true });
  }
  root.stop?.abort();
  root.stop = new AbortController();
  const signal = root.stop.signal;
  root.addEventListener("click", (event) => follow(root, event), { signal });
  if (root.querySelector(".panes")) reading(root, signal, data);
  else if (root.querySelector(".findings")) findings(root, signal, data);
  else if (root.querySelector(".board")) board(root, signal);
  return () => root.stop.abort();
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = () => (calm() ? "auto" : "smooth");
const tell = (name, detail) => window.dispatchEvent(new CustomEvent(`readouts:${name}`, { detail }));

// One question at a time: a second one would take the place of the first before it is heard.
const line = (window.readoutsLine ??= { waiting: [], busy: false, turn: null });

function ask(send, payload) {
  const same = (other) => other.payload.do === payload.do && other.payload.finding === payload.finding;
  if (payload.finding && (line.waiting.some(same) || (line.busy && same(line.busy)))) return;
  line.waiting.push({ send, payload });
  if (!line.busy) next();
}

function next() {
  line.busy = line.waiting.shift() ?? false;
  if (line.busy) line.busy.send(line.busy.payload);
}

function answered(turn) {
  if (turn === undefined || turn === line.turn) return;
  line.turn = turn;
  next();
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
  window.addEventListener("popstate", () => {
    window.readoutsStep = step(new URLSearchParams(location.search));
    send({ do: "visit", query: location.search });
  }, { signal: holder.stop.signal });
  return () => holder.stop.abort();
}

function remember(finding) {
  const params = new URLSearchParams(location.search);
  if (params.get("finding") === finding) return;
  params.set("finding", finding);
  history.replaceState(history.state, "", `${location.pathname}?${params}`);
}
