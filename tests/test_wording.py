"""The page speaks as a yearbook does: one word for one thing, and no colloquial ones.

To discourage a word, add a row to WORDS: what is no longer said, and what is said instead. It then
fails wherever it can be shown: in the strings of the floors that speak, in the pages' scripts and
in the texts of the tables, with place, text and the better word.
"""

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_code import nodes_of

ROOT = Path(__file__).parents[1]
WORDS = {
    # what readers are told of numbers are no orders to who keeps them
    "不得与": "与……不可比",
    "不得作": "与……不可比",
    "不得当作": "不是……",
    "不得再": "不可重复",
    "只用于复算": "以此为分母",
    "只供核对": "仅供参考",
    "录入异常": "疑为取整数",
    # reading and taking away
    "取走": "下载",
    "怎么读这": "指标说明、图例说明",
    "不能说明什么": "使用说明与局限",
    "哪些数据": "数据完整性",
    "有多确定": "认定依据",
    "点位有多准": "点位精度",
    "一把尺": "各行独立刻度",
    "这些数": "指标、数值",
    "这项指标": "该指标",
    "这个页面": "本页",
    "这一步": "操作",
    # statistics
    "口径变化": "口径调整",
    "口径变动": "口径调整",
    "基年": "基期",
    "可以相加": "可加总",
    "不算占比": "不计算占比",
    "不算增长": "不计算增速",
    "不算年均": "不计算年均增速",
    "不能相加": "不可加总",
    "变差": "有所回落",
    "不能评": "暂不具备评价条件",
    "大头": "占比最高",
    "未证实": "待核实",
    "未直接证实": "待核实",
    "据数据说明": "（不写）",
    "没有任何指标": "（不写；缺口见方案页）",
    "这里的": "所列",
    "旧版": "历史口径",
    "本产品": "本站",
    "本监测": "本站",
    # meeting mode
    "这一页": "本页",
    "加一个场景": "新增页面",
    "哪一份": "选择汇报",
    "准备好的汇报": "预置汇报",
    "被问到时": "说明",
    "有人改过": "已被修改",
    "还没有": "尚未",
    # failures
    "写错": "有误",
    "连不上": "无法连接服务器",
    "打不开": "未能打开",
}
SPEAKING = ("components", "analysis", "reports", "serving", "data/briefings")
TABLES = ("data/tables", "tests/edition/tables")
UNSHOWN = {"provenance", "operands"}


def strings(module: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that are no docstrings, with their lines."""
    silent = {id(node.value) for node in nodes_of(module, ast.Expr)}
    for node in nodes_of(module, ast.Constant):
        if isinstance(node.value, str) and id(node) not in silent:
            yield node.lineno, node.value


def said() -> Iterator[tuple[str, str]]:
    """Every text that can be shown, with its place."""
    for floor in SPEAKING:
        for module in (ROOT / floor).rglob("*.py"):
            yield from ((f"{module}:{line}", text) for line, text in strings(module))
    for script in (ROOT / "assets").rglob("*.js"):
        lines = script.read_text(encoding="utf-8").splitlines()
        yield from ((f"{script}:{line}", text) for line, text in enumerate(lines, 1))
    for folder in TABLES:
        for table in (ROOT / folder).glob("*.csv"):
            yield from cells(table)


def cells(table: Path) -> Iterator[tuple[str, str]]:
    """The cells of a table but those that are never shown."""
    with table.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            yield from (
                (f"{table}:{line}, {column}", text)
                for column, text in row.items()
                if column not in UNSHOWN
            )


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """Texts with a letter beyond ASCII: the others are no words of the page."""
    return [(place, text) for place, text in said() if not text.isascii()]


def test_nothing_that_can_be_shown_uses_a_discouraged_word(texts):
    any_of_them = re.compile("|".join(map(re.escape, WORDS)))
    found = [
        f"{place}: {text[:60]!r} says {old!r}; better {new}"
        for place, text in texts
        if any_of_them.search(text)
        for old, new in WORDS.items()
        if old in text
    ]
    assert not found, "\n".join(found)


def test_a_year_without_a_value_is_not_held_rather_than_lacking(texts):
    """缺 says that there is none; what is known is 2017 年数据未收录 only."""
    lacking = re.compile(r"缺 ?(19|20)\d\d")
    assert [f"{place}: {text[:60]}" for place, text in texts if lacking.search(text)] == []


def test_a_rise_or_fall_in_a_note_is_told_in_words(texts):
    """增长 53%, 下降 2.6%: a sign is for tables."""
    signed = re.compile(r"(?<!\d)[+＋-]\d[\d.]*%")
    assert [f"{place}: {text[:60]}" for place, text in texts if signed.search(text)] == []


@pytest.mark.thorough
def test_a_range_of_years_has_one_form():
    """一字线: 2010—2024 年; the shorter dash stands for an empty cell only."""
    found = [
        f"{module}:{node.lineno}"
        for floor in SPEAKING
        for module in (ROOT / floor).rglob("*.py")
        for node in nodes_of(module, ast.JoinedStr)
        if any(isinstance(part, ast.Constant) and "–" in part.value for part in node.values)
    ]
    assert found == []


def test_the_words_put_in_place_are_not_discouraged_themselves():
    assert [new for new in WORDS.values() if any(old in new for old in WORDS)] == []
