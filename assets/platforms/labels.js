// The names on the map of platforms: each takes a side of its mark that is free, or stays away.
const FEW = 14;  // so few places are all named, if there is room
const NAMED_FROM = 2.4;  // times the whole map, all are named
const LEADING = 1.6;  // of the size: the height a name is given, plotly sets it a little off
const RING = 3;  // a ring covered is as bad as so many marks
const SIDES = ["middle right", "middle left", "top center", "bottom center"];

const meter = document.createElement("canvas").getContext("2d");

function box([x, y], side, gap, width, height) {
  if (side === "middle right") return [x + gap, y - height / 2, x + gap + width, y + height / 2];
  if (side === "middle left") return [x - gap - width, y - height / 2, x - gap, y + height / 2];
  if (side === "top center") return [x - width / 2, y - gap - height, x + width / 2, y - gap];
  return [x - width / 2, y + gap, x + width / 2, y + gap + height];
}

const meet = (a, b) => Math.min(a[2], b[2]) > Math.max(a[0], b[0]) &&
                       Math.min(a[3], b[3]) > Math.max(a[1], b[1]);

// Every mark in sight: where it stands, what it covers, and how much its name matters.
function marksInSight(traces, chosen, view) {
  return traces.flatMap((trace, t) => trace.ids.map((id, i) => {
    const [x, y] = view.pixels(trace.lon[i], trace.lat[i]);
    const reach = trace.marker.size / 2;
    const isAlways = trace.meta.labels === "always";
    const isRing = t === traces.length - 1;  // the ring of the open place comes last
    return { id, t, i, at: [x, y], reach, box: [x - reach, y - reach, x + reach, y + reach],
             text: trace.customdata[i][2], size: trace.textfont.size, isRing,
             isShape: isAlways && !isRing, isNamed: isAlways || id === chosen };
  })).filter(({ at: [x, y] }) => x > 0 && y > 0 && x < view.width && y < view.height);
}

// The side of a mark where its name covers the fewest other marks and no other name, if any.
// Only names that always stand may cover marks, and of these only dots: a star or a diamond
// under a name is lost.
function place(mark, marks, placed, view) {
  const width = meter.measureText(mark.text).width + 4;
  let best;
  for (const side of SIDES) {
    const own = box(mark.at, side, mark.reach + 3, width, mark.size * LEADING);
    const isInside = own[0] >= 0 && own[1] >= 0 && own[2] <= view.width && own[3] <= view.height;
    if (!isInside || placed.some((other) => meet(other, own))) continue;
    const covered = marks.filter((other) => meet(other.box, own));
    if (covered.some(({ id, isShape }) => isShape && id !== mark.id)) continue;
    const cost = covered.length +
      RING * covered.filter(({ id, isRing }) => isRing && id !== mark.id).length;
    if ((mark.isNamed || !cost) && !(best?.cost <= cost)) best = { side, own, cost };
  }
  return best;
}

// Names one after the other, the most important first; the open place's is beside its ring.
export function label(traces, chosen, view) {
  const marks = marksInSight(traces, chosen, view);
  const placed = [view.buttons];
  const isRoomy = marks.length <= FEW || view.scale >= NAMED_FROM;
  const rank = (a, b) =>
    (b.id === chosen) - (a.id === chosen) || b.isNamed - a.isNamed || b.t - a.t;
  marks.filter(({ id, isRing, isNamed }) => (id !== chosen || isRing) && (isNamed || isRoomy))
    .sort(rank).forEach((mark) => {
      meter.font = `${mark.size}px ${view.fontFamily}`;
      const best = place(mark, marks, placed, view);
      if (!best) return;
      placed.push(best.own);
      traces[mark.t].text[mark.i] = mark.text;
      traces[mark.t].textposition[mark.i] = best.side;
    });
}
