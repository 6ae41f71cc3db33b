// Drawing: the list of scenes and the form of the chosen one, from the briefing as it is.
(function () {
  const { fields, title, about } = window.editor;
  const byId = (name) => document.getElementById(name);
  const known = JSON.parse(byId("known").textContent);

  function element(tag, props, ...children) {
    const made = Object.assign(document.createElement(tag), props);
    made.append(...children);
    return made;
  }

  function tool(action, text, label, isOff) {
    const button = element("button", { type: "button", textContent: text, disabled: isOff });
    button.dataset.act = action;
    button.setAttribute("aria-label", label);
    button.title = label;
    return button;
  }

  function row(state, scene, i) {
    const head = title(state, scene);
    const pick = element("button", { type: "button", className: "pick" },
      element("span", { className: "count", textContent: i + 1 }),
      element("span", { className: "name", textContent: head }),
      element("span", { className: "about", textContent: about(scene, known) }));
    pick.dataset.act = "pick";
    if (i === state.chosen) pick.setAttribute("aria-current", "true");
    const made = element("li", { draggable: true }, pick, element("span", { className: "tools" },
      tool("up", "↑", `上移：${head}`, i === 0),
      tool("down", "↓", `下移：${head}`, i === state.scenes.length - 1),
      tool("drop", "×", `移出：${head}`, false)));
    made.dataset.at = i;
    return made;
  }

  function drawList(state) {
    const held = document.activeElement?.closest("#scenes li");
    const act = held && document.activeElement.dataset.act;
    byId("scenes").replaceChildren(...state.scenes.map((scene, i) => row(state, scene, i)));
    if (!held) return;
    const place = byId("scenes").children[state.chosen];
    const same = place?.querySelector(`[data-act=${act}]:not(:disabled)`);
    (same ?? place?.querySelector(".pick") ?? document.querySelector("[data-do=add]")).focus();
  }

  function options(select, pairs, value, empty) {
    const all = empty === undefined ? pairs : [["", empty], ...pairs];
    select.replaceChildren(...all.map(([key, text]) =>
      element("option", { value: key, textContent: text, selected: key === (value ?? "") })));
  }

  function drawForm(state) {
    const scene = state.scenes[state.chosen];
    byId("scene").hidden = !scene;
    if (!scene) return;
    const uses = fields(scene);
    document.querySelectorAll("[data-field]").forEach((box) => {
      box.hidden = uses[box.dataset.field] === false;
    });
    const own = known.indicators[scene.theme] ?? [];
    const others = Object.values(known.indicators).flat();
    options(byId("theme"), known.themes, scene.theme);
    options(byId("indicator_id"), own.some(([key]) => key === scene.indicator_id)
      ? own : others, scene.indicator_id);
    options(byId("layout"), Object.entries(known.layouts), scene.layout);
    options(byId("subject"), Object.entries(known.lists), scene.subject);
    options(byId("against_id"), others.filter(([key]) => key !== scene.indicator_id),
      scene.against_id, "不要");
    options(byId("scale"), Object.entries(known.scales), scene.scale);
    ["base", "start", "end", "note_zh"].forEach((name) => put(byId(name), scene[name] ?? ""));
    put(byId("title"), scene.title === "finding" ? "" : scene.title);
    document.querySelectorAll("[name=regions]").forEach((box) => {
      box.checked = !scene.regions.length || scene.regions.includes(box.value);
    });
  }

  // A field that is being typed in keeps its caret.
  function put(field, value) {
    if (field.value !== String(value)) field.value = value;
  }

  function drawBar(state, list) {
    const entries = list.some((entry) => entry.name === state.name)
      ? list : [...list, { name: state.name, title: state.title, fault: "" }];
    options(byId("briefing"), entries.map((entry) =>
      [entry.name, entry.title + (entry.fault ? "（文件已损坏）" : "")]), state.name);
    const kept = state.revision ? `第 ${state.revision} 版` : "不能改，请另存";
    byId("state").textContent = `${kept}${state.isChanged ? "，有改动未保存" : ""}`;
    const isPrepared = !state.revision;
    document.querySelectorAll("[data-do]").forEach((button) => { button.disabled = false; });
    document.querySelector("[data-do=save]").disabled = isPrepared || !state.isChanged;
    document.querySelector("[data-do=delete]").disabled = isPrepared;
    byId("open").href = `/present?briefing=${encodeURIComponent(state.name)}`;
  }

  function say(text) {
    byId("said").textContent = text;
    byId("faults").replaceChildren();
  }

  function complain(lead, sentences) {
    byId("said").textContent = "";
    byId("faults").replaceChildren(element("p", { textContent: lead }),
      element("ul", {}, ...sentences.map((text) => element("li", { textContent: text }))));
    byId("faults").scrollIntoView({ block: "nearest" });
  }

  // What a person answers: a name, "" where only yes was asked for, null for no.
  function ask({ title: head, text = "", name, yes = "好" }) {
    const box = byId("ask");
    byId("ask-title").textContent = head;
    byId("ask-text").textContent = text;
    byId("ask-yes").textContent = yes;
    byId("ask-name").hidden = name === undefined;
    byId("ask-name").required = name !== undefined;
    byId("ask-name").value = name ?? "";
    box.returnValue = "no";
    box.showModal();
    return new Promise((answer) => {
      box.addEventListener("close", () =>
        answer(box.returnValue === "yes" ? byId("ask-name").value.trim() : null), { once: true });
    });
  }

  Object.assign(window.editor, { known, byId, drawList, drawForm, drawBar, say, complain, ask });
})();
