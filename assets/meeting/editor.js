// The editor: what a person does, and what follows from it.
import { fillHead } from "../core/paper-head.js";
import "../core/plain.js";
import { desk, show } from "./editor-desk.js";
import { ask } from "./editor-dialog.js";
import { draggable } from "./editor-drag.js";
import { isText, start as startForm } from "./editor-form.js";
import { redone, undone } from "./editor-history.js";
import { alone, download, exported, open, remove, save, saveAs, turn, upload } from "./editor-keep.js";
import { added, chosen, dropped, isChanged, moved, title } from "./editor-model.js";
import { start as startPreview } from "./editor-preview.js";
import { known } from "./editor-view.js";
import { byId } from "./elements.js";

window.addEventListener("beforeprint", fillHead);

function add() {
  const theme = desk.state.scenes[desk.state.chosen]?.theme ?? known.themes[0][0];
  show(added(desk.state, theme, known.indicators[theme][0][0]), { told: "已新增一页" });
  byId("layout").focus();
}

function move(from, to) {
  const next = moved(desk.state, from, to);
  if (next !== desk.state) show(next, { told: `已移到第 ${to + 1} 页` });
}

async function drop(at) {
  const head = title(desk.state, desk.state.scenes[at]);
  const answer = await ask({
    title: `删除第 ${at + 1} 页？`, text: `“${head}”将从汇报中删除，可用“撤销”恢复。`,
    yes: "删除", isGrave: true,
  });
  if (answer !== null) show(dropped(desk.state, at), { told: `已删除第 ${at + 1} 页` });
}

function take(step, told) {
  const next = step(desk.state);
  if (next !== desk.state) show(next, { told });
}

const undo = () => take(undone, "已撤销");
const redo = () => take(redone, "已重做");

const actions = {
  save, "save-as": saveAs, delete: remove, download, export: exported, alone,
  upload: () => byId("file").click(),
  add, undo, redo,
};
const steps = {
  pick: (at) => show(chosen(desk.state, at)),
  up: (at) => move(at, at - 1),
  down: (at) => move(at, at + 1),
  drop,
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do], [data-act]");
  if (!button || !desk.state) return;
  if (button.dataset.do) return actions[button.dataset.do]();
  steps[button.dataset.act](Number(button.closest("li").dataset.at));
  const isBelow = window.matchMedia("(max-width: 900px)").matches;
  if (isBelow && button.dataset.act === "pick") byId("preview").scrollIntoView();
  return undefined;
});

byId("briefing").addEventListener("change", (event) => turn(event.target.value));
byId("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  event.target.value = "";
  if (file) upload(file);
});

// Order by keyboard: Alt with an arrow moves the page that has the focus, an arrow the focus.
byId("scenes").addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const at = Number(event.target.closest("li")?.dataset.at);
  if (!step || Number.isNaN(at)) return;
  event.preventDefault();
  if (event.altKey) move(at, at + step);
  else show(chosen(desk.state, at + step));
});
draggable(byId("scenes"), move);

// In a field of text the keys are the browser's: they take back what was typed there.
document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (!desk.state || !(event.ctrlKey || event.metaKey) || event.altKey || !/^[zy]$/.test(key)) return;
  if (isText(event.target) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) redo();
  else undo();
});

window.addEventListener("beforeunload", (event) => {
  if (!desk.state || !isChanged(desk.state)) return;
  event.preventDefault();
  event.returnValue = true;  // what Chromium before 119 asks for
});

startForm();
startPreview();
open(new URLSearchParams(window.location.search).get("briefing") || "default");
