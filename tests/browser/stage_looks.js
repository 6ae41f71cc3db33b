// What is wrong with the scene on the stage, as a list of sentences: type too small, text cut off
// or outside its place, texts that touch, contrast under seven to one. Run by test_stage_looks.py.
() => {
  const stage = document.getElementById("stage");
  const factor = stage.getBoundingClientRect().width / 1920;
  const found = [];
  const near = 1.5;  // px of the window that rounding may take

  const isShown = (element) => {
    const { visibility, opacity } = getComputedStyle(element);
    return element.getClientRects().length > 0 && visibility !== "hidden" && opacity !== "0";
  };
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent.trim() || !isShown(node.parentElement)) continue;
    if (node.parentElement.closest("#controls, .overlay, [hidden]")) continue;
    texts.push(node);
  }

  const svgScale = (element) => {
    const svg = element.closest("svg");
    return svg ? element.getScreenCTM().a / factor : 1;
  };
  const sizeOf = (element) => parseFloat(getComputedStyle(element).fontSize) * svgScale(element);
  const least = (element) => {
    if (element.closest("#title")) return 48;
    return element.closest(".figure-main .digits") ? 120 : 24;
  };

  const light = (colour) => {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const back = light(getComputedStyle(document.body).backgroundColor);
  const contrast = (colour) => {
    const [low, high] = [light(colour), back].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  // The boxes of the letters themselves: a line box of this type is half as high again.
  const boxes = [];
  for (const node of texts) {
    const element = node.parentElement;
    const said = `“${node.textContent.trim().slice(0, 24)}”`;
    const size = sizeOf(element);
    if (size < least(element) - 0.05) found.push(`${said} is ${size.toFixed(1)} px`);
    const style = getComputedStyle(element);
    const ratio = contrast(element.closest("svg") ? style.fill : style.color);
    if (ratio < 7) found.push(`${said} has contrast ${ratio.toFixed(2)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const place = element.closest("#slide, header, footer")?.getBoundingClientRect();
    const frame = stage.getBoundingClientRect();
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      const middle = (rect.top + rect.bottom) / 2;
      const half = size * factor * 0.4;
      const box = { said, left: rect.left, right: rect.right, top: middle - half, bottom: middle + half };
      boxes.push(box);
      const left = Math.max(frame.left, 0), right = Math.min(frame.right, innerWidth);
      const bottom = Math.min(frame.bottom, innerHeight, (place ?? frame).bottom);
      const isInside = box.left >= left - near && box.right <= right + near &&
        box.top >= Math.max(frame.top, 0) - near && box.bottom <= bottom + near;
      if (!isInside) found.push(`${said} leaves its place`);
    }
  }
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > near && height > near) found.push(`${a.said} touches ${b.said}`);
    }
  }
  for (const part of document.querySelectorAll("#slide, #body, #body .side, footer, #stage > header")) {
    const isCut = part.scrollHeight > part.clientHeight + 2 || part.scrollWidth > part.clientWidth + 2;
    if (isCut) found.push(`${part.id || part.className || part.tagName} is cut off`);
  }
  if (document.documentElement.scrollHeight > innerHeight) found.push("the page scrolls");
  if (!document.getElementById("body").textContent.trim()) found.push("the scene is empty");
  return found;
}
