// The search box: looks through an index of all indicators that is fetched once, so a keystroke
// needs no server. A combobox with a list: the focus stays in the input, the arrows move a mark.
(function () {
  const element = (name) => document.getElementById(`find-${name}`);
  const isOpen = () => element("panel")?.hidden === false;

  // The index: each row as it came (its keys: analysis/finder.py), and folded for comparison.
  const NAMES = ["s", "n", "o"];
  const ENGLISH = ["e", "f"];
  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().replaceAll("ü", "v").replace(/['’]/g, "");
  let rows;
  let coming;

  function prepare(row) {
    const folded = {};
    ["i", ...NAMES, ...ENGLISH, "u", "v", "t"].forEach((key) => { folded[key] = fold(row[key]); });
    const spelled = { s: row.c.split(" "), n: row.d.split(" "), o: row.q.split(" ") };
    return { row, folded, spelled, sources: row.p.map(fold) };
  }

  function fetchIndex() {
    coming ??= window.fetch(document.getElementById("find").dataset.index)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then((list) => { rows = list.map(prepare); if (isOpen()) refresh(); })
      .catch(() => { coming = undefined; if (isOpen()) sayNothing("索引没有取到，请再输入一次。"); });
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

  function groupsOf(words) {
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

  // The list, built of elements: no text of the index is ever read as HTML.
  function make(tag, className, ...children) {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...children);
    return made;
  }

  // A text with its matched characters marked; where folding has changed its length, plain.
  function marked(text, places) {
    if (fold(text).length !== text.length) return [text];
    const isMarked = (i) => places.some(({ from, to }) => i >= from && i < to);
    const parts = [];
    [...Array(text.length).keys()].forEach((i) => {
      const last = parts.at(-1);
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
      ...(isArchived ? [make("span", "find-tag", "存档")] : []),
      ...hint(entry, places),
      make("span", "find-unit", ...marked(row.u, here("u"))),
      make("span", "find-year", `至 ${row.y}`),
    );
    made.id = `find-option-${number}`;
    made.href = addressOf(row.i);
    made.tabIndex = -1;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    return made;
  }

  // Regions and years stay; what belongs to the indicator looked at before does not.
  function addressOf(indicator) {
    const query = new URLSearchParams(window.location.search);
    ["theme", "scale", "base", "against"].forEach((key) => query.delete(key));
    query.set("indicator", indicator);
    return `${window.location.pathname}?${query.toString().replaceAll("%2C", ",")}`;
  }

  function refresh() {
    if (!rows) return;
    const words = fold(element("input").value).split(/\s+/).filter(Boolean);
    let count = 0;
    const groups = groupsOf(words).map(([theme, matches], number) => {
      const title = make("div", "find-theme", theme, make("span", "find-count", `${matches.length} 项`));
      title.id = `find-theme-${number}`;
      title.setAttribute("role", "presentation");
      const group = make("div", "find-group", title, ...matches.map((m) => option(m, count++)));
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", title.id);
      return group;
    });
    if (!count) return sayNothing("没有匹配的指标。可试名称中的字、拼音首字母、英文或单位。");
    element("list").replaceChildren(...groups);
    element("panel").scrollTop = 0;
    element("status").textContent = `找到 ${count} 项`;
    choose(words.length ? 0 : -1);
  }

  function sayNothing(text) {
    element("list").replaceChildren(make("div", "find-nothing", text));
    element("status").textContent = text;
    choose(-1);
  }

  const options = () => [...element("list").querySelectorAll("[role=option]")];
  const chosen = () => element("list").querySelector("[aria-selected=true]");

  function choose(number) {
    chosen()?.setAttribute("aria-selected", "false");
    const next = options()[number];
    if (!next) return element("input").removeAttribute("aria-activedescendant");
    next.setAttribute("aria-selected", "true");
    element("input").setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }

  function show(isShown) {
    if (!element("panel") || isShown === isOpen()) return;
    element("panel").hidden = !isShown;
    element("input").setAttribute("aria-expanded", isShown);
    if (isShown) return refresh();
    choose(-1);
    element("status").textContent = "";
  }

  function go(link) {
    element("input").value = "";
    show(false);
    window.jing_jin_ji.open(link.getAttribute("href"));
  }

  // Keys, as the WAI-ARIA pattern of a combobox has them; those not named here are the input's.
  function step(to) {
    if (!isOpen()) {
      show(true);
      if (chosen()) return;
    }
    const count = options().length;
    choose((to(options().indexOf(chosen()), count) + count) % count);
  }

  const KEYS = {
    ArrowDown: () => step((now) => now + 1),
    ArrowUp: () => step((now, count) => (now < 0 ? count - 1 : now - 1)),
    Home: () => isOpen() && step(() => 0),
    End: () => isOpen() && step((_now, count) => count - 1),
    Enter: () => isOpen() && chosen() && go(chosen()),
    Escape() {
      if (isOpen()) show(false);
      else element("input").value = "";
    },
  };

  const isInput = (target) => target.id === "find-input";

  document.addEventListener("focusin", ({ target }) => { if (isInput(target)) fetchIndex(); });
  document.addEventListener("input", ({ target }) => {
    if (!isInput(target)) return;
    fetchIndex();
    if (isOpen()) refresh();
    else show(true);
  });
  // Keys pressed while an input method composes are the input method's.
  document.addEventListener("keydown", (event) => {
    const act = isInput(event.target) && !event.isComposing && KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (isInput(target) && !relatedTarget?.closest("#find")) show(false);
  });
  // A press in the list leaves the focus in the input; its answer is on its way at once.
  document.addEventListener("mousedown", (event) => {
    if (!event.target.closest("#find-panel")) return;
    event.preventDefault();
    const link = event.target.closest("[role=option]");
    if (link && event.button === 0) window.jing_jin_ji.foresee(link.getAttribute("href"));
  });
  document.addEventListener("click", (event) => {
    if (isInput(event.target)) return show(true);
    const link = event.target.closest("#find-list [role=option]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
    event.preventDefault();
    return go(link);
  });
})();
