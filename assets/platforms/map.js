// The map of platforms, fitted to the screen and the zoom: marks that cover each other are drawn
// apart, labels take the places that are free, counties appear when the map is enlarged.
import { fits, whenPlotted } from "../core/figures.js";
import { label } from "./labels.js";
import { projection } from "./view.js";

export const ID = "atlas";
const COUNTIES_FROM = 1.9;  // times the whole map

export let shown;  // the figure as the server sent it

// The trace of the ring around the place that is open comes last; without one it has no ids.
export const ringOf = ({ data }) => data[data.length - 1];

// Where the marks are drawn that have to move, at the largest size that is not larger.
function moves({ spread: { sizes, moved } }, degree) {
  const size = Math.max(0, sizes.filter((one) => one <= degree).length - 1);
  return Object.fromEntries(
    Object.entries(moved).map(([id, at]) => [id, at[size]]).filter(([, at]) => at));
}

function moveMarks(trace, at) {
  const place = (key, axis) => trace.ids.map((id, i) => at[id]?.[axis] ?? trace[key][i]);
  return { ...trace, lon: place("lon", 0), lat: place("lat", 1) };
}

function leaders(figure, at) {
  const lon = [];
  const lat = [];
  figure.data.filter((trace) => trace.ids && trace.name !== "chosen").forEach((trace) => {
    trace.ids.forEach((id, i) => {
      if (!at[id]) return;
      lon.push(trace.lon[i], at[id][0], null);
      lat.push(trace.lat[i], at[id][1], null);
    });
  });
  return { lon, lat };
}

const times = (size, by) => Array.isArray(size) ? size.map((one) => one * by) : size * by;

function sized(trace, by) {
  if (by === 1) return trace;
  const marker = trace.marker && { ...trace.marker, size: times(trace.marker.size, by) };
  const textfont = trace.textfont && { ...trace.textfont, size: trace.textfont.size * by };
  const line = trace.line && { ...trace.line, width: trace.line.width * by };
  return { ...trace, ...(marker && { marker }), ...(textfont && { textfont }), ...(line && { line }) };
}

// The zoom is the reader's, whatever the answer: it is taken over from the map as it stands.
function zoomed({ projection: given }, plot) {
  const now = plot._fullLayout?.geo;
  if (!now || now.projection.scale <= 1) return {};
  const { scale, rotation } = now.projection;
  const { lon, lat } = now.center;
  return { projection: { ...given, scale, rotation: { lon: rotation.lon } }, center: { lon, lat } };
}

// Plotly works through every trace at each drawing, seen or not, but draws all anew where their
// number changes: only marks without a place are kept from it. Traces are known by their names, as
// others come before them or not.
function seen(traces) {
  return traces.map((trace, i) => ({ ...trace, uid: trace.name ?? `ground${i}` }))
    .filter(({ meta, lon }) => !meta?.labels || lon.length);
}

// The figure for this screen at this zoom; what the server sent is left as it is.
function fit(figure, plot) {
  shown = figure;
  const view = projection(figure, plot);
  const by = view.growth;
  const at = moves(figure, view.degree / by);
  const data = figure.data.map((trace) => {
    if (trace.name === "counties") {
      const isNear = trace.meta.by_zoom && view.scale >= COUNTIES_FROM;
      return { ...trace, visible: trace.visible || isNear };
    }
    if (trace.name === "leaders") return { ...trace, ...leaders(figure, at) };
    if (trace.type !== "scattergeo") return trace;
    if (!trace.ids) return sized(trace, by);
    return { ...sized(moveMarks(trace, at), by), text: [...trace.text],
             textposition: [...trace.textposition] };
  });
  label(data.filter((trace) => trace.meta?.labels), ringOf(figure).ids[0], view);
  const isTouch = window.matchMedia("(pointer: coarse)").matches;
  const geo = { ...figure.layout.geo, lonaxis: { range: view.lon }, lataxis: { range: view.lat },
                ...zoomed(figure.layout.geo, plot) };
  const layout = { ...figure.layout, geo, dragmode: isTouch && view.scale <= 1 ? false : "pan" };
  return { data: seen(data), layout, config: figure.config };
}

// Outlines that are approximations are dashed: a choropleth has no dash of its own, and each
// redraw, which ends after the answer is shown, makes its paths anew.
function mark() {
  document.querySelectorAll(`#${ID} .choroplethlayer .trace`).forEach((node) => {
    const trace = node.__data__?.[0]?.trace;
    node.querySelectorAll("path").forEach((path) => path.classList.toggle(
      "dashed", !!trace?.meta?.dashed?.includes(path.__data__?.loc)));
  });
}

export function start() {
  fits[ID] = fit;
  whenPlotted(ID, (plot) => plot.on("plotly_afterplot", mark));
}
