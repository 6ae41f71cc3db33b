// The address is the state. A change of it asks the server; the answer is shown, and the address
// bar follows, both at once: an address never stands over the content of another.
import { pathOf } from "./base.js";
import { Failure } from "./failure.js";
import { fetchShapes } from "./figures.js";
import { answered, ask, fail, forget, newest, whenFailed } from "./questions.js";
import { latest, plots, prepare, showTexts, whenEntered } from "./slots.js";

const { React, ReactDOM } = window;
const KEPT = 20;  // answers that stay in the browser: Back is instant
const BLINK = 500;  // ms: an answer that takes longer lets the old one fade until it is there

const bar = () => window.location.pathname + window.location.search;
// The first part of its path names the page.
const pageOf = (address) => pathOf(address).split(/[/?]/)[1] || "overview";

const kept = new Map();  // address → { address, page, title, frame, values }
const frames = {};  // page → its frame as it last came
let shown = { address: bar() };
let edition;  // of the data that this document shows
let step = window.history.state?.step ?? 0;  // of the history, to find the way back
let opening = null;  // the page that is being put in: { found, way }, and `next` to show after it
let setProps = () => {};
let libraries = {};
let setFailure = () => {};
let fading;

export const here = () => shown.address;
export const wanted = () => (newest()?.way ? newest().address : shown.address);

const listeners = [];

// act() after each change of what is shown, once its texts and figures are there.
export function whenShown(act) {
  listeners.push(act);
}

export function open(address, { fragment = "", replace = false } = {}) {
  go(address, { fragment, replace });
}

// A link is pressed: its answer is on its way before the button is let go. While the page itself
// waits for an answer nothing else is asked, the newer question would end the older.
export function foresee(address) {
  const isBusy = newest()?.way || newest()?.address === address || opening;
  if (isBusy || address === shown.address || kept.has(address) || !isNear(address)) return;
  put(address, null);
}

function go(address, way) {
  if (address === shown.address && !opening) return stay(way);
  if (kept.has(address)) return show(kept.get(address), way);
  if (!isNear(address)) return window.location.assign(address + (way.fragment ?? ""));
  wait();
  const question = newest();
  if (question?.address === address) question.way = way;
  else put(address, way);
  return undefined;
}

// Whether a page can be put in here: it is one, and what its components need was loaded.
function isNear(address) {
  return libraries[pageOf(address)]?.every((name) => name in window);
}

function put(address, way) {
  const page = pageOf(address);
  const property = page === shown.page ? page : "page";
  const { number } = ask(address, property, way);
  setProps({ [property]: { number, address, edition } });
}

function stay({ fragment }) {
  forget();
  settle();
  if (!fragment) return;
  if (fragment !== window.location.hash) move(shown, { fragment });
  listeners.forEach((act) => act());
}

function wait() {
  fading = fading ?? setTimeout(() => { document.body.dataset.waiting = ""; }, BLINK);
}

function settle() {
  clearTimeout(fading);
  fading = undefined;
  delete document.body.dataset.waiting;
}

function move(found, { fragment = "", replace, isTravel }) {
  const address = found.address + fragment;
  if (isTravel) step = window.history.state?.step ?? step;
  else if (replace) window.history.replaceState({ step }, "", address);
  else window.history.pushState({ step: (step += 1) }, "", address);
  shown = found;
}

const isOfShell = (node) => !document.getElementById("page").contains(node);

// An answer has come, and with it everything that Dash has given the places.
function arrive({ number, page, title, edition: source }, frame) {
  const question = answered(number);
  if (!question) return;
  const { address, isPage, way } = question;
  if (source !== edition) {  // newer data have been published: nothing of two editions side by side
    if (way) window.location.assign(address + (way.fragment ?? ""));
    return;
  }
  const values = latest(isPage ? isOfShell : undefined);
  const found = { address, page, title, values, frame: isPage ? frame : frames[page] };
  keep(found);
  if (way) show(found, way);
  else fetchShapes(isPage ? figuresOf(frame) : [...values.values()]);
}

function keep(found) {
  kept.delete(found.address);
  kept.set(found.address, found);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
}

const figuresOf = (node) => {
  if (!node || typeof node !== "object") return [];
  if (Array.isArray(node)) return node.flatMap(figuresOf);
  return node.type === "Plot" ? [node.props.figure] : figuresOf(node.props?.children);
};

function show(found, way) {
  forget();
  settle();
  setFailure(null);
  if (opening) opening.next = { found, way };  // a page that is half in is not left before it is there
  else if (found.page !== shown.page) putIn(found, way);
  else change(found, way);
}

function putIn(found, way) {
  opening = { found, way };
  prepare(found.values);
  frames[found.page] = found.frame;
  setProps({ opened: found.frame });
}

function change(found, way) {
  move(found, way);
  keep(found);
  // A steady figure comes first: the browser need not lay out the new texts in the middle of it.
  plots(found.values, true).forEach((draw) => draw());
  ReactDOM.unstable_batchedUpdates(() => showTexts(found.values));
  queueMicrotask(() => {
    plots(found.values, false).forEach((draw) => draw());
    tell(found);
  });
}

function tell(found) {
  if (found !== shown) return;
  if (document.title !== found.title) document.title = found.title;
  listeners.forEach((act) => act());
}

// The first place of a page that was asked for is there, and with it all others.
whenEntered(() => {
  if (!opening || opening.isThere) return;
  const { page } = opening.found;
  if (!document.querySelector(`#page [data-page="${page}"]`)) return;
  const { found, way } = opening.next ?? opening;
  // Somebody has gone on, or back, meanwhile: this page was never shown.
  if (found.page !== page) return void putIn(found, way);
  opening = { isThere: true };
  const isFirst = !shown.page;
  if (isFirst) shown = found;
  else move(found, way);
  document.body.dataset.page = found.page;
  if (!isFirst) window.scrollTo(0, 0);
  showTexts(found.values);
  queueMicrotask(() => {
    const { next: later } = opening;
    opening = null;
    found.values = new Map([...latest(), ...found.values]);
    keep(found);
    prepare(new Map());
    if (isFirst) reveal(found);
    else plots(found.values).forEach((draw) => draw());
    tell(found);
    if (later) show(later.found, later.way);
  });
});

// The page that the server wrote gives way to the same one drawn by React; then its figures come,
// one after the other, so that the first can be seen before the last is drawn.
async function reveal(found) {
  document.getElementById("first-page").remove();
  document.body.classList.remove("first");
  for (const draw of plots(found.values)) {
    draw();
    await new Promise((done) => requestAnimationFrame(done));
  }
  document.body.dataset.ready = "";
}

whenFailed((question, status, request) => {
  const { address, way } = question;
  if (!way) return;
  settle();
  if (way.isTravel) window.history.go(step - (window.history.state?.step ?? step));
  listeners.forEach((act) => act());  // what a person has set leads back to what is shown
  setFailure({ status, request, retry: () => go(address, { ...way, isTravel: false }) });
});

window.addEventListener("popstate", () => go(bar(), { isTravel: true }));

// A link within the page makes a step of its own.
window.addEventListener("hashchange", () => {
  if (window.history.state === null) window.history.replaceState({ step: (step += 1) }, "");
});

function connect(props) {
  ({ setProps, libraries } = props);
  const first = JSON.parse(document.getElementById("first-answer").textContent);
  ({ edition } = first);
  window.history.replaceState({ step }, "");
  const found = { ...first, address: bar(), values: new Map(Object.entries(first.values)) };
  show(found, {});
}

// Stands last in the layout: what it does when an answer has come, comes after every place.
export function Address(props) {
  const { answer, frame, failure } = props;
  const [failed, set] = React.useState(null);
  React.useLayoutEffect(() => {
    setFailure = set;
    connect(props);
  }, []);
  React.useLayoutEffect(() => { if (answer) arrive(answer, frame); }, [answer]);
  React.useLayoutEffect(() => {
    if (failure) fail(failure.number, failure.status, failure.request);
  }, [failure]);
  return React.createElement(Failure, { failed, words: props.words, close: () => set(null) });
}
