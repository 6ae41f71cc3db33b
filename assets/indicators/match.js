// What is looked for in the index of all indicators: words meet a row by the start of its name,
// within it, by the first letters or the spelling of its syllables, or by something else of it.
const NAMES = ["s", "n", "o"];
const ENGLISH = ["e", "f"];
const FOLDED = ["i", ...NAMES, ...ENGLISH, "u", "v", "t"];

export const fold = (text) =>
  text.normalize("NFKC").toLowerCase().replaceAll("ü", "v").replace(/['’]/g, "");

export const wordsOf = (text) => fold(text).split(/\s+/).filter(Boolean);

// A row as it came (its keys: analysis/indicators/search.py), and folded for comparison.
export function prepare(row) {
  const folded = Object.fromEntries(FOLDED.map((key) => [key, fold(row[key])]));
  const spelled = { s: row.c.split(" "), n: row.d.split(" "), o: row.q.split(" ") };
  return { row, folded, spelled, sources: row.p.map(fold) };
}

// Where the characters end that a word spells from a place on, -1 if it does not: syllables
// by their first letters or in full, the last one as far as it is typed.
function spelledTo(syllables, word, from) {
  if (from >= syllables.length) return -1;
  const syllable = syllables[from];
  if (!syllable) return spelledTo(syllables, word, from + 1);
  if (syllable.startsWith(word)) return from + 1;
  for (const part of new Set([syllable, syllable.match(/^[zcs]h|^./)[0], syllable[0]])) {
    if (!word.startsWith(part)) continue;
    const end = spelledTo(syllables, word.slice(part.length), from + 1);
    if (end >= 0) return end;
  }
  return -1;
}

// Every way a word may be met in a row, best first: rank, key of the text, from where to where.
const met = (rank, key, from, to) => ({ rank, key, from, to });
const isLetters = (word) => /^[a-z0-9]*[a-z][a-z0-9]*$/.test(word);

function byStart({ folded }, word) {
  if (folded.i === word) return met(0, "i", 0, word.length);
  const key = ["s", "e", "o"].find((name) => folded[name].startsWith(word));
  return key && met(1, key, 0, word.length);
}

function byName({ folded }, word) {
  const key = NAMES.find((name) => folded[name].includes(word));
  if (key) return met(2, key, folded[key].indexOf(word), folded[key].indexOf(word) + word.length);
  for (const name of [...ENGLISH, "i"]) {  // in other letters only where a word begins
    const from = ` ${folded[name]}`.replace(/[^a-z0-9]/g, " ").indexOf(` ${word}`);
    if (from >= 0) return met(2, name, from, from + word.length);
  }
  return undefined;
}

function byInitials({ spelled }, word) {
  if (!isLetters(word)) return undefined;
  for (const key of NAMES) {
    const end = spelledTo(spelled[key], word, 0);
    if (end >= 0) return met(3, key, spelled[key].findIndex(Boolean), end);
  }
  return undefined;
}

function bySpellingWithin({ spelled }, word) {
  if (!isLetters(word) || word.length < 2) return undefined;
  for (const key of NAMES) {
    for (let from = 1; from < spelled[key].length; from += 1) {
      const end = spelled[key][from] ? spelledTo(spelled[key], word, from) : -1;
      if (end >= 0) return met(4, key, from, end);
    }
  }
  return undefined;
}

function byOther({ folded, sources }, word) {
  const keys = word.length > 2 || !isLetters(word) ? ["u", "v", ...ENGLISH, "i", "t"] : ["u"];
  const key = keys.find((name) => folded[name].includes(word));
  if (key) return met(4, key, folded[key].indexOf(word), folded[key].indexOf(word) + word.length);
  const source = sources.findIndex((text) => text.includes(word));
  if (source < 0) return undefined;
  const from = sources[source].indexOf(word);
  return met(4, source, from, from + word.length);
}

const WAYS = [byStart, byName, byInitials, bySpellingWithin, byOther];

function meet(entry, words) {
  const places = [];
  for (const word of words) {
    const place = WAYS.reduce((found, way) => found || way(entry, word), undefined);
    if (!place) return undefined;
    places.push(place);
  }
  const rank = places.reduce((sum, place) => sum + place.rank, 0);
  return { entry, places, rank, isArchived: Boolean(entry.row.a) };
}

// Matches by theme; archived series last in their theme, themes of archived ones only at the end.
const order = (one, other) => one.isArchived - other.isArchived || one.rank - other.rank;

export function groupsOf(rows, words) {
  const groups = new Map();
  for (const entry of rows) {
    const match = meet(entry, words);
    if (!match) continue;
    if (!groups.has(entry.row.t)) groups.set(entry.row.t, []);
    groups.get(entry.row.t).push(match);
  }
  for (const matches of groups.values()) matches.sort(order);
  return words.length ? [...groups].sort(([, a], [, b]) => order(a[0], b[0])) : [...groups];
}
