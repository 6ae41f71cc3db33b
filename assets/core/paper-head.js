// What a page on paper says of itself that only the browser knows: the day and the address.
export function today() {
  const now = new Date();
  return `${now.getFullYear()} 年 ${now.getMonth() + 1} 月 ${now.getDate()} 日`;
}

const set = (key, text) => document.querySelectorAll(`[data-${key}]`).forEach((part) => {
  part.textContent = text;
});

export function fillHead() {
  set("here", window.location.href);
  set("today", today());
}
