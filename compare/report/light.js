// Lights up, beside the sentence that is pointed at or focused, what the other sides say to it.
// Without it nothing is lost: each number is a link to the counterpart.
(() => {
  const lit = new Set();
  const clear = () => {
    for (const node of lit) node.classList.remove("from", "lit");
    lit.clear();
  };
  const mark = (node, name) => {
    node.classList.add(name);
    lit.add(node);
  };
  const light = (event) => {
    const from = event.target instanceof Element ? event.target.closest("[data-with]") : null;
    clear();
    if (!from) return;
    mark(from, "from");
    const wanted = new Set(from.dataset.with.split(" "));
    for (const node of document.querySelectorAll("[data-name]")) {
      if (node !== from && wanted.has(node.dataset.name)) mark(node, "lit");
    }
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
  document.documentElement.addEventListener("pointerleave", clear);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
})();
