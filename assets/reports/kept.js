// What a writer adds beyond what an address holds: it stands on the page and goes into every file of the
// report, and is kept with the report's file. It lives as long as the tab.
import { sendWith } from "../core/built-files.js";
import { whenShown } from "../core/address.js";

export const LONGEST = 20000;  // signs in all
const NAME = "report-own";
const OWN = "编写者补充";
const SECTION = /^[\w.-]+$/;

function read() {
  try {
    const found = JSON.parse(sessionStorage.getItem(NAME) ?? "[]");
    return flawOf(found) ? [] : found;
  } catch {
    return [];
  }
}

export const plain = (text) => text.replace(/\s+/g, " ").trim();

const signs = (own) => own.reduce((sum, [section, said]) => sum + section.length + said.length, 0);

// What is wrong with sentences as a file has them, in words; "" where nothing is.
export function flawOf(own) {
  if (!Array.isArray(own)) return "补充文字应为句子的列表";
  const wrong = own.findIndex((one) => !Array.isArray(one) || one.length !== 2
    || !one.every((part) => typeof part === "string") || !SECTION.test(one[0]) || !plain(one[1]));
  if (wrong >= 0) return `补充文字第 ${wrong + 1} 句有误，应为所在部分的编号和句子`;
  return signs(own) > LONGEST ? `补充文字合计不能超过 ${LONGEST} 字` : "";
}

let kept = read();

// Take these instead of what is kept.
export function keep(own) {
  kept = own.map(([section, said]) => [section, plain(said)]);
  try {
    sessionStorage.setItem(NAME, JSON.stringify(kept));
  } catch { /* a full or closed store: it lives until the page is left */ }
  draw();
}

// Add one more; what is wrong with that, "" where nothing is.
export function add(section, said) {
  const own = [...kept, [section, said]];
  const flaw = flawOf(own);
  if (!flaw) keep(own);
  return flaw;
}

function row(said, place) {
  const item = document.createElement("li");
  item.className = "report-sentence is-own";
  const text = document.createElement("p");
  const mark = document.createElement("span");
  mark.className = "report-own-mark";
  mark.textContent = OWN;
  text.append(mark, said);
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "report-switch";
  remove.textContent = "删除";
  remove.setAttribute("aria-label", `删除：${said.slice(0, 14)}`);
  remove.addEventListener("click", () => keep(kept.filter((_, i) => i !== place)));
  item.append(text, remove);
  return item;
}

// Each list of the page has the sentences of its section.
export function draw() {
  document.querySelectorAll("[data-kept]").forEach((list) => {
    const own = kept.map(([section, said], place) => [section, row(said, place)])
      .filter(([section]) => section === list.dataset.kept);
    list.replaceChildren(...own.map(([, item]) => item));
  });
}

export function start() {
  sendWith((address) => (kept.length && /\/reports\.\w+(\?|$)/.test(address)
    ? JSON.stringify({ own: kept }) : null));
  whenShown(draw);
}
