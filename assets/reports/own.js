// What a writer adds to a report stands in its address, as far as that may be long; the report is kept
// as a file, which has the address and can be opened again.
import { open, wanted, whenShown } from "../core/address.js";
import { under } from "../core/base.js";
import { withChanges } from "../core/query.js";

const FORMAT = "jing-jin-ji-report-1";
const LARGEST = 2000000;  // bytes of a file
const PATH = "/reports";

// Of the address that is on its way: who writes fast adds to what was added.
const asked = (key) => new URLSearchParams(wanted().split("?")[1] ?? "").get(key) ?? "";
const lineOf = (section, said) => `${section}:${said.replace(/\s+/g, " ").trim()}`;

function add(event) {
  const form = event.target.closest?.(".report-own-form");
  if (!form) return;
  event.preventDefault();
  const field = form.querySelector("input");
  const told = form.querySelector("[role=status]");
  told.textContent = "";
  if (!field.value.trim()) return;
  const before = asked("own");
  const own = [...(before ? [before] : []), lineOf(form.dataset.section, field.value)].join("\n");
  if (own.length > Number(form.dataset.longest)) {
    told.textContent = `补充文字合计不能超过 ${form.dataset.longest} 字，没有加入。`;
    return;
  }
  field.value = "";
  open(withChanges({ own }));
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
}
