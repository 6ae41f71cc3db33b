// The page of the map of platforms: search, base colour, scheme, and the list and panel that follow
// the map.
import { open, wanted, whenShown } from "../core/address.js";
import { whenPlotted } from "../core/figures.js";
import { valueOf, withChanges } from "../core/query.js";
import { ID } from "./map.js";
import { fill, follow } from "./zoom.js";

const PAUSE = 250;  // ms without a key until what was typed is searched for
const DRAGGED = 4;  // px from where the button went down
const NARROW = "(max-width: 1099px)";

const isHere = () => document.body.dataset.page === "platforms";

export const isDark = () => isHere() && valueOf("scheme") === "dark";

// What is asked for, which may still be on its way.
const asked = (key) => new URLSearchParams(wanted().split("?")[1]).get(key) ?? "";

// While typing, each pause is a new answer; only the first one is a step of the history.
let typing;  // while a pause has not yet passed

function typed({ target }) {
  if (!target.dataset?.search) return;
  clearTimeout(typing);
  typing = setTimeout(() => {
    typing = undefined;
    if (!target.isConnected) return;  // another page was turned to meanwhile
    open(withChanges({ search: target.value.trim() }), { replace: asked("search") !== "" });
  }, PAUSE);
}

// A base colour is a measure of areas (county.density), an indicator of any theme, or none.
function shade({ target }) {
  if (target.dataset?.shade === undefined) return;
  const { value } = target;
  const isOfAreas = value.includes(".");
  const indicator = value && !isOfAreas ? { theme: "", indicator: value, shade: "1" } : { shade: "" };
  open(withChanges({ ...indicator, ground: isOfAreas ? value : "" }));
}

// How the reader asked for the place or cell that the next answer shows; a click by the Enter
// key has no detail. Heard before the link is followed: an answer may be there already.
let way;  // "key" or "pointer" to a place or away from it, "cell" of the matrix
let last = "";  // the place or area that was open

let filled = "";  // the area that the map was enlarged to

const isOpen = (area) => isHere() && valueOf("area") === area;

// An area that opens or closes moves the map; whatever else changes leaves the reader's zoom.
function enlarge() {
  const area = valueOf("area");
  if (area === filled) return;
  filled = area;
  requestAnimationFrame(() => fill(area, isOpen));
}

function choosable(plot) {
  let pressed;
  plot.addEventListener("pointerdown", (event) => { pressed = event; }, { capture: true });
  plot.on("plotly_click", ({ points, event }) => {
    const moved = ["clientX", "clientY"].map((axis) => Math.abs(event?.[axis] - pressed?.[axis]));
    if (Math.max(...moved) > DRAGGED) return;  // the map was moved, nothing was chosen
    const of = (part) => points.map(({ customdata }) => customdata?.[part]).find(Boolean);
    const [place, area] = [of(1), of(2)];
    if (place) {
      way = "pointer";
      open(withChanges({ place }));
    } else if (area) open(withChanges({ area, place: "" }));  // one goes on choosing on the map
  });
}

function clicked(event) {
  const link = event.target.closest?.(".place, .near a, .below a, .atlas-panel .close, .matrix a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  way = link.closest(".matrix") ? "cell" : event.detail ? "pointer" : "key";
  if (link.matches("[aria-current]")) arrive(last, last);  // it is shown already, no answer will come
}

function pressed(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !isHere()) return;
  const isNear = event.target.closest?.(".atlas-panel, .atlas-list, .atlas-map");
  if (isNear || event.target === document.body) document.querySelector(".atlas-panel .close")?.click();
}

// Whoever cannot see the panel beside the list is led to it, and back; a mouse moves nothing.
function arrive(chosen, before) {
  const by = way;
  way = undefined;
  if (by === "cell") return bring(document.querySelector(".atlas-map"));
  const isNarrow = window.matchMedia(NARROW).matches;
  if (!by || (by === "pointer" && !(isNarrow && chosen))) return;
  if (chosen) {
    bring(document.querySelector(".atlas-panel"));
    document.querySelector(".atlas-panel h2").focus({ preventScroll: true });
  } else {
    const entry = [...document.querySelectorAll("#atlas-list .place")].find(
      ({ href }) => new URL(href).searchParams.get("place") === before);
    (entry || document.querySelector(".atlas-list")).focus();
  }
}

// Under the bar that stays at the top; what is in sight already stays where it is.
function bring(node) {
  const bar = document.querySelector(".filter-bar");
  const isFixed = getComputedStyle(bar).position === "sticky";
  const top = isFixed ? bar.offsetHeight + 8 : 8;
  const box = node.getBoundingClientRect();
  if (box.top >= top && Math.min(box.bottom, box.top + 300) <= window.innerHeight) return;
  window.scrollBy(0, box.top - top);
}

function shown() {
  if (isDark()) document.documentElement.dataset.scheme = "dark";
  else delete document.documentElement.dataset.scheme;
  if (!isHere()) return;
  const search = document.querySelector("[data-search]");
  if (!typing && search.value.trim() !== asked("search")) search.value = asked("search");
  const select = document.querySelector("[data-shade]");
  const shaded = asked("ground") || (asked("shade") === "1" ? indicator() : "");
  if (select.value !== shaded) select.value = shaded;
  if (select.selectedIndex < 0) select.value = "";  // asked for, but not to be had
  enlarge();
  const chosen = valueOf("place") || valueOf("area");
  const before = last;
  last = chosen;
  // Before the next painting, when the map is drawn: places are measured once for both.
  if (chosen !== before || way) requestAnimationFrame(() => lead(chosen, before));
}

// The indicator the server shades by, which the address may leave to its default.
const indicator = () => document.querySelector("[data-indicator]")?.dataset.indicator || "";

// List, panel and map show the place or area that is open, or lead back to where it was.
function lead(chosen, before) {
  if (!isHere()) return;
  arrive(chosen, before);
  if (chosen === before) return;
  scrollTo(document.querySelector("#atlas-list [aria-current]"));
  document.querySelector(".atlas-panel").scrollTop = 0;
  follow(chosen);
}

// Within the list only: the page itself stays where it is.
function scrollTo(item) {
  const list = item?.closest(".atlas-list");
  if (!list) return;
  const [outer, inner] = [list, item].map((node) => node.getBoundingClientRect());
  if (inner.top >= outer.top + 30 && inner.bottom <= outer.bottom) return;
  list.scrollTop += inner.top - outer.top - outer.height / 3;
}

export function start() {
  document.addEventListener("input", typed);
  document.addEventListener("change", shade);
  document.addEventListener("click", clicked, { capture: true });
  document.addEventListener("keydown", pressed);
  whenPlotted(ID, (plot) => {
    choosable(plot);
    filled = "";  // a new map is whole
    enlarge();
  });
  whenShown(shown);
}
