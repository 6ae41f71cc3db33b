// Tables that sort and are copied, what else is copied, the row of the coverage that is shown, and
// which indicators may be set beside it.
import { whenShown } from "../core/address.js";
import { copy } from "../core/messages.js";

// A table as spreadsheets take it: numbers plain, qualifiers and what is absent as they stand.
function tabbed(table) {
  const { unit } = table.dataset;
  const [years, ...regions] = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  const head = [years, ...regions.map((name) => (unit ? `${name}（${unit}）` : name))];
  const plain = ({ textContent }) =>
    textContent.replace(/(\d),(?=\d)/g, "$1").replace(/\u2212(?=\d)/g, "-")
      .replaceAll("\u2009", " ");
  const rows = [...table.tBodies[0].rows].map((row) => {
    const [year, ...cells] = row.cells;
    return [year.dataset.period ?? year.dataset.value, ...cells.map(plain)];
  });
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

function clicked(event) {
  const button = event.target.closest(
    "[data-sort], [data-copy], [data-copy-address], [data-table]");
  if (!button) return;
  if (button.dataset.sort) sort(button);
  if (button.dataset.table !== undefined) copy(tabbed(button.parentElement.querySelector("table")));
  if (button.dataset.copy) copy(document.getElementById(button.dataset.copy).textContent);
  // A link's own address has the host that the page came from; opened anew it stays a link.
  if (button.dataset.copyAddress && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    copy(button.href);
  }
}

function markRow() {
  const shown = document.querySelector("[data-indicator]")?.dataset.indicator;
  const links = (of) => document.querySelectorAll(`.coverage tbody a${of}`);
  links("[aria-current]").forEach((link) => {
    if (link.dataset.row !== shown) link.removeAttribute("aria-current");
  });
  links(`[data-row="${CSS.escape(shown ?? "")}"]:not([aria-current])`).forEach((link) => {
    link.setAttribute("aria-current", "true");
  });
}

// An indicator of another frequency cannot be set beside the one that is shown.
function offerSame() {
  const shown = document.querySelector("[data-indicator]")?.dataset.frequency;
  document.querySelectorAll("select[data-key=against] optgroup").forEach((group) => {
    const own = (group.dataset.frequency ?? "A").split(" ");
    // Even set to what it was, it would style every option of the group anew.
    if (group.disabled === own.includes(shown)) group.disabled = !group.disabled;
  });
}

export function start() {
  document.addEventListener("click", clicked);
  whenShown(markRow);
  whenShown(offerSame);
}
