// On paper every fold of the plan is open; on the screen it is afterwards as it was.
let opened = [];

export function start() {
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".plan details:not([open])")];
    opened.forEach((box) => { box.open = true; });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((box) => { box.open = false; });
    opened = [];
  });
}
