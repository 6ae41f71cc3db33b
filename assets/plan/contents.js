// The page of the plan: parts that can be linked, contents that follow what is read.
import { here, wanted, whenShown } from "../core/address.js";
import { withChanges } from "../core/query.js";

// The parts that a page of one task may lack.
const PARTS = /^#(task|chain|safeguard|claim|goal|principle|field|measure|place|marks|fact)-/;

const isPlan = () => document.body.dataset.page === "plan";
const fragment = () => window.location.hash;
const themeOf = (address) => new URLSearchParams(address.split("?")[1]).get("theme");
const partOf = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));

let told;  // the address, with its fragment, that the page was last scrolled for
let theme;  // of the address that was shown last

function reveal() {
  const target = fragment() && partOf(fragment());
  sayWhere(!target);
  document.querySelectorAll(".plan .target").forEach((part) => part.classList.remove("target"));
  if (!target) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
    box.open = true;
  }
  target.classList.add("target");
  target.scrollIntoView({ block: "start" });
}

// A task alone has not all parts of the plan: the way to the part is said, not only missing.
function sayWhere(isMissing) {
  const box = document.getElementById("elsewhere");
  box.replaceChildren();
  if (!isMissing || !themeOf(wanted()) || !PARTS.test(fragment())) return;
  const link = document.createElement("a");
  link.href = withChanges({ theme: "" }) + fragment();
  link.dataset.view = "";
  link.textContent = "打开方案要点";
  const text = document.createElement("p");
  text.append("这一部分在方案要点中：", link, "。");
  box.append(text);
}

function shown() {
  document.getElementById("elsewhere").replaceChildren();
  if (!isPlan()) {
    told = theme = undefined;
    return;
  }
  const chosen = themeOf(here());
  const address = here() + fragment();
  if (fragment() && told !== address) reveal();
  else if (theme !== undefined && theme !== chosen) window.scrollTo(0, 0);
  else sayWhere(fragment() && !partOf(fragment()));
  theme = chosen;
  told = address;
  follow();
}

// Turning back to another view also changes the fragment, before the view itself is there:
// then the scrolling is done again when it is shown.
function turned() {
  if (!isPlan()) return;
  reveal();
  if (wanted() === here()) told = here() + fragment();
}

// The same link again: the address does not change, the reader still wants to be there.
function clicked({ target }) {
  const link = isPlan() && target.closest('.plan a[href^="#"]');
  if (link && link.hash === fragment()) reveal();
}

// The part that is being read is marked in the contents.
let eye;

function follow() {
  eye?.disconnect();
  const links = new Map([...document.querySelectorAll("#plan-rail a[href^='#']")]
    .map((link) => [document.getElementById(link.hash.slice(1)), link]));
  const seen = new Set();
  eye = new IntersectionObserver((entries) => {
    entries.forEach(({ target, isIntersecting }) => {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    });
    const first = [...links.keys()].find((part) => seen.has(part));
    links.forEach((link, part) => {
      if (part === first) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }, { rootMargin: "-20% 0px -70% 0px" });
  links.forEach((_, part) => { if (part) eye.observe(part); });
}

export function start() {
  whenShown(shown);
  window.addEventListener("hashchange", turned);
  document.addEventListener("click", clicked);
}
