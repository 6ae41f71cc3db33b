"""Our own index as it is shown: figure, key, what may be changed, parts and choices."""

import re
from dataclasses import replace
from html import escape

import plotly.graph_objects as go
import pytest

from analysis.evaluation.index import open_index
from analysis.evaluation.index_words import level, moved
from analysis.evaluation.what_if import WhatIf
from components.charts.index_bands import index_figure
from components.charts.signed_bar import signed_bar
from components.elements import written
from components.evaluation import open_index as panel
from data.model.evaluation import IndexDesign


def to(changed):
    return f"?{changed.weights}{changed.without}{changed.base}{changed.trust}"


@pytest.fixture(scope="module")
def found(catalog):
    return open_index(catalog, WhatIf())


def test_the_figure_is_one_that_plotly_accepts(found):
    figure = index_figure(found)
    go.Figure(figure)
    line = figure["data"][-1]
    assert line["x"] == list(found.years) and line["y"][0] == 100
    assert figure["layout"]["annotations"][0]["text"] == f"<b>{level(found.values[-1])}</b>"


def test_bands_lie_behind_the_line_the_widest_first_and_differ_in_grey(found):
    areas = [trace for trace in index_figure(found)["data"] if trace.get("fill")]
    assert [trace["fill"] for trace in areas] == ["toself"] * 3
    assert len({trace["fillcolor"] for trace in areas}) == 3
    assert len({trace["line"]["dash"] for trace in areas}) == 3
    for trace in areas:
        assert len(trace["x"]) == 2 * len(found.years)
    low, high = index_figure(found)["layout"]["yaxis"]["range"]
    assert all(low < value < high for trace in areas for value in trace["y"])


def test_no_text_of_the_figure_is_small(found):
    sizes = re.findall(r"'size': (\d+)", str(index_figure(found)["layout"]))
    assert sizes and min(map(int, sizes)) >= 12


def test_without_an_index_figure_and_texts_say_why(catalog):
    none = open_index(replace(catalog, index=IndexDesign()), WhatIf())
    assert index_figure(none)["data"] == []
    for part in (panel.texts(none), panel.tree(none, to)):
        assert "本版数据没有自算指数的组成项" in written(part)
    assert panel.foot(none) == []
    emptied = open_index(catalog, WhatIf(trust="A"))
    shown = written(panel.tree(emptied, to))
    assert "指数无法计算" in shown and "还原" in shown and "去掉：" in shown


def test_the_title_stands_above_and_the_figure_is_told_in_words(found):
    shown = written(panel.texts(found))
    plain = shown.replace("\u00a0", " ").replace('<span class="index-band">', "")
    assert found.title in plain.replace("</span>", "") and found.subtitle in shown
    assert f"{found.years[-1]} 年 {level(found.values[-1])}" in shown
    assert "去掉任一维度" in written(panel.foot(found))


def test_every_part_opens_its_indicators_and_may_be_left_out(catalog, found):
    shown = written(panel.tree(found, to))
    for one in found.contributions:
        for name, short in one.indicators:
            assert f'href="/indicators?indicator={name}"' in shown and escape(short) in shown
        assert (f"去掉：{one.part.name_zh}" in shown) == one.part.is_on
    assert "未计入" in shown  # what the design does not count is named


def test_what_was_changed_is_said_and_taken_back(catalog):
    chosen = WhatIf((("green", 2.0),), ("trade",))
    found = open_index(catalog, chosen)
    shown = written(panel.tree(found, to))
    assert found.told in shown
    assert f'href="{to(WhatIf())}"' in shown and "还原" in shown
    assert "计入：货物进出口总额与地区生产总值之比" in shown
    assert "还原" not in written(panel.tree(open_index(catalog, WhatIf()), to))


def test_a_weight_of_ones_own_is_among_the_choices(catalog):
    shown = written(panel.tree(open_index(catalog, WhatIf((("green", 3.0),))), to))
    assert shown.count("×3</a>") == 1
    assert shown.count('aria-current="true"') == 7 + 2  # a weight a dimension, base, values


def test_contributions_are_in_order_and_said_to_add_up(found):
    shown = written(panel.tree(found, to))
    texts = [one.part.name_zh for one in sorted(
        (one for one in found.contributions if one.last is not None and one.is_in),
        key=lambda one: -one.last)]  # fmt: skip
    places = [shown.index(f">{text}<") for text in texts]
    assert places == sorted(places)
    assert f"{moved(found.values[-1] - found.values[-2])} 点，等于各项贡献之和" in shown


def test_years_that_are_not_used_are_said_with_why(found):
    shown = written(panel.tree(found, to))
    assert "2022 年：软件业务收入 2022 年口径调整" in shown


def test_a_signed_bar_goes_left_of_nothing_where_it_falls():
    rise, fall = (written(signed_bar(value, (-2.0, 6.0))) for value in (6.0, -2.0))
    assert 'class="rise"' in rise and 'class="fall"' in fall
    assert 'x="31"' in rise and 'x="2"' in fall  # 0 stands a quarter across
    assert "rect" not in written(signed_bar(0.0, (0.0, 0.0)))
