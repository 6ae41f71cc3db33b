// The Canvas component: the address goes to the server, the answer fills the page. Texts are
// written into their places, figures drawn by plotly.
(function () {
  const place = (id) => document.getElementById(id);

  // What stays the same is not set again: the browser would lay it out anew.
  function set(node, key, value) {
    if (node[key] !== value) node[key] = value;
  }

  function write(id, html, fresh) {
    const box = place(id);
    if (box.written === html) return;
    box.written = html;
    window.jing_jin_ji.patch(box, fresh ?? window.jing_jin_ji.parsed(html));
  }

  // A foreseen answer's texts are read before they are needed.
  function parse(answer) {
    answer.parsed = Object.fromEntries(Object.entries(answer.html)
      .filter(([id, html]) => place(id)?.written !== html)
      .map(([id, html]) => [id, window.jing_jin_ji.parsed(html)]));
  }

  function foreseen(answer) {
    window.jing_jin_ji.fetchShapes(answer.figures);
    parse(answer);
  }

  // The sliders follow the answer's years, and the address follows the sliders.
  const slider = (name) => document.querySelector(`#year-range [name=${name}]`);

  function showYears(years) {
    const box = place("year-range");
    const { min, max } = slider("from");
    ["from", "to"].forEach((name, i) => {
      set(slider(name), "value", `${years[i]}`);
      set(box.querySelector(`[data-of=${name}]`), "textContent", `${years[i]}`);
      box.style.setProperty(`--${name}`, (years[i] - min) / (max - min));
    });
    // Where the handles meet, the one that still has room lies on top.
    slider("from").style.zIndex = years[0] > (+min + +max) / 2 ? 1 : "";
  }

  // The two ends may meet, not cross.
  document.addEventListener("input", ({ target }) => {
    if (!target.closest("#year-range")) return;
    const from = +slider("from").value;
    const to = +slider("to").value;
    showYears(target.name === "from" ? [Math.min(from, to), to] : [from, Math.max(from, to)]);
  });

  document.addEventListener("change", ({ target }) => {
    if (!target.closest("#year-range")) return;
    const query = new URLSearchParams(window.location.search);
    ["from", "to"].map(slider).forEach(({ name, value, dataset }) => {
      if (value === dataset.default) query.delete(name);
      else query.set(name, value);
    });
    const text = query.toString().replaceAll("%2C", ",");
    window.jing_jin_ji.open(window.location.pathname + (text ? `?${text}` : ""));
  });

  // The overview stands in the layout; every other page is copied from its template.
  function turnTo(name) {
    if (document.body.dataset.page === name) return;
    const frame = document.getElementById(`frame-${name}`);
    const sheet = document.getElementById("sheet");
    window.jing_jin_ji.purge(sheet);
    sheet.replaceChildren(...(frame ? [frame.content.cloneNode(true)] : []));
    sheet.hidden = !frame;
    sight.disconnect();
    sheet.querySelectorAll("[data-beside]").forEach((part) => sight.observe(part));
    document.getElementById("overview").hidden = !!frame;
    if (document.body.dataset.page) window.scrollTo(0, 0);
    document.body.dataset.page = name;
  }

  // Whether a part of the page that figures do not depend on is on the screen, as last seen.
  const sight = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    target.isUnseen = !isIntersecting;
  }));

  const afterPaint = (act) => requestAnimationFrame(() => setTimeout(act));

  // Texts come before figures, except where the one does not depend on the other: a figure that
  // keeps its size comes first, texts beside figures (data-beside) last; of these the ones out of
  // sight come when the rest is on the screen.
  function show(answer) {
    turnTo(answer.page);
    const texts = Object.entries(answer.html);
    const beside = texts.filter(([id]) => place(id).closest("[data-beside]"));
    const unseen = beside.filter(([id]) => place(id).closest("[data-beside]").isUnseen);
    const put = ([id, html]) => {
      write(id, html, answer.parsed?.[id]);
      delete answer.parsed?.[id];  // its nodes are in the page now
    };
    const figures = Object.entries(answer.figures);
    const steady = figures.filter(([id]) => window.jing_jin_ji.isSteady(place(id)));
    steady.forEach((figure) => window.jing_jin_ji.draw(...figure));
    texts.filter((text) => !beside.includes(text)).forEach(put);
    write("remarks", answer.remarks);
    figures.filter((figure) => !steady.includes(figure))
      .forEach((figure) => window.jing_jin_ji.draw(...figure));
    beside.filter((text) => !unseen.includes(text)).forEach(put);
    drawn = answer;
    afterPaint(() => {
      if (answer === drawn) unseen.forEach(put);
    });
    showYears(answer.years);
    set(document, "title", answer.title);
    settle();
    window.dispatchEvent(new Event("shown"));
  }

  // An answer that takes longer than a blink: the old one fades until the new one is there.
  // Set at once, the style alone would cost every change a repaint of the page.
  let fading;

  function wait() {
    fading ??= setTimeout(() => { document.body.dataset.waiting = ""; }, 500);
  }

  function settle() {
    clearTimeout(fading);
    fading = undefined;
    delete document.body.dataset.waiting;
  }

  const here = () => window.location.pathname + window.location.search;
  // The page came with the answer to its own address: it is drawn without asking again.
  const first = JSON.parse(document.getElementById("first-answer").textContent);
  first.address = here();
  let came = first;  // the last answer that arrived
  let drawn;  // the answer on the screen
  let ask;
  let failures = 0;

  function Canvas({ answer, setProps }) {
    // The same address is asked again only after a failure, which the fragment then tells apart.
    ask = (address) => setProps({ address: failures ? `${address}#${failures}` : address });
    window.React.useLayoutEffect(() => {
      if (answer) came = answer;
      if (came.address === here()) show(came);
      else foreseen(came);
    }, [answer]);
    return null;
  }

  function follow() {
    if (came.address === here()) return show(came);
    wait();
    ask(here());
  }

  // A place clicked on the overview's map is chosen in the list beside it.
  window.addEventListener("plotted", ({ detail }) => {
    if (detail !== "map") return;
    place(detail).on("plotly_click", ({ points }) => {
      const platform = points[0]?.customdata?.[1];
      if (platform) window.dash_clientside.set_props("platform-choice", { value: platform });
    });
  });

  window.addEventListener("popstate", follow);
  Object.assign(window.jing_jin_ji, {
    Canvas,
    open(address, fragment = "") {
      const isNew = address !== here() || (fragment && fragment !== window.location.hash);
      if (isNew) window.history.pushState(null, "", address + fragment);
      if (address !== drawn?.address) follow();
      else settle();
    },
    // A link is pressed: its answer is on its way before the button is let go. While the page
    // itself waits for an answer nothing else is asked, the newer question would end the older.
    foresee(address) {
      const isAtRest = drawn?.address === here();
      if (isAtRest && address !== drawn.address && address !== came.address) ask(address);
    },
    fail() {
      failures += 1;
      settle();
    },
  });
})();
