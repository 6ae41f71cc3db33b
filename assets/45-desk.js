// The indicators page: selects that write the address, tables that sort, pictures to take away.
(function () {
  document.addEventListener("change", ({ target }) => {
    const key = target.dataset?.key;
    if (!key) return;
    const query = new URLSearchParams(window.location.search);
    if (target.value) query.set(key, target.value);
    else query.delete(key);
    const text = query.toString().replaceAll("%2C", ",");
    window.jing_jin_ji.open(window.location.pathname + (text ? `?${text}` : ""));
  });

  // What the address says stands in the selects, whichever way the address came about.
  window.addEventListener("shown", () => {
    const query = new URLSearchParams(window.location.search);
    document.querySelectorAll("select[data-key]").forEach((select) => {
      select.value = query.get(select.dataset.key) || "";
      if (select.selectedIndex < 0) select.value = "";  // asked for, but not to be had
    });
    const shown = document.querySelector("[data-indicator]")?.dataset.indicator;
    document.querySelectorAll(".coverage tbody a").forEach((link) => {
      if (link.dataset.row === shown) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(
      "[data-sort], [data-picture], [data-copy], [data-copy-address]");
    if (!button) return;
    if (button.dataset.sort) sort(button);
    if (button.dataset.picture) takePicture(button);
    if (button.dataset.copy) {
      window.jing_jin_ji.copy(document.getElementById(button.dataset.copy).textContent);
    }
    // A link's own address has the host that the page came from; opened anew it stays a link.
    if (button.dataset.copyAddress && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      window.jing_jin_ji.copy(button.href);
    }
  });

  // The three profiles are stepped through with the arrow keys, unless a control uses them.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: "previous", ArrowRight: "next" }[event.key];
    const isTaken = event.target.closest("input, select, textarea, [role=region][tabindex]");
    if (!step || isTaken || event.altKey || event.ctrlKey || event.metaKey) return;
    document.querySelector(`[data-step=${step}]`)?.click();
  });

  // Rows without a value stay at the end, whichever way the others are sorted.
  function sort(button) {
    const table = button.closest("table");
    const head = button.closest("th");
    const column = +button.dataset.sort;
    const isUp = head.getAttribute("aria-sort") === "descending";
    const valueOf = (row) => {
      const cell = row.cells[column];
      const text = cell.dataset.value ?? cell.textContent;
      return text === "" ? null : +text;
    };
    const rows = [...table.tBodies[0].rows].sort((a, b) => {
      const [x, y] = [valueOf(a), valueOf(b)];
      if (x === null || y === null) return (x === null) - (y === null);
      return isUp ? x - y : y - x;
    });
    table.tBodies[0].append(...rows);
    table.querySelectorAll("th[aria-sort]").forEach((th) => th.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
  }

  const WIDTH = 1200;
  const HEIGHT = 720;

  // The picture says by itself what it shows: title, subtitle, filter, source and version.
  async function takePicture(button) {
    const plot = document.getElementById("study");
    if (!plot?.data) return;
    const foot = wrapped(button.dataset.caption, 92);
    const lines = foot.split("<br>").length;
    const line = (text, size, y, anchor) => ({
      text, x: 0, y, xref: "paper", yref: "paper", xanchor: "left", yanchor: anchor,
      align: "left", showarrow: false, font: { size, color: size > 15 ? "#16202c" : "#5b6876" },
    });
    const { margin, annotations = [], ...layout } = plot.layout;
    const top = 108;
    const bottom = 48 + 17 * lines;
    const inner = HEIGHT - top - bottom;
    const figure = {
      data: plot.data,
      layout: {
        ...layout, width: WIDTH, height: HEIGHT, autosize: false, paper_bgcolor: "#ffffff",
        margin: { l: 56, r: Math.max(80, margin?.r ?? 0), t: top, b: bottom },
        annotations: [
          ...annotations,
          line(`<b>${button.dataset.title}</b>`, 22, 1 + 62 / inner, "bottom"),
          line(button.dataset.subtitle, 14, 1 + 36 / inner, "bottom"),
          line(foot, 12, -36 / inner, "top"),
        ],
      },
    };
    const format = button.dataset.picture;
    const image = await window.Plotly.toImage(figure, { format, width: WIDTH, height: HEIGHT,
                                                        scale: format === "png" ? 2 : 1 });
    const link = document.createElement("a");
    link.href = image;
    link.download = `${button.dataset.name}.${format}`;
    link.click();
  }

  function wrapped(text, width) {
    return text.split("\n").flatMap((part) => {
      const lines = [];
      for (let at = 0; at < part.length; at += width) lines.push(part.slice(at, at + width));
      return lines;
    }).join("<br>");
  }
})();
