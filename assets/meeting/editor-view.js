// Drawing: the list of scenes and the form of the chosen one, from the briefing as it is.
import { under } from "../core/base.js";
import { FINDING, about, fields, part } from "./editor-layouts.js";
import { isChanged, title } from "./editor-model.js";
import { byId, element, fill } from "./elements.js";

export const known = JSON.parse(document.body.dataset.known);
const TEXTS = ["base", "start", "end", "subtitle", "body", "date", "note_zh"];

function tool(action, text, label, isOff) {
  const said = { title: label, "aria-label": label };
  return element("button", { type: "button", disabled: isOff, "data-act": action, ...said }, text);
}

function row(state, scene, i) {
  const head = title(state, scene);
  const isChosen = i === state.chosen;
  const current = isChosen ? "true" : null;
  return element("li", { "data-at": i, className: isChosen && "current" },
    element("span", { className: "handle", "aria-hidden": "true" }),
    element("button",
      { type: "button", className: "pick", "data-act": "pick", "aria-current": current },
      element("span", { className: "count" }, i + 1),
      element("span", { className: "name" }, head),
      element("span", { className: "about" }, about(scene, known))),
    element("span", { className: "tools" },
      tool("up", "↑", `上移：${head}`, i === 0),
      tool("down", "↓", `下移：${head}`, i === state.scenes.length - 1),
      tool("drop", "×", `删除：${head}`, false)),
    element("p", { className: "on-paper" }, scene.note_zh ? `讲稿：${scene.note_zh}` : ""));
}

export function drawList(state) {
  const held = document.activeElement?.closest("#scenes li");
  const act = held && document.activeElement.dataset.act;
  fill(byId("scenes"), state.scenes.map((scene, i) => row(state, scene, i)));
  if (!held) return;
  const place = byId("scenes").children[state.chosen];
  const same = place?.querySelector(`[data-act=${act}]:not(:disabled)`);
  (same ?? place?.querySelector(".pick") ?? document.querySelector("[data-do=add]")).focus();
}

function options(select, pairs, value, empty) {
  const all = empty === undefined ? pairs : [["", empty], ...pairs];
  fill(select, all.map(([key, text]) =>
    element("option", { value: key, selected: key === (value ?? "") }, text)));
}

export function drawForm(state) {
  const scene = state.scenes[state.chosen];
  byId("scene").hidden = !scene;
  if (!scene) return;
  const uses = fields(scene, known);
  document.querySelectorAll("[data-field]").forEach((box) => {
    box.hidden = uses[box.dataset.field] === false;
  });
  label("theme", scene.layout === "task" ? "任务" : "主题");
  label("subject", known.subjectLabels[scene.layout] ?? known.subjectLabels.list);
  choices(scene);
  TEXTS.forEach((name) => put(byId(name), scene[name] ?? ""));
  put(byId("title"), scene.title === FINDING ? "" : scene.title);
  byId("title").placeholder = known.words.includes(scene.layout) ? "" : byId("title").dataset.empty;
  put(byId("points"), scene.points.join("\n"));
  document.querySelectorAll("[name=regions]").forEach((box) => {
    box.checked = !scene.regions.length || scene.regions.includes(box.value);
  });
}

// A fault of the server in the words of the form.
export const inWords = (text) =>
  text.replace(/版式 ([a-z-]+) ?/g, (_, key) => `版式“${known.layouts[key] ?? key}”`);

function label(name, text) {
  document.querySelector(`label[for=${name}]`).textContent = text;
}

// The selects, each with what the page's layout and theme allow.
function choices(scene) {
  const own = known.indicators[scene.theme] ?? [];
  const others = Object.values(known.indicators).flat();
  const isTask = scene.layout === "task";
  options(byId("layout"), Object.entries(known.layouts), scene.layout);
  options(byId("theme"), known.themes.filter(([key]) => !isTask || key !== known.whole), scene.theme);
  options(byId("indicator_id"), own.some(([key]) => key === scene.indicator_id)
    ? own : others, scene.indicator_id);
  options(byId("subject"), known.subjects[scene.layout] ?? [], scene.subject);
  options(byId("against_id"), others.filter(([key]) => key !== scene.indicator_id),
    scene.against_id, "不要");
  options(byId("scale"), Object.entries(known.scales), scene.scale);
  options(byId("frame"), Object.entries(known.frames), scene.frame, "不设");
  document.querySelectorAll("[data-filter]").forEach((select) => {
    select.value = part(scene.filters, select.dataset.filter.split(" "));
  });
}

// What is wrong with the chosen page, each beside its field; what belongs to no field in the list.
export function drawFaults(faults) {
  document.querySelectorAll("[data-field]").forEach((box) => {
    const own = faults.filter(({ key }) => key === box.dataset.field).map(({ text }) => text);
    const place = box.querySelector(".fault");
    const text = [...new Set(own)].join("；");
    if (place.textContent !== text) place.textContent = text;
    box.querySelectorAll("select, input, textarea").forEach((control) => {
      if (text) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
  });
}

// A field that is being typed in keeps its caret.
function put(field, value) {
  if (field.value !== String(value)) field.value = value;
}

export function drawBar(state, list) {
  const entries = list.some((entry) => entry.name === state.name)
    ? list : [...list, { name: state.name, title: state.title, fault: "" }];
  options(byId("briefing"), entries.map((entry) =>
    [entry.name, entry.title + (entry.fault ? "（文件已损坏）" : "")]), state.name);
  byId("paper-title").textContent = `汇报：${state.title}（${state.scenes.length} 页）`;
  const isPrepared = !state.revision;
  const kept = isPrepared ? "不可修改，请另存为" : "";
  const changed = isChanged(state) ? "有改动未保存" : "";
  byId("state").textContent = [kept, changed].filter(Boolean).join("，");
  const off = {
    save: isPrepared || !isChanged(state), delete: isPrepared,
    undo: !state.past.length, redo: !state.future.length,
  };
  const held = document.activeElement;
  document.querySelectorAll("[data-do]").forEach((button) => {
    button.disabled = Boolean(off[button.dataset.do]);
  });
  if (held.disabled) held.parentNode.querySelector("button:not(:disabled)")?.focus();
  byId("open").href = under(`/present?briefing=${encodeURIComponent(state.name)}`);
}

// For those who hear the page: what those who see it see.
export function tell(text) {
  byId("told").textContent = "";
  requestAnimationFrame(() => { byId("told").textContent = text; });  // the same again is news too
}

export function say(text) {
  byId("said").textContent = text;
  byId("faults").replaceChildren();
}

export function complain(lead, sentences) {
  byId("said").textContent = "";
  fill(byId("faults"), [element("p", {}, lead),
    element("ul", {}, sentences.map((text) => element("li", {}, text)))]);
  byId("faults").scrollIntoView({ block: "nearest" });
}
