// The reading: lights up the sentences that belong together.

function reading(root, signal, data) {
  root.querySelector(".linking")?.remove();
  const lines = [...root.querySelectorAll(".line")];
  const byName = new Map(lines.map((one) => [one.dataset.name, one]));
  const namesOf = (one) => one.dataset.partners.split(" ").filter(Boolean);
  const partnersOf = (one) => namesOf(one).map((name) => byName.get(name)).filter(Boolean);
  const details = [...root.querySelectorAll(".detail")];
  const hint = root.querySelector(".details > .hint");
  const muted = data.muted === null || data.muted === undefined ? null : new Set(data.muted.map(String));
  for (const one of lines) {
    one.classList.toggle("muted", muted !== null && !one.dataset.rows.split(" ").some((row) => muted.has(row)));
  }
  const link = linking(root, signal, lines, byName);
  let kept = byName.get(root.kept) ?? null;
  let lit = null;

  const light = (one) => {
    if (one === lit) return;
    lit = one;
    const partners = new Set(one ? partnersOf(one) : []);
    const rows = new Set(one ? one.dataset.rows.split(" ") : []);
    for (const other of lines) {
      other.classList.toggle("source", other === one);
      other.classList.toggle("lit", partners.has(other));
    }
    for (const detail of details) detail.hidden = !rows.has(detail.dataset.row);
    hint.hidden = Boolean(one);
  };
  const keep = (one, fetch = false) => {
    kept = one;
    root.kept = one?.dataset.name;
    for (const other of lines) {
      other.querySelector(".tag").setAttribute("aria-pressed", String(other === one));
      other.classList.toggle("kept", other === one);
    }
    root.querySelector(".details").classList.toggle("kept", Boolean(one));
    for (const detail of details) {
      detail.querySelector(".review")?.remove();
      const info = root.infos.get(detail.dataset.row);
      if (one && info) detail.append(bar(root, info, "reading"));
    }
    light(one);
    if (!one) return;
    for (const partner of partnersOf(one).slice(0, 1)) reveal(partner);
    const beyond = namesOf(one)[0];
    if (fetch && beyond && !byName.has(beyond)) root.ask({ do: "goto", sentence: beyond });
  };
  // Scrolls a column, never the page under the reader's pointer.
  const reveal = (one) => {
    const pane = one.closest(".lines");
    const seen = one.offsetTop >= pane.scrollTop &&
      one.offsetTop + one.offsetHeight <= pane.scrollTop + pane.clientHeight;
    if (!seen) {
      const top = one.offsetTop - (pane.clientHeight - one.offsetHeight) / 3;
      pane.scrollTo({ top, behavior: motion() });
    }
  };
  const call = (one) => {
    keep(one);
    reveal(one);
    root.scrollIntoView({ block: "nearest", behavior: motion() });
    one.querySelector(".tag").focus({ preventScroll: true });
  };
  const callName = (name) => {
    if (byName.has(name)) return call(byName.get(name));
    root.wanted = name; // beyond the window: the server brings it
    root.ask({ do: "goto", sentence: name });
  };

  const rest = () => {
    // A number that was reached by keyboard, not one that a click left in focus.
    const focused = root.getRootNode().activeElement?.closest(".tag:focus-visible");
    return kept ?? (focused && root.contains(focused) ? focused.closest(".line") : null);
  };
  // A page that scrolls under a pointer at rest tells of it as if the pointer had moved: by nothing.
  root.addEventListener("pointermove", (event) => {
    if (!event.movementX && !event.movementY) return;
    const one = event.target.closest(".line");
    if (one) light(one);
    else if (event.target.closest(".panes")) light(rest());
  }, { signal });
  root.addEventListener("pointerleave", () => light(rest()), { signal });
  root.addEventListener("focusin", (event) => {
    const one = event.target.closest(".line");
    if (!one) return;
    light(one);
    reveal(one);
    for (const partner of partnersOf(one).slice(0, 1)) reveal(partner);
  }, { signal });
  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget)) light(kept);
  }, { signal });
  root.addEventListener("click", (event) => {
    const more = event.target.closest("button.more");
    if (more) {
      root.ask({ do: "goto", sentence: more.dataset.goto });
      return;
    }
    const one = event.target.closest(".line");
    if (!one || String(getSelection())) return; // words are being selected, not a sentence
    // From here the keys go on.
    one.querySelector(".tag").focus({ preventScroll: true });
    if (link.on) {
      link.pick(one.dataset.name);
      return;
    }
    keep(kept === one ? null : one, true);
    if (!kept) light(one);
  }, { signal });
  root.addEventListener("keydown", (event) => {
    if (event.target.closest("textarea")) return;
    if (link.on && link.key(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const one = event.target.closest(".line");
    if (event.key === "Escape") {
      keep(null);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (kept && pressed(root, event, root.querySelector(".detail:not([hidden]) .review"))) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!one) return;
    const column = lines.filter((other) => other.parentElement === one.parentElement);
    const place = column.indexOf(one);
    const target = {
      ArrowDown: column[place + 1],
      ArrowUp: column[place - 1],
      ArrowRight: one.dataset.name[0] === "a" ? partnersOf(one)[0] : null,
      ArrowLeft: one.dataset.name[0] === "b" ? partnersOf(one)[0] : null,
    }[event.key];
    if (!target) return;
    event.preventDefault();
    target.querySelector(".tag").focus({ preventScroll: true });
  }, { signal });
  window.addEventListener("readouts:row", ({ detail }) => {
    const one = lines.find((other) => other.dataset.rows.split(" ").includes(detail));
    const name = one?.dataset.name ?? (data.starts ?? {})[detail];
    if (name) callName(name);
  }, { signal });
  window.addEventListener("readouts:sentence", ({ detail }) => callName(detail), { signal });
  lit = undefined;
  keep(kept);
  light(rest()); // drawn anew under a reader's hands, it stays lit
  if (root.wanted && byName.has(root.wanted)) {
    const name = root.wanted;
    root.wanted = null;
    call(byName.get(name));
  }
}
