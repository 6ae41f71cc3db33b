// The search on a page outside Dash: the browser itself opens what was found.
import { start as startEdition } from "./edition.js";
import { start } from "./search.js";

startEdition();

const query = new URLSearchParams(window.location.search);

start({
  open: (address, { fragment }) => window.location.assign(address + fragment),
  foresee() {},
  valueOf: (key) => query.get(key) ?? "",
});
