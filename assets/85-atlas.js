// The map of platforms, fitted to the screen and the zoom: marks that cover each other are drawn
// apart, labels take the places that are free, counties appear when the map is enlarged.
(function () {
  const ID = "atlas";
  const COUNTIES_FROM = 1.9;  // times the whole map
  const STEP = 1.6;

  let shown;  // the figure as the server sent it
  const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) * 180 / Math.PI;
  const latitude = (y) => Math.atan(Math.exp(y * Math.PI / 180)) * 360 / Math.PI - 90;
  // Marks, labels and lines grow with the screen: a wall is read from further away.
  const growth = () => +getComputedStyle(document.documentElement).getPropertyValue("--atlas-growth") || 1;

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
  function projection(figure, plot) {
    const geo = plot._fullLayout?.geo;
    const { width, height } = plot.size;
    const [west, east] = figure.layout.geo.lonaxis.range;
    const { whole, lon, lat, south, north } = frame(figure.layout.geo, width, height);
    const scale = geo?.projection.scale ?? 1;
    const own = geo?._subplot?.projection;
    const isNear = (a, b) => Math.abs(a - b) < 1;
    const sameSize = isNear(plot._fullLayout?.width, width) && isNear(plot._fullLayout?.height, height);
    const at = own && sameSize ? (lon, lat) => own([lon, lat]) : (lon, lat) => [
      (lon - (west + east) / 2) * whole * scale + width / 2,
      ((south + north) / 2 - mercator(lat)) * whole * scale + height / 2];
    return { ...style(plot), at, scale, degree: whole * scale, width, height, lon, lat };
  }

  // Where the marks are drawn that have to move, at the largest size that is not larger.
  function moves(figure, degree) {
    const { sizes, moved } = figure.spread;
    const size = Math.max(0, sizes.findLastIndex((one) => one <= degree));
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

  const times = (size, by) => Array.isArray(size) ? size.map((one) => one * by) : size * by;

  function sized(trace, by) {
    if (by === 1) return trace;
    const marker = trace.marker && { ...trace.marker, size: times(trace.marker.size, by) };
    const textfont = trace.textfont && { ...trace.textfont, size: trace.textfont.size * by };
    const line = trace.line && { ...trace.line, width: trace.line.width * by };
    return { ...trace, ...(marker && { marker }), ...(textfont && { textfont }), ...(line && { line }) };
  }

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
    const by = view.growth;
    const at = moves(figure, view.degree / by);
    const chosen = figure.data.at(-1).ids[0];
    const data = figure.data.map((trace) => {
      if (trace.name === "counties") {
        const isNear = trace.meta.by_zoom && view.scale >= COUNTIES_FROM;
        return { ...trace, visible: trace.visible || isNear };
      }
      if (trace.name === "leaders") return { ...trace, ...leaders(figure, at) };
      if (trace.type !== "scattergeo") return trace;
      if (!trace.ids) return sized(trace, by);
      return { ...sized(moveMarks(trace, at), by), text: [...trace.text],
               textposition: [...trace.textposition] };
    });
    window.jing_jin_ji.label(data.filter((trace) => trace.meta?.labels), chosen, view);
    const isTouch = window.matchMedia("(pointer: coarse)").matches;
    const geo = { ...figure.layout.geo, lonaxis: { range: view.lon }, lataxis: { range: view.lat },
                  ...zoomed(figure.layout.geo, plot) };
    const layout = { ...figure.layout, geo, dragmode: isTouch && view.scale <= 1 ? false : "pan" };
    return { data, layout, config: figure.config };
  }

  // After a zoom or a pan the marks and labels are set anew.
  let waiting;

  function refit() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const plot = document.getElementById(ID);
      if (!plot?._fullLayout) return;
      window.jing_jin_ji.redraw(plot);
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

  const centred = (lon, lat) => (
    { "geo.projection.rotation.lon": lon, "geo.center.lon": lon, "geo.center.lat": lat });

  // The place that is open, and whether it is in sight.
  function opened(view) {
    const { ids, lon: [lon], lat: [lat] } = shown.data.at(-1);
    if (!ids.length) return undefined;
    const [x, y] = view.at(lon, lat);
    const isSeen = x > 20 && y > 20 && x < view.width - 20 && y < view.height - 20;
    return { lon, lat, isSeen };
  }

  // Enlarged around the middle, or around the place that is open where it is in sight.
  function zoom(by) {
    const plot = document.getElementById(ID);
    if (!plot?._fullLayout) return;
    const { lonaxis } = shown.layout.geo;
    const view = projection(shown, plot);
    const wanted = view.scale * (by || 0);
    const scale = wanted < 1.01 ? 1 : Math.min(40, wanted);  // as often out as in is the whole map
    const whole = { "geo.center": null,
                    "geo.projection.rotation.lon": (lonaxis.range[0] + lonaxis.range[1]) / 2 };
    const place = by > 1 && opened(view);
    const around = place?.isSeen ? centred(place.lon, place.lat) : {};
    window.Plotly.relayout(plot, { "geo.projection.scale": scale, ...(scale === 1 ? whole : around) });
  }

  // The place that is open comes into sight on an enlarged map.
  function follow(chosen) {
    const plot = document.getElementById(ID);
    const view = projection(shown, plot);
    const place = chosen && view.scale > 1.05 && opened(view);
    if (!place || place.isSeen) return;
    window.Plotly.relayout(plot, centred(place.lon, place.lat));
  }

  // An enlarged map is moved by the arrow keys, from the buttons that enlarge it.
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  function pan([x, y], plot) {
    const view = projection(shown, plot);
    const { lonaxis, lataxis } = shown.layout.geo;
    const { center } = plot._fullLayout.geo;
    const step = Math.min(view.width, view.height) / 4 / view.degree;
    const within = (value, [least, most]) => Math.min(most, Math.max(least, value));
    window.Plotly.relayout(plot, centred(
      within(center.lon + x * step, lonaxis.range),
      within(latitude(mercator(center.lat) + y * step), lataxis.range)));
  }

  document.addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    const isTaken = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!way || isTaken || !event.target.closest?.(".zoom")) return;
    const plot = document.getElementById(ID);
    if (!(plot?._fullLayout?.geo.projection.scale > 1)) return;  // nothing to move: the page scrolls
    event.preventDefault();
    pan(way, plot);
  });

  window.addEventListener("plotted", ({ detail }) => {
    if (detail !== ID) return;
    const plot = document.getElementById(ID);
    plot.on("plotly_afterplot", mark);
    plot.on("plotly_relayout", refit);
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

  // The bars' numbers are as large as their bars leave room for, and grow with the screen.
  function fitFlow(figure, plot) {
    const by = growth();
    const font = (given, most = Infinity) => ({ ...given, size: Math.min(given.size * by, most) });
    const { xaxis, annotations, margin } = figure.layout;
    if (!xaxis?.range) return figure;
    const step = plot.size.width / (xaxis.range[1] - xaxis.range[0]);
    const data = figure.data.map((trace) => ({ ...trace, textfont: font(trace.textfont, step / 3) }));
    const layout = {
      ...figure.layout,
      margin: { ...margin, t: margin.t * by, b: margin.b * by },
      xaxis: { ...xaxis, tickfont: font(xaxis.tickfont) },
      annotations: annotations.map((note) => ({ ...note, font: font(note.font) })),
    };
    return { ...figure, data, layout };
  }

  window.jing_jin_ji.follow = follow;
  window.jing_jin_ji.fit = { ...window.jing_jin_ji.fit, [ID]: fit, flow: fitFlow };
})();
