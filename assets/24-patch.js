// New HTML changes only what differs from what is there: the rest keeps its layout, its focus
// and its place in the scroll, and the browser has less to do.
(function () {
  const isAlike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName;

  function patchAttributes(now, fresh) {
    for (const { name, value } of fresh.attributes) {
      if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    }
    if (now.attributes.length === fresh.attributes.length) return;
    for (const { name } of [...now.attributes]) {
      if (!fresh.hasAttribute(name)) now.removeAttribute(name);
    }
  }

  // What a person has set in a control is not one of its attributes.
  function setControl(now, fresh) {
    if (now.value !== fresh.value) now.value = fresh.value;
    if (now.checked !== fresh.checked) now.checked = fresh.checked;
  }

  function patchNode(now, fresh) {
    if (now.nodeType !== Node.ELEMENT_NODE) {
      if (now.data !== fresh.data) now.data = fresh.data;
      return;
    }
    patchAttributes(now, fresh);
    patchChildren(now, fresh);
    if (now.matches("select, input, textarea")) setControl(now, fresh);
  }

  function patchChildren(now, fresh) {
    let old = now.firstChild;
    for (let node = fresh.firstChild, next; node; node = next) {
      next = node.nextSibling;
      if (!old) {
        now.append(node);
        continue;
      }
      const after = old.nextSibling;
      if (isAlike(old, node)) patchNode(old, node);
      else old.replaceWith(node);
      old = after;
    }
    for (let after; old; old = after) {
      after = old.nextSibling;
      old.remove();
    }
  }

  // HTML as nodes, ready to be put in.
  function parsed(html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    return made.content;
  }

  // `fresh` are nodes that are put in; what a script has added (data-added) goes. The focus goes
  // back to the same place if what had it is gone.
  function patch(box, fresh) {
    const reachable = () => [...box.querySelectorAll("a, button, summary, select")];
    const focused = box.contains(document.activeElement) ? document.activeElement : null;
    const at = focused ? reachable().indexOf(focused) : -1;
    box.querySelectorAll("[data-added]").forEach((node) => node.remove());
    patchChildren(box, fresh);
    if (at < 0 || focused.isConnected) return;
    (reachable()[at] || reachable().at(-1))?.focus({ preventScroll: true });
  }

  Object.assign(window.jing_jin_ji, { parsed, patch });
})();
