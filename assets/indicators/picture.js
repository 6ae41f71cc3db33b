// Pictures to take away, as PNG or SVG: the plot of the page between its title and its notes,
// which are wrapped as a typesetter would, so that the picture says by itself what it shows.
import { named } from "../core/line-names.js";
import { asPng, stripShown, withStrip } from "./strip.js";

const WIDTH = 1200;
const INNER = 500;  // the plot's own height; the picture grows with its texts
const EDGE = 24;
const AIR = 8;  // what plots leave free at their sides on the page
const GAP = 14;  // between the plot and the texts above and below it
const LINE = 1.3;  // plotly's line height
const TITLE = { size: 22, color: "#16202c", weight: "bold" };
const SUBTITLE = { size: 14, color: "#5b6876", weight: "normal" };
const HEADING = { size: 14, color: "#16202c", weight: "bold" };
const NOTE = { size: 12, color: "#5b6876", weight: "normal" };

async function takePicture(button) {
  const plot = document.getElementById("study");
  if (!plot?.data) return;
  const { title, subtitle, caption, name, picture: format } = button.dataset;
  const { family } = plot.layout.font;
  const heading = block(title, TITLE, family);
  const under = block(subtitle, SUBTITLE, family);
  const foot = block(caption, NOTE, family);
  const strip = stripShown();
  const head = strip && block(strip.heading, HEADING, family);
  const told = strip && block(strip.told, NOTE, family);
  const below = strip ? head.height + strip.height + told.height + GAP : 0;
  // What stands around the plot on the page (axes, names, legend) needs its room here too.
  const { l, r, t, b } = plot._fullLayout._size;
  const margin = {
    l: l + EDGE - AIR, t: EDGE + heading.height + under.height + GAP + t,
    r: r + EDGE - AIR, b: b + GAP + below + foot.height + EDGE,
  };
  const height = margin.t + INNER + margin.b;
  const { layout } = plot;
  const size = { width: WIDTH, height: INNER + t + b };
  const { annotations = [], shapes = [] } = named(JSON.parse(plot.written), size).layout;
  const left = EDGE - margin.l;
  const figure = {
    data: plot.data,
    layout: {
      ...layout, width: WIDTH, height, margin, autosize: false, paper_bgcolor: "#ffffff", shapes,
      annotations: [
        ...annotations,
        placed(heading, left, 1, margin.t - EDGE),
        placed(under, left, 1, margin.t - EDGE - heading.height),
        ...(strip ? [
          placed(head, left, 0, -b - GAP),
          placed(told, left, 0, -b - GAP - head.height - strip.height),
        ] : []),
        placed(foot, left, 0, -b - GAP - below),
      ],
    },
  };
  const link = document.createElement("a");
  const y = margin.t + INNER + b + GAP + (head?.height ?? 0);
  link.href = await drawn(figure, format, strip, { x: EDGE, y, width: WIDTH - 2 * EDGE, family });
  link.download = `${name}.${format}`;
  link.click();
}

// With a strip the picture is put together as SVG, of which a PNG is made.
async function drawn(figure, format, strip, place) {
  const { width, height } = figure.layout;
  const scale = format === "png" ? 2 : 1;
  if (!strip) return window.Plotly.toImage(figure, { format, width, height, scale });
  const plain = await window.Plotly.toImage(figure, { format: "svg", width, height });
  const whole = withStrip(plain, strip, place);
  return format === "svg" ? whole : asPng(whole, width, height, scale);
}

function block(text, style, family) {
  const lines = wrapped(text, style, family);
  return { lines, style, height: lines.length * style.size * LINE + 6 };
}

// What plotly would read as tags, entities or %{…} is written as it stands, as in
// components/charts/plain.py.
const ESCAPES = [["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ["%{", "%&#x7b;"]];
const plain = (text) =>
  ESCAPES.reduce((found, [sign, written]) => found.replaceAll(sign, written), text);

// The block's first line hangs `up` pixels above the plot's edge `y`.
const placed = ({ lines, style }, left, y, up) => ({
  text: lines.map(plain).join("<br>"), showarrow: false, align: "left", borderpad: 0,
  xref: "paper", x: 0, xanchor: "left", xshift: left,
  yref: "paper", y, yanchor: "top", yshift: up,
  font: style,
});

// What may not be parted: words and numbers, opening signs with what follows them, closing
// signs with what precedes them.
const OPENING = "（《「『“‘〔【([";
const CLOSING = "，。；：、！？）》」』”’〕】％…,.;:!?)\\]%‰";
const UNITS = new RegExp(`[${OPENING}]*(?:[\\w&.,+–—-]+|[^${CLOSING}\\s])?[${CLOSING}]*\\s*`, "gu");

function wrapped(text, style, family) {
  const brush = document.createElement("canvas").getContext("2d");
  brush.font = `${style.weight} ${style.size}px ${family}`;
  const isTooWide = (line) => brush.measureText(line.trimEnd()).width > WIDTH - 2 * EDGE;
  return text.split("\n").flatMap((part) => {
    const lines = [];
    let line = "";
    for (const unit of part.match(UNITS).filter(Boolean)) {
      if (line && isTooWide(line + unit)) {
        lines.push(line);
        line = "";
      }
      line += unit;
    }
    return [...lines, line].map((one) => one.trimEnd());
  });
}

export function start() {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-picture]");
    if (button) takePicture(button);
  });
}
