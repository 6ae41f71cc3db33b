// The stage: fetches the deck once, then follows actions until it is closed.
import { pathOf, under } from "../core/base.js";
import { channel, session as sessionOf } from "./channel.js";
import { byId, fill } from "./elements.js";
import { start as startHandout } from "./handout.js";
import { listen, point, reveal } from "./keys.js";
import { form, paint, scale } from "./paint.js";
import { address, after, first, refusal } from "./state.js";

const data = document.body.dataset;
const query = new URLSearchParams(window.location.search);
const name = query.get("briefing") ?? data.briefing;
const session = sessionOf();
const frozen = byId("frozen");  // the deck, where the stage is a file of its own: it asks nobody
const PATIENCE = 3000;  // ms for an answer of /health
let deck = null;
let state = null;
let timer = null;
let post = () => {};

const effects = { full, notes, edit, reload: renew };

function act(action) {
  if (!state) return action === "leave" ? leave() : undefined;
  if (frozen && (action in effects && action !== "full")) return undefined;
  if (effects[action]) return effects[action]();
  if (action === "leave" && isBare()) return leave();
  const [kind, region] = action.split(":");
  const refused = kind === "region" && !state.black && refusal(deck.scenes[state.scene], region);
  if (refused) {
    say(refused);
    return show(after(state, "pause", deck.scenes.length));
  }
  show(after(state, action, deck.scenes.length));
}

const isBare = () => !state.overlay && !state.black && !state.seconds;

function show(next) {
  if (next === state) return;
  const isTurned = !state || next.scene !== state.scene || next.region !== state.region;
  if (next.scheme !== state?.scheme) keep("stage-scheme", next.scheme);
  play(next);
  state = next;
  paint(deck, state);
  if (isTurned) {
    hush();
    if (!frozen) window.history.replaceState(null, "", under(address(state, deck)));
  }
  post({ kind: "state", session, state });
}

// A scene gets its full time from the moment it appears.
function play(next) {
  if (next.seconds === state?.seconds && next.scene === state?.scene) return;
  clearTimeout(timer);
  if (next.seconds) timer = setTimeout(() => act("tick"), next.seconds * 1000);
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => say("当前浏览器不允许全屏。"));
}

async function notes() {
  if (!(await isServed("无法打开讲稿窗口"))) return;
  const opened = window.open(under(`/present/notes?session=${session}`), `notes-${session}`);
  if (!opened) say("浏览器已拦截讲稿窗口，请允许弹出窗口。");
}

async function edit() {
  const address = under(`/present/edit?briefing=${encodeURIComponent(name)}`);
  if (await isServed()) window.location.assign(address);
}

// Leaving and reloading need the server; without it the stage stays where it is.
async function leave() {
  if (frozen) return;
  if (!(await isServed())) return;
  const came = document.referrer && new URL(document.referrer);
  const isOurs = came && came.href.startsWith(window.location.origin + under("/"))
    && !/^\/present/.test(pathOf(came.pathname));
  window.location.assign(isOurs ? came.href : under("/"));
}

async function renew() {
  if (data.news !== undefined && await isServed()) window.location.reload();
}

async function isServed(otherwise = "暂时无法离开本页") {
  const found = await health();
  if (!found) say(`无法连接服务器，演示不受影响，${otherwise}。`);
  return !!found;
}

// A network that hangs is as good as none: nobody waits for it before an audience.
async function health() {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(under("/health"), { cache: "no-store", signal: patience.signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

let saying;

// What was said of one scene does not stand over the next.
function hush() {
  clearTimeout(saying);
  byId("news").textContent = data.news ?? "";
}

function say(text) {
  clearTimeout(saying);
  byId("news").textContent = text;
  saying = setTimeout(hush, 6000);
}

// What is shown stays the version it was opened with; newer data is only spoken of.
async function watch() {
  const found = await health();
  if (!found || found.data_digest === deck.digest) return;
  data.news = `有新的数据版本（${found.data_version}），按 R 重新载入`;
  byId("news").textContent = data.news;
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch { /* a browser that keeps nothing still shows everything */ }
}

function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function receive(message) {
  if (message.session && message.session !== session) return;
  if (message.kind === "hello") post({ kind: "deck", session, deck, state });
  // From the notes Esc closes what lies over the scene, and never leaves the stage.
  const isLeaving = message.action === "leave" && isBare();
  if (message.kind === "action" && !isLeaving) act(message.action);
}

// A phone held upright has drawings of its own.
const drawing = () => (form() === "tall" ? "tall" : "wide");
let drawn = "";

async function load() {
  if (frozen) return JSON.parse(frozen.textContent);
  drawn = drawing();
  const query = `briefing=${encodeURIComponent(name)}${drawn === "tall" ? "&form=tall" : ""}`;
  const answer = await fetch(under(`/present/scenes.json?${query}`));
  const found = await answer.json().catch(() => ({}));
  if (answer.ok) return found;
  const faults = (found.errors ?? []).map((fault) => fault.error ?? fault.message ?? String(fault));
  throw new Error(found.error ?? (faults.join("；") || "服务器未说明原因。"));
}

function fail(text) {
  data.failed = "";
  byId("fault").hidden = false;
  byId("fault").textContent = `汇报“${name}”无法打开：${text.replace(/。$/, "")}。按 Esc 回到总览。`;
}

// Without the server a turned phone keeps the drawings it has.
async function resize() {
  scale();
  if (!deck || frozen || drawing() === drawn) return;
  const found = await load().catch(() => null);
  if (!found || found.digest !== deck.digest) return;
  deck = found;
  paint(deck, state);
}

async function open() {
  scale();
  window.addEventListener("resize", resize);
  listen(act);
  point(act, () => ({ width: window.innerWidth }));
  reveal(byId("controls"));
  startHandout(() => [deck, state]);
  try {
    deck = await load();
  } catch (error) {
    return fail(error instanceof TypeError ? "无法连接服务器。" : error.message);
  }
  if (!deck.scenes.length) return fail("汇报中没有页面。");
  fill(byId("shared"), deck.shared);
  post = channel(receive);
  const start = first(query, deck.scenes.map((scene) => scene.id));
  data.ready = "";  // before the first paint, which measures what is visible
  show({ ...start, scheme: kept("stage-scheme") ?? start.scheme });
  post({ kind: "deck", session, deck, state });
  if (!frozen) setInterval(watch, Number(data.poll) * 1000);
}

open();
