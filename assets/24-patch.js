// New HTML changes only what differs from what is there: the rest keeps its layout, its focus
// and its place in the scroll, and the browser has less to do.
(function () {
  const isAlike = (a, b) =>
    a.nodeType === b.nodeType && a.nodeName === b.nodeName && a.id === b.id;

  function patchAttributes(now, fresh) {
    for (const { name, value } of fresh.attributes) {
      if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    }
    if (now.attributes.length === fresh.attributes.length) return;
    for (const { name } of [...now.attributes]) {
      const isOpened = name === "open" && now.matches("details");  // by a person: it stays
      if (!fresh.hasAttribute(name) && !isOpened) now.removeAttribute(name);
    }
  }

  // What a person has set in a control is not one of its attributes.
  function setControl(now, fresh) {
    if (now.value !== fresh.value) now.value = fresh.value;
    if (now.checked !== fresh.checked) now.checked = fresh.checked;
  }

  const CONTROLS = "select, input, textarea";
  const isHeld = (node) => "held" in node.dataset;  // a choice not yet followed (45-desk.js)

  function patchNode(now, fresh) {
    if (now.nodeType !== Node.ELEMENT_NODE) {
      if (now.data !== fresh.data) now.data = fresh.data;
      return;
    }
    const isControl = now.matches(CONTROLS);
    if (isHeld(now) && now.innerHTML === fresh.innerHTML) return;
    if (!isControl && now.isEqualNode(fresh) && !now.querySelector(CONTROLS)) return;
    patchAttributes(now, fresh);
    patchChildren(now, fresh);
    if (isControl) setControl(now, fresh);
  }

  const keyOf = (node) => node.dataset?.key;

  // Children are matched one after the other; those with a key (data-key) by it, so that what
  // leaves a list does not move the rest.
  function patchChildren(now, fresh) {
    const keyed = new Map([...now.children].map((child) => [keyOf(child), child]));
    let old = now.firstChild;
    for (let node = fresh.firstChild, next; node; node = next) {
      next = node.nextSibling;
      const kept = keyOf(node) && keyed.get(keyOf(node));
      if (kept?.parentNode === now) old = removeUntil(old, kept);
      keyed.delete(keyOf(node));  // a second one of the same key is a new one
      const isNew = !old || (keyOf(node) ? old !== kept : keyOf(old));  // a key is for its own
      const after = isNew ? old : old.nextSibling;
      if (isNew) now.insertBefore(node, old);
      else if (isAlike(old, node)) patchNode(old, node);
      else old.replaceWith(node);
      old = after;
    }
    removeUntil(old, null);
  }

  // Removes siblings from one up to another; the other.
  function removeUntil(node, end) {
    for (let after; node !== end; node = after) {
      after = node.nextSibling;
      node.remove();
    }
    return end;
  }

  // HTML as nodes, ready to be put in.
  function parsed(html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    return made.content;
  }

  const kind = (link) => [link.className, "view" in link.dataset].join();

  // `fresh` are nodes that are put in; what a script has added (data-added) goes. The focus goes
  // back to the same place if what had it is gone; where nothing or something of another kind is
  // there now, to what the box names (data-refuge) if it names anything.
  function patch(box, fresh) {
    const reachable = () => [...box.querySelectorAll("a, button, summary, select")];
    const focused = box.contains(document.activeElement) ? document.activeElement : null;
    const at = focused ? reachable().indexOf(focused) : -1;
    box.querySelectorAll("[data-added]").forEach((node) => node.remove());
    patchChildren(box, fresh);
    if (at < 0 || focused.isConnected) return;
    const near = reachable()[at] || reachable().at(-1);
    const refuge = near && kind(near) === kind(focused) ? null : document.getElementById(box.dataset.refuge);
    (refuge || near)?.focus({ preventScroll: true });
  }

  Object.assign(window.jing_jin_ji, { parsed, patch });
})();
