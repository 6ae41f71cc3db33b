// 加入汇报: the view in the address becomes a scene of a briefing that is chosen in a dialog.
(function () {
  const PATH = "/api/v1/briefings";
  const LAST = "last-briefing";
  const NEW = "";  // what the list offers besides the briefings there are
  const FORM = `<form method="dialog">
    <h2 id="add-head">加入汇报</h2>
    <label for="add-name">哪一份汇报</label>
    <select id="add-name"></select>
    <div id="add-new-box"><label for="add-new">新汇报的名字</label>
      <input id="add-new" maxlength="40" autocomplete="off"></div>
    <p id="add-fault" role="alert"></p>
    <div class="dialog-actions">
      <button type="submit" class="button primary">加入</button>
      <button type="button" class="button" data-close>取消</button>
    </div></form>`;
  let box;

  const byId = (name) => document.getElementById(name);
  const say = (text) =>
    window.dash_clientside.set_props("toast", { children: text, is_open: true });

  // A browser may refuse to keep anything: then nothing is remembered.
  function last(name) {
    try {
      if (name !== undefined) window.localStorage.setItem(LAST, name);
      return window.localStorage.getItem(LAST);
    } catch {
      return null;
    }
  }

  function build() {
    box = document.createElement("dialog");
    box.id = "add-to-briefing";
    box.setAttribute("aria-labelledby", "add-head");
    box.innerHTML = FORM;
    document.body.append(box);
    byId("add-name").addEventListener("change", showNew);
    box.querySelector("[data-close]").addEventListener("click", () => box.close());
    box.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      add();
    });
  }

  function showNew() {
    const isNew = byId("add-name").value === NEW;
    byId("add-new-box").hidden = !isNew;
    byId("add-new").required = isNew;
  }

  async function open() {
    if (!box) build();
    byId("add-fault").textContent = "";
    const answer = await fetch(PATH, { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return say(document.body.dataset.serverLost);
    const names = (await answer.json()).briefings
      .filter((entry) => entry.editable).map((entry) => entry.name);
    const wanted = names.includes(last()) ? last() : names[0] ?? NEW;
    byId("add-name").replaceChildren(...[...names, NEW].map((name) =>
      new Option(name || "新的汇报…", name, false, name === wanted)));
    byId("add-new").value = names.includes("我的汇报") ? "" : "我的汇报";
    showNew();
    return box.showModal();
  }

  async function add() {
    const name = byId("add-name").value || byId("add-new").value.trim();
    const answer = await fetch(`${PATH}/${encodeURIComponent(name)}/scenes`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ address: window.location.pathname + window.location.search }),
    }).catch(() => null);
    if (!answer) return fault("连不上服务器，没有加入。");
    const found = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      return fault((found.errors ?? [found]).map((one) => one.error).join("；")
        || `服务器没有接受（${answer.status}）。`);
    }
    last(name);
    box.close();
    return say(`已加入“${name}”，第 ${found.scenes.length} 个场景：${found.titles.at(-1)}。`);
  }

  function fault(text) {
    byId("add-fault").textContent = text;
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-add-to-briefing]")) open();
  });
})();
