// The briefing on paper: every scene for the regions that are chosen, two a sheet, in the light, each
// with its notes where there is room for them. assets/meeting/handout.css sizes it.
import { byId, element, fill } from "./elements.js";
import { write } from "./paint.js";
import { choice } from "./state.js";

const SHEET = element("section", { class: "handout-scene" },
  element("div", { class: "handout-stage" }),
  element("p", { class: "handout-note" }));

let before;  // scheme and form on the screen, while it is paper

function today() {
  const now = new Date();
  return `${now.getFullYear()} 年 ${now.getMonth() + 1} 月 ${now.getDate()} 日`;
}

// The stage's own places for a scene, as its stylesheet knows them by their ids.
function places() {
  const parts = [...byId("stage").children].slice(0, 3);  // header, slide, footer
  return parts.map((part) => part.cloneNode(true));
}

function scene(section, deck, state, at) {
  const slide = deck.scenes[at].slides[choice(state, deck, at)];
  const [stage, note] = section.children;
  stage.append(...places());
  const text = (id, said) => { stage.querySelector(`#${id}`).textContent = said; };
  write(stage, slide);
  text("count", `${at + 1} / ${deck.scenes.length}`);
  text("news", "");
  text("version", `数据版本 ${deck.version}`);
  note.textContent = slide.note ? `讲稿：${slide.note}` : "";
  note.hidden = note.scrollHeight > note.clientHeight;  // whole, or not at all
}

function toPaper(deck, state) {
  if (before || !deck || !state) return;
  before = { ...document.body.dataset };
  Object.assign(document.body.dataset, { scheme: "light", form: "wide" });
  const head = `${deck.title} · ${deck.scenes.length} 页 · 数据版本 ${deck.version} · 打印日期：${today()}`;
  fill(byId("handout"), [
    element("p", { class: "handout-head" }, `${head} · 网址：${window.location.href}`),
    ...deck.scenes.map(() => SHEET),
  ]);
  byId("handout").hidden = false;
  [...byId("handout").querySelectorAll("section")].forEach(
    (section, at) => scene(section, deck, state, at));
}

function toScreen() {
  if (!before) return;
  const { scheme, form } = before;
  Object.assign(document.body.dataset, { scheme, form });
  before = undefined;
  byId("handout").hidden = true;
  fill(byId("handout"), null);
}

// shown() gives the deck and the state of the stage.
export function start(shown) {
  const print = () => toPaper(...shown());
  window.addEventListener("beforeprint", print);
  window.addEventListener("afterprint", toScreen);
  window.matchMedia("print").addEventListener("change",
    ({ matches }) => (matches ? print : toScreen)());
}
