// A page as a file of its own: its figures are drawn from what stands in the file, at the size of
// their places, again on paper. Nothing is asked of anybody.
import { start as startMap } from "../platforms/map.js";
import { draw } from "./figures.js";
import { start as startNarrow } from "./narrow.js";
import { start as startPaper } from "./paper.js";

const { figures, shapes } = JSON.parse(document.getElementById("frozen").textContent);
Object.assign(window.PlotlyGeoAssets, shapes);  // where plotly looks for them by their addresses
[startNarrow, startMap, startPaper].forEach((start) => start());
Object.entries(figures).forEach(([id, figure]) => {
  const place = document.getElementById(id);
  if (place) draw(place, figure);
});
