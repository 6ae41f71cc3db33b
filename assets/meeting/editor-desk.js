// The briefing that is open, the names of all there are, and what is drawn of them.
import { titled } from "./editor-model.js";
import { preview } from "./editor-preview.js";
import { drawBar, drawForm, drawList, tell } from "./editor-view.js";
import { byId } from "./elements.js";

export const desk = { state: null, list: [] };

// Draw what is there now. The form stays as it is while it is typed in.
export function show(next, { isTyped = false, told = "" } = {}) {
  if (!desk.state) begin();
  desk.state = next;
  drawList(next);
  if (!isTyped) drawForm(next);
  drawBar(next, desk.list);
  const scene = next.scenes[next.chosen];
  preview(scene, next, (title) => {
    desk.state = titled(desk.state, scene, title);
    drawList(desk.state);
  });
  if (told) tell(told);
}

// What stood there until the first briefing came.
function begin() {
  document.querySelector(".columns").hidden = false;
  byId("said").textContent = "";
}
