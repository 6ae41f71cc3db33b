// The editor: what a person does, and what follows from it.
import { under } from "../core/base.js";
import { added, chosen, dropped, edited, moved, opened } from "./editor-model.js";
import { NEW, server } from "./editor-server.js";
import { ask, complain, drawBar, drawForm, drawList, known, say } from "./editor-view.js";
import { byId } from "./elements.js";

const FORMAT = "jing-jin-ji-briefing-1";
const LARGEST = 200_000;
const NAME = /^[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff-]{0,39}$/;  // as the server's
const NAME_IN_WORDS = "1 到 40 个字母、数字、汉字或短横，不以短横开头。";
let state = null;
let list = [];

function show(next) {
  if (!state) begin();
  state = next;
  drawList(state);
  drawForm(state);
  drawBar(state, list);
}

// What stood there until the first briefing came.
function begin() {
  document.querySelector(".columns").hidden = false;
  byId("said").textContent = "";
}

// Run something that asks the server; a refusal is said in its own words.
async function attempt(lead, work) {
  try {
    return await work();
  } catch (error) {
    if (!error.sentences) throw error;
    complain(lead, error.sentences);
    return undefined;
  }
}

const addressOf = (name) => under(`/present/edit?briefing=${encodeURIComponent(name)}`);

async function open(name) {
  list = (await attempt("未能取得汇报名单。", server.list)) ?? list;
  const found = await attempt(`“${name}”未能打开。`, () => server.read(name));
  if (!found) {
    if (!state && name !== "default") await open("default");
    else if (state) drawBar(state, list);
    return;
  }
  show(opened(found));
  window.history.replaceState(null, "", addressOf(name));
}

// Whether another briefing may take the place of this one; asked where work would be lost.
async function isFree() {
  if (!state?.isChanged) return true;
  const answer = await ask({
    title: "放弃未保存的改动？", text: `“${state.title}”有改动尚未保存。`, yes: "放弃",
  });
  return answer !== null;
}

async function turn(name) {
  if (!(await isFree())) return drawBar(state, list);
  say("");
  return open(name);
}

async function write(name, revision, lead) {
  const found = await attempt(lead, () => server.write(name, revision, state.scenes));
  if (!found) return;
  const at = state.chosen;
  list = (await attempt("", server.list)) ?? list;
  show(chosen(opened(found), at));
  window.history.replaceState(null, "", addressOf(name));
  say(`已保存“${name}”，${found.scenes.length} 页。`);
}

// A name that no file can have is said before the server is asked.
function isName(lead, name) {
  if (NAME.test(name)) return true;
  complain(lead, [`“${name}”不能作名字：${NAME_IN_WORDS}`]);
  return false;
}

async function saveAs() {
  const name = await ask({
    title: "另存为", text: NAME_IN_WORDS, yes: "保存",
    name: state.revision ? `${state.name}-2` : "我的汇报",
  });
  if (name && isName("没有保存：", name)) await write(name, NEW, "没有保存：");
}

async function remove() {
  const answer = await ask({
    title: `删除“${state.name}”？`, text: "删除后不能恢复，可先下载文件。", yes: "删除",
  });
  if (answer === null) return;
  const name = state.name;
  const done = await attempt("没有删除：", () => server.remove(name, state.revision));
  if (done === undefined) return;
  state = null;
  await open("default");
  say(`已删除“${name}”。`);
}

function download() {
  const link = Object.assign(document.createElement("a"), { href: server.file(state.name) });
  link.download = "";
  link.click();
  say(state.isChanged ? "下载的是已保存的那一版，不含未保存的改动。" : "已下载。");
}

// A file is checked by the server, under a name of its own: nothing is overwritten.
async function upload(file) {
  if (file.size > LARGEST) return complain("没有上传：", [`文件不能大于 ${LARGEST} 字节。`]);
  let found;
  try {
    found = JSON.parse(await file.text());
  } catch {
    return complain("没有上传：", ["文件不是完整的 JSON，可能没有下载完，或被改动过。"]);
  }
  if (found?.format !== FORMAT || !Array.isArray(found.scenes)) {
    return complain("没有上传：", [`不是汇报的文件：format 应为 ${FORMAT}，并有 scenes。`]);
  }
  if (!(await isFree())) return undefined;
  const name = await ask({
    title: "上传为", text: NAME_IN_WORDS, name: String(found.name ?? ""), yes: "上传",
  });
  if (!name || !isName("没有上传：", name)) return undefined;
  const kept = await attempt(`“${file.name}”没有上传：`,
    () => server.write(name, NEW, found.scenes));
  if (!kept) return undefined;
  await open(name);
  return say(`已上传为“${name}”，${kept.scenes.length} 页。`);
}

const actions = {
  save: () => write(state.name, state.revision, "没有保存："),
  "save-as": saveAs,
  delete: remove,
  download,
  upload: () => byId("file").click(),
  add: () => {
    const theme = state.scenes[state.chosen]?.theme ?? known.themes[0][0];
    show(added(state, theme, known.indicators[theme][0][0]));
    byId("theme").focus();
  },
};

const steps = {
  pick: (at) => chosen(state, at),
  up: (at) => moved(state, at, at - 1),
  down: (at) => moved(state, at, at + 1),
  drop: (at) => dropped(state, at),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do], [data-act]");
  if (!button || !state) return;
  if (button.dataset.do) return actions[button.dataset.do]();
  show(steps[button.dataset.act](Number(button.closest("li").dataset.at)));
  const isBelow = window.matchMedia("(max-width: 900px)").matches;
  if (isBelow && button.dataset.act === "pick") byId("scene").scrollIntoView();
  return undefined;
});

byId("briefing").addEventListener("change", (event) => turn(event.target.value));
byId("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  event.target.value = "";
  if (file) upload(file);
});

byId("scene").addEventListener("submit", (event) => event.preventDefault());
byId("scene").addEventListener("input", (event) => {
  const field = event.target.name;
  const value = read(event.target);
  if (value === undefined) return;
  const next = edited(state, field, value, known);
  state = next;
  drawList(state);
  drawBar(state, list);
  if (event.target.type !== "text" && event.target.tagName !== "TEXTAREA") drawForm(state);
});

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
  if (field.type === "number") return field.value === "" ? null : Number(field.value);
  if (field.name === "title") return field.value.trim() || "finding";
  return field.value || null;
}

// Order by keyboard: Alt with an arrow moves the scene that has the focus, an arrow the focus.
byId("scenes").addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const at = Number(event.target.closest("li")?.dataset.at);
  if (!step || Number.isNaN(at)) return;
  event.preventDefault();
  show(event.altKey ? moved(state, at, at + step) : chosen(state, at + step));
});

let dragged = null;
byId("scenes").addEventListener("dragstart", (event) => {
  dragged = Number(event.target.closest("li").dataset.at);
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", String(dragged));
});
byId("scenes").addEventListener("dragover", (event) => {
  if (dragged !== null && event.target.closest("li")) event.preventDefault();
});
byId("scenes").addEventListener("drop", (event) => {
  event.preventDefault();
  const onto = event.target.closest("li");
  if (dragged !== null && onto) show(moved(state, dragged, Number(onto.dataset.at)));
  dragged = null;
});
byId("scenes").addEventListener("dragend", () => { dragged = null; });

window.addEventListener("beforeunload", (event) => {
  if (!state?.isChanged) return;
  event.preventDefault();
  event.returnValue = true;  // what Chromium before 119 asks for
});

open(new URLSearchParams(window.location.search).get("briefing") || "default");
