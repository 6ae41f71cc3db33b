// An answer fills the page: texts are written into their places, figures drawn by plotly.
(function () {
  const CONFIG = { displayModeBar: false, showSendToCloud: false, displaylogo: false };

  // New HTML takes the focus away from what it replaces: give it back to the same place.
  function write(box, html) {
    if (box.innerHTML === html) return;
    const reachable = () => [...box.querySelectorAll("a, button, summary")];
    const at = reachable().indexOf(document.activeElement);
    box.innerHTML = html;
    if (at >= 0) (reachable()[at] || reachable().at(-1))?.focus({ preventScroll: true });
  }

  function draw(id, figure) {
    const plot = document.getElementById(id);
    const isNew = !plot._fullLayout;
    window.Plotly.react(plot, figure.data, figure.layout, CONFIG);
    if (!isNew) return;
    sizes.observe(plot);
    plot.on("plotly_click", ({ points }) => {
      const platform = points[0]?.customdata?.[1];
      if (platform) window.dash_clientside.set_props("platform-choice", { value: platform });
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

  // The years of the last answer: the slider follows them, and is followed where it differs.
  let shown;

  function showYears(years) {
    const isSame = shown && shown.join() === years.join();
    shown = years;
    if (!isSame) window.dash_clientside.set_props("year-range", { value: years });
  }

  function searchWith(years) {
    const query = new URLSearchParams(window.location.search);
    const defaults = document.querySelector("[data-defaults]").dataset.defaults.split(",");
    ["from", "to"].forEach((key, i) => {
      if (years[i] === +defaults[i]) query.delete(key);
      else query.set(key, years[i]);
    });
    const text = query.toString().replaceAll("%2C", ",");
    return text ? "?" + text : "";
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    page: {
      show(answer) {
        for (const [id, html] of Object.entries(answer.html)) {
          write(document.getElementById(id), html);
        }
        write(document.getElementById("remarks"), answer.remarks);
        for (const [id, figure] of Object.entries(answer.figures)) draw(id, figure);
        showYears(answer.years);
      },
      chooseYears(years) {
        if (!shown || years.join() === shown.join()) return;
        shown = years;
        window.dash_clientside.set_props("url", { search: searchWith(years) });
      },
    },
  });
})();
