// What the stage shows, as one plain value, and how each action changes it. Nothing here touches
// the page: keys, clicks, swipes, the timer and the notes window all come down to these actions.
const REGIONS = ["all", "beijing", "tianjin", "hebei"];
const INTERVALS = [10, 20, 30, 60];  // seconds, in the order of the chooser

// `region` null: each scene opens with the choice it was prepared for.
export function first(query, ids) {
  const at = ids.indexOf(query.get("scene"));
  const region = query.get("region");
  return {
    scene: Math.max(at, 0),
    region: [...REGIONS, "own"].includes(region) ? region : null,
    overlay: "", cursor: 0, from: null, black: false, scheme: "dark", seconds: 0,
  };
}

const clamp = (at, count) => Math.min(Math.max(at, 0), count - 1);

// A jump remembers where it came from, so that the list offers the way back.
function jumped(state, to) {
  return { ...state, overlay: "", from: to === state.scene ? state.from : state.scene, scene: to };
}

function opened(state, overlay) {
  const isOpen = state.overlay === overlay;
  const cursors = { list: state.from ?? state.scene, auto: 1, keys: 0 };
  return { ...state, overlay: isOpen ? "" : overlay, cursor: isOpen ? 0 : cursors[overlay] };
}

const turns = {
  next: (state, count) => ({ ...state, scene: clamp(state.scene + 1, count) }),
  back: (state, count) => ({ ...state, scene: clamp(state.scene - 1, count) }),
  first: (state) => ({ ...state, scene: 0 }),
  last: (state, count) => ({ ...state, scene: count - 1 }),
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

// All asked for when all are shown already: each scene as it was prepared.
function refiltered(state, value) {
  if (!REGIONS.includes(value)) return state;
  return { ...state, region: value === "all" && state.region === "all" ? null : value };
}

const playing = (state, seconds) => ({ ...state, overlay: "", black: false, seconds });

// The state after an action; the same object where it changes nothing.
export function after(state, action, count) {
  const [name, value] = action.split(":");
  if (state.black && name !== "tick") return { ...state, black: false, seconds: 0 };
  if (name === "tick") return { ...state, scene: (state.scene + 1) % count };
  if (name === "play") return playing(state, Number(value));
  const still = state.seconds ? { ...state, seconds: 0 } : state;  // any action ends auto-play
  if (state.seconds && name === "auto") return still;
  if (turns[name]) return still.overlay ? moved(still, name, count) : turns[name](still, count);
  if (name === "jump") return jumped(still, clamp(Number(value), count));
  if (name === "region") return refiltered(still, value);
  if (name === "scheme") return { ...still, scheme: still.scheme === "dark" ? "light" : "dark" };
  if (name === "black") return { ...still, black: true, overlay: "" };
  if (["list", "keys", "auto"].includes(name)) return opened(still, name);
  if (name === "choose") return still.overlay ? chosen(still) : turns.next(still, count);
  if (name === "leave") return { ...still, overlay: "" };
  return still;
}

// The choice a scene is shown for: the presenter's, else the scene's own.
export function choice(state, scene) {
  return scene.slides[state.region] ? state.region : scene.opening;
}

// The path and query that open the same scene and region.
export function address(state, deck) {
  const query = new URLSearchParams({ briefing: deck.briefing, scene: deck.scenes[state.scene].id });
  if (state.region) query.set("region", state.region);
  return `/present?${query}`;
}
