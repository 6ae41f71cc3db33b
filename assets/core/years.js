// The two sliders of the years: their ends may meet, not cross; let go, they make an address.
import { open, whenShown } from "./address.js";
import { short, written } from "./periods.js";
import { withChanges } from "./query.js";

const slider = (name) => document.querySelector(`#year-range [name=${name}]`);

function show(from, to) {
  const box = slider("from").parentElement;
  const { min, max } = slider("from");
  const drawn = [min, max, from, to].join();
  if (box.dataset.drawn === drawn) return;
  box.dataset.drawn = drawn;
  const middle = (Number(min) + Number(max)) / 2;
  Object.entries({ from, to }).forEach(([name, year]) => {
    slider(name).value = year;
    slider(name).setAttribute("aria-valuetext", short(year));
    box.querySelector(`[data-of=${name}]`).textContent = short(year);
    box.style.setProperty(`--${name}`, (year - min) / (max - min));
  });
  // Where the handles meet, the one that still has room lies on top.
  slider("from").style.zIndex = from > middle ? 1 : "";
}

function drag({ target }) {
  if (!target.closest("#year-range")) return;
  const [from, to] = ["from", "to"].map((name) => Number(slider(name).value));
  if (target.name === "from") show(Math.min(from, to), to);
  else show(from, Math.max(from, to));
}

function letGo({ target }) {
  if (!target.closest("#year-range")) return;
  open(withChanges(Object.fromEntries(["from", "to"].map(slider)
    .map(({ name, value, dataset }) => [name, value === dataset.default ? "" : written(Number(value))]))));
}

// The years of what is shown, whichever way it came about.
function follow() {
  const ends = ["from", "to"].map(slider);
  if (ends.includes(null) || ends.some((end) => end.matches(":active"))) return;
  show(...ends.map((end) => Number(end.defaultValue)));
}

export function start() {
  document.addEventListener("input", drag);
  document.addEventListener("change", letGo);
  whenShown(follow);
}
