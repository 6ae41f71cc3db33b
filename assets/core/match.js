// What is looked for in the index (analysis/search/index.py): words meet a row by the start of its
// name, within it, by the first letters or the spelling of its syllables, or by something else of
// it; a word that joins several, by its parts.
const NAMES = ["s", "n", "o"];
const ENGLISH = ["e", "f"];
const FOLDED = ["i", ...NAMES, ...ENGLISH, "u", "v", "t"];
const LEAST = 2;  // characters of a part of a joined word
const MOST = 3;  // parts of it

export const fold = (text) =>
  text.normalize("NFKC").toLowerCase().replaceAll("ü", "v").replace(/['’]/g, "");

export const wordsOf = (text) => fold(text).split(/[\s，,、]+/).filter(Boolean);

const syllables = (text) => (text ? text.split(" ") : []);

// A row as it came, its kind, and both folded for comparison.
export function prepare(row, kind) {
  const folded = Object.fromEntries(FOLDED.map((key) => [key, fold(row[key] ?? "")]));
  const spelled = { s: syllables(row.c), n: syllables(row.d), o: syllables(row.q) };
  const [near, sources] = [row.r, row.p].map((texts) => (texts ?? []).map(fold));
  return { row, kind, folded, spelled, near, sources };
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
  const whole = ["s", "n"].find((name) => folded[name] === word);
  if (whole) return met(0, whole, 0, word.length);
  const others = `;${folded.o};`;  // folding makes a full-width sign the narrow one
  const same = others.indexOf(`;${word};`);
  if (same >= 0) return met(0, "o", same, same + word.length);
  const key = ["s", "e"].find((name) => folded[name].startsWith(word));
  if (key) return met(1, key, 0, word.length);
  const from = others.indexOf(`;${word}`);
  return from >= 0 ? met(1, "o", from, from + word.length) : undefined;
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

// A region named beside an indicator or theme: it is looked at in that region.
function byRegion({ kind }, word) {
  const slug = kind.regions?.[word];
  return slug && { ...met(2, "region", 0, 0), slug };
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

const WAYS = [byStart, byName, byRegion, byInitials, bySpellingWithin, byOther];
const NAMED = [byStart, byName, byRegion];
const first = (ways, entry, word) =>
  ways.reduce((found, way) => found || way(entry, word), undefined);

// A word of several that were typed without a space (规上工业营收), each met in a name: the
// longest first. Letters and digits are not parted.
function joined(entry, word, most = MOST) {
  for (let cut = word.length - LEAST; cut >= LEAST && most > 1; cut -= 1) {
    if (/[a-z0-9.&]{2}/.test(word.slice(cut - 1, cut + 1))) continue;
    const head = first(NAMED, entry, word.slice(0, cut));
    const rest = word.slice(cut);
    const tail = head && (first(NAMED, entry, rest)
      ? [first(NAMED, entry, rest)] : joined(entry, rest, most - 1));
    if (tail) return [{ ...head, rank: head.rank + 1 }, ...tail];
  }
  return undefined;
}

function meet(entry, words) {
  const places = [];
  for (const word of words) {
    const place = first(WAYS, entry, word);
    const found = place ? [place] : joined(entry, word);
    if (!found) return undefined;
    places.push(...found);
  }
  if (places.length && places.every(({ key }) => key === "region")) return undefined;
  const rank = places.reduce((sum, place) => sum + place.rank, 0);
  return { entry, places, rank, isArchived: Boolean(entry.row.a) };
}

// What of an address the regions are that a match was named with.
export function regionOf(places) {
  const slugs = places.filter(({ slug }) => slug).map(({ slug }) => slug);
  return slugs.length ? { region: slugs.join(",") } : {};
}

// Archived series last in their group, groups of archived ones only at the end; of names that
// are met alike the shorter one first.
const order = (one, other) => one.isArchived - other.isArchived || one.rank - other.rank;
const within = (one, other) =>
  order(one, other) || one.entry.row.s.length - other.entry.row.s.length;

// What meets every word, in groups by `groupOf`; without a word everything, as it stands.
export function groupsOf(rows, words, groupOf) {
  const groups = new Map();
  for (const entry of rows) {
    const match = meet(entry, words);
    if (!match) continue;
    const name = groupOf(entry);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(match);
  }
  for (const matches of groups.values()) matches.sort(words.length ? within : order);
  return words.length ? [...groups].sort(([, a], [, b]) => order(a[0], b[0])) : [...groups];
}
