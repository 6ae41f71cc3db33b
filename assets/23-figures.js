// Figures: drawn by plotly at the size of their places, and again when that changes.
(function () {
  const CONFIG = { displayModeBar: false, showSendToCloud: false, displaylogo: false };
  const SETTLE = 100;  // ms without another change of the window until a figure follows it

  // The size of a place in pixels. To ask for it in the middle of a change makes the browser lay
  // out the page once more; where texts seldom alter it (data-steady) the last one is taken.
  const isSteady = (plot) => plot.size && plot.dataset.steady !== undefined;

  function sizeOf(plot) {
    if (isSteady(plot)) return plot.size;
    const { width, height } = plot.getBoundingClientRect();
    return { width, height };
  }

  // A page may fit its figure to the screen before it is drawn. Plotly writes into what it is
  // given: each drawing starts from the figure as it was sent.
  function react(plot) {
    const { size } = plot;
    const figure = JSON.parse(plot.written);
    const { data, layout, config } = window.jing_jin_ji.fit?.[plot.id]?.(figure, plot) ?? figure;
    window.Plotly.react(plot, data, { ...layout, ...size }, { ...CONFIG, ...config });
  }

  function draw(id, figure) {
    const plot = document.getElementById(id);
    const isNew = !plot._fullLayout;
    const text = JSON.stringify(figure);
    if (plot.written === text) return;
    Object.assign(plot, { written: text, size: sizeOf(plot), drawn: performance.now() });
    react(plot);
    if (!isNew) return;
    sizes.observe(plot);
    window.dispatchEvent(new CustomEvent("plotted", { detail: id }));
  }

  // A text that alters a place as it is written is followed at once, before anything is painted.
  const waiting = new WeakMap();
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target, contentRect }) => {
    const { width, height } = contentRect;
    const isOff = Math.abs(width - target.size.width) >= 1 ||
                  Math.abs(height - target.size.height) >= 1;
    if (!isOff || !width) return;
    target.size = { width, height };
    clearTimeout(waiting.get(target));
    if (performance.now() - target.drawn < SETTLE) react(target);
    else waiting.set(target, setTimeout(react, SETTLE, target));
  }));

  // Shapes that a foreseen figure will need: on their way before it is drawn, where plotly looks.
  function fetchShapes(figures) {
    const shapes = window.PlotlyGeoAssets;
    const traces = Object.values(figures).flatMap(({ data }) => data);
    new Set(traces.map(({ geojson }) => geojson)).forEach((address) => {
      if (typeof address !== "string" || shapes[address]) return;
      fetch(address).then((answer) => answer.json()).then(
        (found) => { shapes[address] = found; }, () => {});
    });
  }

  function purge(box) {
    box.querySelectorAll(".js-plotly-plot").forEach((plot) => {
      sizes.unobserve(plot);
      clearTimeout(waiting.get(plot));
      window.Plotly.purge(plot);
    });
  }

  Object.assign(window.jing_jin_ji, { draw, redraw: react, isSteady, fetchShapes, purge });
})();
