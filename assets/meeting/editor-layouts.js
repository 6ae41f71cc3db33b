// What each layout has a use for, what follows from a change, and a page in words.
export const FINDING = "finding";  // the title is made from the data

export const SCENE = {
  indicator_id: null, against_id: null, subject: null, regions: [], scale: "published",
  base: null, start: null, end: null, title: FINDING, note_zh: null,
  subtitle: null, body: null, date: null, points: [], filters: null, frame: null,
};
const EMPTY = { subtitle: null, body: null, date: null, points: [], filters: null, frame: null };
const WITHOUT_THEME = ["chain", "marks", "areas", "gaps", "index", "watch"];
const WITHOUT_YEARS = ["chain", "place", "areas", "index"];
const WITHOUT_REGIONS = ["place", "index"];
// Keys of the filters that have fields of their own.
const DRAWING = ["ground", "shade", "area", "reference", "trust"];
const CLEARED = { map: "已筛选平台", index: "已改动指数" };  // layouts with more of them
const LISTS_OF_ALL = ["gaps", "sources", "chains"];  // lists that are of no theme
const PAIR = 2;

const keysOf = (pairs) => pairs.map(([key]) => key);

// The scene after a change of a field, with what its layout needs and nothing that it has no use for.
export function fitted(scene, field, known) {
  const uses = known.uses[scene.layout];
  const isUsed = (name) => uses.includes(name);
  const next = { ...scene };
  for (const name of Object.keys(EMPTY)) if (!isUsed(name)) next[name] = EMPTY[name];
  if (field === "layout") Object.assign(next, titled(next, known), opening(next, known));
  if (field === "layout") next.filters = kept(next.filters, known.filters[next.layout] ?? []);
  if (field === "theme") next.indicator_id = known.indicators[next.theme][0][0];
  if (field === "layout" && isUsed("indicator_id")) {
    next.indicator_id = next.indicator_id ?? known.indicators[next.theme][0][0];
  }
  next.subject = subjectOf(next, known);
  if (!isUsed("against_id") || next.against_id === next.indicator_id) next.against_id = null;
  if (next.scale !== "index") next.base = null;
  return next;
}

// Filters as the query of their page has them: the parts with these keys, those without them, and
// the whole with the parts of `keys` as `text` has them. null: none.
const pairsOf = (filters) => [...new URLSearchParams(filters ?? "")];
const joined = (pairs) => new URLSearchParams(pairs).toString().replaceAll("%2C", ",") || null;
const kept = (filters, keys) => joined(pairsOf(filters).filter(([key]) => keys.includes(key)));
const without = (filters, keys) => joined(pairsOf(filters).filter(([key]) => !keys.includes(key)));

export const part = (filters, keys) => kept(filters, keys) ?? "";
export const filtered = (filters, keys, text) =>
  joined([...pairsOf(without(filters, keys)), ...pairsOf(text)]);

// What is left of the filters where they are cleared: what has a field of its own.
export const cleared = (filters) => kept(filters, DRAWING);

// Words of one's own need a title; what only they had goes with them.
function titled({ layout, title }, known) {
  const given = Object.values(known.titles);
  if (known.words.includes(layout)) {
    return { title: title === FINDING || given.includes(title) ? known.titles[layout] : title,
      regions: [], start: null, end: null };
  }
  return { title: given.includes(title) ? FINDING : title };
}

function opening({ layout, theme, regions }, known) {
  const tasks = keysOf(known.themes).filter((key) => key !== known.whole);
  return {
    theme: layout === "task" && theme === known.whole ? tasks[0] : theme,
    regions: layout === "pair" && regions.length !== PAIR
      ? Object.keys(known.regions).slice(0, PAIR) : known.words.includes(layout) ? [] : regions,
  };
}

function subjectOf({ layout, subject }, known) {
  if (!known.uses[layout].includes("subject")) return null;
  const offered = keysOf(known.subjects[layout]);
  return offered.includes(subject) ? subject : offered[0];
}

// Which fields of the form have a use for a scene: what its layout uses, an indicator for the
// title of a list of regions, and a base year for an index.
export function fields(scene, known) {
  const { layout, subject } = scene;
  const has = (field) => known.uses[layout].includes(field);
  const isWords = known.words.includes(layout);
  const isOfAll = layout === "list" && LISTS_OF_ALL.includes(subject);
  const hasYears = !isWords && !WITHOUT_YEARS.includes(layout);
  return {
    theme: !isWords && !WITHOUT_THEME.includes(layout) && !isOfAll,
    indicator_id: has("indicator_id") || (layout === "list" && subject === "regions"),
    subject: has("subject"), against_id: has("against_id"),
    scale: has("scale"), base: has("scale") && scene.scale === "index", frame: has("frame"),
    regions: !isWords && !WITHOUT_REGIONS.includes(layout), start: hasYears, end: hasYears,
    subtitle: has("subtitle"), body: has("body"), date: has("date"), points: has("points"),
    measure: layout === "areas", ground: layout === "map", area: ["map", "areas"].includes(layout),
    reference: layout === "gaps", trust: layout === "index",
    filters: layout in CLEARED && without(scene.filters, DRAWING) !== null,
  };
}

const named = (pairs, key) => pairs.find(([one]) => one === key)?.[1] ?? key;

function yearsOf({ start, end }) {
  if (start && end) return start === end ? `${start} 年` : `${start}—${end} 年`;
  if (start) return `${start} 年起`;
  return end ? `至 ${end} 年` : "";
}

export function about(scene, known) {
  const uses = fields(scene, known);
  const indicators = Object.values(known.indicators).flat();
  return [
    known.layouts[scene.layout],
    uses.subject ? named(known.subjects[scene.layout], scene.subject) : "",
    uses.theme ? named(known.themes, scene.theme) : "",
    uses.indicator_id ? named(indicators, scene.indicator_id) : "",
    scene.against_id ? named(indicators, scene.against_id) : "",
    scene.scale === "published" ? "" : known.scales[scene.scale],
    scene.frame ? known.frames[scene.frame] : "",
    scene.regions.map((slug) => known.regions[slug]).join("、"),
    yearsOf(scene),
    scene.points.length ? `${scene.points.length} 条` : "",
    uses.filters ? CLEARED[scene.layout] : "",
  ].filter(Boolean).join(" · ");
}
