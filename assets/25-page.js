// An answer fills the page: its texts here, its figures through dcc.Graph.
(function () {
  // New HTML takes the focus away from what it replaces: give it back to the same place.
  function write(box, html) {
    if (box.innerHTML === html) return;
    const reachable = () => [...box.querySelectorAll("a, button, summary")];
    const at = reachable().indexOf(document.activeElement);
    box.innerHTML = html;
    if (at >= 0) (reachable()[at] || reachable().at(-1))?.focus({ preventScroll: true });
  }

  // dcc.Graph asks for a redraw after its first drawing and whenever its place has changed,
  // though plotly has already drawn at the new size: let only real changes through.
  function drawOnce(plots) {
    if (plots.resize.isGuarded) return;
    const resize = plots.resize;
    plots.resize = function (gd) {
      const drawn = gd._fullLayout;
      const fits = drawn && Math.abs(drawn.width - gd.clientWidth) < 1 &&
                   Math.abs(drawn.height - gd.clientHeight) < 1;
      return fits ? Promise.resolve(gd) : resize(gd);
    };
    plots.resize.isGuarded = true;
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    page: {
      show(answer) {
        if (window.Plotly) drawOnce(window.Plotly.Plots);
        for (const [id, html] of Object.entries(answer.html)) {
          write(document.getElementById(id), html);
        }
        write(document.getElementById("remarks"), answer.remarks);
        return answer.figures;
      },
    },
  });
})();
