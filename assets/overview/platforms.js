// A place clicked on the overview's map is chosen in the list beside it; its details close again.
import { whenPlotted } from "../core/figures.js";

const choose = (value) => window.dash_clientside.set_props("platform-choice", { value });

function close() {
  choose("");
  document.getElementById("platform-choice").focus();
}

// From the details, from the list, and from nowhere, as after a click on the map.
function pressed({ key, target, defaultPrevented }) {
  if (key !== "Escape" || defaultPrevented || !document.querySelector("#platform:not([hidden])")) return;
  if (target === document.body || target.closest?.("#platform, #platform-choice, .panel-map")) close();
}

export function start() {
  whenPlotted("map", (plot) => plot.on("plotly_click", ({ points }) => {
    const platform = points[0]?.customdata?.[1];
    if (platform) choose(platform);
  }));
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-close-platform]")) close();
  });
  document.addEventListener("keydown", pressed);
}
