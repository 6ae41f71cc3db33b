// From a pinned edition to the same view of the live one: the address as it stands, without the
// edition's own path.
import { pathOf } from "./base.js";

function complete({ target }) {
  const link = target.closest?.("[data-live]");
  if (!link) return;
  const { pathname, search, hash } = window.location;
  link.href = link.dataset.live + pathOf(pathname).slice(1) + search + hash;
}

export function start() {
  for (const use of ["pointerdown", "focusin", "click"]) {
    document.addEventListener(use, complete, { capture: true });
  }
}
