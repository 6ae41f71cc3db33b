// The three profiles are stepped through with the arrow keys, unless a control uses them.
function pressed(event) {
  const step = { ArrowLeft: "previous", ArrowRight: "next" }[event.key];
  const isTaken = event.target.closest("input, select, textarea, [role=region][tabindex]");
  if (!step || isTaken || event.altKey || event.ctrlKey || event.metaKey) return;
  document.querySelector(`[data-step=${step}]`)?.click();
}

export function start() {
  document.addEventListener("keydown", pressed);
}
