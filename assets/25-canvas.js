// The Canvas component: the address goes to the server, the answer fills the page. Texts are
// written into their places, figures drawn by plotly.
(function () {
  const CONFIG = { displayModeBar: false, showSendToCloud: false, displaylogo: false };

  // New HTML takes the focus away from what it replaces: give it back to the same place.
  function write(box, html) {
    if (box.written === html) return;
    box.written = html;
    const reachable = () => [...box.querySelectorAll("a, button, summary, select")];
    const at = reachable().indexOf(document.activeElement);
    box.innerHTML = html;
    if (at >= 0) (reachable()[at] || reachable().at(-1))?.focus({ preventScroll: true });
  }

  function draw(id, figure) {
    const plot = document.getElementById(id);
    const isNew = !plot._fullLayout;
    const text = JSON.stringify(figure);
    if (plot.written === text) return;
    plot.written = text;
    // A page may fit its figure to the screen before it is drawn.
    const { data, layout, config } = window.jing_jin_ji.fit?.[id]?.(figure, plot) ?? figure;
    window.Plotly.react(plot, data, layout, { ...CONFIG, ...config });
    if (!isNew) return;
    sizes.observe(plot);
    window.dispatchEvent(new CustomEvent("plotted", { detail: id }));
    if (id === "map") plot.on("plotly_click", ({ points }) => {
      const platform = points[0]?.customdata?.[1];
      if (platform) window.dash_clientside.set_props("platform-choice", { value: platform });
    });
  }

  // Shapes that a foreseen figure will need: on their way before it is drawn, where plotly looks.
  function fetchShapes({ figures }) {
    const shapes = window.PlotlyGeoAssets;
    const traces = Object.values(figures).flatMap(({ data }) => data);
    new Set(traces.map(({ geojson }) => geojson)).forEach((address) => {
      if (typeof address !== "string" || shapes[address]) return;
      fetch(address).then((answer) => answer.json()).then(
        (found) => { shapes[address] = found; }, () => {});
    });
  }

  // Texts come before figures, so a figure is drawn at its final size; only a change of the
  // window (or of a text's height without a new answer) draws it again.
  const waiting = new Map();
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    clearTimeout(waiting.get(target));
    waiting.set(target, setTimeout(() => fit(target), 100));
  }));

  function fit(plot) {
    const { width, height } = plot._fullLayout;
    const isOff = Math.abs(width - plot.clientWidth) >= 1 ||
                  Math.abs(height - plot.clientHeight) >= 1;
    if (isOff && plot.clientWidth) window.Plotly.Plots.resize(plot);
  }

  // The sliders follow the answer's years, and the address follows the sliders.
  const slider = (name) => document.querySelector(`#year-range [name=${name}]`);

  function showYears(years) {
    const box = document.getElementById("year-range");
    ["from", "to"].forEach((name, i) => {
      const { min, max } = slider(name);
      slider(name).value = years[i];
      box.querySelector(`[data-of=${name}]`).textContent = years[i];
      box.style.setProperty(`--${name}`, (years[i] - min) / (max - min));
    });
    // Where the handles meet, the one that still has room lies on top.
    const { min, max } = slider("from");
    slider("from").style.zIndex = years[0] > (+min + +max) / 2 ? 1 : "";
  }

  // The two ends may meet, not cross.
  document.addEventListener("input", ({ target }) => {
    if (!target.closest("#year-range")) return;
    const from = +slider("from").value;
    const to = +slider("to").value;
    showYears(target.name === "from" ? [Math.min(from, to), to] : [from, Math.max(from, to)]);
  });

  document.addEventListener("change", ({ target }) => {
    if (!target.closest("#year-range")) return;
    const query = new URLSearchParams(window.location.search);
    ["from", "to"].map(slider).forEach(({ name, value, dataset }) => {
      if (value === dataset.default) query.delete(name);
      else query.set(name, value);
    });
    const text = query.toString().replaceAll("%2C", ",");
    window.jing_jin_ji.open(window.location.pathname + (text ? `?${text}` : ""));
  });

  // The overview stands in the layout; every other page is copied from its template.
  function turnTo(name) {
    if (document.body.dataset.page === name) return;
    const frame = document.getElementById(`frame-${name}`);
    const sheet = document.getElementById("sheet");
    sheet.querySelectorAll(".js-plotly-plot").forEach((plot) => {
      sizes.unobserve(plot);
      window.Plotly.purge(plot);
    });
    sheet.replaceChildren(...(frame ? [frame.content.cloneNode(true)] : []));
    sheet.hidden = !frame;
    document.getElementById("overview").hidden = !!frame;
    if (document.body.dataset.page) window.scrollTo(0, 0);
    document.body.dataset.page = name;
  }

  function show(answer) {
    turnTo(answer.page);
    for (const [id, html] of Object.entries(answer.html)) {
      write(document.getElementById(id), html);
    }
    write(document.getElementById("remarks"), answer.remarks);
    for (const [id, figure] of Object.entries(answer.figures)) draw(id, figure);
    showYears(answer.years);
    document.title = answer.title;
    drawn = answer;
    settle();
    window.dispatchEvent(new Event("shown"));
  }

  // An answer that takes longer than a blink: the old one fades until the new one is there.
  // Set at once, the style alone would cost every change a repaint of the page.
  let fading;

  function wait() {
    fading ??= setTimeout(() => { document.body.dataset.waiting = ""; }, 500);
  }

  function settle() {
    clearTimeout(fading);
    fading = undefined;
    delete document.body.dataset.waiting;
  }

  const here = () => window.location.pathname + window.location.search;
  // The page came with the answer to its own address: it is drawn without asking again.
  const first = JSON.parse(document.getElementById("first-answer").textContent);
  first.address = here();
  let came = first;  // the last answer that arrived
  let drawn;  // the answer on the screen
  let ask;
  let failures = 0;

  function Canvas({ answer, setProps }) {
    // The same address is asked again only after a failure, which the fragment then tells apart.
    ask = (address) => setProps({ address: failures ? `${address}#${failures}` : address });
    window.React.useLayoutEffect(() => {
      if (answer) came = answer;
      if (came.address === here()) show(came);
      else fetchShapes(came);
    }, [answer]);
    return null;
  }

  function follow() {
    if (came.address === here()) return show(came);
    wait();
    ask(here());
  }

  window.addEventListener("popstate", follow);
  Object.assign(window.jing_jin_ji, {
    Canvas,
    open(address, fragment = "") {
      const isNew = address !== here() || (fragment && fragment !== window.location.hash);
      if (isNew) window.history.pushState(null, "", address + fragment);
      if (address !== drawn?.address) follow();
    },
    // A link is pressed: its answer is on its way before the button is let go.
    foresee(address) {
      if (address !== drawn?.address && address !== came.address) ask(address);
    },
    fail() {
      failures += 1;
      settle();
    },
  });
})();
