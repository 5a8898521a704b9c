// Lights up the sentences that belong together. The page's parts are two components, findings and
// reading; they talk by events on the window, because each stands in a shadow root of its own.

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = () => (calm() ? "auto" : "smooth");
const tell = (name, detail) => window.dispatchEvent(new CustomEvent(`readouts:${name}`, { detail }));

export default function ({ parentElement, data }) {
  let root = parentElement.querySelector(".readouts-root");
  if (!root) {
    root = document.createElement("div");
    root.className = "readouts-root";
    parentElement.appendChild(root);
  }
  if (root.shown !== data.html) {
    root.innerHTML = data.html;
    root.shown = data.html;
  }
  root.stop?.abort();
  root.stop = new AbortController();
  const signal = root.stop.signal;

  root.addEventListener("click", (event) => follow(event), { signal });
  if (root.querySelector(".panes")) reading(root, signal);
  else findings(root, signal);
  return () => root.stop.abort();
}

// A link inside the parts names a row, a sentence or a finding, wherever it is shown.
function follow(event) {
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  const name = link.getAttribute("href").slice(1);
  const [, kind, number] = name.match(/^(row|finding)-(\d+)$/) ?? [];
  if (kind) tell(kind, number);
  else tell("sentence", name);
}

function findings(root, signal) {
  const open = ({ detail }) => {
    const card = root.querySelector(`#finding-${CSS.escape(detail)}`);
    if (!card) return;
    card.scrollIntoView({ block: "center", behavior: motion() });
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.classList.add("called");
    card.addEventListener("animationend", () => card.classList.remove("called"), { once: true });
  };
  window.addEventListener("readouts:finding", open, { signal });
}

function reading(root, signal) {
  const lines = [...root.querySelectorAll(".line")];
  const byName = new Map(lines.map((line) => [line.dataset.name, line]));
  const partnersOf = (line) =>
    line.dataset.partners.split(" ").filter(Boolean).map((name) => byName.get(name));
  const details = [...root.querySelectorAll(".detail")];
  const hint = root.querySelector(".hint");
  let kept = byName.get(root.kept) ?? null;
  let lit = null;

  const light = (line) => {
    if (line === lit) return;
    lit = line;
    const partners = new Set(line ? partnersOf(line) : []);
    const rows = new Set(line ? line.dataset.rows.split(" ") : []);
    for (const other of lines) {
      other.classList.toggle("source", other === line);
      other.classList.toggle("lit", partners.has(other));
    }
    for (const detail of details) detail.hidden = !rows.has(detail.dataset.row);
    hint.hidden = Boolean(line);
  };
  const keep = (line) => {
    kept = line;
    root.kept = line?.dataset.name;
    for (const other of lines) {
      other.querySelector(".tag").setAttribute("aria-pressed", String(other === line));
      other.classList.toggle("kept", other === line);
    }
    root.querySelector(".details").classList.toggle("kept", Boolean(line));
    light(line);
    if (line) for (const partner of partnersOf(line).slice(0, 1)) reveal(partner);
  };
  // Scrolls a column, never the page under the reader's pointer.
  const reveal = (line) => {
    const pane = line.closest(".lines");
    const seen = line.offsetTop >= pane.scrollTop &&
      line.offsetTop + line.offsetHeight <= pane.scrollTop + pane.clientHeight;
    if (!seen) {
      const top = line.offsetTop - (pane.clientHeight - line.offsetHeight) / 3;
      pane.scrollTo({ top, behavior: motion() });
    }
  };
  const call = (line) => {
    if (!line) return;
    keep(line);
    reveal(line);
    root.scrollIntoView({ block: "nearest", behavior: motion() });
    line.querySelector(".tag").focus({ preventScroll: true });
  };

  root.addEventListener("pointerover", (event) => {
    const line = event.target.closest(".line");
    if (line) light(line);
    else if (event.target.closest(".panes")) light(kept);
  }, { signal });
  root.addEventListener("pointerleave", () => light(kept), { signal });
  root.addEventListener("focusin", (event) => {
    const line = event.target.closest(".line");
    if (!line) return;
    light(line);
    reveal(line);
    for (const partner of partnersOf(line).slice(0, 1)) reveal(partner);
  }, { signal });
  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget)) light(kept);
  }, { signal });
  root.addEventListener("click", (event) => {
    const line = event.target.closest(".line");
    if (!line || String(getSelection())) return; // words are being selected, not a sentence
    keep(kept === line ? null : line);
    if (!kept) light(line);
  }, { signal });
  root.addEventListener("keydown", (event) => {
    const line = event.target.closest(".line");
    if (event.key === "Escape") {
      keep(null);
      return;
    }
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    const column = lines.filter((other) => other.parentElement === line.parentElement);
    const place = column.indexOf(line);
    const next = {
      ArrowDown: column[place + 1],
      ArrowUp: column[place - 1],
      ArrowRight: line.dataset.name[0] === "a" ? partnersOf(line)[0] : null,
      ArrowLeft: line.dataset.name[0] === "b" ? partnersOf(line)[0] : null,
    }[event.key];
    if (!next) return;
    event.preventDefault();
    next.querySelector(".tag").focus({ preventScroll: true });
  }, { signal });
  window.addEventListener("readouts:row", ({ detail }) => {
    call(lines.find((line) => line.dataset.rows.split(" ").includes(detail)));
  }, { signal });
  window.addEventListener("readouts:sentence", ({ detail }) => call(byName.get(detail)), { signal });
  lit = undefined;
  keep(kept);
}
