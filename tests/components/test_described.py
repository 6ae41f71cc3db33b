"""Charts in words: kind, what they show, ends, extremes, missing years and breaks."""

from dataclasses import dataclass

import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.lines import Strokes
from analysis.indicators.pairing import pairing
from analysis.indicators.summary import indicator_summary
from analysis.overview.summary import summary
from analysis.series.drawn import Line, Point
from analysis.state.view import choices, with_indicator
from components.charts.described import bars_in_words, lines_in_words, map_in_words, pairs_in_words
from components.indicators.controls import WORDED, kinds
from components.indicators.described import described
from data.model.catalog import Break, Catalog


def line(label: str, *points: tuple[int, float]) -> Line:
    made = [Point(year, value, f"{value:g} 亿元") for year, value in points]
    pieces: list[list[Point]] = []
    for point in made:
        if pieces and pieces[-1][-1].year == point.year - 1:
            pieces[-1].append(point)
        else:
            pieces.append([point])
    return Line("beijing", label, tuple(map(tuple, pieces)), is_reference=False)


def told(*drawn: Line, breaks: tuple[Break, ...] = (), absence: str = "") -> str:
    return lines_in_words(Strokes(drawn, breaks, 2013, 2020, absence), "亿元，2013—2020 年")


def test_a_line_is_told_by_its_ends_its_extremes_and_the_years_it_lacks() -> None:
    north = line("北京", (2013, 3), (2014, 9), (2015, 4), (2018, 1), (2019, 2), (2020, 5))
    assert told(north, line("天津", (2016, 7))) == (
        "折线图，亿元，2013—2020 年，共 2 条线。"
        "北京：2013 年 3 亿元，2020 年 5 亿元，最高 2014 年 9 亿元，最低 2018 年 1 亿元，"
        "2016、2017 年无数值。"
        "天津：仅有 2016 年 7 亿元。"
    )


def test_an_end_that_is_the_extreme_is_not_said_twice() -> None:
    assert "最" not in told(line("北京", (2013, 1), (2014, 2), (2015, 3)))


def test_a_break_is_told_with_its_reason() -> None:
    cut = told(line("北京", (2013, 1), (2014, 2)), breaks=(Break("x", 2015, 2016, "统计范围扩大"),))
    assert cut.endswith("线在口径调整处断开：2016 年起统计范围扩大。")


def test_an_empty_chart_says_why() -> None:
    assert told(absence="本站未收录。") == "折线图，亿元，2013—2020 年。本站未收录。"
    assert bars_in_words([], "亿元，2020 年", "本站未收录。").endswith("本站未收录。")


@dataclass(frozen=True)
class Bar:
    label: str
    text: str


def test_bars_are_told_from_the_top() -> None:
    rows = [Bar("北京", "近 3 亿元"), Bar("天津", "本站未收录")]
    assert bars_in_words(rows, "亿元，2020 年") == (
        "条形图，自 0 起，亿元，2020 年。北京 近 3 亿元；天津 本站未收录。"
    )


def test_a_map_is_told_by_the_value_of_each_region(catalog: Catalog) -> None:
    view = choices(catalog).default()
    found = map_in_words(summary(catalog, view).shading, "标记：两翼 2 个")
    assert found.startswith("地图。底色：2024 年")
    assert all(name in found for name in ("北京 2024 年", "天津 2024 年", "河北 2024 年"))
    assert found.endswith("标记：两翼 2 个。")


def test_a_scatter_is_told_by_both_values_at_its_ends(catalog: Catalog) -> None:
    view = with_indicator(choices(catalog).default(), "gdp")
    up = indicator_summary(catalog, IndicatorsView(view))
    across = indicator_summary(catalog, IndicatorsView(with_indicator(view, "rd_expenditure")))
    found = pairs_in_words(pairing(up, across))
    assert found.startswith(
        f"散点图，纵轴{up.indicator.short_zh}，横轴{across.indicator.short_zh}。"
    )
    assert found.count("纵 ") == found.count("、横 ") >= 2


@pytest.mark.parametrize("scale", ["published", "share3", "growth"])
def test_every_kind_of_picture_is_told_and_points_to_the_table(
    catalog: Catalog, scale: str
) -> None:
    view = with_indicator(choices(catalog).default(), "gdp")
    shown = indicator_summary(catalog, IndicatorsView(view, scale))
    for kind in kinds(shown):
        found = described(shown, None, kind)
        if kind in WORDED:
            assert found == ""
        else:
            assert "图" in found[:12]
            assert found.endswith("各数值见“表格”。")
            assert "。。" not in found
