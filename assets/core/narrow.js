// Figures in a narrow place, as on a phone: fewer years are written below the lines, and a bar's
// value and share stand on two lines. Nothing is turned, nothing runs out of the figure.
import { fits } from "./figures.js";

const NARROW = 420;  // pixels, of bars with value and share beside them
const YEAR = 38;     // pixels of a year on the axis, with the air beside it
const A_YEAR = /^\d{4}$/;
const BREAK = 58;    // pixels of the name of a break
const SMALLEST_MAP = 300;
const LEAST_TYPE = 12;
const BESIDE = 60;   // pixels of the values' axis, beside the margin that the figure names

const inTwoLines = (trace) => ({ ...trace, text: trace.text.map((text) => text.replace(" · ", "<br>")) });

function bars(figure, { size }) {
  return size.width < NARROW ? { ...figure, data: figure.data.map(inTwoLines) } : figure;
}

// A name that several breaks have stands once where it would touch itself.
function apart(notes, pixels) {
  const touches = (a, b) => a.text === b.text && a.yref === "paper" &&
    Math.abs(a.x - b.x) * pixels < (a.xanchor === b.xanchor ? BREAK : 2 * BREAK);
  return notes.filter((note, i) => !notes.slice(0, i).some((other) => touches(other, note)));
}

// Every so many years; of years that are named one by one, below months, those with room before
// the next, the last ones first.
function ticks({ dtick, tickvals, ticktext }, pixels) {
  if (dtick) return { dtick: dtick * Math.ceil(YEAR / (dtick * pixels)) };
  let next = Infinity;
  const kept = [...tickvals.keys()].reverse().filter((i) => {
    const hasRoom = (next - tickvals[i]) * pixels >= YEAR;
    if (hasRoom) next = tickvals[i];
    return hasRoom;
  }).reverse();
  return { tickvals: kept.map((i) => tickvals[i]), ticktext: kept.map((i) => ticktext[i]) };
}

function lines(figure, { size }) {
  const { xaxis, margin, annotations } = figure.layout;
  if (!xaxis?.dtick && !xaxis?.ticktext?.every((text) => A_YEAR.test(text))) return figure;
  const width = Math.max(YEAR, size.width - margin.r - BESIDE);
  const pixels = width / (xaxis.range[1] - xaxis.range[0]);
  const layout = {
    ...figure.layout,
    xaxis: { ...xaxis, ...ticks(xaxis, pixels) },
    annotations: apart(annotations ?? [], pixels),
  };
  return { ...figure, layout };
}

// On the smallest map names have the least type.
function map(figure, { size }) {
  if (size.width >= SMALLEST_MAP) return figure;
  const data = figure.data.map((trace) => (trace.textfont
    ? { ...trace, textfont: { ...trace.textfont, size: LEAST_TYPE } } : trace));
  return { ...figure, data };
}

export function start() {
  Object.assign(fits, { bars, map, trend: lines, study: lines });
}
