// Selects that write the address. A select changes with every press of an arrow key: chosen by
// keyboard it is followed only when the enter key is pressed or the focus leaves, and the place
// after it says so. By mouse at once.
import { open, wanted, whenShown } from "./address.js";
import { withChanges } from "./query.js";

const ACTIONS = ["Enter", " ", "Tab", "Escape"];
const HINT = "按回车键查看";

const pathOf = (address) => address.split("?")[0];
const selectOf = (event) => event.target.closest?.("select[data-key]");

let isStepping = false;

function tell(select, text) {
  const place = select.nextElementSibling;
  if (place?.matches(".select-hint")) place.textContent = text;
}

function hold(select) {
  select.dataset.held = pathOf(wanted());
  tell(select, HINT);
}

function settle(select) {
  isStepping = false;
  delete select.dataset.held;
  tell(select, "");
}

function follow(select) {
  settle(select);
  open(withChanges({ [select.dataset.key]: select.value }));
}

// What was chosen and is still being waited for stays, whichever answer comes before it.
function restore(select) {
  const asked = new URLSearchParams(wanted().split("?")[1]).get(select.dataset.key) ?? "";
  if (select.value !== asked) select.value = asked;
  if (select.selectedIndex < 0) select.value = "";  // asked for, but not to be had
}

function pressed(event) {
  const select = selectOf(event);
  if (!select) return;
  isStepping = !ACTIONS.includes(event.key);
  if (!("held" in select.dataset)) return;
  if (event.key === "Enter") {
    event.preventDefault();
    follow(select);
  }
  if (event.key === "Escape") {
    settle(select);
    restore(select);
  }
}

function changed(event) {
  const select = selectOf(event);
  if (!select) return;
  if (isStepping) hold(select);
  else follow(select);
}

// Another page may have been turned to meanwhile: its address is not this select's.
function left(event) {
  const select = selectOf(event);
  if (select?.dataset.held === pathOf(wanted())) follow(select);
}

// What the address says stands in the selects, whichever way the address came about, except in
// the one that is held: an answer that comes meanwhile does not take back what was chosen.
function shown() {
  document.querySelectorAll("select[data-key]").forEach((select) => {
    const isHeld = "held" in select.dataset;
    tell(select, isHeld ? HINT : "");
    if (!isHeld) restore(select);
  });
}

export function start() {
  document.addEventListener("pointerdown", () => { isStepping = false; });
  document.addEventListener("keydown", pressed);
  document.addEventListener("change", changed);
  document.addEventListener("focusout", left);
  whenShown(shown);
}
