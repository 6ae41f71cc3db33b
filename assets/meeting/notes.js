// The speaker's window: this scene's notes and numbers, the next scene, a clock. It lives on what
// the stage tells it; keys pressed here act on the stage.
import { channel } from "./channel.js";
import { byId, element, fill } from "./elements.js";
import { listen } from "./keys.js";
import { choice } from "./state.js";

let session = new URLSearchParams(window.location.search).get("session");
let deck = null;
let state = null;
let tabled = null;  // the slide whose numbers stand there
let started = Date.now();

const LOCAL = ["full", "notes", "edit", "reload"];  // of the stage's own window
const OVERLAYS = { list: "目录", keys: "按键说明", auto: "自动播放" };
const post = channel(receive);

function receive(message) {
  if (message.kind === "hello" || message.kind === "action") return;
  if (session && message.session !== session) return;
  session = message.session;
  if (message.kind === "deck") deck = message.deck;
  state = message.state;
  if (deck) show();
  else post({ kind: "hello", session });
}

function slideAt(at) {
  return deck.scenes[at]?.slides[choice(state, deck, at)];
}

function show() {
  const slide = slideAt(state.scene);
  byId("alone").hidden = true;
  document.body.dataset.found = "";
  byId("count").textContent = `${state.scene + 1} / ${deck.scenes.length}`;
  byId("filter").textContent = slide.filter;
  byId("title").textContent = slide.title;
  byId("note").textContent = slide.note || "本页没有讲稿。";
  byId("aside").textContent = [
    state.black && "现在是黑屏，按任意键恢复。",
    state.overlay && `演示窗口开着“${OVERLAYS[state.overlay]}”，按 Esc 关闭。`,
    state.seconds && `自动播放中，每页 ${state.seconds} 秒。`,
    slide.foot,
  ].filter(Boolean).join(" ");
  byId("following").textContent = slideAt(state.scene + 1)?.title ?? "这是最后一页。";
  if (tabled !== slide) {
    tabled = slide;
    fill(byId("numbers"), slide.numbers ?? element("p", {}, "本页没有数值。"));
  }
  document.title = `讲稿 ${byId("count").textContent} ${slide.title}`;
}

const two = (number) => String(number).padStart(2, "0");

function tick() {
  const now = new Date();
  byId("clock").textContent = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
  const seconds = Math.floor((now - started) / 1000);
  const hours = Math.floor(seconds / 3600);
  byId("elapsed").textContent =
    (hours ? `${hours}:` : "") + `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

byId("again").addEventListener("click", () => {
  started = Date.now();
  byId("again").blur();
  tick();
});
listen((action) => {
  if (!LOCAL.includes(action)) post({ kind: "action", session, action });
});
tick();
setInterval(tick, 1000);
post({ kind: "hello", session });
