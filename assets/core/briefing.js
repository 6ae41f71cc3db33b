// 加入汇报: the view in the address becomes a scene of a briefing that is chosen in a dialog.
import { here } from "./address.js";
import { OURS, under } from "./base.js";
import { say } from "./messages.js";

const PATH = under("/api/v1/briefings");
const LAST = "last-briefing";
const NEW = "";  // what the list offers besides the briefings there are

let dialog;  // the element and its parts, once it was asked for

// A browser may refuse to keep anything: then nothing is remembered.
function last(name) {
  try {
    if (name !== undefined) window.localStorage.setItem(LAST, name);
    return window.localStorage.getItem(LAST);
  } catch {
    return null;
  }
}

function make(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function build() {
  const names = make("select", { id: "add-name" });
  const fresh = make("input", { id: "add-new", maxLength: 40, autocomplete: "off" });
  const freshBox = make("div", { id: "add-new-box" },
    make("label", { htmlFor: "add-new" }, "新汇报的名字"), fresh);
  const fault = make("p", { id: "add-fault" });
  fault.setAttribute("role", "alert");
  const cancel = make("button", { type: "button", className: "button" }, "取消");
  const form = make("form", { method: "dialog" },
    make("h2", { id: "add-head" }, "加入汇报"),
    make("label", { htmlFor: "add-name" }, "选择汇报"), names, freshBox, fault,
    make("div", { className: "dialog-actions" },
      make("button", { type: "submit", className: "button primary" }, "加入"), cancel));
  const box = make("dialog", { id: "add-to-briefing" }, form);
  box.setAttribute("aria-labelledby", "add-head");
  names.addEventListener("change", showNew);
  cancel.addEventListener("click", () => box.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add();
  });
  document.body.append(box);
  return { box, names, fresh, freshBox, fault };
}

function showNew() {
  const isNew = dialog.names.value === NEW;
  dialog.freshBox.hidden = !isNew;
  dialog.fresh.required = isNew;
}

async function ask() {
  const opener = document.activeElement;
  dialog ??= build();
  dialog.fault.textContent = "";
  const answer = await fetch(PATH, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return say(document.body.dataset.serverLost);
  const names = (await answer.json()).briefings
    .filter((entry) => entry.editable).map((entry) => entry.name);
  const wanted = names.includes(last()) ? last() : names[0] ?? NEW;
  dialog.names.replaceChildren(...[...names, NEW].map((name) =>
    new Option(name || "新的汇报…", name, false, name === wanted)));
  dialog.fresh.value = names.includes("我的汇报") ? "" : "我的汇报";
  showNew();
  dialog.box.addEventListener("close", () => opener?.focus(), { once: true });  // not all browsers do
  return dialog.box.showModal();
}

async function add() {
  const name = dialog.names.value || dialog.fresh.value.trim();
  const answer = await fetch(`${PATH}/${encodeURIComponent(name)}/scenes`, {
    method: "POST",
    headers: { ...OURS, "Content-Type": "application/json" },
    body: JSON.stringify({ address: here() + window.location.hash }),
  }).catch(() => null);
  if (!answer) return refuse("无法连接服务器，没有加入。");
  const found = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    return refuse((found.errors ?? [found]).map((one) => one.error).join("；")
      || `服务器未接受请求（${answer.status}）。`);
  }
  last(name);
  dialog.box.close();
  const { length } = found.scenes;
  return say(`已加入“${name}”，第 ${length} 页：${found.titles[length - 1]}。`);
}

function refuse(text) {
  dialog.fault.textContent = text;
}

export function start() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-add-to-briefing]")) ask();
  });
}
