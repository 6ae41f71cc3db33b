// The timeline of the plan: a mark opens its fact below, arrows go from mark to mark.
import { whenShown } from "../core/address.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
const ROWS = { ArrowDown: 1, ArrowUp: -1 };

const box = () => document.getElementById("timeline-fact");
const marks = () => [...document.querySelectorAll(".fact-link")];
const rowOf = (mark) => document.getElementById(mark.hash.slice(1));

let opened;  // the address of the fact that stands below

// What the list of its measure says of a fact, and the way there.
function copyOf(row, hash) {
  const link = document.createElement("a");
  link.href = hash;
  link.textContent = "查看所属措施";
  return [...[...row.childNodes].map((part) => part.cloneNode(true)), link];
}

function show(hash) {
  const row = hash && document.getElementById(hash.slice(1));
  opened = row ? hash : undefined;
  box()?.replaceChildren(...(row ? copyOf(row, hash) : []));
  marks().forEach((mark) => {
    if (mark.hash === opened) mark.setAttribute("aria-current", "true");
    else mark.removeAttribute("aria-current");
  });
}

// The tab key stops at one mark; from there the arrows go on.
function stopAt(mark) {
  marks().forEach((other) => { other.tabIndex = other === mark ? 0 : -1; });
}

function clicked(event) {
  const mark = event.target.closest?.(".fact-link");
  if (!mark || !rowOf(mark) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  stopAt(mark);
  show(mark.hash === opened ? undefined : mark.hash);
  document.getElementById("announced").textContent = opened ? box().textContent : "";
}

// The nearest mark of the rows below or above that have any.
function beside(mark, way) {
  const at = (one) => one.getBoundingClientRect();
  const { left, top } = at(mark);
  const found = marks().filter((one) => (at(one).top - top) * way > 4);
  const gap = (one) => Math.abs(at(one).top - top) * 1000 + Math.abs(at(one).left - left);
  return found.sort((a, b) => gap(a) - gap(b))[0];
}

function pressed(event) {
  const mark = event.target.closest?.(".fact-link");
  if (!mark) return;
  if (event.key === "Escape") show();
  const every = marks();
  const to = event.key in STEPS ? every[every.indexOf(mark) + STEPS[event.key]]
    : event.key in ROWS ? beside(mark, ROWS[event.key]) : undefined;
  if (!to) return;
  event.preventDefault();
  stopAt(to);
  to.focus();
}

export function start() {
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", pressed);
  whenShown(() => {
    if (!box()) return;
    show(opened);  // as long as it is among what is shown
    const every = marks();
    const stop = every.find((mark) => mark.getAttribute("tabindex") === "0") ?? every[0];
    if (stop) stopAt(stop);
  });
}
