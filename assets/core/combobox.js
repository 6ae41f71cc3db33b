// A search box: looks through an index that is fetched once, so a keystroke needs no server. A
// combobox with a list: the focus stays in the input, the arrows move a mark. A box is
// { place, way, has(entry), groupOf(entry), most, listsAll, addressOf(entry, places), aside(match, here), nothing,
// leave() }; its elements are named for its place (components/search/box.py), its `way` opens what is
// chosen: { open(address, { fragment }), foresee(address) }.
import { list, make } from "./found.js";
import { fold, groupsOf, prepare, wordsOf } from "./match.js";
import { nearest } from "./nearest.js";

const OPTION = "[role=option]:not([aria-disabled])";
const coming = new Map();  // address of an index → its prepared rows, promised

function fetched(address) {
  if (!coming.has(address)) {
    const rows = window.fetch(address)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then((groups) => groups.flatMap((group) => group.rows.map((row) => prepare(row, group))));
    rows.catch(() => coming.delete(address));
    coming.set(address, rows);
  }
  return coming.get(address);
}

class Combobox {
  constructor(box) {
    this.box = box;
  }

  part(name) {
    return document.getElementById(`${this.box.place}-${name}`);
  }

  get isOpen() {
    return this.part("panel")?.hidden === false;
  }

  fetch() {
    if (this.rows) return;
    fetched(document.getElementById(this.box.place).dataset.index).then((rows) => {
      if (this.rows) return;
      this.rows = rows.filter(this.box.has);
      this.refresh();
    }, () => this.isOpen && this.sayNothing("索引未能加载，请重新输入。"));
  }

  refresh() {
    if (!this.rows || !this.isOpen) return;
    const { value } = this.part("input");
    const words = wordsOf(value);
    if (!words.length && !this.box.listsAll) return this.show(false);
    const groups = groupsOf(this.rows, words, this.box.groupOf);
    if (!groups.length) return this.suggest(value);
    this.part("list").replaceChildren(...list(this.box, groups));
    this.part("panel").scrollTop = 0;
    const count = groups.reduce((sum, [, matches]) => sum + matches.length, 0);
    this.part("status").textContent = `找到 ${count} 项`;
    this.choose(words.length ? 0 : -1);
  }

  // Nothing is chosen for the reader: what is near may not be what was meant.
  suggest(value) {
    const near = nearest(this.rows, fold(value));
    if (!near.length) return this.sayNothing(this.box.nothing);
    this.part("list").replaceChildren(...list(this.box, [["没有匹配的结果，您要找的是", near, ""]]));
    this.part("status").textContent =
      `没有匹配的结果，您要找的是：${near.map(({ entry }) => entry.row.s).join("、")}`;
    this.choose(-1);
  }

  sayNothing(text) {
    const told = make("div", "find-nothing", text);
    told.setAttribute("role", "option");  // the only kind a list may hold, but none to be chosen
    told.setAttribute("aria-disabled", "true");
    this.part("list").replaceChildren(told);
    this.part("status").textContent = text;
    this.choose(-1);
  }

  options() {
    return [...this.part("list").querySelectorAll(OPTION)];
  }

  chosen() {
    return this.part("list").querySelector("[aria-selected=true]");
  }

  choose(number) {
    this.chosen()?.setAttribute("aria-selected", "false");
    const next = this.options()[number];
    if (!next) return this.part("input").removeAttribute("aria-activedescendant");
    next.setAttribute("aria-selected", "true");
    this.part("input").setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }

  show(isShown) {
    const isWanted = isShown && (this.box.listsAll || wordsOf(this.part("input").value).length > 0);
    if (!this.part("panel") || isWanted === this.isOpen) return;
    this.part("panel").hidden = !isWanted;
    this.part("input").setAttribute("aria-expanded", isWanted);
    if (isWanted) return this.refresh();
    this.choose(-1);
    this.part("status").textContent = "";
  }

  go(link) {
    this.part("input").value = "";
    this.show(false);
    this.box.leave();
    // The same part again: the address does not change, the reader still wants to be there.
    if (link.href === window.location.href) window.dispatchEvent(new Event("hashchange"));
    else this.box.way.open(link.pathname + link.search, { fragment: link.hash });
  }

  step(to) {
    if (!this.isOpen) {
      this.show(true);
      if (!this.isOpen || this.chosen()) return;
    }
    const count = this.options().length;
    this.choose((to(this.options().indexOf(this.chosen()), count) + count) % count);
  }

  // Keys, as the WAI-ARIA pattern of a combobox has them; those not named here are the input's.
  press(key) {
    const act = {
      ArrowDown: () => this.step((now) => now + 1),
      ArrowUp: () => this.step((now, count) => (now < 0 ? count - 1 : now - 1)),
      Home: () => this.isOpen && this.step(() => 0),
      End: () => this.isOpen && this.step((_now, count) => count - 1),
      Enter: () => this.isOpen && this.chosen() && this.go(this.chosen()),
      Escape: () => this.escape(),
    }[key];
    act?.();
    return Boolean(act);
  }

  escape() {
    if (this.isOpen) this.show(false);
    else this.part("input").value = "";
    this.box.escape?.();
  }

  listen() {
    const isInput = (target) => target.id === `${this.box.place}-input`;
    const inside = (target) => target.closest?.(`#${this.box.place}`);
    document.addEventListener("focusin", ({ target }) => { if (isInput(target)) this.fetch(); });
    document.addEventListener("focusout", ({ target, relatedTarget }) => {
      if (isInput(target) && !(relatedTarget && inside(relatedTarget))) this.show(false);
    });
    document.addEventListener("input", ({ target }) => {
      if (!isInput(target)) return;
      this.fetch();
      if (this.isOpen) this.refresh();
      else this.show(true);
    });
    // Keys pressed while an input method composes are the input method's.
    document.addEventListener("keydown", (event) => {
      if (!isInput(event.target) || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (this.press(event.key)) event.preventDefault();
    });
    // A press in the list leaves the focus in the input; its answer is on its way at once.
    document.addEventListener("mousedown", (event) => {
      if (!event.target.closest(`#${this.box.place}-panel`)) return;
      event.preventDefault();
      const link = event.target.closest(OPTION);
      if (link && event.button === 0) this.box.way.foresee(link.pathname + link.search);
    });
    document.addEventListener("click", (event) => {
      if (isInput(event.target)) return this.show(true);
      const link = event.target.closest(`#${this.box.place}-list ${OPTION}`);
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
      event.preventDefault();
      return this.go(link);
    });
  }
}

export function combobox(box) {
  const made = new Combobox(box);
  made.listen();
  return made;
}
