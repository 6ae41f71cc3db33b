// The places of a page: each Html and Plot that is mounted, by its id. What Dash gives a place is
// only shown once its address is the page's (address.js): until then the last one stays.
import { isSteady as isSteadyPlot } from "./figures.js";

const slots = new Map();  // id → { latest, show, isPlot }
let wanted = new Map();  // id → what a place that is mounted from now on shows
let greet = () => {};

// `show` puts a value into the place at once.
export function enter(id, slot) {
  slots.set(id, slot);
  greet();
}

export function leave(id, slot) {
  if (slots.get(id) === slot) slots.delete(id);
}

// Called by each place that is mounted: the page that was asked for is there.
export function whenEntered(act) {
  greet = act;
}

export const startOf = (id, value) => (wanted.has(id) ? wanted.get(id) : value);

// What Dash has given every place, as it stands now; where `within` is given, only of these.
export function latest(isMeant = () => true) {
  return new Map([...slots].filter(([, slot]) => isMeant(slot.node()))
    .map(([id, slot]) => [id, slot.latest]));
}

// What the places that come next show instead of what they come with.
export function prepare(values) {
  wanted = values;
}

export function showTexts(values) {
  slots.forEach((slot, id) => {
    if (!slot.isPlot && values.has(id)) slot.show(values.get(id));
  });
}

// The drawings of the figures: of those whose place texts do not alter, or of the others.
export function plots(values, isSteady) {
  return [...slots].filter(([id, slot]) => slot.isPlot && values.get(id))
    .filter(([, { node }]) => isSteady === undefined || isSteadyPlot(node()) === isSteady)
    .map(([id, slot]) => () => slot.show(values.get(id)));
}
