// The search on a page outside Dash: the browser itself opens what was found.
import { start } from "./search.js";

const query = new URLSearchParams(window.location.search);

start({
  open: (address, { fragment }) => window.location.assign(address + fragment),
  foresee() {},
  valueOf: (key) => query.get(key) ?? "",
});
