// The pages in another order by dragging: with a mouse or a pen anywhere on a row, with a finger by its
// handle, so that a finger on the row still scrolls. Escape leaves everything where it was.
const FAR = 6;  // px until a press becomes a drag
const EDGE = 56;  // px of the window's edge at which it scrolls
const PACE = 10;  // px a frame

let drag = null;  // { from, to, y, pointer, isOn }: rows by their number, y from the page's top

const rowsOf = (box) => [...box.children];
const middle = (row) => {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
};

// Where the row would stand: behind every other row whose middle lies above the pointer.
function target(box, y) {
  const isDown = y > middle(rowsOf(box)[drag.from]);
  return rowsOf(box).filter((row, i) => {
    const at = middle(row);
    return i !== drag.from && (isDown ? at <= y + 1 : at < y - 1);
  }).length;
}

function mark(box) {
  rowsOf(box).forEach((row, i) => {
    row.classList.toggle("dragged", drag?.isOn && i === drag.from);
    row.classList.toggle("above", drag?.isOn && i === drag.to && drag.to < drag.from);
    row.classList.toggle("below", drag?.isOn && i === drag.to && drag.to > drag.from);
  });
}

function end(box) {
  const found = drag;
  drag = null;
  mark(box);
  return found?.isOn ? found : null;
}

// The click that follows a drag is none.
function withoutClick() {
  const stop = (event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  document.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", stop, { capture: true }), 0);
}

function scrollAt(box, step) {
  if (!drag?.isOn || step !== drag.step) return;
  window.scrollBy(0, step);
  requestAnimationFrame(() => scrollAt(box, step));
}

function follow(box, y) {
  drag.isOn = drag.isOn || Math.abs(y - drag.y) > FAR;
  if (!drag.isOn) return;
  drag.to = target(box, y);
  mark(box);
  const step = y < EDGE ? -PACE : y > window.innerHeight - EDGE ? PACE : 0;
  if (step === drag.step) return;
  drag.step = step;
  if (step) scrollAt(box, step);
}

// `move(from, to)` is told when a row was let go at another place.
export function draggable(box, move) {
  box.addEventListener("pointerdown", (event) => {
    const row = event.target.closest("li");
    const isFree = event.pointerType === "touch" ? event.target.closest(".handle")
      : !event.target.closest(".tools");
    if (!row || !isFree || event.button !== 0) return;
    const from = rowsOf(box).indexOf(row);
    drag = { from, to: from, y: event.clientY, pointer: event.pointerId, isOn: false, step: 0 };
  });
  document.addEventListener("pointermove", (event) => {
    if (event.pointerId === drag?.pointer) follow(box, event.clientY);
  });
  document.addEventListener("pointerup", (event) => {
    if (event.pointerId !== drag?.pointer) return;
    follow(box, event.clientY);  // the window may have scrolled under a pointer that kept still
    const done = end(box);
    if (!done) return;
    withoutClick();
    if (done.to !== done.from) move(done.from, done.to);
  });
  document.addEventListener("pointercancel", () => end(box));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drag?.isOn) return;
    event.preventDefault();
    end(box);
  });
}
