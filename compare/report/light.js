// Lights up, beside the sentence that is pointed at or focused, what the other sides say to it.
// Without it nothing is lost: each number is a link to the counterpart.
(() => {
  const lit = new Set();
  const sentence = (node) => (node instanceof Element ? node.closest("[data-with]") : null);
  const clear = () => {
    for (const node of lit) node.classList.remove("from", "lit");
    lit.clear();
  };
  const mark = (node, name) => {
    node.classList.add(name);
    lit.add(node);
  };
  const light = (from) => {
    clear();
    if (!from) return;
    mark(from, "from");
    const wanted = new Set(from.dataset.with.split(" "));
    for (const node of document.querySelectorAll("[data-name]")) {
      if (node !== from && wanted.has(node.dataset.name)) mark(node, "lit");
    }
  };
  // A page that scrolls under a pointer at rest tells of it as if the pointer had moved.
  let keys = false;
  document.addEventListener("pointermove", (event) => {
    if (event.movementX || event.movementY) keys = false;
  });
  document.addEventListener("pointerover", (event) => {
    if (!keys) light(sentence(event.target) ?? sentence(document.activeElement));
  });
  document.addEventListener("focusin", (event) => light(sentence(event.target)));
  document.addEventListener("focusout", clear);
  document.documentElement.addEventListener("pointerleave", () => light(sentence(document.activeElement)));
  document.addEventListener("keydown", (event) => {
    keys = true;
    if (event.key === "Escape") clear();
  });
})();
