// Figures: drawn by plotly at the size of their places, and again when that changes.
import { named } from "./line-names.js";

const CONFIG = { displayModeBar: false, showSendToCloud: false, displaylogo: false };
const SETTLE = 100;  // ms without another change of the window until a figure follows it

// A page may fit its figure to the screen before it is drawn: id → (figure, plot) => figure.
export const fits = {};

const greetings = [];

// act(plot) once each time a plot of this id is first drawn.
export function whenPlotted(id, act) {
  greetings.push({ id, act });
}

// The size of a place in pixels. To ask for it in the middle of a change makes the browser lay
// out the page once more; where texts seldom alter it (data-steady) the last one is taken.
export const isSteady = (plot) => Boolean(plot.size) && plot.dataset.steady !== undefined;

function sizeOf(plot) {
  if (isSteady(plot)) return plot.size;
  const { width, height } = plot.getBoundingClientRect();
  return { width, height };
}

// Plotly writes into what it is given: each drawing starts from the figure as it was sent.
export function redraw(plot) {
  const { size } = plot;
  const figure = named(JSON.parse(plot.written), size);
  const { data, layout, config } = fits[plot.id]?.(figure, plot) ?? figure;
  plot.drawing = window.Plotly.react(plot, data, { ...layout, ...size }, { ...CONFIG, ...config });
}

export function draw(plot, figure) {
  const isNew = !plot._fullLayout;
  const text = JSON.stringify(figure);
  if (plot.written === text) return;
  Object.assign(plot, { written: text, size: sizeOf(plot), drawn: performance.now() });
  redraw(plot);
  if (!isNew) return;
  sizes.observe(plot);
  greetings.filter(({ id }) => id === plot.id).forEach(({ act }) => act(plot));
}

// A text that alters a place as it is written is followed at once, before anything is painted.
const waiting = new WeakMap();
const sizes = new ResizeObserver((entries) => entries.forEach(({ target, contentRect }) => {
  const { width, height } = contentRect;
  const isOff = Math.abs(width - target.size.width) >= 1 ||
                Math.abs(height - target.size.height) >= 1;
  if (!isOff || !width) return;
  target.size = { width, height };
  clearTimeout(waiting.get(target));
  if (performance.now() - target.drawn < SETTLE) redraw(target);
  else waiting.set(target, setTimeout(redraw, SETTLE, target));
}));

// A place is about to leave the page. Plotly ends a drawing that has begun before it is taken away.
export async function release(plot) {
  sizes.unobserve(plot);
  clearTimeout(waiting.get(plot));
  await plot.drawing;
  if (plot._fullLayout) window.Plotly.purge(plot);
}

// Shapes that a foreseen figure will need: on their way before it is drawn, where plotly looks.
export function fetchShapes(figures) {
  const shapes = window.PlotlyGeoAssets;
  const traces = figures.flatMap((figure) => figure?.data ?? []);
  new Set(traces.map(({ geojson }) => geojson)).forEach((address) => {
    if (typeof address !== "string" || shapes[address]) return;
    fetch(address).then((answer) => answer.json()).then(
      (found) => { shapes[address] = found; }, () => {});
  });
}
