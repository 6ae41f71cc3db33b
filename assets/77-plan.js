// The page of the plan: parts that can be linked, contents that follow, folds that print.
(function () {
  const isPlan = () => document.body.dataset.page === "plan";

  // The filter bar stays in sight: what is jumped to stops below it.
  const bar = new ResizeObserver(([{ target }]) => measure(target));

  function measure(box) {
    document.documentElement.style.setProperty("--bar", `${box.offsetHeight}px`);
  }

  // The parts that a page of one task may lack.
  const PARTS = /^#(task|chain|safeguard|claim|goal|principle|field|measure|place|marks)-/;

  let told;  // the address, with its fragment, that the page was last scrolled for
  let theme;

  function reveal() {
    const { hash } = window.location;
    const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    sayWhere(hash && !target);
    document.querySelectorAll(".plan .target").forEach((part) => part.classList.remove("target"));
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
      box.open = true;
    }
    target.classList.add("target");
    target.scrollIntoView({ block: "start", behavior: "instant" });
  }

  // A task alone has not all parts of the plan: the way to the part is said, not only missing.
  function sayWhere(isMissing) {
    document.getElementById("elsewhere")?.remove();
    const url = new URL(window.location.href);
    if (!isMissing || !url.searchParams.has("theme") || !PARTS.test(url.hash)) return;
    url.searchParams.delete("theme");
    const link = document.createElement("a");
    link.href = url.pathname + decodeURIComponent(url.search) + url.hash;
    link.dataset.view = "";
    link.textContent = "打开规划全文";
    const text = document.createElement("p");
    text.dataset.added = "";
    text.id = "elsewhere";
    text.append("这一部分在规划全文中：", link, "。");
    document.getElementById("remarks").append(text);
  }

  window.addEventListener("shown", () => {
    document.getElementById("elsewhere")?.remove();
    const box = document.querySelector(".filter-bar");
    if (!isPlan()) {
      told = theme = undefined;
      return;
    }
    measure(box);  // before anything is scrolled to
    bar.observe(box);
    const { pathname, search, hash, href } = window.location;
    document.querySelectorAll("[data-here]").forEach((part) => { part.textContent = href; });
    const chosen = new URLSearchParams(search).get("theme");
    const address = pathname + search + hash;
    if (hash && told !== address) reveal();
    else if (theme !== undefined && theme !== chosen) window.scrollTo(0, 0);
    else sayWhere(hash && !document.getElementById(decodeURIComponent(hash.slice(1))));
    theme = chosen;
    told = address;
    follow();
  });

  // Turning back to another view also changes the fragment, before the view itself is there:
  // then the scrolling is done again when it is shown.
  window.addEventListener("hashchange", () => {
    if (!isPlan()) return;
    reveal();
    const { pathname, search, hash } = window.location;
    if (told?.split("#")[0] === pathname + search) told = pathname + search + hash;
  });

  // The same link again: the address does not change, the reader still wants to be there.
  document.addEventListener("click", ({ target }) => {
    const link = isPlan() && target.closest('.plan a[href^="#"]');
    if (link && link.hash === window.location.hash) reveal();
  });

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

  // On paper everything is open; on the screen it is afterwards as it was.
  let opened = [];

  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".plan details:not([open])")];
    opened.forEach((box) => { box.open = true; });
  });

  window.addEventListener("afterprint", () => {
    opened.forEach((box) => { box.open = false; });
    opened = [];
  });
})();
