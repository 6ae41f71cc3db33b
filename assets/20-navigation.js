// Links between views open in place: the address is the state, and one answer fills the page.
(function () {
  const REST = 40;  // ms; whoever only passes by with the Tab key is faster

  const setProps = (id, props) => window.dash_clientside.set_props(id, props);

  const isModified = (event) => event.ctrlKey || event.metaKey || event.shiftKey;

  function addressOf(link) {
    const url = new URL(link.href);
    return url.pathname + url.search;
  }

  // Some links say only what they change: the rest of the address, or what of it they keep, is
  // put in when the link is about to be used.
  function complete({ target }) {
    const link = target.closest?.("[data-change]");
    if (!link) return;
    const { change, keep } = link.dataset;
    const kept = [...new URLSearchParams(window.location.search)]
      .filter(([key]) => !keep || keep.split(",").includes(key));
    const query = new URLSearchParams(kept);
    new URLSearchParams(change).forEach((value, key) => query.set(key, value));
    [...query].forEach(([key, value]) => { if (!value) query.delete(key); });
    const text = query.toString().replaceAll("%2C", ",");
    link.href = text ? `?${text}` : "?";
  }

  for (const use of ["pointerdown", "focusin", "click"]) {
    document.addEventListener(use, complete, { capture: true });
  }

  // While a link is held down an answer may make another link of it, by its name (a count beside
  // it may change): then nothing is followed.
  let pressed;
  const nameOf = (link) => [...link.childNodes].filter((part) => !part.matches?.(".count"))
    .map((part) => part.textContent).join("");
  const meant = (link) => link && (link.dataset.change ?? nameOf(link));

  document.addEventListener("pointerdown", ({ target }) => {
    const link = target.closest?.("[data-view]");
    pressed = { link, meant: meant(link) };
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-view]");
    if (!event.detail || pressed?.link !== link || pressed?.meant === meant(link)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });

  document.addEventListener("pointerdown", (event) => {
    const link = event.target.closest("[data-view]");
    const isPress = event.button === 0 && event.pointerType !== "touch" && !isModified(event);
    if (link && isPress) window.jing_jin_ji.foresee(addressOf(link));
  });

  // By keyboard the same: a link that keeps the focus for a moment is likely to be followed.
  let resting;

  function foreseeFocused() {
    clearTimeout(resting);
    const link = document.activeElement;
    if (link) complete({ target: link });
    if (!link?.matches("[data-view]:focus-visible")) return;
    resting = setTimeout(() => {
      if (document.activeElement === link) window.jing_jin_ji.foresee(addressOf(link));
    }, REST);
  }

  document.addEventListener("focusin", foreseeFocused);
  window.addEventListener("shown", foreseeFocused);

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-view], [data-copy-link], [data-close-platform]");
    if (!target || isModified(event)) return;
    if (target.dataset.view !== undefined) {
      event.preventDefault();
      window.jing_jin_ji.open(addressOf(target), new URL(target.href).hash);
    } else if (target.dataset.copyLink) {
      copy(window.location.href);
    } else {
      setProps("platform-choice", { value: "" });
      document.getElementById("platform-choice").focus();
    }
  });

  // A link that acts as a button also answers to the space bar, as buttons do.
  document.addEventListener("keydown", (event) => {
    const target = event.target.closest && event.target.closest("[data-view][role=button]");
    if (target && event.key === " ") {
      event.preventDefault();
      target.click();
    }
    if (event.key === "Escape") {
      document.querySelectorAll("details.data[open]").forEach((box) => (box.open = false));
    }
  });

  function say(text) {
    setProps("toast", { children: text, is_open: true });
  }

  function sorry(text) {
    window.jing_jin_ji.fail();
    say(text);
  }

  // navigator.clipboard exists only on https and localhost; an intranet often has neither.
  async function copy(text) {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text).then(
        () => say("已复制。"), () => say("浏览器不允许复制，请手工选取。"));
      return;
    }
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    say(done ? "已复制。" : "浏览器不允许复制，请手工选取。");
  }

  window.jing_jin_ji = { copy };

  // A failed request would leave the page silent: say that the shown data are the last ones.
  const request = window.fetch;
  window.fetch = function (...args) {
    const answer = request.apply(this, args);
    if (String(args[0]).includes("_dash-update-component")) {
      answer.then(
        (response) => { if (response.status >= 500) sorry(document.body.dataset.failed); },
        () => sorry(document.body.dataset.serverLost));
    }
    return answer;
  };
})();
