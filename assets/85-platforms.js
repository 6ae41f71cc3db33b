// The map of platforms: marks that cover each other are drawn apart, labels take the places that
// are free, counties appear when the map is enlarged; search, zoom, scheme, and the list that
// follows the map.
(function () {
  const ID = "atlas";
  const COUNTIES_FROM = 1.9;  // times the whole map
  const LABELS_FROM = 2.4;
  const FEW = 14;  // so few places are all named, if there is room
  const STEP = 1.6;
  const RING = 3;  // a ring covered is as bad as so many marks
  const SIDES = ["middle right", "middle left", "top center", "bottom center"];

  let shown;  // the figure as the server sent it
  const isDark = () => new URLSearchParams(window.location.search).get("scheme") === "dark";
  const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) * 180 / Math.PI;
  const latitude = (y) => Math.atan(Math.exp(y * Math.PI / 180)) * 360 / Math.PI - 90;
  // Marks, labels and lines grow with the screen: a wall is read from further away.
  const growth = () => +getComputedStyle(document.documentElement).getPropertyValue("--atlas-growth") || 1;

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
  function projection(figure, plot) {
    const geo = plot._fullLayout?.geo;
    const width = plot.clientWidth;
    const height = plot.clientHeight;
    const [west, east] = figure.layout.geo.lonaxis.range;
    const { whole, lon, lat, south, north } = frame(figure.layout.geo, width, height);
    const scale = geo?.projection.scale ?? 1;
    const own = geo?._subplot?.projection;
    const isNear = (a, b) => Math.abs(a - b) < 1;
    const sameSize = isNear(plot._fullLayout?.width, width) && isNear(plot._fullLayout?.height, height);
    const at = own && sameSize ? (lon, lat) => own([lon, lat]) : (lon, lat) => [
      (lon - (west + east) / 2) * whole * scale + width / 2,
      ((south + north) / 2 - mercator(lat)) * whole * scale + height / 2];
    const [map, zoom] = [plot, document.querySelector(".zoom")].map((e) => e.getBoundingClientRect());
    const buttons = [zoom.left - map.left, zoom.top - map.top, zoom.right - map.left, zoom.bottom - map.top];
    return { at, scale, degree: whole * scale, width, height, lon, lat, buttons };
  }

  // Where the marks are drawn that have to move, at the largest size that is not larger.
  function moves(figure, degree) {
    const { sizes, moved } = figure.spread;
    const size = Math.max(0, sizes.findLastIndex((one) => one <= degree / growth()));
    return Object.fromEntries(
      Object.entries(moved).map(([id, at]) => [id, at[size]]).filter(([, at]) => at));
  }

  function moveMarks(trace, at) {
    const place = (key, axis) => trace.ids.map((id, i) => at[id]?.[axis] ?? trace[key][i]);
    return { ...trace, lon: place("lon", 0), lat: place("lat", 1) };
  }

  function leaders(figure, at) {
    const lon = [];
    const lat = [];
    figure.data.filter((trace) => trace.ids && trace.name !== "chosen").forEach((trace) => {
      trace.ids.forEach((id, i) => {
        if (!at[id]) return;
        lon.push(trace.lon[i], at[id][0], null);
        lat.push(trace.lat[i], at[id][1], null);
      });
    });
    return { lon, lat };
  }

  const meter = document.createElement("canvas").getContext("2d");

  function box([x, y], side, gap, width, height) {
    if (side === "middle right") return [x + gap, y - height / 2, x + gap + width, y + height / 2];
    if (side === "middle left") return [x - gap - width, y - height / 2, x - gap, y + height / 2];
    if (side === "top center") return [x - width / 2, y - gap - height, x + width / 2, y - gap];
    return [x - width / 2, y + gap, x + width / 2, y + gap + height];
  }

  const meet = (a, b) => Math.min(a[2], b[2]) > Math.max(a[0], b[0]) &&
                         Math.min(a[3], b[3]) > Math.max(a[1], b[1]);

  // Labels one after the other, the most important first; each takes the side that covers the
  // fewest marks and no other label, or stays away. Only those always named may cover marks, and
  // of these only dots: a star or a diamond under a name is lost.
  function label(traces, chosen, view) {
    const points = traces.flatMap((trace, t) => trace.ids.map((id, i) => {
      const size = trace.marker.size;
      const at = view.at(trace.lon[i], trace.lat[i]);
      return { id, t, i, at, reach: size / 2, text: trace.customdata[i][2],
               font: trace.textfont, isNamed: trace.meta.labels === "always" || id === chosen };
    })).filter(({ at: [x, y] }) => x > 0 && y > 0 && x < view.width && y < view.height);
    const marks = points.map(({ at: [x, y], reach }) => [x - reach, y - reach, x + reach, y + reach]);
    const rings = points.map((point, i) => ({ ...point, box: marks[i] }))
      .filter(({ t }) => t === traces.length - 1);
    const shapes = points.map((point, i) => ({ ...point, box: marks[i] })).filter(
      ({ t }) => t < traces.length - 1 && traces[t].meta.labels === "always");
    const placed = [view.buttons];
    const labelled = points.length <= FEW || view.scale >= LABELS_FROM;
    // The open place is named beside its ring, which comes last.
    const order = points.filter(({ id, t }) => id !== chosen || t === traces.length - 1).sort((a, b) =>
      (b.id === chosen) - (a.id === chosen) || b.isNamed - a.isNamed || b.t - a.t);
    order.forEach((point) => {
      if (!point.isNamed && !labelled) return;
      const { size } = point.font;
      meter.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
      const width = meter.measureText(point.text).width + 4;
      const choices = SIDES.map((side) => {
        const own = box(point.at, side, point.reach + 3, width, size * 1.4);
        const covered = marks.filter((mark) => meet(mark, own)).length + RING * rings.filter(
          (ring) => ring.id !== point.id && meet(ring.box, own)).length;
        const hidden = shapes.some((shape) => shape.id !== point.id && meet(shape.box, own));
        return { side, own, covered, hidden };
      }).filter(({ own, covered, hidden }) => !hidden && own[0] >= 0 && own[1] >= 0 && own[2] <= view.width &&
        own[3] <= view.height && (point.isNamed || !covered) &&
        !placed.some((other) => meet(other, own)));
      const best = choices.sort((a, b) => a.covered - b.covered)[0];
      if (!best) return;
      placed.push(best.own);
      const trace = traces[point.t];
      trace.text[point.i] = point.text;
      trace.textposition[point.i] = best.side;
    });
  }

  function sized(trace) {
    const by = growth();
    if (by === 1) return trace;
    const marker = trace.marker && { ...trace.marker, size: times(trace.marker.size, by) };
    const textfont = trace.textfont && { ...trace.textfont, size: trace.textfont.size * by };
    const line = trace.line && { ...trace.line, width: trace.line.width * by };
    return { ...trace, ...(marker && { marker }), ...(textfont && { textfont }), ...(line && { line }) };
  }

  const times = (size, by) => Array.isArray(size) ? size.map((one) => one * by) : size * by;

  // The zoom is the reader's, whatever the answer: it is taken over from the map as it stands.
  function zoomed({ projection: given }, plot) {
    const now = plot._fullLayout?.geo;
    if (!now || now.projection.scale <= 1) return {};
    const { scale, rotation } = now.projection;
    const { lon, lat } = now.center;
    return { projection: { ...given, scale, rotation: { lon: rotation.lon } }, center: { lon, lat } };
  }

  // The figure for this screen at this zoom; what the server sent is left as it is.
  function fit(figure, plot) {
    shown = figure;
    const view = projection(figure, plot);
    const at = moves(figure, view.degree);
    const chosen = figure.data.at(-1).ids[0];
    const data = figure.data.map((trace) => {
      if (trace.name === "counties") {
        const isNear = trace.meta.by_zoom && view.scale >= COUNTIES_FROM;
        return { ...trace, visible: trace.visible || isNear };
      }
      if (trace.name === "leaders") return { ...trace, ...leaders(figure, at) };
      if (trace.type !== "scattergeo") return trace;
      if (!trace.ids) return sized(trace);
      return { ...sized(moveMarks(trace, at)), text: trace.ids.map(() => ""),
               textposition: trace.ids.map(() => SIDES[0]) };
    });
    label(data.filter((trace) => trace.meta?.labels), chosen, view);
    const isTouch = window.matchMedia("(pointer: coarse)").matches;
    const geo = { ...figure.layout.geo, lonaxis: { range: view.lon }, lataxis: { range: view.lat },
                  ...zoomed(figure.layout.geo, plot) };
    const layout = { ...figure.layout, geo, dragmode: isTouch && view.scale <= 1 ? false : "pan" };
    return { data, layout, config: figure.config };
  }

  // After a zoom, a pan or a change of size the marks and labels are set anew.
  let waiting;

  function refit() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const plot = document.getElementById(ID);
      if (!plot?._fullLayout) return;
      const { data, layout, config } = fit(shown, plot);
      window.Plotly.react(plot, data, layout, config);
    }, 40);
  }

  // Outlines that are approximations are dashed: a choropleth has no dash of its own, and each
  // redraw, which ends after the answer is shown, makes its paths anew.
  function mark() {
    document.querySelectorAll(`#${ID} .choroplethlayer .trace`).forEach((node) => {
      const trace = node.__data__?.[0]?.trace;
      node.querySelectorAll("path").forEach((path) => path.classList.toggle(
        "dashed", !!trace?.meta?.dashed?.includes(path.__data__?.loc)));
    });
  }

  function zoom(by) {
    const plot = document.getElementById(ID);
    if (!plot?._fullLayout) return;
    const { lonaxis } = shown.layout.geo;
    const now = plot._fullLayout.geo.projection.scale;
    const scale = by ? Math.min(40, Math.max(1, now * by)) : 1;
    const middle = { "geo.center": null,
                     "geo.projection.rotation.lon": (lonaxis.range[0] + lonaxis.range[1]) / 2 };
    window.Plotly.relayout(plot, { "geo.projection.scale": scale, ...(scale === 1 ? middle : {}) });
  }

  // The place that is open comes into sight on an enlarged map.
  function follow(chosen) {
    const plot = document.getElementById(ID);
    const view = projection(shown, plot);
    const trace = shown.data.at(-1);
    if (!chosen || view.scale <= 1.05 || !trace.ids.length) return;
    const [x, y] = view.at(trace.lon[0], trace.lat[0]);
    if (x > 20 && y > 20 && x < view.width - 20 && y < view.height - 20) return;
    window.Plotly.relayout(plot, { "geo.projection.rotation.lon": trace.lon[0],
                                   "geo.center.lon": trace.lon[0], "geo.center.lat": trace.lat[0] });
  }

  function go(query, isPlain) {
    const text = query.toString().replaceAll("%2C", ",");
    const address = window.location.pathname + (text ? `?${text}` : "");
    if (isPlain) return window.jing_jin_ji.open(address);
    window.history.replaceState(null, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }

  window.addEventListener("plotted", ({ detail }) => {
    if (detail !== ID) return;
    const plot = document.getElementById(ID);
    plot.on("plotly_afterplot", mark);
    plot.on("plotly_relayout", refit);
    plot.on("plotly_click", ({ points }) => {
      const place = points.map((point) => point.customdata?.[1]).find(Boolean);
      if (!place) return;
      const query = new URLSearchParams(window.location.search);
      query.set("place", place);
      way = "pointer";
      go(query, true);
    });
    new ResizeObserver(refit).observe(plot);
    plot.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? STEP : 1 / STEP);
    }, { passive: false });
  });

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-zoom]");
    if (button) zoom({ in: STEP, out: 1 / STEP }[button.dataset.zoom]);
  });

  // While typing, each pause is a new answer; only the first one is a step of the history.
  let typing;  // while a pause has not yet passed
  document.addEventListener("input", ({ target }) => {
    if (!target.dataset?.search) return;
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = undefined;
      const query = new URLSearchParams(window.location.search);
      const isFirst = !query.has("search");
      if (target.value.trim()) query.set("search", target.value.trim());
      else query.delete("search");
      go(query, isFirst);
    }, 250);
  });

  // A base colour is an indicator of any theme, or none.
  document.addEventListener("change", ({ target }) => {
    if (target.dataset?.shade === undefined) return;
    const query = new URLSearchParams(window.location.search);
    if (target.value) {
      query.delete("theme");
      query.set("indicator", target.value);
      query.set("shade", "1");
    } else {
      query.delete("shade");
    }
    go(query, true);
  });

  // How the reader asked for the place or cell that the next answer shows; a click by the Enter
  // key has no detail. Heard before the link is followed: an answer may be there already.
  let way;  // "key" or "pointer" to a place or away from it, "cell" of the matrix
  const NARROW = window.matchMedia("(max-width: 1099px)");

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".place, .near a, .atlas-panel .close, .matrix a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    way = link.closest(".matrix") ? "cell" : event.detail ? "pointer" : "key";
    if (!link.matches("[aria-current]")) return;
    arrive(last, last);  // it is shown already, no answer will come
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.target.closest?.(".atlas-panel")?.querySelector(".close")?.click();
  });

  // Whoever cannot see the panel beside the list is led to it, and back; a mouse moves nothing.
  function arrive(chosen, before) {
    const asked = way;
    way = undefined;
    if (asked === "cell") return bring(document.querySelector(".atlas-map"));
    if (!asked || (asked === "pointer" && !(NARROW.matches && chosen))) return;
    if (chosen) {
      bring(document.querySelector(".atlas-panel"));
      document.querySelector(".atlas-panel h2").focus({ preventScroll: true });
    } else {
      const entry = [...document.querySelectorAll("#atlas-list .place")].find(
        ({ href }) => new URL(href).searchParams.get("place") === before);
      (entry || document.querySelector(".atlas-list")).focus();
    }
  }

  // Under the bar that stays at the top; what is in sight already stays where it is.
  function bring(node) {
    const bar = document.querySelector(".filter-bar");
    const isFixed = getComputedStyle(bar).position === "sticky";
    const top = isFixed ? bar.offsetHeight + 8 : 8;
    const box = node.getBoundingClientRect();
    if (box.top >= top && Math.min(box.bottom, box.top + 300) <= window.innerHeight) return;
    window.scrollBy(0, box.top - top);
  }

  let last = null;  // the place that was open

  window.addEventListener("shown", () => {
    const isHere = document.body.dataset.page === "platforms";
    document.documentElement.toggleAttribute("data-scheme", false);
    if (isHere && isDark()) document.documentElement.dataset.scheme = "dark";
    if (!isHere) return;
    const query = new URLSearchParams(window.location.search);
    const search = document.querySelector("[data-search]");
    const said = query.get("search") || "";
    if (!typing && search.value.trim() !== said) search.value = said;
    document.querySelector("[data-shade]").value = query.get("shade") === "1" ? shade() : "";
    const chosen = query.get("place");
    const before = last;
    last = chosen;
    arrive(chosen, before);
    if (chosen === before) return;
    scrollTo(document.querySelector("#atlas-list [aria-current]"));
    document.querySelector(".atlas-panel").scrollTop = 0;
    follow(chosen);
  });

  // The indicator the server shades by, which the address may leave to its default.
  const shade = () => document.querySelector("[data-indicator]")?.dataset.indicator || "";

  // Within the list only: the page itself stays where it is.
  function scrollTo(item) {
    const list = item?.closest(".atlas-list");
    if (!list) return;
    const [outer, inner] = [list, item].map((node) => node.getBoundingClientRect());
    if (inner.top >= outer.top + 30 && inner.bottom <= outer.bottom) return;
    list.scrollTop += inner.top - outer.top - outer.height / 3;
  }

  // The bars' numbers are as large as their bars leave room for, and grow with the screen.
  function fitFlow(figure, plot) {
    const by = growth();
    const font = (given, most = Infinity) => ({ ...given, size: Math.min(given.size * by, most) });
    const { xaxis, annotations, margin } = figure.layout;
    if (!xaxis?.range) return figure;
    const step = plot.clientWidth / (xaxis.range[1] - xaxis.range[0]);
    const data = figure.data.map((trace) => ({ ...trace, textfont: font(trace.textfont, step / 3) }));
    const layout = {
      ...figure.layout,
      margin: { ...margin, t: margin.t * by, b: margin.b * by },
      xaxis: { ...xaxis, tickfont: font(xaxis.tickfont) },
      annotations: annotations.map((note) => ({ ...note, font: font(note.font) })),
    };
    return { ...figure, data, layout };
  }

  window.jing_jin_ji.fit = { ...window.jing_jin_ji.fit, [ID]: fit, flow: fitFlow };
})();
