// New addresses from the present one.
import { here, wanted } from "./address.js";

const queryOf = (address) => new URLSearchParams(address.split("?")[1] ?? "");

// Commas stay commas: an address is also read by people.
function written(path, query) {
  const text = query.toString().replace(/%2C/g, ",");
  return text ? `${path}?${text}` : path;
}

// The value of a key in the address that is shown, "" without one.
export const valueOf = (key) => queryOf(here()).get(key) ?? "";

// The address that is wanted with some keys set, an empty value taking its key away; with `keep`
// of the other keys only those.
export function withChanges(changes, keep) {
  const address = wanted();
  const query = new URLSearchParams(
    [...queryOf(address)].filter(([key]) => !keep || keep.includes(key)));
  Object.entries(changes).forEach(([key, value]) => {
    if (value) query.set(key, value);
    else query.delete(key);
  });
  return written(address.split("?")[0], query);
}
