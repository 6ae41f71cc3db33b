// The map of platforms on paper: drawn at the size and in the colours of paper, and afterwards as
// it was on the screen.
import { here } from "../core/address.js";
import { redraw } from "../core/figures.js";
import { isDark } from "./page.js";

const FIGURES = ["atlas", "flow"];
let before;  // what the screen showed, while it is paper

// A colour of the dark is written as #rrggbb, or as rgba(r,g,b,…) where it is faint.
function inLight(text) {
  const colours = JSON.parse(document.querySelector("[data-paper]").dataset.paper);
  const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join();
  const pairs = Object.entries(colours).flatMap(([dark, light]) =>
    [[dark, light], [`rgba(${parts(dark)},`, `rgba(${parts(light)},`]]);
  const known = new Map(pairs);
  return text.replace(/#[0-9a-f]{6}\b|rgba\(\d+,\d+,\d+,/g, (found) => known.get(found) ?? found);
}

function draw(plot, written, size) {
  Object.assign(plot, { written, size });
  redraw(plot);
}

// assets/platforms/paper.css gives the place of a figure the same size.
function paperSize(plot) {
  const style = getComputedStyle(plot);
  const [width, height] = ["width", "height"]
    .map((side) => parseFloat(style.getPropertyValue(`--paper-${side}`)));
  return { width, height };
}

function toPaper() {
  if (before || document.body.dataset.page !== "platforms") return;
  const root = document.documentElement;
  delete root.dataset.scheme;
  root.style.setProperty("--atlas-growth", 1);
  document.querySelectorAll("[data-here]").forEach((part) => {
    part.textContent = window.location.origin + here();
  });
  const plots = FIGURES.map((id) => document.getElementById(id)).filter((plot) => plot?.written);
  before = plots.map((plot) => {
    const { written } = plot;
    const paper = isDark() ? inLight(written) : written;
    draw(plot, paper, paperSize(plot));
    return { plot, written, paper };
  });
}

function toScreen() {
  if (!before) return;
  const drawn = before;
  before = undefined;
  const root = document.documentElement;
  if (isDark()) root.dataset.scheme = "dark";
  root.style.removeProperty("--atlas-growth");
  // An answer may have come meanwhile: what it drew stays.
  drawn.filter(({ plot }) => plot.isConnected).forEach(({ plot, written, paper }) => {
    const { width, height } = plot.getBoundingClientRect();
    draw(plot, plot.written === paper ? written : plot.written, { width, height });
  });
}

export function start() {
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", toScreen);
  window.matchMedia("print").addEventListener("change",
    ({ matches }) => (matches ? toPaper : toScreen)());
}
