// The briefing being edited, as a value: every change gives a new one, so nothing is half done.
import { settled, stepped } from "./editor-history.js";

const SCENE = {
  indicator_id: null, against_id: null, subject: null, regions: [], scale: "published",
  base: null, start: null, end: null, title: "finding", note_zh: null,
};

// What a scene shows, as a key: neither its name nor what is said changes it.
export const viewOf = (scene) => JSON.stringify({ ...scene, scene_id: "", note_zh: "" });

const titlesOf = (scenes, titles) =>
  Object.fromEntries(scenes.map((scene, i) => [viewOf(scene), titles[i]]));

export function opened({ name, title, revision, scenes: given, titles }) {
  const scenes = given.map((scene) => ({ ...SCENE, ...scene }));
  return {
    name, title, revision, scenes, saved: scenes, chosen: 0,
    titles: titlesOf(scenes, titles), past: [], future: [], run: null,
  };
}

// The briefing once `scenes` of it were saved; what was changed meanwhile stays a change.
export const kept = (state, scenes, { name, title, revision, titles }) => ({
  ...state, name, title, revision, saved: scenes,
  titles: { ...state.titles, ...titlesOf(scenes, titles) },
});

export const isChanged = ({ scenes, saved }) => scenes !== saved;

export const titled = (state, scene, title) =>
  ({ ...state, titles: { ...state.titles, [viewOf(scene)]: title } });

const within = (at, scenes) => Math.max(0, Math.min(scenes.length - 1, at));

export const chosen = (state, at) => settled({ ...state, chosen: within(at, state.scenes) });

export function moved(state, from, to) {
  if (from === to || to < 0 || to >= state.scenes.length) return state;
  const scenes = [...state.scenes];
  scenes.splice(to, 0, ...scenes.splice(from, 1));
  return stepped(state, { scenes, chosen: to });
}

export function dropped(state, at) {
  const scenes = state.scenes.filter((_, i) => i !== at);
  return stepped(state, { scenes, chosen: within(at, scenes) });
}

export function added(state, theme, indicator) {
  const taken = new Set(state.scenes.map((scene) => scene.scene_id));
  let number = state.scenes.length + 1;
  while (taken.has(`scene-${number}`)) number += 1;
  const scene = {
    ...SCENE, scene_id: `scene-${number}`, layout: "numbers-chart", theme,
    indicator_id: indicator,
  };
  const at = state.scenes.length ? state.chosen + 1 : 0;
  const scenes = [...state.scenes.slice(0, at), scene, ...state.scenes.slice(at)];
  return stepped(state, { scenes, chosen: at });
}

// A change of one field, and what follows from it: a field without use is emptied. What is typed
// without leaving the field is one step.
export function edited(state, field, value, known, isTyped = false) {
  const before = state.scenes[state.chosen];
  if (JSON.stringify(before[field]) === JSON.stringify(value)) return state;
  const scene = { ...before, [field]: value };
  if (field === "theme") scene.indicator_id = known.indicators[value][0][0];
  const uses = known.uses[scene.layout];
  if (field === "layout" && uses.includes("indicator_id")) {
    scene.indicator_id ??= known.indicators[scene.theme][0][0];
  }
  if (!uses.includes("subject")) scene.subject = null;
  else scene.subject ??= "regions";
  if (!uses.includes("against_id") || scene.against_id === scene.indicator_id) {
    scene.against_id = null;
  }
  if (scene.scale !== "index") scene.base = null;
  const scenes = state.scenes.map((other, i) => (i === state.chosen ? scene : other));
  return stepped(state, { scenes }, isTyped ? `${field} ${scene.scene_id}` : null);
}

// Which fields of the form have a use for a scene: what its layout uses, an indicator for the
// title of a list of regions, and a base year for an index.
export function fields(scene, known) {
  const has = (field) => known.uses[scene.layout].includes(field);
  return {
    indicator_id: has("indicator_id") || (has("subject") && scene.subject === "regions"),
    subject: has("subject"), against_id: has("against_id"),
    scale: has("scale"), base: has("scale") && scene.scale === "index",
  };
}

export function title(state, scene) {
  const own = scene.title === "finding" ? "标题由数据生成" : scene.title;
  return state.titles[viewOf(scene)] ?? own;
}

export function about(scene, known) {
  const pairs = Object.values(known.indicators).flat();
  const name = (id) => pairs.find(([key]) => key === id)?.[1] ?? id;
  const theme = known.themes.find(([key]) => key === scene.theme)?.[1] ?? scene.theme;
  const uses = fields(scene, known);
  const years = [scene.start, scene.end].some(Boolean)
    ? `${scene.start ?? "…"}—${scene.end ?? "…"}` : "";
  return [
    known.layouts[scene.layout],
    uses.subject ? known.lists[scene.subject] : "",
    !known.uses[scene.layout].length || ["gaps", "sources"].includes(scene.subject) ? "" : theme,
    uses.indicator_id ? name(scene.indicator_id) : "",
    scene.against_id ? name(scene.against_id) : "",
    scene.scale === "published" ? "" : known.scales[scene.scale],
    scene.regions.map((slug) => known.regions[slug]).join("、"),
    years,
  ].filter(Boolean).join(" · ");
}
