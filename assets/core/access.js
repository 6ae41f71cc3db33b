// For those who come by keyboard or hear the page: the link past what every page begins with, what
// a choice has changed told in one sentence, and the bar that may not cover what has the focus.
import { whenShown } from "./address.js";

const main = () => document.getElementById("main");

function skip(event) {
  if (!event.target.closest(".skip-link")) return;
  event.preventDefault();  // the address stays that of the view
  main().focus({ preventScroll: true });
  main().scrollIntoView({ block: "start" });
}

let page;  // that was shown last
let told;  // what it said

const sentence = () => [...main().querySelectorAll("[data-told]")]
  .map((part) => part.textContent.trim()).join("，");

// Another page is told by its title; within a page what is marked for it, if it has changed.
function tell() {
  const before = { page, told };
  page = document.body.dataset.page;
  told = sentence();
  if (before.page === undefined) return;
  const isOther = page !== before.page;
  if (!isOther && told === before.told) return;
  document.getElementById("announced").textContent = isOther ? document.title : told;
  // What had the focus is gone with its page: the tab key goes on where the new one begins.
  if (isOther && document.activeElement === document.body) main().focus({ preventScroll: true });
}

// What is jumped to, or gets the focus, stops below the bar that stays in sight. The bar is
// measured when it comes and when its size changes: at every view it would cost a layout.
let sizes, followed, covered;

function measure() {
  const { position } = getComputedStyle(followed);
  const height = position === "sticky" ? followed.offsetHeight : 0;
  if (height === covered) return;
  covered = height;
  document.documentElement.style.setProperty("--bar", `${height}px`);
}

function follow() {
  const bar = document.querySelector(".filter-bar");
  if (!bar || bar === followed) return;
  followed = bar;
  sizes = sizes ?? new ResizeObserver(measure);
  sizes.disconnect();
  sizes.observe(bar);
  measure();
}

export function start() {
  document.addEventListener("click", skip);
  whenShown(follow);  // before anything is scrolled to
  whenShown(tell);
}
