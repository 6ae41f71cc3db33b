// What the page says in passing, and what it puts on the clipboard.
export function say(text) {
  window.dash_clientside.set_props("toast", { children: text, is_open: true });
}

// navigator.clipboard exists only on https and localhost; an intranet often has neither.
export async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text).then(
      () => say("已复制。"), () => say("浏览器不允许复制，请手动选取。"));
    return;
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  say(done ? "已复制。" : "浏览器不允许复制，请手动选取。");
}
