// The map of platforms enlarged and moved: by its buttons, the wheel, the arrow keys.
import { redraw, whenPlotted } from "../core/figures.js";
import { ID, ringOf, shown } from "./map.js";
import { latitude, mercator, projection } from "./view.js";

const STEP = 1.6;
const LARGEST = 40;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

// After a zoom or a pan the marks and labels are set anew.
let waiting;

function refit() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const plot = document.getElementById(ID);
    if (plot?._fullLayout) redraw(plot);
  }, 40);
}

const centred = (lon, lat) => (
  { "geo.projection.rotation.lon": lon, "geo.center.lon": lon, "geo.center.lat": lat });

// The place that is open, and whether it is in sight.
function opened(view) {
  const { ids, lon: [lon], lat: [lat] } = ringOf(shown);
  if (!ids.length) return undefined;
  const [x, y] = view.pixels(lon, lat);
  const isSeen = x > 20 && y > 20 && x < view.width - 20 && y < view.height - 20;
  return { lon, lat, isSeen };
}

// Enlarged around the middle, or around the place that is open where it is in sight.
function zoom(by) {
  const plot = document.getElementById(ID);
  if (!plot?._fullLayout) return;
  const { lonaxis } = shown.layout.geo;
  const view = projection(shown, plot);
  const wanted = view.scale * (by || 0);
  const scale = wanted < 1.01 ? 1 : Math.min(LARGEST, wanted);  // as often out as in is the whole map
  const whole = { "geo.center": null,
                  "geo.projection.rotation.lon": (lonaxis.range[0] + lonaxis.range[1]) / 2 };
  const place = by > 1 && opened(view);
  const around = place?.isSeen ? centred(place.lon, place.lat) : {};
  window.Plotly.relayout(plot, { "geo.projection.scale": scale, ...(scale === 1 ? whole : around) });
}

// The place that is open comes into sight on an enlarged map.
export function follow(chosen) {
  const plot = document.getElementById(ID);
  const view = projection(shown, plot);
  const place = chosen && view.scale > 1.05 && opened(view);
  if (!place || place.isSeen) return;
  window.Plotly.relayout(plot, centred(place.lon, place.lat));
}

const DRAWN = "area";  // the trace of the area that is open
const FILLED = 0.8;  // of the map, by an area that is open
const NEAREST = 14;  // times the whole map: a county is seen among its neighbours
const NEARLY_WHOLE = 1.3;  // times: what would be enlarged by less is seen as it is

function outlineOf(code, plot) {
  const traces = [...plot.querySelectorAll(".choroplethlayer .trace")];
  const own = traces.find((node) => node.__data__?.[0]?.trace?.name === DRAWN);
  return [...own?.querySelectorAll("path") ?? []].find((path) => path.__data__?.loc === code);
}

// The area that is open fills the map, once it is drawn; without one the map is whole.
export async function fill(code, isOpen) {
  const plot = document.getElementById(ID);
  await plot?.drawing;
  if (!plot?._fullLayout || !isOpen(code)) return;
  const outline = code && outlineOf(code, plot);
  if (!outline) return void zoom(0);
  const { x, y, width, height } = outline.getBBox();
  const view = projection(shown, plot);
  const times = FILLED * Math.min(view.width / width, view.height / height);
  const scale = Math.min(NEAREST, view.scale * times);
  if (scale < NEARLY_WHOLE) return void zoom(0);
  const [lon, lat] = plot._fullLayout.geo._subplot.projection.invert([x + width / 2, y + height / 2]);
  window.Plotly.relayout(plot, { "geo.projection.scale": scale, ...centred(lon, lat) });
}

function pan([x, y], plot) {
  const view = projection(shown, plot);
  const { lonaxis, lataxis } = shown.layout.geo;
  const { center } = plot._fullLayout.geo;
  const step = Math.min(view.width, view.height) / 4 / view.degree;
  const within = (value, [least, most]) => Math.min(most, Math.max(least, value));
  window.Plotly.relayout(plot, centred(
    within(center.lon + x * step, lonaxis.range),
    within(latitude(mercator(center.lat) + y * step), lataxis.range)));
}

// An enlarged map is moved by the arrow keys, from the buttons that enlarge it.
function pressed(event) {
  const way = ARROWS[event.key];
  const isTaken = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!way || isTaken || !event.target.closest?.(".zoom")) return;
  const plot = document.getElementById(ID);
  if (!(plot?._fullLayout?.geo.projection.scale > 1)) return;  // nothing to move: the page scrolls
  event.preventDefault();
  pan(way, plot);
}

function clicked({ target }) {
  const button = target.closest("[data-zoom]");
  if (button) zoom({ in: STEP, out: 1 / STEP }[button.dataset.zoom]);
}

function wheeled(event) {
  if (!event.ctrlKey) return;
  event.preventDefault();
  zoom(event.deltaY < 0 ? STEP : 1 / STEP);
}

export function start() {
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", clicked);
  whenPlotted(ID, (plot) => {
    plot.on("plotly_relayout", refit);
    plot.addEventListener("wheel", wheeled, { passive: false });
  });
}
