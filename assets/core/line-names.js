// The names at the ends of lines keep apart. Which places do that depends on the size of the plot:
// they come for some sizes (components/charts/line_names.py), and those hold that were computed for
// the largest size that is not larger than the plot. A line joins a name to its end where it moved
// so far that it no longer stands beside it: a shape, which plotly need not measure as it does an
// annotation's arrow.
const TICKS = 80;  // px that the names of values and the axis may take of the width
const FAR = 9.5;  // px: half the height of a name
const MARK = 6;  // px from the middle of the mark at an end to where the line begins

const at = (sizes, size) => Math.max(0, sizes.filter((one) => one <= size).length - 1);

function leader({ x, y, yref, xshift, font }, place, layout, height) {
  const { range: [low, high], domain: [foot, top] = [0, 1] } = layout[yref.replace("y", "yaxis")];
  const moved = Math.abs(place - y) / (high - low) * (top - foot) * height;
  if (moved < FAR) return [];
  const [first, last] = layout.xaxis.range;
  const way = Math.sign(xshift);  // a name stands to the right of its end, or to its left
  return [{
    type: "line", line: { color: font.color, width: 1 },
    xref: "paper", xsizemode: "pixel", xanchor: (x - first) / (last - first),
    x0: way * MARK, x1: xshift - way, yref, y0: y, y1: place,
  }];
}

export function named(figure, size) {
  const { names, layout } = figure;
  if (!names) return figure;
  const { l, r, t, b } = layout.margin;
  const height = size.height - t - b;
  const column = names.at[at(names.widths, size.width - l - r - TICKS)];
  const places = column[at(names.heights, height)];
  const own = layout.annotations.slice(0, places.length);
  const annotations = [
    ...own.map((one, i) => ({ ...one, y: places[i] })), ...layout.annotations.slice(places.length),
  ];
  const leaders = own.flatMap((one, i) => leader(one, places[i], layout, height));
  const shapes = [...(layout.shapes ?? []), ...leaders];
  return { ...figure, layout: { ...layout, annotations, shapes } };
}
