// The map of the counties: a county that is clicked opens beside it, clicked again it closes.
import { open, wanted, whenShown } from "../core/address.js";
import { whenPlotted } from "../core/figures.js";
import { withChanges } from "../core/query.js";

const ID = "areas-map";
const NARROW = "(max-width: 1099px)";

const isHere = () => document.body.dataset.page === "areas";
const asked = () => new URLSearchParams(wanted().split("?")[1]).get("area") ?? "";

let isLed = false;  // the area that the next answer shows was chosen on the map

function choosable(plot) {
  plot.on("plotly_click", ({ points }) => {
    const code = points.map(({ location }) => location).find(Boolean);
    if (!code) return;
    isLed = code !== asked();
    open(withChanges({ area: isLed ? code : "" }));
  });
}

// Where the panel lies below the map it is brought into sight.
function lead() {
  if (!isLed || !isHere()) return;
  isLed = false;
  if (!window.matchMedia(NARROW).matches) return;
  requestAnimationFrame(() => document.querySelector(".areas-profile")?.scrollIntoView());
}

function pressed(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !isHere()) return;
  const isHeard = event.target === document.body || event.target.closest?.(".areas");
  if (!isHeard || document.querySelector(".areas details.data[open]")) return;  // those close first
  document.querySelector(".areas-profile .close")?.click();
}

export function start() {
  whenPlotted(ID, choosable);
  whenShown(lead);
  document.addEventListener("keydown", pressed);
}
