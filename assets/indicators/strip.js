// The strip of provinces below a picture that is taken away: a copy of the page's own, with the
// looks that its stylesheet gives it, put into the drawing that plotly made.
const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "paint-order", "font-size",
  "font-weight", "font-variant-numeric", "overflow"];
const SVG = "data:image/svg+xml,";

// The strip that stands on the page with its heading and sentence; null where there is none.
export function stripShown() {
  const box = document.querySelector(".study-strip");
  const drawing = box?.querySelector("svg.strip");
  if (!drawing) return null;
  const text = (selector) => box.querySelector(selector)?.textContent ?? "";
  return { drawing, height: drawing.height.baseVal.value, heading: text("h3"), told: text(".note") };
}

// A drawing (the address of an SVG) with the strip in it, `at` this place and as wide.
export function withStrip(address, { drawing, height }, { x, y, width, family }) {
  const copy = dressed(drawing);
  const given = { x, y, width, height, overflow: "visible", "font-family": family };
  for (const name in given) copy.setAttribute(name, given[name]);
  const whole = decodeURIComponent(address.slice(SVG.length));
  const end = whole.lastIndexOf("</svg>");
  const text = whole.slice(0, end) + new XMLSerializer().serializeToString(copy) + whole.slice(end);
  return SVG + encodeURIComponent(text);
}

function dressed(drawing) {
  const copy = drawing.cloneNode(true);
  const [from, to] = [drawing, copy].map((one) => [one, ...one.querySelectorAll("*")]);
  from.forEach((part, i) => {
    const looks = getComputedStyle(part);
    LOOKS.forEach((name) => to[i].setAttribute(name, looks.getPropertyValue(name)));
  });
  copy.removeAttribute("class");
  return copy;
}

// An SVG as PNG, `scale` times as large.
export async function asPng(address, width, height, scale) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}
