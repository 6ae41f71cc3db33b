// The chosen page as the stage draws it: asked of the server once the hand rests, shown in a frame that is
// a stage of its own (preview.js). What cannot be drawn keeps the last picture and says why.
import { viewOf } from "./editor-model.js";
import { server } from "./editor-server.js";
import { drawFaults, inWords } from "./editor-view.js";
import { byId } from "./elements.js";

const REST = 250;  // ms without another change until the server is asked
const MOST = 40;  // pages that stay drawn
const WIDTH = 1920;  // px of the stage
const STALE = "预览为更正前的画面。";

const kept = new Map();  // view → { title, deck }
let asked = null;  // the view that is shown or waited for
let page;  // the scene_id of the page it is of
let timer;
let asking = null;

// `learn(title)` is told the title that the data give the page.
export function preview(scene, { chosen, scenes }, learn) {
  const view = scene ? viewOf(scene) : "";
  const place = `${chosen + 1} / ${scenes.length}`;
  if (scene?.scene_id !== page) drawFaults([]);
  page = scene?.scene_id;
  if (view === asked) return count(place);
  asked = view;
  clearTimeout(timer);
  asking?.abort();
  byId("preview").hidden = !scene;
  if (!scene) return undefined;
  if (kept.has(view)) return draw(kept.get(view), place);
  timer = setTimeout(fetchAndDraw, byId("stage-frame").dataset.drawn ? REST : 0, scene, view, learn);
  return count(place);
}

async function fetchAndDraw(scene, view, learn) {
  const { signal } = asking = new AbortController();
  try {
    const found = await server.drawn(scene, signal);
    if (!found.faults) keep(view, found);
    if (view !== asked) return undefined;
    if (found.faults) return refuse(found.faults, []);
    draw(found, byId("stage-frame").dataset.place);
    return learn(found.title);
  } catch (error) {
    if (!error.sentences) throw error;
    return view === asked && !signal.aborted ? refuse([], error.sentences) : undefined;
  }
}

// What is wrong stands beside its field; what belongs to no field that is seen, below the picture.
function refuse(found, sentences) {
  asked = null;  // the same again is asked again
  const faults = found.map(({ key, text }) => ({ key, text: inWords(text) }));
  drawFaults(faults);
  const own = faults.filter(({ key }) => !document.querySelector(`[data-field="${key}"]:not([hidden])`));
  const said = [...own.map(({ text }) => `${text}。`), ...sentences, STALE];
  byId("preview-state").textContent = said.join("");
  byId("stage-frame").dataset.stale = "";
}

function keep(view, found) {
  kept.set(view, found);
  if (kept.size > MOST) kept.delete(kept.keys().next().value);
}

let shown = null;  // { deck, place }

function draw({ deck }, place) {
  drawFaults([]);
  byId("preview-state").textContent = "";
  delete byId("stage-frame").dataset.stale;
  byId("stage-frame").dataset.drawn = "yes";
  shown = { deck };
  count(place);
}

function count(place) {
  byId("stage-frame").dataset.place = place;
  if (!shown) return;
  shown = { ...shown, place };
  post();
}

const post = () =>
  shown && byId("stage-frame").contentWindow.postMessage(shown, window.location.origin);

// The frame is a stage in full, made as small as its place.
function scale() {
  const { width } = byId("preview-box").getBoundingClientRect();
  if (width) byId("stage-frame").style.transform = `scale(${width / WIDTH})`;
}

export function start() {
  window.addEventListener("message", ({ origin, source }) => {
    if (origin === window.location.origin && source === byId("stage-frame").contentWindow) post();
  });
  new ResizeObserver(scale).observe(byId("preview-box"));
}
