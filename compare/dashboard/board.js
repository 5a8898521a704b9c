// The overview: numbers lead to the sentences, which light up what the other statements say.

function board(root, signal) {
  const sentences = [...root.querySelectorAll("[data-with]")];
  if (!sentences.length) return;
  const light = (from) => {
    const wanted = new Set(from ? from.dataset.with.split(" ") : []);
    for (const one of sentences) {
      one.classList.toggle("from", one === from);
      one.classList.toggle("lit", one !== from && wanted.has(one.dataset.name));
    }
  };
  const at = (event) => (event.target instanceof Element ? event.target.closest("[data-with]") : null);
  let called = false; // a number led here: what scrolls under a pointer at rest isn't meant
  root.addEventListener("pointerover", (event) => { if (!called) light(at(event)); }, { signal });
  root.addEventListener("pointerleave", () => { if (!called) light(null); }, { signal });
  root.addEventListener("pointermove", (event) => {
    if (!called || !(event.movementX || event.movementY)) return;
    called = false;
    light(at(event));
  }, { signal });
  root.addEventListener("focusin", (event) => light(at(event)), { signal });
  window.addEventListener("readouts:sentence", ({ detail }) => {
    const one = root.querySelector(`#${CSS.escape(detail)}`);
    if (!one) return;
    called = true;
    one.scrollIntoView({ block: "center", behavior: motion() });
    one.querySelector("a.label")?.focus({ preventScroll: true });
    light(one);
  }, { signal });
}
