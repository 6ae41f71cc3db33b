// Runs in every measured page before its own scripts, in the app and in the floor alike.
(function () {
  const IDS = window.benchCharts;
  const LAYERS = ":is(.scatterlayer .trace, .barlayer, .choroplethlayer, .scattergeo)";
  performance.setResourceTimingBufferSize(5000);
  const drawn = {};  // when each chart first showed data, in ms since the navigation started

  function watch(now) {
    for (const id of IDS) {
      if (!(id in drawn) && document.querySelector(`#${id} ${LAYERS} path[d]`)) drawn[id] = performance.now();
    }
    if (Object.keys(drawn).length < IDS.length) requestAnimationFrame(watch);
  }
  requestAnimationFrame(watch);

  const graph = (id) => document.querySelector(`#${id}.js-plotly-plot, #${id} .js-plotly-plot`);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  // From `act` to the second frame after every chart has drawn its new data; then on until
  // nothing has been drawn for `quiet` ms, to see charts that are drawn more than once.
  // `act` returns when the change counts from: at once, or when a press is let go.
  async function change(act, quiet, limit) {
    const graphs = IDS.map(graph);
    const before = graphs.map((gd) => gd.data);
    const counts = IDS.map(() => 0);
    const fresh = new Set();
    let last = 0;
    let arrived;
    const all = new Promise((done) => (arrived = done));
    const listeners = graphs.map((gd, i) => () => {
      last = performance.now();
      counts[i] += 1;
      if (gd.data !== before[i]) fresh.add(i);
      if (fresh.size === IDS.length) arrived(true);
    });
    graphs.forEach((gd, i) => gd.on("plotly_afterplot", listeners[i]));
    const armed = performance.now();
    const began = (await act()) ?? armed;
    if (!(await Promise.race([all, pause(limit)]))) throw new Error("charts were not redrawn");
    const plotted = last;
    await frame();
    await frame();
    const shown = performance.now();
    while (performance.now() - Math.max(last, plotted) < quiet) await pause(20);
    graphs.forEach((gd, i) => gd.removeListener("plotly_afterplot", listeners[i]));
    return { shown: shown - began, settled: last - began, draws: counts, ...asked(armed, began) };
  }

  // When the page asked the server during a change, and when the answer had arrived.
  function asked(armed, began) {
    const requests = performance.getEntriesByType("resource")
      .filter((r) => r.startTime >= armed && r.name.includes("_dash-update-component"));
    if (!requests.length) return { sent: 0, answered: 0, requests: 0 };
    return {
      sent: requests[0].startTime - began,
      answered: requests.at(-1).responseEnd - began,
      requests: requests.length,
    };
  }

  function moments() {
    const named = (part) => performance.getEntriesByType("resource")
      .find((r) => r.name.includes(part));
    const layout = named("_dash-layout");
    const answer = named("_dash-update-component");
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return {
      first_paint: paint ? paint.startTime : 0,
      layout_asked: layout ? layout.startTime : 0,
      figures_asked: answer ? answer.startTime : 0,
      figures_came: answer ? answer.responseEnd : 0,
    };
  }

  window.bench = {
    drawn: () => drawn,
    areDrawn: () => Object.keys(drawn).length === IDS.length,
    moments,
    config: () => {
      const { displayModeBar, showSendToCloud, displaylogo, responsive } = graph(IDS[0])._context;
      return { displayModeBar, showSendToCloud, displaylogo, responsive };
    },
    sizes: () => Object.fromEntries(IDS.map((id) => {
      const box = graph(id).getBoundingClientRect();
      return [id, [box.width, box.height]];
    })),
    // Waits for a click, or the choice of a select, that comes from outside, and counts from it.
    watch(selector, quiet, limit) {
      const link = document.querySelector(selector);
      if (!link) throw new Error(`no ${selector}`);
      const acted = new Promise((done) => ["click", "change"].forEach((kind) =>
        document.addEventListener(
          kind, () => done(performance.now()), { capture: true, once: true })));
      this.watched = change(() => acted, quiet, limit);
    },
    seen() {
      return this.watched;
    },
    react(figures, quiet, limit) {
      return change(() => window.draw(figures), quiet, limit);
    },
    idle: async (quiet) => {
      let last = performance.now();
      const note = () => (last = performance.now());
      IDS.map(graph).forEach((gd) => gd.on("plotly_afterplot", note));
      while (performance.now() - last < quiet) await pause(20);
      IDS.map(graph).forEach((gd) => gd.removeListener("plotly_afterplot", note));
    },
  };
})();
