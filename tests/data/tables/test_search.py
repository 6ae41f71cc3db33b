"""What people type is found in the real index, by the script that browsers run; Node runs it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from components.search.index import index_json
from tools import npm

SOURCE = Path(__file__).parents[3] / "assets" / "core"
ASK = """
import { readFileSync } from "node:fs";
import { groupsOf, prepare, wordsOf } from "./match.js";
import { nearest } from "./nearest.js";
const groups = JSON.parse(readFileSync("./index.json", "utf-8"));
const rows = groups.flatMap((kind) => kind.rows.map((row) => prepare(row, kind)));
const name = ({ entry }) => entry.row.s;
const told = Object.fromEntries(JSON.parse(readFileSync("./asked.json", "utf-8")).map((text) => {
  const found = groupsOf(rows, wordsOf(text), ({ kind }) => kind.kind);
  const near = found.length ? [] : nearest(rows, text);
  return [text, { found: found.map(([kind, own]) => [kind, own.map(name)]), near: near.map(name) }];
}));
console.log(JSON.stringify(told));
"""
FIRST = {
    "营收": ("indicator", "高技术制造业营业收入"),
    "规上工业营收": ("indicator", "规模以上工业主营业务收入"),
    "研发强度": ("indicator", "R&D经费投入强度"),
    "碳排放": ("indicator", "二氧化碳排放量"),
    "GDP增速": ("indicator", "地区生产总值增长"),
    "机床": ("chain", "高端工业母机"),
    "曹妃甸": ("platform", "曹妃甸"),
    "粤港澳大湾区": ("measure", "粤港澳大湾区"),
    "小巨人": ("measure", "专精特新“小巨人”企业"),
}
NEAR = {"工业增家值": "工业增加值", "gpd": "地区生产总值", "雾霾": "PM2.5年均浓度"}


def node() -> list[str]:
    try:
        return npm.find_node()[0]
    except npm.NpmError:
        return []


NODE = node()
pytestmark = pytest.mark.skipif(not NODE, reason="no Node on this machine")


@pytest.fixture(scope="module")
def told(catalog, tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    for script in ("match.js", "nearest.js"):
        shutil.copy(SOURCE / script, folder / script)
    files = {"package.json": '{"type": "module"}', "index.json": index_json(catalog), "ask.js": ASK,
             "asked.json": json.dumps([*FIRST, *NEAR])}  # fmt: skip
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [*NODE, "ask.js"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("asked", FIRST)
def test_a_word_finds_what_it_means_across_pages(told, asked):
    kind, name = FIRST[asked]
    assert any(name in one for one in dict(told[asked]["found"])[kind][:3]), told[asked]


@pytest.mark.parametrize("asked", NEAR)
def test_a_near_miss_is_asked_after(told, asked):
    assert told[asked]["found"] == [] and told[asked]["near"][0] == NEAR[asked]
