// A tree (components/elements.py) as React elements. What of a new tree is as it was in the one
// before keeps its nodes, and with them its elements: React passes over these without a look.
const { React } = window;

const made = new WeakMap();  // node → its element

export function element(node) {
  if (node === null || typeof node !== "object") return node;
  if (!made.has(node)) made.set(node, create(node));
  return made.get(node);
}

function create(node) {
  if (Array.isArray(node)) return React.createElement(React.Fragment, null, ...node.map(element));
  const { t, p, c } = node;
  if (Array.isArray(c)) return React.createElement(t, p, ...c.map(element));
  return c === undefined ? React.createElement(t, p) : React.createElement(t, p, element(c));
}

function isAlike(a, b) {
  if (a === b) return true;
  if (!a || !b || typeof a !== "object" || typeof b !== "object") return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isAlike(a[key], b[key]));
}

// The new tree with the nodes of the old one wherever they are alike; the old one if all are.
export function renewed(tree, old) {
  if (!tree || !old || typeof tree !== "object" || typeof old !== "object") return tree;
  if (Array.isArray(tree)) return Array.isArray(old) ? renewedList(tree, old) : tree;
  if (tree.t !== old.t || Array.isArray(old)) return tree;
  const c = renewed(tree.c, old.c);
  return c === old.c && isAlike(tree.p, old.p) ? old : { ...tree, c };
}

const keyOf = (node) => node?.p?.key;

// Entries with keys are known by them, others by their places.
function renewedList(list, old) {
  const keyed = new Map(old.map((node) => [keyOf(node), node]));
  const found = list.map((node, i) =>
    renewed(node, keyOf(node) === undefined ? old[i] : keyed.get(keyOf(node))));
  return found.length === old.length && found.every((node, i) => node === old[i]) ? old : found;
}
