// The briefing on paper: every scene for the regions that are chosen, two a sheet, in the light, each
// with its notes. What is small on the stage is larger here, and a scene that then needs it is
// higher. assets/meeting/handout.css sizes it.
import { today } from "../core/paper-head.js";
import { byId, element, fill } from "./elements.js";
import { isTooHigh, write } from "./paint.js";
import { choice } from "./state.js";

const LEAST = 30;  // px of the stage, 8 pt on paper
const HEIGHT = 1080, STEP = 20, HIGHEST = 2400;  // px of a scene
const ROUNDED = 4;  // px by which rows of a table may be rounded up
const SHEET = element("section", { class: "handout-scene" },
  element("div", { class: "handout-frame" }, element("div", { class: "handout-stage" })),
  element("p", { class: "handout-note" }));

let before;  // scheme and form on the screen, while it is paper

// The stage's own places for a scene, as its stylesheet knows them by their ids.
function places() {
  const parts = [...byId("stage").children].slice(0, 3);  // header, slide, footer
  return parts.map((part) => part.cloneNode(true));
}

const saysSomething = (part) =>
  [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

// How much a drawing is smaller than the stage it stands on; 1 of what is no drawing.
function shrunk(part) {
  const drawing = part.closest("svg");
  if (!drawing || !drawing.viewBox.baseVal?.width) return 1;
  const { width, height } = drawing.viewBox.baseVal;
  return Math.min(drawing.clientWidth / width, drawing.clientHeight / height);
}

// No text below the least size. All are read before any is changed: sizes hang on each other.
function enlarge(stage) {
  [...stage.querySelectorAll("*")].filter(saysSomething)
    .map((part) => ({ part, size: parseFloat(getComputedStyle(part).fontSize), scale: shrunk(part) }))
    .filter(({ size, scale }) => size * scale < LEAST)
    .forEach(({ part, scale }) => { part.style.fontSize = `${Math.round(LEAST / scale)}px`; });
}

function grow(stage) {
  const [box, body] = ["slide", "body"].map((id) => stage.querySelector(`#${id}`));
  for (let height = HEIGHT; height <= HIGHEST; height += STEP) {
    stage.parentNode.style.setProperty("--height", height);
    if (!isTooHigh(box, body, ROUNDED)) return;
  }
}

function scene(section, deck, state, at) {
  const slide = deck.scenes[at].slides[choice(state, deck, at)];
  const [frame, note] = section.children;
  const stage = frame.firstElementChild;
  stage.append(...places());
  const text = (id, said) => { stage.querySelector(`#${id}`).textContent = said; };
  write(stage, slide);
  text("count", `${at + 1} / ${deck.scenes.length}`);
  text("news", "");
  text("version", `数据版本 ${deck.version}`);
  note.textContent = slide.note ? `讲稿：${slide.note}` : "";
  enlarge(stage);
  grow(stage);
}

function toPaper(deck, state) {
  if (before || !deck || !state) return;
  before = { ...document.body.dataset };
  Object.assign(document.body.dataset, { scheme: "light", form: "wide" });
  const head = `${deck.title} · ${deck.scenes.length} 页 · 数据版本 ${deck.version} · 打印日期：${today()}`;
  const { protocol, href } = window.location;  // where a file lies is nobody's business
  fill(byId("handout"), [
    element("p", { class: "handout-head" }, protocol === "file:" ? head : `${head} · 网址：${href}`),
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
