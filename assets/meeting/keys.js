// Keys, buttons, clicks and swipes become actions. Clickers send PageUp and PageDown, some the
// full stop for a black screen; a Chinese input method hides the letter, so the key's place counts.
const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
  Home: "first", End: "last", Enter: "choose", Escape: "leave",
  1: "region:beijing", 2: "region:tianjin", 3: "region:hebei", 0: "region:all",
  4: "region:beijing-tianjin", 5: "region:beijing-hebei", 6: "region:tianjin-hebei",
  Backspace: "prepared",
  "?": "keys", "？": "keys", ".": "black", "。": "black",
};
const PLACES = {
  KeyG: "list", KeyB: "black", KeyF: "full", KeyT: "scheme", KeyP: "auto", KeyN: "notes",
  KeyE: "edit", KeyR: "reload", KeyY: "prepared", Slash: "keys",
};
for (const digit of [0, 1, 2, 3, 4, 5, 6]) {
  PLACES[`Digit${digit}`] = KEYS[digit];
  PLACES[`Numpad${digit}`] = KEYS[digit];
}
const SWIPE = 60;  // px a finger must travel

function actionOf(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return KEYS[event.key] ?? PLACES[event.code] ?? null;
}

// Any other key still ends auto-play; keys that only modify others do not.
const isModifier = (event) => /^(Shift|Control|Alt|Meta|CapsLock)/.test(event.key);

export function listen(act) {
  document.addEventListener("keydown", (event) => {
    if (/^(Enter| )$/.test(event.key) && event.target.closest("button:not([tabindex])")) return;
    const action = actionOf(event);
    if (!action && (isModifier(event) || event.ctrlKey || event.metaKey)) return;
    if (action) event.preventDefault();
    if (event.repeat && !/^(next|back)$/.test(action)) return;
    act(action ?? "pause");
  });
}

export function point(act, box) {
  let started = null;
  let isSwipe = false;
  document.addEventListener("touchstart", ({ touches }) => {
    started = touches.length === 1 ? [touches[0].clientX, touches[0].clientY] : null;
    isSwipe = false;
  }, { passive: true });
  document.addEventListener("touchend", ({ changedTouches: [touch] }) => {
    if (!started) return;
    const [dx, dy] = [touch.clientX - started[0], touch.clientY - started[1]];
    started = null;
    if (Math.abs(dx) < SWIPE || Math.abs(dx) < Math.abs(dy) * 1.5) return;
    isSwipe = true;  // the browser may send a click after it
    act(dx < 0 ? "next" : "back");
  }, { passive: true });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action]");
    if (isSwipe) return void (isSwipe = false);
    if (button) return act(button.dataset.action);
    if (event.target.closest("#controls")) return;
    if (event.target.closest(".overlay")) return;
    if (document.querySelector(".overlay:not([hidden])")) return act("leave");
    act(event.clientX < box().width / 2 ? "back" : "next");
  });
}

// The controls appear when the mouse moves or a finger touches, and leave after three seconds.
export function reveal(controls) {
  let hiding;
  const show = () => {
    document.body.dataset.awake = "";
    clearTimeout(hiding);
    hiding = setTimeout(() => delete document.body.dataset.awake, 3000);
  };
  let last = "";
  document.addEventListener("pointermove", ({ clientX, clientY }) => {
    const at = `${clientX},${clientY}`;  // a turned page also sends a move of a still mouse
    if (last && at !== last) show();
    last = at;
  });
  document.addEventListener("touchstart", show, { passive: true });
  document.addEventListener("keydown", () => {
    clearTimeout(hiding);
    if (!controls.matches(":focus-within")) delete document.body.dataset.awake;
  });
}
