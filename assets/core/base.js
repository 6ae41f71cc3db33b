// Where the site stands: behind a proxy it may be under a prefix (analysis/links.py).
const BASE = document.documentElement.dataset.base;

// An edition that was asked for by a key of the query (?data=…) has a path of its own: from now on
// the address says so, and every link goes on from there.
const { pathname, search, hash } = window.location;
if (!pathname.startsWith(BASE)) {
  const site = BASE.replace(/(editions|drafts)\/\w+\/$/, "");
  const query = search.slice(1).split("&").filter((pair) => !pair.startsWith("data=")).join("&");
  const path = BASE + pathname.slice(site.length);
  window.history.replaceState(window.history.state, "", path + (query && `?${query}`) + hash);
}

// The address of a path from the root of the site.
export const under = (path) => BASE + path.slice(1);

// The path from the root of the site, and what follows it, of an address.
export const pathOf = (address) => `/${address.slice(BASE.length)}`;

// What every write of ours carries (serving/own_page.py).
export const OURS = { "X-Jing-Jin-Ji": "1" };
