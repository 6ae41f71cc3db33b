// The briefing being edited, as a value: every change gives a new one, so nothing is half done.
import { settled, stepped } from "./editor-history.js";
import { FINDING, SCENE, fitted } from "./editor-layouts.js";

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
  const scene = fitted({ ...before, [field]: value }, field, known);
  const scenes = state.scenes.map((other, i) => (i === state.chosen ? scene : other));
  return stepped(state, { scenes }, isTyped ? `${field} ${scene.scene_id}` : null);
}

export function title(state, scene) {
  const own = scene.title === FINDING ? "标题由数据生成" : scene.title;
  return state.titles[viewOf(scene)] ?? own;
}
