// The search box: looks through an index of all indicators that is fetched once, so a keystroke
// needs no server. A combobox with a list: the focus stays in the input, the arrows move a mark.
import { foresee, open } from "../core/address.js";
import { groupsOf, prepare, wordsOf } from "./match.js";
import { addressOf, list, make } from "./options.js";

const element = (name) => document.getElementById(`find-${name}`);
const isOpen = () => element("panel")?.hidden === false;

let rows;  // the index, prepared
let coming;

function fetchIndex() {
  coming ??= window.fetch(document.getElementById("find").dataset.index)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
    .then((found) => { rows = found.map(prepare); if (isOpen()) refresh(); })
    .catch(() => { coming = undefined; if (isOpen()) sayNothing("索引未能加载，请重新输入。"); });
}

function refresh() {
  if (!rows) return;
  const words = wordsOf(element("input").value);
  const groups = groupsOf(rows, words);
  const count = groups.reduce((sum, [, matches]) => sum + matches.length, 0);
  if (!count) return sayNothing("没有匹配的指标。可按名称、拼音首字母、英文名或单位查找。");
  element("list").replaceChildren(...list(groups));
  element("panel").scrollTop = 0;
  element("status").textContent = `找到 ${count} 项`;
  choose(words.length ? 0 : -1);
}

function sayNothing(text) {
  element("list").replaceChildren(make("div", "find-nothing", text));
  element("status").textContent = text;
  choose(-1);
}

const options = () => [...element("list").querySelectorAll("[role=option]")];
const chosen = () => element("list").querySelector("[aria-selected=true]");

function choose(number) {
  chosen()?.setAttribute("aria-selected", "false");
  const next = options()[number];
  if (!next) return element("input").removeAttribute("aria-activedescendant");
  next.setAttribute("aria-selected", "true");
  element("input").setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}

function show(isShown) {
  if (!element("panel") || isShown === isOpen()) return;
  element("panel").hidden = !isShown;
  element("input").setAttribute("aria-expanded", isShown);
  if (isShown) return refresh();
  choose(-1);
  element("status").textContent = "";
}

function go(link) {
  element("input").value = "";
  show(false);
  open(addressOf(link.dataset.finds));
}

// Keys, as the WAI-ARIA pattern of a combobox has them; those not named here are the input's.
function step(to) {
  if (!isOpen()) {
    show(true);
    if (chosen()) return;
  }
  const count = options().length;
  choose((to(options().indexOf(chosen()), count) + count) % count);
}

const KEYS = {
  ArrowDown: () => step((now) => now + 1),
  ArrowUp: () => step((now, count) => (now < 0 ? count - 1 : now - 1)),
  Home: () => isOpen() && step(() => 0),
  End: () => isOpen() && step((_now, count) => count - 1),
  Enter: () => isOpen() && chosen() && go(chosen()),
  Escape() {
    if (isOpen()) show(false);
    else element("input").value = "";
  },
};

const isInput = (target) => target.id === "find-input";

function typed({ target }) {
  if (!isInput(target)) return;
  fetchIndex();
  if (isOpen()) refresh();
  else show(true);
}

// Keys pressed while an input method composes are the input method's.
function pressed(event) {
  const act = isInput(event.target) && !event.isComposing && KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  act();
}

// A press in the list leaves the focus in the input; its answer is on its way at once.
function touched(event) {
  if (!event.target.closest("#find-panel")) return;
  event.preventDefault();
  const link = event.target.closest("[role=option]");
  if (link && event.button === 0) foresee(addressOf(link.dataset.finds));
}

function clicked(event) {
  if (isInput(event.target)) return show(true);
  const link = event.target.closest("#find-list [role=option]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  event.preventDefault();
  return go(link);
}

export function start() {
  document.addEventListener("focusin", ({ target }) => { if (isInput(target)) fetchIndex(); });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (isInput(target) && !relatedTarget?.closest("#find")) show(false);
  });
  document.addEventListener("input", typed);
  document.addEventListener("keydown", pressed);
  document.addEventListener("mousedown", touched);
  document.addEventListener("click", clicked);
}
