// The stage in the frame of the editor: paints what the editor sends, and nothing else.
import { byId } from "./elements.js";
import { paint } from "./paint.js";
import { first } from "./state.js";

const { origin } = window.location;

window.addEventListener("message", (event) => {
  if (event.origin !== origin || event.source !== window.parent || !event.data.deck) return;
  const { deck, place } = event.data;
  document.body.dataset.ready = "";  // before the paint, which measures what is visible
  paint(deck, first(new URLSearchParams(), deck.scenes.map((scene) => scene.id)));
  byId("count").textContent = place;
});

window.parent.postMessage("ready", origin);
