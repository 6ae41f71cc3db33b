// Files that the server builds take a moment: what is on its way is said, and who comes while it is
// busy is asked to wait and served in turn. Without this the links are links.
import { isModified } from "./links.js";
import { say as saySo } from "./messages.js";

const LATE = 300;  // ms: a file that is there sooner needs no word
const TRIES = 6;
const USUAL_WAIT = 3;  // seconds, where a busy server names none

// What must be sent with the question for a file, as JSON: null for nothing.
let bodyOf = () => null;
export function sendWith(body) {
  bodyOf = body;
}

// Beside the links of a report there is a place for it; elsewhere it is said in passing.
function say(text) {
  const place = document.querySelector(".report-told");
  if (place) place.textContent = text;
  else saySo(text);
}

const pause = (seconds) => new Promise((done) => { setTimeout(done, seconds * 1000); });

// The name the server gave the file (RFC 5987).
function nameOf(answer) {
  const found = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
  return found ? decodeURIComponent(found[1]) : "";
}

async function asked(address, name) {
  for (let tried = 1; ; tried += 1) {
    const body = bodyOf(address);
    const answer = await fetch(address, body === null ? { cache: "no-cache" }
      : { method: "POST", body, headers: { "Content-Type": "application/json" } });
    if (answer.status !== 503 || tried === TRIES) return answer;
    const wait = Number(answer.headers.get("Retry-After")) || USUAL_WAIT;
    say(`服务器正在生成其他文件，${name}文件稍后自动重试…`);
    await pause(wait);
  }
}

async function reasonOf(answer) {
  const found = await answer.json().catch(() => ({}));
  return (found.errors ?? [found]).map((one) => one.error).filter(Boolean).join("；")
    || `服务器未接受请求（${answer.status}）`;
}

function keep(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function take(link) {
  const name = link.textContent;
  link.setAttribute("aria-busy", "true");
  const late = setTimeout(() => say(`正在生成${name}文件…`), LATE);
  try {
    const answer = await asked(link.href, name);
    if (!answer.ok) return say(`没有生成${name}文件：${await reasonOf(answer)}。`);
    const content = await answer.blob();
    keep(content, nameOf(answer));
    return say(`已下载：${nameOf(answer)}`);
  } catch {
    return say(document.body.dataset.serverLost);
  } finally {
    clearTimeout(late);
    link.removeAttribute("aria-busy");
  }
}

function follow(event) {
  const link = event.target.closest?.("[data-built]");
  if (!link || isModified(event)) return;
  event.preventDefault();
  if (!link.hasAttribute("aria-busy")) take(link);
}

export function start() {
  document.addEventListener("click", follow);
}
