// Questions to the server. Each has a number, and its answer carries it; one that fails says how.
// The number is made of what is asked: the same question of two people is the same to the letter,
// and who stands between them and the server may have the answer already (deploy/nginx.conf).
// Only the newest question counts: an answer to an older one is not shown.
const PATIENCE = 20000;  // ms until a question without an answer has failed
const DIGEST = 2500;  // ms that even a slow machine needs from an answer's last byte to its display

export const NO_SERVER = "lost";
export const TOO_LATE = "late";
export const UNREADABLE = "unreadable";  // an answer that is no data: a login page, a proxy's page

const held = {};  // by property: the number of the question that it was given last
let asked = null;  // the newest question: { number, address, isPage, way }
const open = new Set();  // numbers that neither an answer nor a failure has come for
let broken = 0;  // failures that do not say which question they are for
let timer;
let tell = () => {};

// tell(question, status, request): the newest question has failed; the log knows it as `request`.
export function whenFailed(act) {
  tell = act;
}

export const newest = () => asked;

// A whole number below 2^53 for a text. Two texts have the same one about as often as a disk errs.
function numberOf(text) {
  let [high, low] = [text.length, 0x9e3779b9];
  for (const sign of text) {
    high = Math.imul(high ^ sign.codePointAt(0), 0x01000193);
    low = Math.imul(low ^ high, 0x85ebca6b) + (high >>> 13);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}

// `property` of the address component will hold the question; `way` says how the page goes there,
// without one it is only foreseen. Dash sends what a property holds when that is not what it held:
// a question that is asked once more has the next number.
export function ask(address, property, way) {
  const number = numberOf(`${property} ${address}`);
  held[property] = held[property] === number ? number + 1 : number;
  asked = { number: held[property], address, isPage: property === "page", way };
  open.add(asked.number);
  clearTimeout(timer);
  timer = setTimeout(fail, PATIENCE, asked.number, TOO_LATE);
  return asked;
}

function close(number) {
  open.delete(number);
  if (!open.size) broken = 0;
}

// The question that an answer is for, if it is the newest; with that it is settled.
export function answered(number) {
  close(number);
  if (asked?.number !== number) return undefined;
  const question = asked;
  forget();
  return question;
}

// Nobody waits for the newest question any more.
export function forget() {
  clearTimeout(timer);
  asked = null;
}

export function fail(number, status, request) {
  close(number);
  if (asked?.number !== number) return;
  const question = asked;
  forget();
  tell(question, status, request);
}

// Of several open questions a failure does not say which one it is for: when as many have failed
// as are open, it is all of them.
function failOne(status) {
  broken += 1;
  if (broken < open.size) return;
  const number = asked?.number;
  open.clear();
  broken = 0;
  if (number !== undefined) fail(number, status);
}

const isOurs = ({ inputs }) => inputs.some(({ id }) => id === "address");

// Dash tells here what has become of each callback (new DashRenderer(hooks), app.py).
export const hooks = {
  callback_resolved(callback, { data, error }) {
    if (!isOurs(callback)) return;
    if (error) failOne(error.status ?? NO_SERVER);
    else if (data?.address?.answer) close(data.address.answer.number);
  },
};

// An answer that is not JSON ends inside of Dash without a word to its hooks: what has arrived and
// has closed no question a while later was none.
new PerformanceObserver((list) => list.getEntries().forEach(({ name }) => {
  if (!name.includes("/_dash-update-component") || !open.size) return;
  const numbers = [...open];
  setTimeout(() => { if (numbers.every((one) => open.has(one))) failOne(UNREADABLE); }, DIGEST);
})).observe({ type: "resource" });
