// Since which version of Chromium a name of the web is there, from MDN's browser-compat-data.
import { createRequire } from "node:module";

const { api, css, javascript } = createRequire(import.meta.url)("@mdn/browser-compat-data");

export const FLOOR = 86;  // Chromium's version on the desks that read the pages

// "≤31" is 31; "preview" and false are none.
const versionOf = (text) => parseFloat(`${text}`.replace("≤", "")) || Infinity;

// The version of one entry, FLOOR itself where it was there then, if only in part; without prefix,
// flag or another name. Infinity where there is none.
function since(entry) {
  const plain = [entry?.__compat?.support.chrome ?? []].flat()
    .filter(({ prefix, flags, alternative_name: other }) => !prefix && !flags && !other)
    .map(({ version_added: from, version_removed: to }) => ({ from: versionOf(from), to: versionOf(to) }));
  if (plain.some(({ from, to }) => from <= FLOOR && FLOOR < to)) return FLOOR;
  return Math.min(...plain.map(({ from }) => from).filter((from) => from > FLOOR), Infinity);
}

const parts = (entry) => Object.entries(entry).filter(([name]) => name !== "__compat");

// The least version of all entries of a name: with it the name may mean the oldest of them.
function earliest(entries) {
  const found = new Map();
  for (const [name, version] of entries) {
    found.set(name, Math.min(version, found.get(name) ?? Infinity));
  }
  return found;
}

const dated = (entry) => parts(entry).map(([name, part]) => [name, since(part)]);

// What is a name of any interface or object of the language: methods and properties, and events.
const EVENT = /_event$/;
const STATIC = /_static$/;
const interfaces = [...parts(api), ...parts(javascript.builtins)];
const members = interfaces.flatMap(([, entry]) => dated(entry));
const named = (list, ending) => list.map(([name, version]) => [name.replace(ending, ""), version]);
export const MEMBERS = earliest(named(members.filter(([name]) => !EVENT.test(name)), STATIC));
export const EVENTS = earliest(named(members.filter(([name]) => EVENT.test(name)), EVENT));
export const GLOBALS = earliest(interfaces.map(([name, entry]) => [name, since(entry)]));

// Properties of the page itself; other interfaces have many that are everyday words.
const OF_THE_PAGE = [
  "Window", "Document", "Navigator", "Node", "Element", "HTMLElement", "SVGElement",
  "HTMLDialogElement", "HTMLInputElement", "HTMLSelectElement", "HTMLDetailsElement",
  "Event", "MouseEvent", "PointerEvent", "KeyboardEvent",
];
const ofThePage = OF_THE_PAGE.flatMap((name) => parts(api[name]).map(([member]) => member));
export const PAGE_MEMBERS = new Set(ofThePage);

// A member of a named global: AbortSignal.timeout. Undefined where the data do not know it.
export function ofGlobal(owner, name) {
  const entry = api[owner] ?? javascript.builtins[owner];
  const member = entry?.[`${name}_static`] ?? (Object.hasOwn(entry ?? {}, name) ? entry[name] : undefined);
  return member && since(member);
}

export const SELECTORS = earliest(dated(css.selectors));
export const NESTING = SELECTORS.get("nesting");
export const SELECTORS_IN_NOT = since(css.selectors.not.selector_list);

const MARGIN = /^at_/;  // the boxes in the margins of @page
export const AT_RULES = earliest([
  ...dated(css["at-rules"]),
  ...dated(css["at-rules"].page).filter(([name]) => MARGIN.test(name))
    .map(([name, version]) => [name.replace(MARGIN, ""), version]),
]);
export const MEDIA = earliest(dated(css["at-rules"].media));
export const descriptorSince = (atRule, name) => since(css["at-rules"][atRule]?.[name]);
export const PROPERTIES = earliest(dated(css.properties));

const KEYWORDS = new Map(parts(css.properties).map(([name, entry]) => [name, earliest(dated(entry))]));
export const keywordSince = (property, word) => KEYWORDS.get(property)?.get(word);

// Functions stand at any depth below the types, and as parts of properties.
const deep = (entry) => parts(entry).flatMap(([name, part]) => [[name, since(part)], ...deep(part)]);
export const FUNCTIONS = earliest([...deep(css.types), ...[...KEYWORDS.values()].flatMap((of) => [...of])]);

const { length } = css.types;
const UNITS = new Map(dated(length));
const GROUPS = [
  [/^cq/, "container_query_length_units"],
  [/^d(v|vi|vb|vw|vh|vmin|vmax)/, "viewport_percentage_units_dynamic"],
  [/^l(v|vi|vb|vw|vh|vmin|vmax)/, "viewport_percentage_units_large"],
  [/^s(v|vi|vb|vw|vh|vmin|vmax)/, "viewport_percentage_units_small"],
];
export const unitSince = (unit) =>
  UNITS.get(GROUPS.find(([pattern]) => pattern.test(unit))?.[1] ?? unit);

// Ways to write a value that are younger than their property, and have no name.
export const MANNERS = [
  { property: "text-decoration", pattern: /(^|\s)[\d.]+(px|r?em|%)/,
    since: since(css.properties["text-decoration"].includes_thickness) },
  { property: "contain-intrinsic-size", pattern: /\bauto\b/, since: 98 },  // not in the data
];
