// The page of the map of platforms: search, base colour, scheme, and the list and panel that follow
// the map.
(function () {
  const isDark = () => document.body.dataset.page === "platforms" &&
    new URLSearchParams(window.location.search).get("scheme") === "dark";

  function go(query, isPlain) {
    const text = query.toString().replaceAll("%2C", ",");
    const address = window.location.pathname + (text ? `?${text}` : "");
    if (isPlain) return window.jing_jin_ji.open(address);
    window.history.replaceState(null, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }

  // While typing, each pause is a new answer; only the first one is a step of the history.
  let typing;  // while a pause has not yet passed
  document.addEventListener("input", ({ target }) => {
    if (!target.dataset?.search) return;
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = undefined;
      if (!target.isConnected) return;  // another page was turned to meanwhile
      const query = new URLSearchParams(window.location.search);
      const isFirst = !query.has("search");
      if (target.value.trim()) query.set("search", target.value.trim());
      else query.delete("search");
      go(query, isFirst);
    }, 250);
  });

  // A base colour is an indicator of any theme, or none.
  document.addEventListener("change", ({ target }) => {
    if (target.dataset?.shade === undefined) return;
    const query = new URLSearchParams(window.location.search);
    if (target.value) {
      query.delete("theme");
      query.set("indicator", target.value);
      query.set("shade", "1");
    } else {
      query.delete("shade");
    }
    go(query, true);
  });

  // How the reader asked for the place or cell that the next answer shows; a click by the Enter
  // key has no detail. Heard before the link is followed: an answer may be there already.
  let way;  // "key" or "pointer" to a place or away from it, "cell" of the matrix
  const DRAGGED = 4;  // px from where the button went down
  const NARROW = window.matchMedia("(max-width: 1099px)");

  window.addEventListener("plotted", ({ detail }) => {
    if (detail !== "atlas") return;
    const plot = document.getElementById(detail);
    let pressed;
    plot.addEventListener("pointerdown", (event) => { pressed = event; }, { capture: true });
    plot.on("plotly_click", ({ points, event }) => {
      const moved = ["clientX", "clientY"].map((axis) => Math.abs(event?.[axis] - pressed?.[axis]));
      if (Math.max(...moved) > DRAGGED) return;  // the map was moved, nothing was chosen
      const place = points.map((point) => point.customdata?.[1]).find(Boolean);
      if (!place) return;
      const query = new URLSearchParams(window.location.search);
      query.set("place", place);
      way = "pointer";
      go(query, true);
    });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".place, .near a, .atlas-panel .close, .matrix a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    way = link.closest(".matrix") ? "cell" : event.detail ? "pointer" : "key";
    if (!link.matches("[aria-current]")) return;
    arrive(last, last);  // it is shown already, no answer will come
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.target.closest?.(".atlas-panel")?.querySelector(".close")?.click();
  });

  // Whoever cannot see the panel beside the list is led to it, and back; a mouse moves nothing.
  function arrive(chosen, before) {
    const asked = way;
    way = undefined;
    if (asked === "cell") return bring(document.querySelector(".atlas-map"));
    if (!asked || (asked === "pointer" && !(NARROW.matches && chosen))) return;
    if (chosen) {
      bring(document.querySelector(".atlas-panel"));
      document.querySelector(".atlas-panel h2").focus({ preventScroll: true });
    } else {
      const entry = [...document.querySelectorAll("#atlas-list .place")].find(
        ({ href }) => new URL(href).searchParams.get("place") === before);
      (entry || document.querySelector(".atlas-list")).focus();
    }
  }

  // Under the bar that stays at the top; what is in sight already stays where it is.
  function bring(node) {
    const bar = document.querySelector(".filter-bar");
    const isFixed = getComputedStyle(bar).position === "sticky";
    const top = isFixed ? bar.offsetHeight + 8 : 8;
    const box = node.getBoundingClientRect();
    if (box.top >= top && Math.min(box.bottom, box.top + 300) <= window.innerHeight) return;
    window.scrollBy(0, box.top - top);
  }

  let last = null;  // the place that was open

  window.addEventListener("shown", () => {
    const isHere = document.body.dataset.page === "platforms";
    if (isDark()) document.documentElement.dataset.scheme = "dark";
    else delete document.documentElement.dataset.scheme;
    if (!isHere) return;
    const query = new URLSearchParams(window.location.search);
    const search = document.querySelector("[data-search]");
    const said = query.get("search") || "";
    if (!typing && search.value.trim() !== said) search.value = said;
    const select = document.querySelector("[data-shade]");
    const shaded = query.get("shade") === "1" ? shade() : "";
    if (select.value !== shaded) select.value = shaded;
    const chosen = query.get("place");
    const before = last;
    last = chosen;
    // Before the next painting, when the map is drawn: places are measured once for both.
    if (chosen !== before || way) requestAnimationFrame(() => lead(chosen, before));
  });

  // List, panel and map show the place that is open, or lead back to where it was.
  function lead(chosen, before) {
    arrive(chosen, before);
    if (chosen === before) return;
    scrollTo(document.querySelector("#atlas-list [aria-current]"));
    document.querySelector(".atlas-panel").scrollTop = 0;
    window.jing_jin_ji.follow(chosen);
  }

  // The indicator the server shades by, which the address may leave to its default.
  const shade = () => document.querySelector("[data-indicator]")?.dataset.indicator || "";

  // Within the list only: the page itself stays where it is.
  function scrollTo(item) {
    const list = item?.closest(".atlas-list");
    if (!list) return;
    const [outer, inner] = [list, item].map((node) => node.getBoundingClientRect());
    if (inner.top >= outer.top + 30 && inner.bottom <= outer.bottom) return;
    list.scrollTop += inner.top - outer.top - outer.height / 3;
  }

  window.jing_jin_ji.isDark = isDark;
})();
