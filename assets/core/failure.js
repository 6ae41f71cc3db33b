// A question that failed: what has happened, in words, and the ways on. The page below it stays.
const { React } = window;
const MAY_SIGN_IN = [401, 403, "unreadable"];

const button = (text, act) =>
  React.createElement("button", { type: "button", className: "button", onClick: act }, text);

// `words` by status (components/words.py); "4xx" and "5xx" stand for those without their own. What
// the log knows under a number is said with it.
function said(words, status, request) {
  const text = words[status] ?? words[`${String(status)[0]}xx`] ?? words.other;
  const number = request ? words.request.replace("{request}", request) : "";
  return text.replace("{status}", status) + number;
}

export function Failure({ failed, words, close }) {
  if (!failed) return null;
  const { status, request, retry } = failed;
  const again = () => {
    close();
    retry();
  };
  return React.createElement("div", { className: "failure", role: "alert" },
    React.createElement("p", null, said(words, status, request)),
    button(words.retry, again),
    MAY_SIGN_IN.includes(status) ? button(words.sign_in, () => window.location.reload()) : null,
    button(words.close, close));
}
