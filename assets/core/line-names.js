// The names at the ends of lines keep apart. Which places do that depends on the size of the plot:
// they come for some sizes (components/charts/line_names.py), and those hold that were computed for
// the largest size that is not larger than the plot.
const MOVED = 1e-3;  // of the axis: less is no move
const TICKS = 80;  // px that the names of values and the axis may take of the width

const at = (sizes, size) => Math.max(0, sizes.filter((one) => one <= size).length - 1);

// A name beside the end of its line needs no arrow, which plotly would measure.
function moved(one, place, layout) {
  const [low, high] = layout[one.yref.replace("y", "yaxis")].range;
  const showarrow = Math.abs(place - one.y) > MOVED * (high - low);
  return { ...one, ay: place, showarrow, xshift: showarrow ? 0 : one.ax };
}

export function named(figure, { width, height }) {
  const { names, layout } = figure;
  if (!names) return figure;
  const { l, r, t, b } = layout.margin;
  const column = names.at[at(names.widths, width - l - r - TICKS)];
  const places = column[at(names.heights, height - t - b)];
  const annotations = layout.annotations.map(
    (one, i) => (i < places.length ? moved(one, places[i], layout) : one));
  return { ...figure, layout: { ...layout, annotations } };
}
