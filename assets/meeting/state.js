// What the stage shows, as one plain value, and how each action changes it. Nothing here touches
// the page: keys, clicks, swipes, the timer and the notes window all come down to these actions.
const REGIONS = [
  "all", "beijing", "tianjin", "hebei", "beijing-tianjin", "beijing-hebei", "tianjin-hebei",
];
const INTERVALS = [10, 20, 30, 60];  // seconds, in the order of the chooser

// `region` is what was chosen for the scene that stands there; null: as it was prepared. It is
// given up as soon as the scene is left: every scene opens as it was prepared.
export function first(query, ids) {
  const at = ids.indexOf(query.get("scene"));
  const region = query.get("region");
  return {
    scene: Math.max(at, 0),
    region: REGIONS.includes(region) ? region : null,
    overlay: "", cursor: 0, from: null, black: false, scheme: "dark", seconds: 0,
  };
}

const clamp = (at, count) => Math.min(Math.max(at, 0), count - 1);

function turned(state, to) {
  return to === state.scene ? state : { ...state, scene: to, region: null };
}

// A jump remembers where it came from, so that the list offers the way back.
function jumped(state, to) {
  const from = to === state.scene ? state.from : state.scene;
  return { ...turned(state, to), overlay: "", from };
}

function opened(state, overlay) {
  const isOpen = state.overlay === overlay;
  const cursors = { list: state.from ?? state.scene, auto: 1, keys: 0 };
  return { ...state, overlay: isOpen ? "" : overlay, cursor: isOpen ? 0 : cursors[overlay] };
}

const turns = {
  next: (state, count) => turned(state, clamp(state.scene + 1, count)),
  back: (state, count) => turned(state, clamp(state.scene - 1, count)),
  first: (state) => turned(state, 0),
  last: (state, count) => turned(state, count - 1),
};

// In an open list the same keys move the cursor; in other overlays they do nothing.
function moved(state, action, count) {
  const length = { list: count, auto: INTERVALS.length }[state.overlay];
  if (!length) return state;
  const to = { next: state.cursor + 1, back: state.cursor - 1, first: 0, last: length - 1 };
  return { ...state, cursor: clamp(to[action], length) };
}

function chosen(state) {
  if (state.overlay === "list") return jumped(state, state.cursor);
  if (state.overlay === "auto") return playing(state, INTERVALS[state.cursor]);
  return { ...state, overlay: "" };
}

const refiltered = (state, value) =>
  (REGIONS.includes(value) ? { ...state, region: value } : state);

const playing = (state, seconds) => ({ ...state, overlay: "", black: false, seconds });

// The state after an action; the same object where it changes nothing.
export function after(state, action, count) {
  const [name, value] = action.split(":");
  if (state.black && name !== "tick") return { ...state, black: false, seconds: 0 };
  if (name === "tick") return turned(state, (state.scene + 1) % count);
  if (name === "play") return playing(state, Number(value));
  const still = state.seconds ? { ...state, seconds: 0 } : state;  // any action ends auto-play
  if (state.seconds && name === "auto") return still;
  if (turns[name]) return still.overlay ? moved(still, name, count) : turns[name](still, count);
  if (name === "jump") return jumped(still, clamp(Number(value), count));
  if (name === "region") return refiltered(still, value);
  if (name === "prepared") return { ...still, region: null };
  if (name === "scheme") return { ...still, scheme: still.scheme === "dark" ? "light" : "dark" };
  if (name === "black") return { ...still, black: true, overlay: "" };
  if (["list", "keys", "auto"].includes(name)) return opened(still, name);
  if (name === "choose") return still.overlay ? chosen(still) : turns.next(still, count);
  if (name === "leave") return { ...still, overlay: "" };
  return still;
}

// The choice a scene is shown for: the presenter's where it stands there and has a slide for it,
// else the scene's own.
export function choice(state, deck, at = state.scene) {
  const scene = deck.scenes[at];
  return at === state.scene && scene.slides[state.region] ? state.region : scene.opening;
}

// Why a choice of regions changes nothing on a scene; "" where it has a slide for it.
export function refusal(scene, region) {
  if (scene.slides[region]) return "";
  const isFixed = Object.keys(scene.slides).length === 1;
  return isFixed ? "本页内容不分地区。" : "本页比较地区之间的差距，可按 4、5、6 选两个地区。";
}

// The path and query that open the same scene and region.
export function address(state, deck) {
  const query = new URLSearchParams({ briefing: deck.briefing, scene: deck.scenes[state.scene].id });
  if (state.region) query.set("region", state.region);
  return `/present?${query}`;
}
