// The search over all pages, in the header: the key / leads to it from anywhere, Escape back. The page's
// `way` says how what was found is opened, and what the address has: { open, foresee, valueOf(key) }.
import { combobox } from "./combobox.js";
import { make, marked } from "./found.js";
import { regionOf } from "./match.js";

const KEPT = ["region", "from", "to"];  // of the address that is shown, where a result has them too
const MOST = 6;  // results of a kind
const TYPED_INTO = "input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, "
  + "select, [contenteditable]";
const LOST = 40;  // px of the header that must be in sight for the box to be used where it is

const root = () => document.getElementById("site-search");
const input = () => document.getElementById("search-input");
let back;  // what had the focus before
let way;

// Views of indicators, themes and regions are looked at with the regions and years chosen, or
// in the regions that were named.
function addressOf({ row, kind }, places) {
  if (!["indicator", "theme", "region"].includes(kind.kind)) return row.h;
  const url = new URL(row.h, window.location);
  const kept = Object.fromEntries(KEPT.map((key) => [key, way.valueOf(key)]));
  const query = Object.entries({ ...kept, ...regionOf(places) })
    .filter(([, value]) => value).map(([key, value]) => `${key}=${value}`);
  const text = [url.search.slice(1), ...query].filter(Boolean).join("&");
  return url.pathname + (text ? `?${text}` : "");
}

// Where the header has no room for the box, or is out of sight, it lies over the page.
function open() {
  back = document.activeElement;
  const isAway = document.querySelector(".header").getBoundingClientRect().bottom < LOST;
  root().dataset.open = isAway ? "away" : "";
  root().querySelector(".search-open").setAttribute("aria-expanded", "true");
  input().focus({ preventScroll: true });
}

function close() {
  if (!root()) return;
  delete root().dataset.open;
  root().querySelector(".search-open").setAttribute("aria-expanded", "false");
}

function giveBack() {
  input().value = "";
  if (back?.isConnected && back !== document.body) back.focus({ preventScroll: true });
  else input().blur();
  close();
}

const isKey = ({ key, code, shiftKey }) =>
  key === "/" || (code === "Slash" && !shiftKey && /^[、／]$|^Process$/.test(key));

function pressed(event) {
  if (!isKey(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (!root() || event.target.closest?.(TYPED_INTO) || document.querySelector("dialog[open]")) return;
  event.preventDefault();  // the sign itself is not typed
  open();
}

export function start(given) {
  way = given;
  combobox({
    place: "search",
    way,
    has: () => true,
    groupOf: ({ kind }) => kind.name,
    most: MOST,
    listsAll: false,
    addressOf,
    aside: ({ entry: { row, kind }, far }, here) => [
      make("span", "find-unit", far === undefined ? "" : `${kind.name} · `, ...marked(row.t, here("t"))),
    ],
    nothing: "没有匹配的结果。可按名称、拼音首字母或英文名查找。",
    leave() {
      input().blur();
      close();
    },
    escape: giveBack,
  });
  document.addEventListener("keydown", pressed);
  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    if (target === input() && !relatedTarget?.closest("#site-search")) back = relatedTarget;
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (target === input() && !relatedTarget?.closest("#site-search")) close();
  });
  document.addEventListener("click", ({ target }) => { if (target.closest(".search-open")) open(); });
}
