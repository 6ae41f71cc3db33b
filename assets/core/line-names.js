// The names at the ends of lines keep apart. Which places do that depends on the size of the plot:
// they come for some sizes (components/charts/line_names.py), and those hold that were computed for
// the largest size that is not larger than the plot.
const TICKS = 80;  // px that the names of values and the axis may take of the width

const at = (sizes, size) => Math.max(0, sizes.filter((one) => one <= size).length - 1);

export function named(figure, { width, height }) {
  const { names, layout } = figure;
  if (!names) return figure;
  const { l, r, t, b } = layout.margin;
  const column = names.at[at(names.widths, width - l - r - TICKS)];
  const places = column[at(names.heights, height - t - b)];
  const annotations = layout.annotations.map(
    (one, i) => (i < places.length ? { ...one, ay: places[i] } : one));
  return { ...figure, layout: { ...layout, annotations } };
}
