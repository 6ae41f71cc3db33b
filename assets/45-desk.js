// The indicators page: selects that write the address, tables that sort and are copied.
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
    });
    const shown = document.querySelector("[data-indicator]")?.dataset.indicator;
    document.querySelectorAll(".coverage tbody a").forEach((link) => {
      if (link.dataset.row === shown) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  });

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-sort], [data-copy]");
    if (!button) return;
    if (button.dataset.sort) sort(button);
    if (button.dataset.copy) {
      window.jing_jin_ji.copy(document.getElementById(button.dataset.copy).textContent);
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
})();
