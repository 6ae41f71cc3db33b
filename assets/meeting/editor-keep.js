// What is asked of the server for a whole briefing: open, save, delete, as a file and from one.
import { under } from "../core/base.js";
import { desk, show } from "./editor-desk.js";
import { ask } from "./editor-dialog.js";
import { isChanged, kept, opened } from "./editor-model.js";
import { NEW, server } from "./editor-server.js";
import { complain, drawBar, say } from "./editor-view.js";

const PREPARED = "default";
const FORMAT = "jing-jin-ji-briefing-1";
const LARGEST = 200_000;
const NAME = /^[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff-]{0,39}$/;  // as the server's
const NAME_IN_WORDS = "1 到 40 个字母、数字、汉字或短横，不以短横开头。";

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

function rename(name) {
  const address = under(`/present/edit?briefing=${encodeURIComponent(name)}`);
  window.history.replaceState(null, "", address);
}

export async function open(name) {
  desk.list = (await attempt("未能取得汇报名单。", server.list)) ?? desk.list;
  const found = await attempt(`“${name}”未能打开。`, () => server.read(name));
  if (!found) {
    if (!desk.state && name !== PREPARED) await open(PREPARED);
    else if (desk.state) drawBar(desk.state, desk.list);
    return;
  }
  show(opened(found));
  rename(name);
}

// Whether another briefing may take the place of this one; asked where work would be lost.
async function isFree() {
  if (!desk.state || !isChanged(desk.state)) return true;
  const answer = await ask({
    title: "放弃未保存的改动？", text: `“${desk.state.title}”有改动尚未保存。`, yes: "放弃",
    isGrave: true,
  });
  return answer !== null;
}

export async function turn(name) {
  if (!(await isFree())) return drawBar(desk.state, desk.list);
  say("");
  return open(name);
}

async function write(name, revision) {
  const { scenes } = desk.state;
  const found = await attempt("没有保存：", () => server.write(name, revision, scenes));
  if (!found) return;
  desk.list = (await attempt("", server.list)) ?? desk.list;
  show(kept(desk.state, scenes, found), { isTyped: true });
  rename(name);
  say(`已保存“${name}”，${found.scenes.length} 页。`);
}

export const save = () => write(desk.state.name, desk.state.revision);

// A name that no file can have is said before the server is asked.
function isName(lead, name) {
  if (NAME.test(name)) return true;
  complain(lead, [`“${name}”不能作名字：${NAME_IN_WORDS}`]);
  return false;
}

export async function saveAs() {
  const name = await ask({
    title: "另存为", text: NAME_IN_WORDS, yes: "保存",
    name: desk.state.revision ? `${desk.state.name}-2` : "我的汇报",
  });
  if (name && isName("没有保存：", name)) await write(name, NEW);
}

export async function remove() {
  const { name, revision, saved } = desk.state;
  const answer = await ask({
    title: `删除汇报“${name}”？`, text: `共 ${saved.length} 页，删除后不能恢复，可先下载文件。`,
    yes: "删除", isGrave: true,
  });
  if (answer === null) return;
  const done = await attempt("没有删除：", () => server.remove(name, revision));
  if (done === undefined) return;
  await open(PREPARED);
  say(`已删除“${name}”。`);
}

export function download() {
  const link = Object.assign(document.createElement("a"), { href: server.file(desk.state.name) });
  link.download = "";
  link.click();
  say(isChanged(desk.state) ? "下载的是已保存的那一版，不含未保存的改动。" : "已下载。");
}

// The saved briefing with its stage as one page, which is presented without a server.
export function alone() {
  const link = Object.assign(document.createElement("a"), { href: server.alone(desk.state.name) });
  link.download = "";
  link.click();
  say(isChanged(desk.state) ? "下载的是已保存的那一版，不含未保存的改动。" : "正在下载演示网页。");
}

// The briefing as it stands here, saved or not, as slides.
export async function exported() {
  say("正在生成 PPTX…");
  const { name, scenes } = desk.state;
  const found = await attempt("没有导出：", () => server.slides(name, scenes));
  if (!found) return say("");
  const address = URL.createObjectURL(found.content);
  Object.assign(document.createElement("a"), { href: address, download: found.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);  // the browser reads it after the click
  return say(`已导出“${desk.state.title}”，${scenes.length} 页。`);
}

// The scenes of a file, or why it has none, in words.
async function scenesIn(file) {
  if (file.size > LARGEST) return { fault: `文件不能大于 ${LARGEST} 字节。` };
  let found;
  try {
    found = JSON.parse(await file.text());
  } catch {
    return { fault: "文件不是完整的 JSON，可能没有下载完，或被改动过。" };
  }
  if (found?.format === FORMAT && Array.isArray(found.scenes)) return found;
  return { fault: `不是汇报的文件：format 应为 ${FORMAT}，并有 scenes。` };
}

// A file is checked by the server, under a name of its own: nothing is overwritten.
export async function upload(file) {
  const found = await scenesIn(file);
  if (found.fault) return complain("没有上传：", [found.fault]);
  if (!(await isFree())) return undefined;
  const own = found.name === PREPARED ? "" : String(found.name ?? "");  // that name is taken
  const name = await ask({ title: "上传为", text: NAME_IN_WORDS, name: own, yes: "上传" });
  if (!name || !isName("没有上传：", name)) return undefined;
  const written = await attempt(`“${file.name}”没有上传：`,
    () => server.write(name, NEW, found.scenes));
  if (!written) return undefined;
  await open(name);
  return say(`已上传为“${name}”，${written.scenes.length} 页。`);
}
