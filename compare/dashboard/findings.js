// The findings: each with its review bar, one key each.

const RELATIONS = [
  ["agreement", "1", "=", "Agreement", "They make the same claim"],
  ["partial", "2", "≈", "Partial", "They overlap; one or both add a detail"],
  ["divergence", "3", "≠", "Divergence", "The same subject, told differently"],
];
const STATES = { open: "Not reviewed", accepted: "✓ Accepted", changed: "✎ Changed", rejected: "✕ Rejected" };

const make = (name, text, attributes = {}) => {
  const node = document.createElement(name);
  if (text) node.textContent = text;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
};

function button(text, key, title, pressed, act) {
  const node = make("button", text, { type: "button", title: `${title} (key ${key})` });
  if (pressed !== null) node.setAttribute("aria-pressed", String(pressed));
  node.append(make("kbd", key));
  node.dataset.key = key.toLowerCase();
  node.addEventListener("click", (event) => { event.stopPropagation(); act(); });
  return node;
}

// The bar of one finding: where it stands, and what can be said of it.
function bar(root, info, where) {
  const box = make("div", "", { class: `review ${info.state}`, role: "group", "aria-label": `Review of ${info.name}` });
  box.append(make("span", STATES[info.state], { class: "standing" }));
  const say = (said, more = {}) => decide(root, box, info, said, more);
  const accept = info.lone ? "Right: nothing on the other side matches it" : "It is as the program says";
  const reject = info.lone ? "Wrong: the other side does say it" : "Unlink: these sentences don’t make the same claim";
  box.append(button("Accept", "A", accept, info.state === "accepted", () => say("accept")));
  box.append(button("Reject", "R", reject, info.state === "rejected", () => say("reject")));
  if (!info.lone) {
    for (const [relation, key, mark, label, title] of RELATIONS) {
      const chosen = info.kind === relation;
      if (chosen && info.state !== "changed") continue;
      box.append(button(`${mark} ${label}`, key, title, chosen, () => say("relation", { relation })));
    }
  }
  box.append(button(info.lone ? "Link" : "Re-link", "L", "Choose the sentences that belong together", null, () => tell("relink", info)));
  box.append(button("Note", "N", "Write a note on it", null, () => write(root, box, info)));
  if (info.state !== "open") box.append(button("Reopen", "O", "What was said no longer counts", null, () => say("open")));
  box.dataset.where = where;
  box.dataset.finding = info.finding;
  return box;
}

function decide(root, box, info, said, more = {}) {
  box.classList.add("saving");
  document.querySelector(".readouts-status")?.classList.remove("shown"); // that was of another act
  root.last = info.finding;
  root.ask({ do: "review", finding: info.finding, said, seen: info.seen, ...more });
  onward(root, box);
}

// The form of a note says which finding it is on. What is typed outlasts a page that is drawn anew.
function write(root, box, info, draft = null) {
  if (box.parentElement.querySelector(".notes")) return;
  const form = make("form", "", { class: "notes" });
  form.dataset.finding = info.finding;
  form.dataset.where = box.dataset.where;
  form.append(make("b", `Note on ${info.name}`, { class: "about" }));
  const field = make("textarea", "", { "aria-label": `Note on ${info.name}`, maxlength: "10000", rows: "2" });
  field.value = draft?.text ?? info.note ?? "";
  const save = make("button", "Save note", { type: "submit" });
  const stop = make("button", "Cancel", { type: "button" });
  const close = () => { form.remove(); (box.closest(".finding") ?? box.querySelector("button")).focus({ preventScroll: true }); };
  form.append(field, save, stop, make("span", "Ctrl+Enter saves, Escape leaves it.", { class: "hint" }));
  stop.addEventListener("click", close);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    root.ask({ do: "review", finding: info.finding, said: "note", seen: info.seen, note: field.value });
    close();
  });
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  box.after(form);
  if (draft && !draft.active) return;
  field.focus({ preventScroll: Boolean(draft) });
  if (draft) field.setSelectionRange(draft.from, draft.to);
}

function takeNotes(root) {
  const active = root.getRootNode().activeElement;
  return [...root.querySelectorAll(".notes")].map((form) => {
    const field = form.querySelector("textarea");
    const { finding, where } = form.dataset;
    const draft = { finding, where, text: field.value, active: field === active, from: field.selectionStart, to: field.selectionEnd };
    form.remove();
    return draft;
  });
}

// A note whose finding is left out by a filter waits until it is shown again.
function giveNotes(root, drafts) {
  const waiting = root.waitingNotes ?? [];
  root.waitingNotes = [];
  for (const draft of [...drafts, ...waiting]) {
    const box = [...root.querySelectorAll(".review")].find((one) => one.dataset.finding === draft.finding && one.dataset.where === draft.where);
    const info = box && infoOf(root, box);
    if (info) {
      write(root, box, info, draft);
      continue;
    }
    root.waitingNotes.push({ ...draft, active: false });
    if (!waiting.includes(draft)) announce(`Your note waits until its finding is shown again: ${draft.text}`);
  }
}

const infoOf = (root, box) => [...root.infos.values()].find((info) => info.finding === box.dataset.finding);

// After a verdict the next finding that isn't reviewed is in focus, so that one hand can go through them all.
function onward(root, box) {
  const card = box.closest(".finding");
  if (!card) return;
  const cards = [...root.querySelectorAll(".finding[data-row]")];
  const behind = cards.slice(cards.indexOf(card) + 1);
  focusCard(behind.find((one) => isOpen(root, one)) ?? behind[0] ?? card);
}

const isOpen = (root, card) => root.infos.get(card.dataset.row)?.state === "open";

// What was refused stays in focus, and a note stays to be saved again; who writes by now isn't disturbed.
function stay(root) {
  const { finding, where, said, note } = line.refused;
  const box = [...root.querySelectorAll(".review")].find((one) => one.dataset.finding === finding && one.dataset.where === where);
  if (!box) return;
  line.refused = null;
  const active = root.getRootNode().activeElement;
  if (active?.matches("textarea")) return;
  if (said === "note") {
    write(root, box, infoOf(root, box), { text: note, active: true, from: note.length, to: note.length });
    return;
  }
  const cards = [...root.querySelectorAll(".finding[data-row]")];
  const card = box.closest(".finding");
  if (cards.indexOf(card) < cards.indexOf(active?.closest(".finding"))) focusCard(card);
}

function focusCard(card) {
  if (!card) return;
  card.focus({ preventScroll: true });
  const box = card.getBoundingClientRect();
  const top = document.querySelector(".readouts-message.error")?.getBoundingClientRect().bottom ?? 0;
  const foot = document.querySelector(".stMain")?.getBoundingClientRect().bottom ?? innerHeight;
  if (box.top < Math.max(top, 60) || box.bottom > foot) card.scrollIntoView({ block: box.height > innerHeight - 80 ? "start" : "center", behavior: motion() });
}

function dress(root, card) {
  card.querySelector(".review")?.remove();
  card.querySelector(".notes")?.remove();
  const info = root.infos.get(card.dataset.row);
  if (info) card.querySelector("article").append(bar(root, info, "card"));
}

// A click beside everything leaves the page in focus, or the part of it that scrolls.
const onPage = (node) => node === document.body || Boolean(node?.matches(".stMain"));

// A key of the bar, or one that goes on; returns whether it was taken.
function pressed(root, event, bars) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, input, select")) return false;
  const key = event.key.toLowerCase();
  if (key === "u") {
    root.ask({ do: "undo" });
    return true;
  }
  if (key === "n" && event.shiftKey) {
    const last = [...root.querySelectorAll(".review")].find((box) => box.dataset.finding === root.last);
    if (last) write(root, last, infoOf(root, last));
    else announce("Nothing was reviewed yet; N alone writes a note on the finding in focus.");
    return true;
  }
  const chosen = bars?.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  if (chosen) chosen.click();
  else return bars ? unoffered(root, key, bars) : false;
  return true;
}

// A key whose button isn't there still gets an answer.
function unoffered(root, key, box) {
  const info = infoOf(root, box);
  const relation = RELATIONS.find(([, own]) => own === key)?.[0];
  if (!info || !(relation || key === "o")) return false;
  const name = info.name[0].toUpperCase() + info.name.slice(1);
  if (key === "o") announce(`${name}: not reviewed, so there is nothing to reopen.`);
  else if (info.lone) announce(`${name}: it stands alone and has no relation; L links it with its counterpart.`);
  else decide(root, box, info, "relation", { relation });
  return true;
}

function findings(root, signal, data) {
  const cards = [...root.querySelectorAll(".finding[data-row]")];
  const call = (card) => {
    if (!card) return;
    card.scrollIntoView({ block: "center", behavior: motion() });
    card.focus({ preventScroll: true });
    card.classList.add("called");
    card.addEventListener("animationend", () => card.classList.remove("called"), { once: true });
  };
  root.addEventListener("keydown", (event) => {
    const card = event.target.closest(".finding");
    if (!card || event.target.closest("textarea")) return;
    const step = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (step && !event.ctrlKey && !event.metaKey) focusCard(cards[cards.indexOf(card) + step]);
    else if (!pressed(root, event, card.querySelector(".review"))) return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit has a meaning of its own for some of them
  }, { signal });
  root.addEventListener("focusin", (event) => {
    const card = event.target.closest(".finding[data-finding]");
    if (card) remember(card.dataset.finding);
  }, { signal });
  window.addEventListener("readouts:finding", ({ detail }) => call(root.querySelector(`#finding-${CSS.escape(detail)}`)), { signal });
  if (data.linked && data.linked !== root.linked) root.last = root.linked = data.linked;
  // On the page itself, as after a link by hand: J goes to the first one not reviewed, U undoes, Shift N writes.
  document.addEventListener("keydown", (event) => {
    if (!onPage(document.activeElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === "j") focusCard(cards.find((card) => isOpen(root, card)) ?? cards[0]);
    else if (!pressed(root, event, null)) return;
    event.preventDefault();
  }, { signal });
  if (data.focus && root.called !== data.focus) {
    root.called = data.focus;
    const card = root.querySelector(`.finding[data-finding="${CSS.escape(data.focus)}"]`);
    if (card) setTimeout(() => call(card), 300); // once the page above it has its height
  }
}
