// The indicators page: selects that write the address, tables that sort and are copied.
(function () {
  function follow(select) {
    settle(select);
    const query = new URLSearchParams(window.location.search);
    if (select.value) query.set(select.dataset.key, select.value);
    else query.delete(select.dataset.key);
    const text = query.toString().replaceAll("%2C", ",");
    window.jing_jin_ji.open(window.location.pathname + (text ? `?${text}` : ""));
  }

  // A select changes with every press of an arrow key. Chosen by keyboard it is followed only
  // when the enter key is pressed or the focus leaves; a hint says so. By mouse at once.
  const ACTIONS = ["Enter", " ", "Tab", "Escape"];
  const hint = document.createElement("span");
  hint.className = "select-hint";
  hint.dataset.added = "";
  hint.setAttribute("role", "status");
  hint.textContent = "按回车键查看";
  let isStepping = false;

  function hold(select) {
    select.dataset.held = window.location.pathname;
    select.after(hint);
  }

  function settle(select) {
    isStepping = false;
    delete select.dataset.held;
    hint.remove();
  }

  function restore(select) {
    const wanted = new URLSearchParams(window.location.search).get(select.dataset.key) || "";
    if (select.value !== wanted) select.value = wanted;
    if (select.selectedIndex < 0) select.value = "";  // asked for, but not to be had
  }

  const selectOf = (event) => event.target.closest?.("select[data-key]");

  document.addEventListener("pointerdown", () => { isStepping = false; });
  document.addEventListener("keydown", (event) => {
    const select = selectOf(event);
    if (!select) return;
    isStepping = !ACTIONS.includes(event.key);
    if (!("held" in select.dataset)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      follow(select);
    }
    if (event.key === "Escape") {
      settle(select);
      restore(select);
    }
  });
  document.addEventListener("change", (event) => {
    const select = selectOf(event);
    if (!select) return;
    if (isStepping) hold(select);
    else follow(select);
  });
  document.addEventListener("focusout", (event) => {
    const select = selectOf(event);
    if (select?.dataset.held === window.location.pathname) follow(select);
  });

  // What the address says stands in the selects, whichever way the address came about, except in
  // the one that is held: an answer that comes meanwhile does not take back what was chosen.
  window.addEventListener("shown", () => {
    const held = document.querySelector("select[data-held]");
    if (held) hold(held);
    else hint.remove();
    document.querySelectorAll("select[data-key]:not([data-held])").forEach(restore);
    const shown = document.querySelector("[data-indicator]")?.dataset.indicator;
    document.querySelectorAll(".coverage tbody a").forEach((link) => {
      if (link.dataset.row === shown) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(
      "[data-sort], [data-copy], [data-copy-address], [data-table]");
    if (!button) return;
    if (button.dataset.sort) sort(button);
    if (button.dataset.table !== undefined) {
      window.jing_jin_ji.copy(tabbed(button.parentElement.querySelector("table")));
    }
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

  // A table as spreadsheets take it: numbers plain, qualifiers and what is absent as they stand.
  function tabbed(table) {
    const { unit } = table.dataset;
    const [years, ...regions] = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
    const head = [years, ...regions.map((name) => (unit ? `${name}（${unit}）` : name))];
    const plain = ({ textContent }) =>
      textContent.replace(/(\d),(?=\d)/g, "$1").replaceAll("\u2009", " ");
    const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map(plain));
    return [head, ...rows].map((cells) => cells.join("\t")).join("\n");
  }

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
