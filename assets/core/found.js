// What a search has found, built of elements: no text of the index is ever read as HTML.
import { fold } from "./match.js";

export function make(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

// A text with its matched characters marked; where folding has changed its length, plain.
export function marked(text, places) {
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
  const place = places.find(({ key }) => !["s", "u", "t", "region"].includes(key));
  if (!place || row[place.key] === row.s) return [];
  const isSource = typeof place.key === "number";
  const text = isSource ? row.p[place.key] : row[place.key];
  // Of several other names only the one that was met.
  const start = place.key === "o" ? text.lastIndexOf("；", place.from) + 1 : 0;
  const [part] = place.key === "o" ? text.slice(start).split("；") : [text];
  const same = places.filter(({ key }) => key === place.key)
    .map(({ from, to }) => ({ from: from - start, to: to - start }));
  return [make("span", "find-hint", isSource ? "来源：" : "", ...marked(part, same))];
}

function option(box, match, number) {
  const { entry, places, isArchived } = match;
  const { row } = entry;
  const here = (key) => places.filter((place) => place.key === key);
  const made = make(
    "a", isArchived ? "find-option archived" : "find-option",
    make("span", "find-name", ...marked(row.s, here("s"))),
    ...(isArchived ? [make("span", "find-tag", "历史")] : []),
    ...hint(entry, places),
    ...box.aside(match, here),
  );
  made.id = `${box.place}-option-${number}`;
  made.href = box.addressOf(entry, places);
  made.tabIndex = -1;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  return made;
}

// Groups of matches as elements, their options numbered throughout; of each group the first
// `box.most`, and how many it has.
export function list(box, groups) {
  let count = 0;
  return groups.map(([name, matches, told], number) => {
    const few = matches.slice(0, box.most);
    const size = few.length < matches.length ? `前 ${few.length} 项，共 ${matches.length} 项` : `${matches.length} 项`;
    const title = make("div", "find-theme", name, make("span", "find-count", told ?? size));
    title.id = `${box.place}-group-${number}`;
    title.setAttribute("role", "presentation");
    const group = make("div", "find-group", title, ...few.map((m) => option(box, m, count++)));
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", title.id);
    return group;
  });
}
