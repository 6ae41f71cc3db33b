// Where the site stands: behind a proxy it may be under a prefix (analysis/links.py).
const BASE = document.documentElement.dataset.base;

// The address of a path from the root of the site.
export const under = (path) => BASE + path.slice(1);

// The path from the root of the site, and what follows it, of an address.
export const pathOf = (address) => `/${address.slice(BASE.length)}`;
