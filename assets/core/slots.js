// The places of a page: each Html and Plot that is mounted, by its id. What Dash gives a place is
// only shown once its address is the page's (address.js): until then the last one stays.
import { isSteady as isSteadyPlot } from "./figures.js";

const slots = new Map();  // id → { latest, show, isPlot }
let wanted = new Map();  // id → what a place that is mounted from now on shows
let greet = () => {};

// Whether a place is off the screen, as last seen. One that is empty is nowhere: it may come to be
// anywhere, and move the rest.
const sight = new IntersectionObserver((entries) => entries.forEach((entry) => {
  entry.target.isUnseen = !entry.isIntersecting && entry.boundingClientRect.height > 0;
}));

// `show` puts a value into the place at once.
export function enter(id, slot) {
  slots.set(id, slot);
  sight.observe(slot.node());
  greet();
}

export function leave(id, slot) {
  sight.unobserve(slot.node());
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

// All texts, or only those that are out of sight, or those that are not.
export function showTexts(values, isUnseen) {
  slots.forEach((slot, id) => {
    const isMeant = isUnseen === undefined || Boolean(slot.node().isUnseen) === isUnseen;
    if (isMeant && !slot.isPlot && values.has(id)) slot.show(values.get(id));
  });
}

// The drawings of the figures: of those whose place texts do not alter, or of the others.
export function plots(values, isSteady) {
  return [...slots].filter(([id, slot]) => slot.isPlot && values.get(id))
    .filter(([, { node }]) => isSteady === undefined || isSteadyPlot(node()) === isSteady)
    .map(([id, slot]) => () => slot.show(values.get(id)));
}
