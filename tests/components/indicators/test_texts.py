"""The texts of a study: what the page says below its picture, the picture says when taken away."""

import re
from dataclasses import replace

import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.pairing import pairing
from analysis.indicators.summary import IndicatorSummary, against, indicator_summary
from analysis.state.view import choices, with_indicator
from components.elements import tree, written
from components.indicators.texts import foot, picture_texts, side, worded
from data.model.catalog import Catalog

# What only paper names, with the spans inside it.
ON_PAPER = re.compile(r'<span class="print-only">(?:<span[^>]*>[^<]*</span>|(?!</?span).)*</span>')


def study_of(catalog: Catalog, indicator: str, **chosen: object) -> IndicatorSummary:
    view = choices(catalog).default(catalog.indicators[indicator].theme)
    return indicator_summary(catalog, IndicatorsView(with_indicator(view, indicator), **chosen))


def texts_of(catalog: Catalog, indicator: str, kind: str, **chosen: object):
    """The lines of the foot, and of the picture's caption."""
    shown = study_of(catalog, indicator, **chosen)
    across = against(catalog, shown.state)
    pair = pairing(shown, across) if across is not None else None
    screen = ON_PAPER.sub("", written(foot(shown, pair, kind)))
    lines = re.findall(r"<p[^>]*>(.*?)</p>", screen)
    below = [re.sub(r"<[^>]*>", "", line).replace("（新窗口打开）", "") for line in lines]
    caption = picture_texts(shown, pair, kind, catalog.version)["data_caption"]
    return [text.replace("&amp;", "&") for text in below], caption.split("\n")


@pytest.mark.parametrize(
    ("indicator", "kind", "chosen", "said"),
    [
        ("so2_emissions", "line", {"scale": "index", "base": 2013, "events": True},
         ["计算：指数 = ", "口径调整：2016 年起，", "三地的指数由三地合计",
          "政策时点仅标注时间，不表示因果关系。"]),
        ("gdp", "scatter", {"against": "population"}, ["北京 n=14，逐年变化", "相关不等于因果"]),
        ("co2_sectoral", "scatter", {"scale": "per_capita", "against": "rd_intensity"},
         ["R&D经费投入强度：口径调整：", "年平均常住人口为上年末"]),
        ("gdp", "bars", {}, ["三地的数值为本站计算：", "来源："]),
    ],
)  # fmt: skip
def test_a_picture_says_every_line_of_the_page(catalog, indicator, kind, chosen, said) -> None:
    below, caption = texts_of(catalog, indicator, kind, **chosen)
    assert caption[0].startswith("地区：北京、天津、河北")
    assert caption[0].endswith(f"数据版本 {catalog.version}。")
    assert caption[1:] == below
    for part in said:
        assert [part in line for line in below].count(True) == 1, part


def test_events_that_are_not_drawn_are_not_explained(catalog: Catalog) -> None:
    for kind, chosen in (("bars", {}), ("line", {"against": "population"})):
        below, _ = texts_of(catalog, "gdp", kind, events=True, **chosen)
        assert "政策时点" not in "".join(below)


@pytest.mark.parametrize(
    ("indicator", "scale", "caption", "cell"),
    [
        ("gdp", "published", "（亿元）", "49,670.2"),
        ("gdp", "share3", "（%）", "43.2"),
        ("little_giants", "published", "（家）", "1,100\u2009多"),  # the qualifier stays
        ("srdi_smes", "published", "（家）", "7,000\u2009多"),
        ("pm25", "published", "（微克/立方米）", "本站未收录"),
    ],
)
def test_the_unit_stands_in_the_caption_and_not_in_the_cells(
    catalog: Catalog, indicator: str, scale: str, caption: str, cell: str
) -> None:
    shown = study_of(catalog, indicator, scale=scale)
    table = written(worded(shown, None, catalog, "table"))
    cells = re.findall(r"<td[^>]*>(.*?)</td>", table)
    assert f"{caption}</caption>" in table
    assert cell in cells
    assert [text for text in cells if text.endswith(shown.unit)] == []


def test_other_values_are_another_table_as_its_rows_are_sorted_in_the_browser(catalog) -> None:
    def key(**chosen: object) -> str:
        view = chosen.pop("view", {})
        shown = study_of(catalog, "gdp", **chosen)
        if view:
            shown = indicator_summary(
                catalog, replace(shown.state, view=replace(shown.state.view, **view))
            )
        (table,) = worded(shown, None, catalog, "table")
        return tree(table)["p"]["key"]

    keys = [
        key(),
        key(scale="share3"),
        key(scale="index"),
        key(scale="index", base=2015),
        key(view={"start": 2015}),
        key(view={"regions": ("hebei",)}),
    ]
    assert len(set(keys)) == len(keys)
    assert key() == key(events=True)


def test_the_table_marks_the_years_after_a_break_with_the_reason(catalog: Catalog) -> None:
    shown = study_of(catalog, "so2_emissions", chart="table")
    table = written(tree(worded(shown, None, catalog, "table")))
    marked = re.findall(r'<th[^>]*data-value="(\d+)"[^>]*>\d+<abbr[^>]*title="([^"]*)">※', table)
    assert [int(year) for year, _ in marked] == [b.after for b in reversed(shown.breaks)]
    for (_, reason), one in zip(marked, reversed(shown.breaks), strict=True):
        assert reason == f"{one.after} 年起，{one.reason_zh}"
    below, _ = texts_of(catalog, "so2_emissions", "table", chart="table")
    assert any(line.startswith("※ 口径调整：") for line in below)
    assert "※" not in written(tree(worded(study_of(catalog, "gdp"), None, catalog, "table")))


def test_marks_of_estimates_are_explained_once_on_the_page(catalog: Catalog) -> None:
    shown = study_of(catalog, "co2_sectoral")
    page = written(foot(shown, None, "line")) + written(tree(side(shown, None, catalog)))
    assert (
        page.count("标（估）的数值为估计值（学术核算，非官方统计）。") == 2
    )  # title and text of a line
    assert "含估计值" not in page


def test_a_picture_has_the_chinese_name_of_the_files(catalog: Catalog) -> None:
    shown = study_of(catalog, "gdp_per_capita", scale="ratio_tianjin")
    taken = picture_texts(shown, None, "line", catalog.version)["data_name"]
    assert taken == shown.file_name == "京津冀监测_人均地区生产总值_与天津之比_2010-2024"
    across = study_of(catalog, "gdp", against="population")
    pair = pairing(across, against(catalog, across.state))
    taken = picture_texts(across, pair, "line", catalog.version)["data_name"]
    assert taken.endswith("_对照年末常住人口")


def test_the_unit_is_that_of_the_picture_where_values_never_stand_in_the_files(
    catalog: Catalog,
) -> None:
    for name, unit in (("co2_steel", "亿吨、万吨（下载文件为百万吨）"), ("gdp", "亿元")):
        shown = study_of(catalog, name)
        assert f"<dd>{unit}</dd>" in written(tree(side(shown, None, catalog)))
        assert f"<dd>{unit}</dd>" in written(tree(worded(shown, None, catalog, "meta")))


def test_what_stands_below_the_picture_is_not_said_again_beside_it(catalog: Catalog) -> None:
    """How the three were added, and that parts are rounded."""
    for name in ("gdp", "software_revenue", "rd_expenditure"):
        shown = study_of(catalog, name)
        page = written(foot(shown, None, "line")) + written(tree(side(shown, None, catalog)))
        assert shown.notes
        for note in shown.notes:
            seen = re.sub(r'title="[^"]*"', "", page).count(note.rstrip("。"))
            assert seen == 1, (name, note)
