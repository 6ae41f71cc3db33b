// How the map of platforms lies on the screen: what the page's style makes of it, and where a
// place stands in pixels.
export const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) * 180 / Math.PI;
export const latitude = (y) => Math.atan(Math.exp(y * Math.PI / 180)) * 360 / Math.PI - 90;

// Marks, labels and lines grow with the screen: a wall is read from further away.
export const growth = () =>
  +getComputedStyle(document.documentElement).getPropertyValue("--atlas-growth") || 1;

// What the page's style makes of the map, read once a size: reading it has the page laid out.
let read = {};

function style(plot) {
  if (read.size === plot.size) return read;
  const [map, zoom] = [plot, document.querySelector(".zoom")].map((e) => e.getBoundingClientRect());
  const buttons = [zoom.left - map.left, zoom.top - map.top, zoom.right - map.left, zoom.bottom - map.top];
  const { fontFamily } = getComputedStyle(document.body);
  read = { size: plot.size, buttons, fontFamily, growth: growth() };
  return read;
}

// The frame widened to the shape of its place: plotly draws nothing outside of the frame.
function frame({ lonaxis, lataxis }, width, height) {
  const [west, east] = lonaxis.range;
  const [south, north] = lataxis.range.map(mercator);
  const whole = Math.min(width / (east - west), height / (north - south));
  const around = (a, b, size) => [(a + b - size / whole) / 2, (a + b + size / whole) / 2];
  return { whole, lon: around(west, east, width),
           lat: around(south, north, height).map(latitude), south, north };
}

// Pixels of a place, and pixels a degree: plotly's own once it has drawn, else computed alike.
export function projection(figure, plot) {
  const geo = plot._fullLayout?.geo;
  const { width, height } = plot.size;
  const [west, east] = figure.layout.geo.lonaxis.range;
  const { whole, lon, lat, south, north } = frame(figure.layout.geo, width, height);
  const scale = geo?.projection.scale ?? 1;
  const own = geo?._subplot?.projection;
  const isNear = (a, b) => Math.abs(a - b) < 1;
  const sameSize = isNear(plot._fullLayout?.width, width) && isNear(plot._fullLayout?.height, height);
  const pixels = own && sameSize ? (lon, lat) => own([lon, lat]) : (lon, lat) => [
    (lon - (west + east) / 2) * whole * scale + width / 2,
    ((south + north) / 2 - mercator(lat)) * whole * scale + height / 2];
  return { ...style(plot), pixels, scale, degree: whole * scale, width, height, lon, lat };
}
