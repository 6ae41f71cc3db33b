// The form of the chosen page: what a person writes there becomes a change of the page.
import { desk, show } from "./editor-desk.js";
import { settled } from "./editor-history.js";
import { cleared, filtered } from "./editor-layouts.js";
import { edited } from "./editor-model.js";
import { drawFaults, known } from "./editor-view.js";
import { byId } from "./elements.js";

const TYPED = "input[type=text], input[type=number], input:not([type]), textarea";

export const isText = (node) => Boolean(node.matches?.(TYPED));

// The value of a field as a scene has it; undefined where it cannot stand.
function read(field) {
  if (field.name === "regions") {
    const boxes = [...document.querySelectorAll("[name=regions]")];
    const kept = boxes.filter((box) => box.checked).map((box) => box.value);
    if (!kept.length) {
      field.checked = true;  // the last one stays on
      return undefined;
    }
    return kept.length === boxes.length ? [] : kept;
  }
  if (field.type === "number") return yearOf(field);
  if (field.name === "points") return field.value.split("\n").map((text) => text.trim()).filter(Boolean);
  if (field.name === "title") return field.value.trim() || "finding";
  return field.value || null;
}

// What is no whole number never reaches the page; a year out of range does, and is refused there.
function yearOf(field) {
  const { badInput, stepMismatch } = field.validity;
  if (!badInput && !stepMismatch) return field.value === "" ? null : Number(field.value);
  drawFaults([{ key: field.name, text: `应为 ${field.min} 到 ${field.max} 的年份` }]);
  return undefined;
}

const chosen = () => desk.state.scenes[desk.state.chosen];

// A select that stands for a part of the filters (components/meeting/editor_filters.py).
function filter({ dataset, value }) {
  const next = filtered(chosen().filters, dataset.filter.split(" "), value);
  show(edited(desk.state, "filters", next, known));
}

function write({ target }) {
  if (target.dataset.filter) return desk.state && filter(target);
  const value = read(target);
  if (value === undefined || !desk.state) return;
  const isTyped = isText(target);
  const next = edited(desk.state, target.name, value, known, isTyped);
  if (next !== desk.state) show(next, { isTyped });
}

export function start() {
  const form = byId("scene");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", write);
  byId("clear-filters").addEventListener("click", () =>
    show(edited(desk.state, "filters", cleared(chosen().filters), known), { told: "已清除筛选" }));
  form.addEventListener("change", () => { desk.state = settled(desk.state); });
}
