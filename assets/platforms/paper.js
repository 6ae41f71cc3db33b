// The map of platforms on paper: in the light, marks and labels at their own size.
import { whenPrinted } from "../core/paper.js";
import { isDark } from "./page.js";

const root = document.documentElement;

// A colour of the dark is written as #rrggbb, or as rgba(r,g,b,…) where it is faint.
function inLight(text) {
  const colours = JSON.parse(document.querySelector("[data-paper]").dataset.paper);
  const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join();
  const pairs = Object.entries(colours).flatMap(([dark, light]) =>
    [[dark, light], [`rgba(${parts(dark)},`, `rgba(${parts(light)},`]]);
  const known = new Map(pairs);
  return text.replace(/#[0-9a-f]{6}\b|rgba\(\d+,\d+,\d+,/g, (found) => known.get(found) ?? found);
}

export function start() {
  whenPrinted({
    enter: () => {
      delete root.dataset.scheme;
      root.style.setProperty("--atlas-growth", 1);
    },
    leave: () => {
      if (isDark()) root.dataset.scheme = "dark";
      root.style.removeProperty("--atlas-growth");
    },
    ink: (written) => (isDark() ? inLight(written) : written),
  });
}
