// What may have been meant where nothing is found: what means something near it, names that
// differ from it by a slip (工业增家值, gpd), or hold the greater part of it (财政收入增速).
const MOST = 5;
const HELD = 0.6;  // of what was typed, in parts of two characters or more
const isLatin = (text) => /^[a-z0-9]+$/.test(text);

// Slips that are forgiven: none in two characters, one in up to five (of letters, six) …
const allowed = (text) =>
  (text.length < 3 ? 0 : Math.ceil(text.length / (isLatin(text) ? 6 : 5)));

// The fewest slips (a character too many, too few, another, two exchanged) between a text and a
// name, or the best part of the name.
function slips(text, name, isPart) {
  let before;
  let row = [...Array(name.length + 1).keys()].map((at) => (isPart ? 0 : at));
  for (let i = 1; i <= text.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const isSame = text[i - 1] === name[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1));
      const isTurned = i > 1 && j > 1 && text[i - 1] === name[j - 2] && text[i - 2] === name[j - 1];
      if (isTurned) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return isPart ? Math.min(...row) : row[name.length];
}

const spellings = ({ spelled }) => Object.values(spelled).map((one) => one.join(""));
const initials = ({ spelled }) => Object.values(spelled).map((one) =>
  one.map((syllable) => syllable[0] ?? "").join("")).filter((text) => text.length > 4);
const words = ({ folded }) => ["i", "s", "n", "o", "e", "f"].flatMap((key) =>
  folded[key].match(/[a-z0-9]{3,}/g) ?? []);
const names = ({ folded }) => ["s", "n"].map((key) => folded[key]).concat(folded.o.split(";"));

// Of three characters the first one is right: two alike of three are seldom what was meant.
const mayBe = (text) => (name) => text.length > 3 || name.includes(text[0]);

function slipsOf(entry, text) {
  if (!isLatin(text)) {
    return Math.min(...names(entry).filter(mayBe(text)).map((name) => slips(text, name, true)));
  }
  const whole = [...words(entry), ...initials(entry)].filter(mayBe(text));
  const within = text.length > 5 ? spellings(entry) : [];
  return Math.min(
    ...whole.map((name) => slips(text, name, false)),
    ...within.map((name) => slips(text, name, true)),
  );
}

// The share of a text that stands in the names of a row, part by part from its start.
function held(entry, text) {
  const all = names(entry).join(" ");
  let count = 0;
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && all.includes(text.slice(from, to + 1))) to += 1;
    if (to - from > 1) count += to - from;
    from = Math.max(to, from + 1);
  }
  return count / text.length;
}

// How far a row is from a text, undefined where it is too far to be meant.
function distance(entry, text) {
  if (entry.near.some((word) => text.includes(word))) return 0;
  const count = slipsOf(entry, text);
  if (count <= allowed(text)) return count;
  const share = text.length > 3 && !isLatin(text) ? held(entry, text) : 0;
  return share > HELD ? allowed(text) + 2 - share : undefined;
}

// The rows nearest to what was typed, as matches without a place; none if none is near.
export function nearest(rows, typed) {
  const text = typed.replace(/\s+/g, "");
  return rows
    .map((entry) => ({ entry, far: distance(entry, text), isArchived: Boolean(entry.row.a) }))
    .filter(({ far }) => far !== undefined)
    .sort((one, other) => one.isArchived - other.isArchived || one.far - other.far
      || one.entry.row.s.length - other.entry.row.s.length)
    .slice(0, MOST)
    .map((match) => ({ ...match, places: [] }));
}
