// A tree (components/elements.py) as React elements, and whether two trees are alike.
const { React } = window;

export function element(node) {
  if (Array.isArray(node)) return React.createElement(React.Fragment, null, ...node.map(element));
  if (node === null || typeof node !== "object") return node;
  const { t, p, c } = node;
  if (Array.isArray(c)) return React.createElement(t, p, ...c.map(element));
  return c === undefined ? React.createElement(t, p) : React.createElement(t, p, element(c));
}

// Ends at the first difference; what is alike need not be drawn again.
export function isAlike(a, b) {
  if (a === b) return true;
  if (!a || !b || typeof a !== "object" || typeof b !== "object") return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isAlike(a[key], b[key]));
}
