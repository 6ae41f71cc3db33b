// What the desk does in the browser: a file is sent in small pieces, with a bar that tells how far
// it is, and who works on a machine that is open says so once.

(function () {
  const PIECE = 600000; // signs of base64 a request, far below the limit of a body
  const LARGEST = 20000000; // bytes
  const NAME = "monitor-name"; // the cookie that serving/access.py reads
  const OURS = { "X-Jing-Jin-Ji": "1" }; // what every write carries (serving/own_page.py)

  function progress(part, text) {
    const shown = part === null ? "d-none" : "desk-progress";
    window.dash_clientside.set_props("progress", { value: String(part || 0), className: shown });
    window.dash_clientside.set_props("progress-text", { children: text });
  }

  function size(bytes) {
    return bytes < 1000000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1000000).toFixed(1)} MB`;
  }

  function base() {
    return JSON.parse(document.getElementById("_dash-config").textContent).requests_pathname_prefix;
  }

  async function piece(body) {
    const answer = await fetch(`${base()}upload`, {
      method: "POST",
      headers: { ...OURS, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(said.error || `服务器没有接受（${answer.status}）`);
    return said;
  }

  async function sent(content, name, bytes) {
    let id = "";
    let place = 0;
    for (let at = 0; at < content.length; at += PIECE) {
      const said = await piece({ id, place, content: content.slice(at, at + PIECE) });
      id = said.id;
      place = said.place;
      progress(place / bytes, `${name}，已上传 ${size(place)}，共 ${size(bytes)}`);
    }
    return id;
  }

  // The file that dcc.Upload has read, as base64 behind a comma; its id once it is there whole.
  // What came before is no longer meant, also where this one does not arrive; and the field is
  // emptied, so that the same file can be sent again.
  async function send(contents, name) {
    const none = window.dash_clientside.no_update;
    return contents ? [await received(contents, name), null] : [none, none];
  }

  async function received(contents, name) {
    const content = contents.slice(contents.indexOf(",") + 1);
    const bytes = Math.floor((content.length * 3) / 4) - (/=*$/.exec(content)[0].length);
    if (bytes > LARGEST) {
      progress(null, `${name} 为 ${size(bytes)}，超过 20 MB：请只保留数据，或分成几个文件。`);
      return null;
    }
    if (!bytes) {
      progress(null, `${name} 是空的：请重新导出。`);
      return null;
    }
    try {
      const id = await sent(content, name, bytes);
      progress(1, `${name}，${size(bytes)}，上传完成`);
      return { id, name };
    } catch (error) {
      const reason = error instanceof TypeError ? "无法连接服务器，请稍后重新上传" : error.message;
      progress(null, `${name} 没有上传：${reason.replace(/。$/, "")}。`);
      return null;
    }
  }

  // What dcc.Upload has its file field in says its name, and is reached by the keyboard.
  function reachable() {
    document.querySelectorAll(".desk-upload input[type=file]:not([aria-label])").forEach((field) => {
      field.setAttribute("aria-label", "选择数据文件");
    });
  }
  new MutationObserver(reachable).observe(document.documentElement, {
    childList: true, subtree: true,
  });

  function known() {
    const found = document.cookie.split("; ").find((one) => one.startsWith(`${NAME}=`));
    return found ? decodeURIComponent(found.slice(NAME.length + 1)) : "";
  }

  // Who works here, kept for a year; what is shown is made anew with it.
  function named(name) {
    if ((name || "") === known()) return window.dash_clientside.no_update;
    const value = encodeURIComponent(name || "");
    document.cookie = `${NAME}=${value}; path=/; max-age=31536000; samesite=strict`;
    return String(Date.now());
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.desk = { send, known, named };
})();
