"""The briefing in the editor as a value: editor-model.js and editor-history.js, run by Node."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tools import npm

SOURCE = Path(__file__).parents[2] / "assets" / "meeting"
MODULES = ("editor-model.js", "editor-history.js", "editor-layouts.js")
START = """
import * as model from "./editor-model.js";
import * as history from "./editor-history.js";
import * as layouts from "./editor-layouts.js";
const known = {
  themes: [["overall", "总体"], ["green", "绿色"], ["chains", "产业链"]], whole: "overall",
  regions: { beijing: "北京", tianjin: "天津", hebei: "河北" },
  layouts: { areas: "产业布局", gaps: "与一地之比", index: "指数", watch: "回落",
    map: "地图", chart: "折线图", list: "列表", cover: "封面",
    text: "要点", chain: "产业链" },
  words: ["cover", "text"], titles: { cover: "京津冀", text: "要点" },
  subjects: { list: [["regions", "主要指标"], ["gaps", "缺口"]], chain: [["hydrogen", "氢能"]],
    areas: [["manufacturing", "制造业"]] },
  filters: { map: ["layers", "area", "ground", "shade"], areas: ["map", "area"],
    gaps: ["reference"], index: ["weights", "without", "base", "trust"] },
  indicators: { overall: [["gdp", "总值"], ["population", "人口"]], green: [["pm25", "PM"]] },
  uses: {
    chart: ["indicator_id", "scale"], list: ["subject"], marks: [], task: [], pair: [],
    chain: ["subject"], cover: ["subtitle", "body", "date"], text: ["points"],
    map: ["indicator_id", "filters"], areas: ["subject", "filters"],
    gaps: ["filters"], index: ["filters"], watch: [],
    "numbers-chart": ["indicator_id", "against_id", "scale"],
  },
};
const scene = (scene_id, more) => ({
  scene_id, layout: "chart", theme: "overall", indicator_id: "gdp", ...more });
const start = model.opened({
  name: "甲", title: "甲", revision: "r1", titles: ["一", "二", "三"],
  scenes: [scene("a"), scene("b", { indicator_id: "population" }), scene("c", { start: 2015 })],
});
const ids = (state) => state.scenes.map((one) => one.scene_id).join("");
const titles = (state) => state.scenes.map((one) => model.title(state, one));
"""


def node() -> list[str]:
    try:
        return npm.find_node()[0]
    except npm.NpmError:
        return []


NODE = node()
pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not NODE, reason="no Node on this machine"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("model")
    (made / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name in MODULES:
        shutil.copy(SOURCE / name, made / name)
    return made


@pytest.fixture
def told(folder: Path) -> Any:
    """What an expression is, after the steps before it."""

    def tell(steps: str, expression: str) -> Any:
        path = folder / "told.js"
        text = f"{START}{steps}\nconsole.log(JSON.stringify({expression}));"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([*NODE, str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return tell


def test_each_step_is_taken_back_and_done_again(told: Any) -> None:
    steps = """
    const dropped = model.dropped(start, 1);
    const moved = model.moved(dropped, 0, 1);
    const back = history.undone(history.undone(moved));
    const again = history.redone(history.redone(back));
    """
    expression = "[dropped, moved, back, again].map(ids)"
    assert told(steps, expression) == ["ac", "ca", "abc", "ca"]


def test_a_deleted_page_comes_back_with_all_it_had(told: Any) -> None:
    steps = """
    const full = model.edited(start, "note_zh", "说三句", known);
    const back = history.undone(model.dropped(full, 0));
    """
    expression = "[back.scenes === full.scenes, titles(back), back.chosen]"
    assert told(steps, expression) == [True, ["一", "二", "三"], 0]


def test_what_is_taken_back_to_the_saved_state_is_no_change(told: Any) -> None:
    steps = """
    const moved = model.moved(start, 0, 2);
    const saved = model.kept(moved, moved.scenes, {
      name: "甲", title: "甲", revision: "r2", titles: ["二", "三", "一"] });
    const states = [start, moved, history.undone(moved), saved, history.undone(saved)];
    """
    assert told(steps, "states.map(model.isChanged)") == [False, True, False, False, True]


def test_what_was_changed_while_saving_is_kept_and_unsaved(told: Any) -> None:
    steps = """
    const sent = model.moved(start, 0, 1);
    const typed = model.edited(sent, "title", "后来", known, true);
    const saved = model.kept(typed, sent.scenes, {
      name: "乙", title: "乙", revision: "r2", titles: ["二", "一", "三"] });
    """
    expression = "[saved.name, saved.scenes[1].title, model.isChanged(saved)]"
    assert told(steps, expression) == ["乙", "后来", True]


def test_typing_in_a_field_is_one_step_until_it_is_left(told: Any) -> None:
    steps = """
    const type = (state, text) => model.edited(state, "title", text, known, true);
    const once = type(type(start, "北"), "北京");
    const twice = type(history.settled(once), "北京的");
    """
    expression = "[once.past.length, twice.past.length, history.undone(twice).scenes[0].title]"
    assert told(steps, expression) == [1, 2, "北京"]


def test_the_steps_that_are_kept_are_bounded_and_a_new_one_ends_what_was_taken_back(
    told: Any,
) -> None:
    steps = """
    let state = start;
    for (let i = 0; i < 300; i += 1) state = model.moved(state, 0, 2);
    const other = model.dropped(history.undone(state), 0);
    """
    assert told(steps, "[state.past.length, other.future.length]") == [200, 0]


@pytest.mark.thorough
def test_nothing_that_changes_nothing_is_a_step(told: Any) -> None:
    steps = """
    const same = [
      model.moved(start, 0, 0), model.moved(start, 2, 3),
      history.undone(start), history.redone(start),
      model.edited(start, "theme", "overall", known), model.edited(start, "regions", [], known),
    ];
    """
    assert told(steps, "same.map((state) => state === start)") == [True] * 6


def test_a_title_goes_with_what_is_shown(told: Any) -> None:
    steps = """
    const noted = model.edited(start, "note_zh", "讲", known);
    const other = model.edited(start, "scale", "index", known);
    const learned = model.titled(other, other.scenes[0], "指数");
    """
    expression = "[noted, other, learned, history.undone(learned)].map((one) => titles(one)[0])"
    assert told(steps, expression) == ["一", "标题由数据生成", "指数", "一"]


def test_a_field_without_use_is_emptied(told: Any) -> None:
    steps = """
    const list = model.edited(start, "layout", "list", known);
    const index = model.edited(model.edited(start, "scale", "index", known), "base", 2015, known);
    const share = model.edited(index, "scale", "share3", known);
    const theme = model.edited(start, "theme", "green", known);
    """
    expression = "[list.scenes[0].subject, share.scenes[0].base, theme.scenes[0].indicator_id]"
    assert told(steps, expression) == ["regions", None, "pm25"]


def test_a_new_page_stands_behind_the_chosen_one_with_a_name_of_its_own(told: Any) -> None:
    steps = """
    const one = model.added(model.chosen(start, 0), "overall", "gdp");
    const two = model.added(one, "overall", "gdp");
    """
    found = told(steps, "[one.scenes.map((s) => s.scene_id), two.scenes.map((s) => s.scene_id)]")
    assert found == [["a", "scene-4", "b", "c"], ["a", "scene-4", "scene-5", "b", "c"]]


def test_words_of_one_s_own_have_a_title_and_nothing_else_of_the_data(told: Any) -> None:
    steps = """
    const dated = model.edited(start, "start", 2015, known);
    const cover = model.edited(dated, "layout", "cover", known);
    const filled = model.edited(cover, "subtitle", "一季度", known);
    const chart = model.edited(filled, "layout", "chart", known);
    const own = model.edited(model.edited(start, "title", "自拟", known), "layout", "cover", known);
    const shown = ({ title, start, subtitle }) => [title, start, subtitle];
    """
    expression = "[cover, filled, chart, own].map((state) => shown(state.scenes[0]))"
    assert told(steps, expression) == [
        ["京津冀", None, None],
        ["京津冀", None, "一季度"],
        ["finding", None, None],
        ["自拟", None, None],
    ]


@pytest.mark.thorough
def test_a_layout_opens_with_what_it_needs(told: Any) -> None:
    steps = """
    const as = (layout) => model.edited(start, "layout", layout, known).scenes[0];
    const [chain, list, task, pair] = ["chain", "list", "task", "pair"].map(as);
    """
    expression = "[chain.subject, list.subject, task.theme, pair.regions]"
    assert told(steps, expression) == ["hydrogen", "regions", "green", ["beijing", "tianjin"]]


def test_the_form_shows_what_a_layout_has_a_use_for(told: Any) -> None:
    steps = """
    const names = (layout, more) => Object.entries(
      layouts.fields({ ...layouts.SCENE, layout, theme: "overall", ...more }, known))
      .filter(([, isShown]) => isShown).map(([name]) => name).join(" ");
    """
    expression = """[names("cover"), names("text"), names("chain"), names("task"),
      names("map", { filters: "layers=wing" }), names("list", { subject: "gaps" }),
      names("map", { filters: "ground=county.density" }), names("areas"), names("gaps"),
      names("watch"), names("index"), names("index", { filters: "weights=green:2&trust=AB" })]"""
    assert told(steps, expression) == [
        "subtitle body date",
        "points",
        "subject regions",
        "theme regions start end",
        "theme indicator_id regions start end ground area filters",
        "subject regions start end",
        "theme indicator_id regions start end ground area",
        "subject regions measure area",
        "regions start end reference",
        "regions start end",
        "trust",
        "trust filters",
    ]


@pytest.mark.thorough
def test_a_field_is_a_part_of_the_filters(told: Any) -> None:
    steps = """
    const filters = "layers=wing,zone&ground=county.density&area=131125";
    const { part, filtered, cleared } = layouts;
    """
    expression = """[part(filters, ["ground", "shade"]), part(null, ["area"]),
      filtered(filters, ["ground", "shade"], "shade=0"), filtered(filters, ["area"], ""),
      filtered(null, ["map"], "map=share"), filtered("map=share", ["map"], ""),
      cleared(filters), cleared("layers=wing"), cleared("weights=green:2&trust=AB")]"""
    assert told(steps, expression) == [
        "ground=county.density",
        "",
        "layers=wing,zone&area=131125&shade=0",
        "layers=wing,zone&ground=county.density",
        "map=share",
        None,
        "ground=county.density&area=131125",
        None,
        "trust=AB",
    ]


def test_another_layout_keeps_the_filters_that_it_has(told: Any) -> None:
    steps = """
    const of = (layout, filters) => {
      const scenes = [scene("a", { layout: layout === "map" ? "areas" : "map", filters })];
      const opened = model.opened({ name: "甲", title: "甲", revision: "r", titles: [""], scenes });
      return model.edited(opened, "layout", layout, known).scenes[0].filters;
    };
    """
    expression = """[of("areas", "layers=wing&area=131125"), of("map", "map=share"),
      of("chart", "layers=wing")]"""
    assert told(steps, expression) == ["area=131125", None, None]


def test_a_page_is_told_in_words(told: Any) -> None:
    steps = """
    const of = (more) => layouts.about({ ...layouts.SCENE, theme: "green", ...more }, known);
    """
    expression = """[of({ layout: "chart", indicator_id: "pm25", regions: ["hebei"], start: 2015 }),
      of({ layout: "chain", subject: "hydrogen" }), of({ layout: "text", points: ["一", "二"] })]"""
    assert told(steps, expression) == [
        "折线图 · 绿色 · PM · 河北 · 2015 年起",
        "产业链 · 氢能",
        "要点 · 2 条",
    ]
