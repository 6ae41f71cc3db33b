// Links between views open in place (data-view); without script they still work.
import { foresee, open, whenShown } from "./address.js";
import { copy } from "./messages.js";
import { withChanges } from "./query.js";

const REST = 40;  // ms; whoever only passes by with the Tab key is faster

export const isModified = (event) => event.ctrlKey || event.metaKey || event.shiftKey;

function addressOf(link) {
  const url = new URL(link.href);
  return url.pathname + url.search;
}

// Some links say only what they change: the rest of the address, or what of it they keep, is
// put in when the link is about to be used.
function complete({ target }) {
  const link = target.closest?.("[data-change]");
  if (!link) return;
  const { change, keep } = link.dataset;
  const changes = Object.fromEntries(new URLSearchParams(change));
  link.href = withChanges(changes, keep ? keep.split(",") : undefined);
}

// While a link is held down an answer may make another link of it, by its name (a count beside
// it may change): then nothing is followed.
let pressed;
const nameOf = (link) => [...link.childNodes].filter((part) => !part.matches?.(".count"))
  .map((part) => part.textContent).join("");
const meant = (link) => link && (link.dataset.change ?? nameOf(link));

function press(event) {
  const link = event.target.closest?.("[data-view]");
  pressed = { link, meant: meant(link) };
  const isPress = event.button === 0 && event.pointerType !== "touch" && !isModified(event);
  if (link && isPress) foresee(addressOf(link));
}

function stopOther(event) {
  const link = event.target.closest?.("[data-view]");
  if (!event.detail || pressed?.link !== link || pressed?.meant === meant(link)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// By keyboard the same: a link that keeps the focus for a moment is likely to be followed.
let resting;

function foreseeFocused() {
  clearTimeout(resting);
  const link = document.activeElement;
  if (link) complete({ target: link });
  if (!link?.matches("[data-view]:focus-visible")) return;
  resting = setTimeout(() => {
    if (document.activeElement === link) foresee(addressOf(link));
  }, REST);
}

function follow(event) {
  const link = event.target.closest("[data-view]");
  if (event.target.closest("[data-copy-link]")) copy(window.location.href);
  if (!link || isModified(event)) return;
  event.preventDefault();
  open(addressOf(link), { fragment: new URL(link.href).hash });
}

// A link that acts as a button also answers to the space bar, as buttons do.
function pressKey(event) {
  const target = event.target.closest?.("[data-view][role=button]");
  if (target && event.key === " ") {
    event.preventDefault();
    target.click();
  }
  if (event.key === "Escape") closeData();
}

// The focus goes back to what opened them.
function closeData() {
  document.querySelectorAll("details.data[open]").forEach((box) => {
    if (box.contains(document.activeElement)) box.querySelector("summary").focus();
    box.open = false;
  });
}

export function start() {
  for (const use of ["pointerdown", "focusin", "click"]) {
    document.addEventListener(use, complete, { capture: true });
  }
  document.addEventListener("pointerdown", press);
  document.addEventListener("click", stopOther, { capture: true });
  document.addEventListener("click", follow);
  document.addEventListener("focusin", foreseeFocused);
  document.addEventListener("keydown", pressKey);
  whenShown(foreseeFocused);
}
