// The briefing being edited, as a value: every change gives a new one, so nothing is half done.
const SCENE = {
  indicator_id: null, against_id: null, subject: null, regions: [], scale: "published",
  base: null, start: null, end: null, title: "finding", note_zh: null,
};

export const opened = ({ name, title, revision, scenes, titles }) => ({
  name, title, revision,
  scenes: scenes.map((scene) => ({ ...SCENE, ...scene })),
  titles: Object.fromEntries(scenes.map((scene, i) => [scene.scene_id, titles[i]])),
  chosen: 0,
  isChanged: false,
});

const changed = (state, more) => ({ ...state, ...more, isChanged: true });

export const chosen = (state, at) =>
  ({ ...state, chosen: Math.max(0, Math.min(state.scenes.length - 1, at)) });

export function moved(state, from, to) {
  if (from === to || to < 0 || to >= state.scenes.length) return state;
  const scenes = [...state.scenes];
  scenes.splice(to, 0, ...scenes.splice(from, 1));
  return changed(state, { scenes, chosen: to });
}

export function dropped(state, at) {
  const scenes = state.scenes.filter((_, i) => i !== at);
  return chosen(changed(state, { scenes }), Math.min(at, scenes.length - 1));
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
  return changed(state, { scenes, chosen: at });
}

// A change of one field, and what follows from it: a field without use is emptied.
export function edited(state, field, value, known) {
  const scene = { ...state.scenes[state.chosen], [field]: value };
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
  const titles = { ...state.titles };
  if (field !== "note_zh") delete titles[scene.scene_id];  // the sentence is of the view before
  return changed(state, { scenes, titles });
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
  const own = scene.title === "finding" ? "标题由数据写成，保存后显示" : scene.title;
  return state.titles[scene.scene_id] ?? own;
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
