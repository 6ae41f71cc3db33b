// The one question that is open at a time. Escape is no; the focus returns to what asked.
import { byId } from "./elements.js";

// What a person answers: a name, "" where only yes was asked for, null for no. What cannot be
// taken back lightly (`isGrave`) has the focus on no.
export function ask({ title: head, text = "", name, yes = "确定", isGrave = false }) {
  const box = byId("ask");
  const before = document.activeElement;
  byId("ask-title").textContent = head;
  byId("ask-text").textContent = text;
  byId("ask-yes").textContent = yes;
  byId("ask-yes").classList.toggle("grave", isGrave);
  byId("ask-name").hidden = name === undefined;
  byId("ask-name").required = name !== undefined;
  byId("ask-name").value = name ?? "";
  box.returnValue = "no";
  box.showModal();
  if (name === undefined) byId(isGrave ? "ask-no" : "ask-yes").focus();
  else byId("ask-name").select();
  return new Promise((answer) => {
    box.addEventListener("close", () => {
      before?.focus();  // browsers before 2023 leave it nowhere
      answer(box.returnValue === "yes" ? byId("ask-name").value.trim() : null);
    }, { once: true });
  });
}
