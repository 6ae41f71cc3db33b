// Every page on paper: folds are open, day and address stand at the head, figures are drawn at the
// size that assets/core/paper.css has for a sheet. Afterwards the screen is as it was.
import { redraw } from "./figures.js";
import { fillHead } from "./paper-head.js";

let before;  // what the screen showed, while it is paper
const pages = [];

// What a page does besides: enter() before its figures are drawn for paper, leave() before they are
// drawn for the screen again; ink(written) is a figure's JSON in the colours of paper.
export function whenPrinted({ enter, leave, ink }) {
  pages.push({ enter, leave, ink });
}

function draw(plot, written, size) {
  Object.assign(plot, { written, size });
  redraw(plot);
}

function paperSize(plot) {
  const style = getComputedStyle(plot);
  const [width, height] = ["width", "height"]
    .map((side) => parseFloat(style.getPropertyValue(`--paper-${side}`)));
  return { width, height };
}

function toPaper() {
  if (before) return;
  pages.forEach(({ enter }) => enter());
  fillHead();
  const folds = [...document.querySelectorAll("main details:not([open])")];
  folds.forEach((fold) => { fold.open = true; });
  const plots = [...document.querySelectorAll(".graph")].filter(({ written }) => written);
  const drawn = plots.map((plot) => {
    const { written } = plot;
    const paper = pages.reduce((found, { ink }) => ink(found), written);
    draw(plot, paper, paperSize(plot));
    return { plot, written, paper };
  });
  before = { folds, drawn };
}

function toScreen() {
  if (!before) return;
  const { folds, drawn } = before;
  before = undefined;
  pages.forEach(({ leave }) => leave());
  folds.forEach((fold) => { fold.open = false; });
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
