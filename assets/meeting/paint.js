// Writes a state of the deck onto the stage. Every slide came with it; nothing is asked for.
import { byId, element, fill } from "./elements.js";
import { choice as choiceOf } from "./state.js";

const WIDTH = 1920, HEIGHT = 1080;
const HANDS = 700, TALL = 900;  // px: a window narrower is tall; the widest tall stage
const LEAST_FACTOR = 0.5;  // of the stage in a window: below it 24 px are less than 12
const IN_HAND = 2;  // the step of tighter type in the hand, where the slide scrolls
const LEAST_SCALE = 0.9;  // of a drawing: below it its type is too small for the room
const LOOSEST = 3;  // steps of tighter type and spacing before anything could be cut off
let painted = null;  // the slide that stands there

// How a window is filled: `wide`, the stage with its proportions; `small`, a phone held sideways,
// and `tall`, one held upright, where type keeps a size that is read in the hand, the slide fills
// the window and what has no room below is scrolled to.
export function form() {
  const { innerWidth, innerHeight } = window;
  if (innerWidth < innerHeight || innerWidth < HANDS) return "tall";
  return Math.min(innerWidth / WIDTH, innerHeight / HEIGHT) < LEAST_FACTOR ? "small" : "wide";
}

export function scale() {
  const { innerWidth, innerHeight } = window;
  const isWide = form() === "wide";
  const factor = isWide ? Math.min(innerWidth / WIDTH, innerHeight / HEIGHT)
    : Math.max(LEAST_FACTOR, form() === "tall" ? innerWidth / TALL : 0);
  const width = isWide ? WIDTH : innerWidth / factor;
  const height = isWide ? HEIGHT : innerHeight / factor;
  const x = (innerWidth - width * factor) / 2;
  const y = (innerHeight - height * factor) / 2;
  document.body.dataset.form = form();
  const { style } = byId("stage");
  style.width = `${width}px`;
  style.height = `${height}px`;
  style.transform = `translate(${x}px, ${y}px) scale(${factor})`;
  if (painted) fit(byId("slide"), byId("body"));
}

const setText = (box, text) => {
  if (box.textContent !== text) box.textContent = text;
};

export function paint(deck, state) {
  const scene = deck.scenes[state.scene];
  const choice = choiceOf(state, deck);
  const slide = scene.slides[choice];
  if (painted !== slide) {
    painted = slide;
    write(byId("stage"), slide);
    document.title = slide.title;
  }
  setText(byId("count"), `${state.scene + 1} / ${deck.scenes.length}`);
  document.body.dataset.scheme = state.scheme;
  byId("black").hidden = !state.black;
  mark(choice, state);
  overlays(deck, state);
  byId("version").dataset.playing = state.seconds || "";
  setText(byId("version"), state.seconds
    ? `自动播放，每页 ${state.seconds} 秒，按任意键暂停`
    : `${state.region ? "Y 回到预设的地区" : `数据版本 ${deck.version}`} · ? 按键`);
}

// A slide in its places: those of the stage, or of a scene on paper.
export function write(stage, slide) {
  const place = (id) => stage.querySelector(`#${id}`);
  place("slide").className = `layout-${slide.layout}`;
  title(place("title"), slide.title);
  fill(place("body"), slide.body);
  head(place, slide);
  setText(place("source"), slide.source);
  fit(place("slide"), place("body"));
  place("slide").scrollTop = 0;
}

// A title breaks between its clauses, and before a remark in brackets, rather than within a name.
function title(box, text) {
  fill(box, text.split(/(?<=[，；：、。])|(?=（[^）]{8,})/).map((clause) => element("span", {}, clause)));
}

// The filter in words begins with the theme, which stands in strong type.
function head(place, slide) {
  const [first, ...others] = slide.filter.split(" · ");
  setText(place("theme"), first);
  setText(place("filter"), others.join(" · "));
}

// Tighter by steps until it fits; the least type is still what the room can read.
function fit(box, body) {
  if ((document.body.dataset.form ?? "wide") !== "wide") return void (box.dataset.fit = IN_HAND);
  for (let step = 0; step <= LOOSEST; step += 1) {
    box.dataset.fit = step;
    if (!overflows(box, body) && !shrinks(body)) return;
  }
}

function overflows(box, body) {
  return isTooHigh(box, body) ||
    parts(box, body).some((part) => part.scrollWidth > part.clientWidth + 1);
}

export function isTooHigh(box, body, rounded = 1) {
  return parts(box, body).some((part) => part.scrollHeight > part.clientHeight + rounded);
}

const parts = (box, body) => [box, body, ...body.querySelectorAll(
  ".side, .numbers, table, .tasks, .measures-list, .moved, .pairs, .points")];

// A long title leaves a drawing less room, which then shrinks, type and all.
function shrinks(body) {
  return [...body.querySelectorAll(".picture svg")].some((drawing) => {
    const { width, height } = drawing.viewBox.baseVal;
    const scale = Math.min(drawing.clientWidth / width, drawing.clientHeight / height);
    return scale < LEAST_SCALE;
  });
}

function mark(choice, state) {
  document.querySelectorAll("[data-action^='region:']").forEach((button) => {
    button.setAttribute("aria-pressed", button.dataset.action === `region:${choice}`);
  });
  document.body.dataset.overlay = state.overlay;
}

function overlays(deck, state) {
  for (const name of ["list", "keys", "auto"]) {
    byId(`overlay-${name}`).hidden = state.overlay !== name;
  }
  if (state.overlay === "list") list(deck, state);
  if (state.overlay === "auto") point(byId("intervals").children, state.cursor);
}

function list(deck, state) {
  fill(byId("scenes"), deck.scenes.map((scene, at) => {
    const where = at === state.scene ? "现在" : at === state.from ? "刚才" : "";
    return element("li", {},
      element("button", { type: "button", tabIndex: -1, "data-action": `jump:${at}` },
        element("span", {}, scene.slides[choiceOf(state, deck, at)].title),
        element("em", {}, where)));
  }));
  point(byId("scenes").children, state.cursor);
}

// The chosen row also has the focus, so that those who hear the page know it.
function point(rows, cursor) {
  [...rows].forEach((row, at) => {
    const button = row.firstElementChild;
    button.toggleAttribute("aria-current", at === cursor);
    if (at === cursor) {
      button.focus({ preventScroll: true });
      button.scrollIntoView({ block: "nearest" });
    }
  });
}
