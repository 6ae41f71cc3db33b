// On paper folds are open; on the screen they are afterwards as they were. Newer browsers open
// those of the other pages by style.
const ALWAYS = ".plan details:not([open])";
const OTHERS = ".profile-evidence:not([open]), .atlas-flows details:not([open])";

let opened = [];

export function start() {
  const isByStyle = CSS.supports("selector(::details-content)");
  const folds = isByStyle ? ALWAYS : `${ALWAYS}, ${OTHERS}`;
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(folds)];
    opened.forEach((box) => { box.open = true; });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((box) => { box.open = false; });
    opened = [];
  });
}
