// The figure of flows beside the map: its bars' numbers are as large as their bars leave room for,
// and grow with the screen.
import { fits } from "../core/figures.js";
import { growth } from "./view.js";

const LEAST = 12;  // px of any text in a figure
const DIGIT = 0.55;  // of its size: the width of a digit
const HEADROOM = 1.2;  // times the axis, where the numbers stand upright

function fit(figure, plot) {
  const by = growth();
  const font = (given, most = Infinity) => ({ ...given, size: Math.min(given.size * by, most) });
  const { xaxis, yaxis, annotations, margin } = figure.layout;
  if (!xaxis?.range) return figure;
  const step = plot.size.width / (xaxis.range[1] - xaxis.range[0]);
  const most = Math.max(step / 3, LEAST);
  const longest = Math.max(...figure.data.flatMap(({ text }) => text.map(({ length }) => length)));
  const isUpright = longest * most * DIGIT > step;  // side by side they would touch
  const textangle = isUpright ? -90 : 0;
  const data = figure.data.map(
    (trace) => ({ ...trace, textangle, textfont: font(trace.textfont, most) }));
  const layout = {
    ...figure.layout,
    margin: { ...margin, t: margin.t * by, b: margin.b * by },
    yaxis: isUpright ? { ...yaxis, range: yaxis.range.map((end) => end * HEADROOM) } : yaxis,
    xaxis: { ...xaxis, tickfont: font(xaxis.tickfont) },
    annotations: annotations.map((note) => ({ ...note, font: font(note.font) })),
  };
  return { ...figure, data, layout };
}

export function start() {
  fits.flow = fit;
}
