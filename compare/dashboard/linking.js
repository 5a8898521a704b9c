// Choosing the sentences that belong together, in the reading.

function linking(root, signal, lines, byName) {
  const place = root.querySelector(".details");
  const state = { on: false, picked: new Set(), info: null };
  const box = make("div", "", { class: "linking", role: "group", "aria-label": "Link sentences", hidden: "" });
  place.prepend(box);

  const labels = (side) => [...state.picked].filter((name) => name[0] === side)
    .sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
  const draw = () => {
    box.hidden = !state.on;
    root.classList.toggle("picking", state.on);
    for (const one of lines) {
      one.classList.toggle("picked", state.on && state.picked.has(one.dataset.name));
    }
    if (!state.on) return;
    box.replaceChildren();
    const a = labels("a"), b = labels("b");
    const chosen = `${a.join(", ").toUpperCase() || "A …"} ↔ ${b.join(", ").toUpperCase() || "B …"}`;
    box.append(make("b", `Link ${chosen}`), make("span", "Click sentences on both sides, or press Enter on their numbers. Then say how they compare:", { class: "hint" }));
    const buttons = make("div", "", { class: "review" });
    for (const [relation, key, mark, label, title] of RELATIONS) {
      const one = button(`${mark} ${label}`, key, title, null, () => finish(relation));
      one.disabled = !a.length || !b.length;
      buttons.append(one);
    }
    buttons.append(button("Cancel", "Esc", "Leave everything as it was", null, stop));
    box.append(buttons);
  };
  const stop = () => {
    state.on = false;
    draw();
  };
  const finish = (relation) => {
    if (!labels("a").length || !labels("b").length) return;
    const replaced = state.info && !state.info.lone ? state.info.finding : "";
    root.ask({ do: "link", finding: replaced, seen: state.info?.seen ?? 0, sentences: [...labels("a"), ...labels("b")], relation });
    stop();
  };
  window.addEventListener("readouts:relink", ({ detail }) => {
    state.on = true;
    state.info = detail;
    state.picked = new Set(detail.sentences);
    draw();
    root.scrollIntoView({ block: "nearest", behavior: motion() });
    const first = byName.get(detail.sentences[0]);
    if (first) first.querySelector(".tag").focus({ preventScroll: true });
    else root.ask({ do: "goto", sentence: detail.sentences[0] });
  }, { signal });
  return {
    get on() { return state.on; },
    pick(name) {
      if (!state.picked.delete(name)) state.picked.add(name);
      draw();
    },
    key(event) {
      if (event.key === "Escape") stop();
      else if (!box.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]:enabled`)) return false;
      else box.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`).click();
      return true;
    },
  };
}
