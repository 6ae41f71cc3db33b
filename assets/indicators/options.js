// What the search has found, built of elements: no text of the index is ever read as HTML.
import { withChanges } from "../core/query.js";
import { fold } from "./match.js";

export function make(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

// Regions and years stay; what belongs to the indicator looked at before does not.
export const addressOf = (indicator) =>
  withChanges({ theme: "", scale: "", base: "", against: "", indicator });

// A text with its matched characters marked; where folding has changed its length, plain.
function marked(text, places) {
  if (fold(text).length !== text.length) return [text];
  const isMarked = (i) => places.some(({ from, to }) => i >= from && i < to);
  const parts = [];
  [...Array(text.length).keys()].forEach((i) => {
    const last = parts[parts.length - 1];
    if (last && last.on === isMarked(i)) last.text += text[i];
    else parts.push({ on: isMarked(i), text: text[i] });
  });
  return parts.map(({ on, text: piece }) => (on ? make("mark", "", piece) : piece));
}

// What matched, where it is none of the texts that stand in the row anyway.
function hint({ row }, places) {
  const place = places.find(({ key }) => !["s", "u", "t"].includes(key));
  if (!place) return [];
  const isSource = typeof place.key === "number";
  const text = isSource ? row.p[place.key] : row[place.key];
  // Of several other names only the one that was met.
  const start = place.key === "o" ? text.lastIndexOf("；", place.from) + 1 : 0;
  const [part] = place.key === "o" ? text.slice(start).split("；") : [text];
  const same = places.filter(({ key }) => key === place.key)
    .map(({ from, to }) => ({ from: from - start, to: to - start }));
  return [make("span", "find-hint", isSource ? "来源：" : "", ...marked(part, same))];
}

function option({ entry, places, isArchived }, number) {
  const { row } = entry;
  const here = (key) => places.filter((place) => place.key === key);
  const made = make(
    "a", isArchived ? "find-option archived" : "find-option",
    make("span", "find-name", ...marked(row.s, here("s"))),
    ...(isArchived ? [make("span", "find-tag", "历史")] : []),
    ...hint(entry, places),
    make("span", "find-unit", ...marked(row.u, here("u"))),
    make("span", "find-year", `至 ${row.y}`),
  );
  made.id = `find-option-${number}`;
  made.href = addressOf(row.i);
  made.tabIndex = -1;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  made.dataset.finds = row.i;
  return made;
}

// The groups of groupsOf (match.js) as elements, their options numbered throughout.
export function list(groups) {
  let count = 0;
  return groups.map(([theme, matches], number) => {
    const title = make("div", "find-theme", theme, make("span", "find-count", `${matches.length} 项`));
    title.id = `find-theme-${number}`;
    title.setAttribute("role", "presentation");
    const group = make("div", "find-group", title, ...matches.map((m) => option(m, count++)));
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", title.id);
    return group;
  });
}
