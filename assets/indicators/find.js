// The search box over all indicators, above the desk: opens one at once, and keeps regions and
// years; what belongs to the indicator looked at before goes.
import { foresee, open } from "../core/address.js";
import { combobox } from "../core/combobox.js";
import { make, marked } from "../core/found.js";
import { regionOf } from "../core/match.js";
import { withChanges } from "../core/query.js";

export const start = () => combobox({
  place: "find",
  way: { foresee, open },
  has: ({ kind }) => kind.kind === "indicator",
  groupOf: ({ row }) => row.t,
  most: Infinity,
  listsAll: true,
  addressOf: ({ row }, places) => withChanges({
    theme: "", scale: "", base: "", against: "", frame: "", indicator: row.i, ...regionOf(places),
  }),
  aside: ({ entry: { row } }, here) => [
    make("span", "find-unit", ...marked(row.u, here("u"))),
    make("span", "find-year", `至 ${row.y}`),
  ],
  nothing: "没有匹配的指标。可按名称、拼音首字母、英文名或单位查找。",
  leave() {},
});
