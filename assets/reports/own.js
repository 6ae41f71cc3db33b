// What a writer adds to a report stands in its address, as far as that may be long, the rest beside it
// (kept.js); the report is kept as a file, which has both and can be opened again.
import { open, wanted, whenShown } from "../core/address.js";
import { under } from "../core/base.js";
import { withChanges } from "../core/query.js";
import { add as addBeside, flawOf, keep, plain, start as startKept } from "./kept.js";

const FORMAT = "jing-jin-ji-report-1";
const LARGEST = 2000000;  // bytes of a file
const PATH = "/reports";
const TOLD = "已加入。网址放不下的补充文字不随网址保存，请用“保存报告文件”保存。";

// Of the address that is on its way: who writes fast adds to what was added.
const asked = (key) => new URLSearchParams(wanted().split("?")[1] ?? "").get(key) ?? "";

// Into the address, where that holds it, else beside it.
function add(event) {
  const form = event.target.closest?.(".report-own-form");
  if (!form) return;
  event.preventDefault();
  const field = form.querySelector("input");
  const told = form.querySelector("[role=status]");
  told.textContent = "";
  const said = plain(field.value);
  if (!said) return;
  const before = asked("own");
  const own = [...(before ? [before] : []), `${form.dataset.section}:${said}`].join("\n");
  if (own.length <= Number(form.dataset.longest)) {
    field.value = "";
    open(withChanges({ own }));
    return;
  }
  const flaw = addBeside(form.dataset.section, said);
  if (flaw) {
    told.textContent = `${flaw}，没有加入。`;
    return;
  }
  field.value = "";
  told.textContent = TOLD;
}

function refuse(text) {
  const place = document.querySelector(".report-told");
  if (place) place.textContent = text;
}

async function read(file) {
  if (file.size > LARGEST) return refuse("文件太大，不是报告文件。");
  const found = await file.text().then(JSON.parse).catch(() => null);
  if (found?.format !== FORMAT || typeof found.query !== "string") {
    return refuse("不是本站保存的报告文件，没有打开。");
  }
  const own = found.own ?? [];
  const flaw = flawOf(own);
  if (flaw) return refuse(`${flaw}，没有打开。`);
  keep(own);
  const query = found.query.replace(/^\?/, "");
  return open(under(query ? `${PATH}?${query}` : PATH));
}

function choose(event) {
  const field = event.target;
  if (!field.matches?.("[data-open=report]") || !field.files.length) return;
  read(field.files[0]);
  field.value = "";
}

export function start() {
  document.addEventListener("submit", add);
  document.addEventListener("change", choose);
  whenShown(() => refuse(""));
  startKept();
}
