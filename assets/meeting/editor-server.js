// What the editor asks of the server, each refusal as sentences for people.
import { OURS, under } from "../core/base.js";
import { inWords } from "./editor-view.js";

const PATH = under("/api/v1/briefings");
const at = (name) => `${PATH}/${encodeURIComponent(name)}`;
export const NEW = "";  // the revision of a briefing that is not there yet
const BUSY = 10;  // times that a file is asked for again
const PAUSE = 2000;  // ms between two
const LOST = "无法连接服务器。改动仍保留在本页，请稍后再试。";

// The answer; throws an Error whose `sentences` say what is wrong.
async function answered(address, method, body, signal) {
  let answer;
  try {
    answer = await fetch(address, {
      method, cache: "no-store", signal,
      headers: body === undefined ? OURS : { ...OURS, "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw refusal(0, [LOST]);
  }
  if (answer.ok) return answer;
  throw refusal(answer.status, sentences(answer.status, await answer.json().catch(() => ({}))));
}

// Its content.
async function ask(address, method = "GET", body, signal = undefined) {
  const answer = await answered(address, method, body, signal);
  return answer.status === 204 ? null : answer.json().catch(() => ({}));
}

// A file that is built while one waits, with its name; asked for again while others are built.
async function built(address, body) {
  for (let times = 0; ; times += 1) {
    try {
      const answer = await answered(address, "POST", body);
      const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition"));
      return { content: await answer.blob(), name: named ? decodeURIComponent(named[1]) : "" };
    } catch (error) {
      if (error.status !== 503 || times === BUSY) throw error;
      await new Promise((later) => setTimeout(later, PAUSE));
    }
  }
}

function refusal(status, found) {
  return Object.assign(new Error(found.join("")), { status, sentences: found });
}

function sentences(status, content) {
  const named = (content.errors ?? []).map(ofForm);
  if (status === 422) named.unshift("服务器上的这个文件已损坏，没有改动它：");
  if (named.length) return named;
  if (status === 413) return ["内容太大：一份汇报不能大于 200 kB。"];
  return [content.error ? `${content.error}。` : `服务器未接受请求（${status}）。`];
}

// A fault names the column of the file; the form calls it by its label.
function ofForm({ error, key }) {
  const label = key && document.querySelector(`label[for="${CSS.escape(key)}"]`)?.textContent;
  return inWords(label ? error.replace(`列 ${key}`, label) : error);
}

export const server = {
  list: () => ask(PATH).then((found) => found.briefings),
  read: (name) => ask(at(name)),
  write: (name, revision, scenes) =>
    ask(at(name), "PUT", { revision, scenes }).catch((error) => {
      const isTaken = revision === NEW && error.status === 409;  // a new one met another
      throw isTaken ? refusal(409, ["这个名字已有人用，请换一个。"]) : error;
    }),
  remove: (name, revision) => ask(`${at(name)}?revision=${revision}`, "DELETE"),
  // A page as the stage draws it: { title, deck }; or { faults: [{ key, text }] }.
  drawn: (scene, signal) => ask(under("/present/preview"), "POST", { scene }, signal),
  slides: (name, scenes) => built(under("/present.pptx"), { name, scenes }),
  alone: (name) => under(`/present/${encodeURIComponent(name)}.html`),
  file: (name) => under(`/present/${encodeURIComponent(name)}.json`),
};
