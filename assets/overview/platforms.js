// A place clicked on the overview's map is chosen in the list beside it; its details close again.
import { whenPlotted } from "../core/figures.js";

const choose = (value) => window.dash_clientside.set_props("platform-choice", { value });

export function start() {
  whenPlotted("map", (plot) => plot.on("plotly_click", ({ points }) => {
    const platform = points[0]?.customdata?.[1];
    if (platform) choose(platform);
  }));
  document.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-close-platform]")) return;
    choose("");
    document.getElementById("platform-choice").focus();
  });
}
