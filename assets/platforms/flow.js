// The figure of flows beside the map: its bars' numbers are as large as their bars leave room for,
// and grow with the screen.
import { fits } from "../core/figures.js";
import { growth } from "./view.js";

const LEAST = 12;  // px of any text in a figure

function fit(figure, plot) {
  const by = growth();
  const font = (given, most = Infinity) => ({ ...given, size: Math.min(given.size * by, most) });
  const { xaxis, annotations, margin } = figure.layout;
  if (!xaxis?.range) return figure;
  const step = plot.size.width / (xaxis.range[1] - xaxis.range[0]);
  const most = Math.max(step / 3, LEAST);
  const data = figure.data.map((trace) => ({ ...trace, textfont: font(trace.textfont, most) }));
  const layout = {
    ...figure.layout,
    margin: { ...margin, t: margin.t * by, b: margin.b * by },
    xaxis: { ...xaxis, tickfont: font(xaxis.tickfont) },
    annotations: annotations.map((note) => ({ ...note, font: font(note.font) })),
  };
  return { ...figure, data, layout };
}

export function start() {
  fits.flow = fit;
}
