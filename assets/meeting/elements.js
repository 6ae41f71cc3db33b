// Nodes from trees: {t: tag, p: properties, c: children}, as components/elements.py has them, with
// the same rules. A text in a tree is a text on the page, whatever stands in it.
const SVG = "http://www.w3.org/2000/svg";
const RENAMED = { className: "class", htmlFor: "for", defaultValue: "value" };
const CASED = ["viewBox", "preserveAspectRatio"];
const PRESENTATION = /^(?:stroke|fill|font|text|dominant|stop|clip|letter)(?=[A-Z])/;
const attributes = new Map();  // by property: a slide has hundreds, of some forty names

export const byId = (id) => document.getElementById(id);

export const element = (tag, props, ...children) => ({ t: tag, p: props, c: children });

// Put the nodes of a tree into a box, in place of what was there.
export function fill(box, tree) {
  const made = document.createDocumentFragment();
  append(made, tree, false);
  box.replaceChildren(made);
}

function append(box, tree, isDrawing) {
  if (tree === null || tree === undefined || tree === false) return;
  if (Array.isArray(tree)) tree.forEach((part) => append(box, part, isDrawing));
  else if (typeof tree === "object") box.append(node(tree, isDrawing));
  else box.append(tree);
}

function node({ t: tag, p: props, c: children }, isDrawing) {
  const isDrawn = isDrawing || tag === "svg";
  const made = isDrawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const name in props) set(made, name, props[name]);
  append(made, children, isDrawn);
  return made;
}

function set(made, name, value) {
  if (name === "key" || value === null || value === undefined || value === false) return;
  if (name === "style" && typeof value === "object") return dress(made.style, value);
  if (!attributes.has(name)) attributes.set(name, attributeOf(name));
  made.setAttribute(attributes.get(name), value === true ? "" : value);
}

// Through the object, which a policy without inline styles allows too.
function dress(style, rules) {
  for (const name in rules) {
    if (name.startsWith("--")) style.setProperty(name, rules[name]);
    else style[name] = rules[name];
  }
}

function attributeOf(name) {
  if (CASED.includes(name) || name.includes("-")) return name;
  if (PRESENTATION.test(name)) return name.replace(/(?=[A-Z])/g, "-").toLowerCase();
  return RENAMED[name] ?? name.toLowerCase();
}
