"""Slides show the pages' own numbers, follow the filter, and say where there is nothing."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import indicator_summary
from analysis.meeting.scenes import (
    ALL,
    LISTS,
    MAKERS,
    choices_of,
    opening,
    sight,
    slide,
)
from analysis.overview.summary import summary
from analysis.state.view import View, choices
from data.model import scenes as model
from data.model.scenes import LAYOUTS, Scene

CHOICES = (ALL, "beijing", "tianjin", "hebei")
PAIRS = ("beijing-tianjin", "beijing-hebei", "tianjin-hebei")
PICTURES = ("number", "chart", "bars", "numbers-chart")


def scene(**named):
    return Scene(**{"scene_id": "x", "order": 1, "layout": "number", "theme": "overall", **named})


def example(catalog, layout, **named):
    """A scene of a layout that needs nothing more."""
    plan = catalog.plan
    subjects = {
        "list": "regions",
        "chain": plan.chains[0].chain_id,
        "place": catalog.platforms[0].platform_id,
        "areas": "manufacturing",
    }
    theme = "innovation" if layout == "task" else "overall"
    given = {"indicator_id": "gdp", "theme": theme, "subject": subjects.get(layout)}
    return scene(layout=layout, **{**given, **named})


def test_every_layout_and_every_list_has_a_maker():
    assert set(MAKERS) == set(LAYOUTS)
    assert set(LISTS) == set(model.LISTS)


@pytest.mark.thorough
def test_every_prepared_scene_has_something_to_show_for_every_choice(catalog):
    for row in catalog.scenes:
        for choice in choices_of(catalog, row):
            one = slide(catalog, row, choice)
            assert one.layout == row.layout
            assert one.title and not one.title.endswith("。")
            assert one.note == row.note_zh
            if LAYOUTS[row.layout].is_words:
                continue
            assert one.filter_text and one.source and one.table and one.table.rows
            shown = (one.numbers, one.study, one.comparison, one.shading, one.entries, one.tasks)
            assert any(shown) or one.points or one.areas


@pytest.mark.thorough
def test_titles_and_filters_follow_the_choice(catalog):
    unchanging = {"coordination"}  # only the three together have a value
    for row in catalog.scenes:
        for region in catalog.provinces:
            if region.slug not in choices_of(catalog, row):
                continue
            found = slide(catalog, row, region.slug)
            assert region.short_zh in found.filter_text
            if row.scene_id not in unchanging and row.subject != "chains":
                assert region.short_zh in found.title
                assert found.title != slide(catalog, row, ALL).title or row.scale == "share3"


@pytest.mark.thorough
@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"cover", "text", "place"}))
def test_a_prepared_title_never_stands_over_another_region(catalog, layout):
    """Only for what it was written for, unless it names the regions by itself."""
    row = example(catalog, layout, title="河北排在首位", regions=("hebei",))
    if layout == "pair":
        row = replace(row, regions=("beijing", "hebei"))
    own = opening(catalog, row)
    assert slide(catalog, row, own).title == "河北排在首位"
    for choice in set(choices_of(catalog, row)) - {own}:
        found = slide(catalog, row, choice)
        assert found.title != "河北排在首位"
        assert slide(catalog, replace(row, title="{region}数据"), choice).title.endswith("数据")


def test_the_regions_of_a_scene_can_be_two_of_the_three(catalog):
    row = scene(layout="chart", indicator_id="gdp")
    found = slide(catalog, row, "beijing-hebei")
    assert [one.slug for one in found.study.regions] == ["beijing", "hebei"]
    assert found.filter_text.split(" · ")[1] == "北京、河北"


def test_what_says_the_same_of_all_has_one_slide(catalog):
    for row in (
        scene(layout="cover", title="封面"),
        scene(layout="text", title="要点", points=("一",)),
        scene(layout="conclusions", points=("一",)),
        scene(layout="list", subject="gaps"),
        scene(layout="place", subject=catalog.platforms[0].platform_id),
    ):
        assert choices_of(catalog, row) == (ALL,)
    assert choices_of(catalog, scene(layout="pair", regions=("beijing", "hebei"))) == PAIRS
    assert choices_of(catalog, scene(layout="list", subject="differences")) == (ALL, *PAIRS)


def test_the_number_is_the_one_on_the_card(catalog, view_of):
    for region in (ALL, "hebei"):
        view = view_of("rd_expenditure", *(() if region == ALL else (region,)))
        card = next(c for c in summary(catalog, view).cards if c.is_chosen)
        row = scene(theme="innovation", indicator_id="rd_expenditure", start=2010, end=2024)
        (shown,) = slide(catalog, row, region).numbers
        assert (shown.quantity, shown.year, shown.change) == (
            card.readings[0].quantity,
            card.year,
            card.change,
        )


def test_chart_and_bars_are_those_of_the_pages(catalog, view_of):
    view = view_of("gdp")
    row = scene(layout="chart", indicator_id="gdp", scale="index", base=2015, end=2024)
    assert slide(catalog, row, ALL).study == indicator_summary(
        catalog, IndicatorsView(view, "index", 2015)
    )
    bars = slide(catalog, scene(layout="bars", indicator_id="gdp", end=2024), ALL).comparison
    assert bars.bars == summary(catalog, view).comparison.bars
    assert bars.title == summary(catalog, view).comparison.title


def test_a_title_names_its_indicator(catalog):
    row = scene(layout="bars", theme="green", indicator_id="pm25")
    assert slide(catalog, row, ALL).title == "2023 年PM2.5年均浓度：天津是北京的 1.3 倍"


def test_the_parts_of_a_sum_stand_under_it(catalog):
    found = slide(catalog, scene(indicator_id="gdp"), ALL)
    assert [part.slug for part in found.parts] == ["beijing", "tianjin", "hebei"]
    assert found.numbers[0].formula == "合计 = 北京 + 天津 + 河北"
    assert slide(catalog, scene(indicator_id="gdp"), "hebei").parts == ()


def test_the_qualifier_stays_with_its_number(catalog):
    row = scene(theme="enterprises", indicator_id="little_giants", start=2022, end=2022)
    (shown,) = slide(catalog, row, ALL).numbers
    assert shown.quantity.text.endswith("多家")


def test_two_numbers_stand_side_by_side(catalog):
    row = scene(layout="numbers-chart", indicator_id="gdp", against_id="population")
    found = slide(catalog, row, ALL)
    assert [number.name for number in found.numbers] == ["地区生产总值", "年末常住人口"]
    assert found.study.indicator.indicator_id == "gdp"


def test_the_second_number_has_its_sources_and_its_columns(catalog):
    row = next(s for s in catalog.scenes if s.scene_id == "coordination")
    other = slide(catalog, scene(theme="overall", indicator_id=row.against_id), ALL)
    found = slide(catalog, row, ALL)
    alone = slide(catalog, replace(row, against_id=None), ALL)
    assert set(found.sources) == {*alone.sources, *other.sources} > set(alone.sources)
    assert found.source.endswith(f"等 {len(found.sources)} 处")
    name = other.study.indicator.short_zh
    at = next(i for i, column in enumerate(found.table.columns) if column.startswith(name))
    values = {line[0]: line[at] for line in found.table.rows}
    assert {line[0]: line[1] for line in other.table.rows}.items() <= values.items()


def test_a_list_names_the_sources_of_every_row(catalog):
    found = slide(catalog, scene(layout="list", theme="enterprises", subject="regions"), ALL)
    codes = {region.region_code for region in catalog.provinces}
    ids = {row.indicator_id for row in catalog.headlines("enterprises")}
    used = {
        one.source.citation
        for (name, code, year), one in catalog.observations.items()
        if name in ids and code in codes and year <= choices(catalog).settled_year
    }
    assert set(found.sources) == used


def test_another_scale_gives_the_numbers_of_the_study(catalog):
    row = scene(indicator_id="gdp", scale="share3")
    found = slide(catalog, row, ALL)
    values = {number.slug: number.quantity.text for number in found.numbers}
    year = found.numbers[0].year
    for slug, code in (("beijing", "110000"), ("hebei", "130000")):
        assert values[slug] == found.study.datum(code, year).text


def test_what_a_region_does_not_have_is_said_in_words(catalog):
    row = scene(theme="innovation", indicator_id="bj_to_jh_tech_contract_value")
    assert slide(catalog, row, ALL).absence == ""
    found = slide(catalog, row, "hebei")
    assert found.absence == "河北的数值本站未收录，所列为京津冀数。"
    assert found.numbers[0].slug == "jjj"


def test_a_flow_s_title_says_whose_it_is_once_and_its_year_once(catalog):
    row = next(s for s in catalog.scenes if s.scene_id == "coordination")
    found = slide(catalog, row, "beijing")
    assert found.title == "2024 年北京流向津冀技术合同额 843.7\u2009亿元"
    for choice in CHOICES:
        one = slide(catalog, row, choice)
        assert "当年" not in one.title + one.sentence
        assert sum(text.count("834.7") for text in (*one.footnotes, *one.remarks)) == 1


def test_years_without_a_value_are_named(catalog):
    row = scene(layout="chart", theme="green", indicator_id="pm25", start=2013, end=2017)
    assert slide(catalog, row, "hebei").absence == "河北 2013—2017 年的数值本站未收录。"


def test_nothing_at_all_is_words_and_no_empty_picture(catalog):
    row = scene(layout="chart", theme="enterprises", indicator_id="listed_companies", end=2015)
    found = slide(catalog, row, "tianjin")
    assert (found.layout, found.numbers) == ("words", ())
    assert found.absence == "天津的数值本站未收录。"
    assert found.title == "境内上市公司数（全国）"


def test_a_refused_scale_is_said_and_replaced(catalog):
    row = scene(layout="chart", indicator_id="urbanization_rate", scale="share3")
    found = slide(catalog, row, ALL)
    assert found.study.state.scale == "published"
    assert found.footnotes[0].startswith("“占三地比重”不适用：")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_title_of_ones_own_stands_in_every_layout(catalog, layout):
    row = example(catalog, layout, end=2023, title="{region}到 {end} 年{x}")
    if layout == "pair":
        assert slide(catalog, row, PAIRS[0]).title == "北京、天津到 2023 年{x}"
        return
    assert slide(catalog, row, "hebei").title == "河北到 2023 年{x}"
    assert slide(catalog, row, ALL).title == "三地到 2023 年{x}"


def test_the_map_counts_the_platforms_of_each_tier(catalog):
    row = scene(layout="map", theme="layout", indicator_id="va_industry")
    for choice, code in (("hebei", "130000"), ("beijing", "110000")):
        found = slide(catalog, row, choice)
        counts = [
            sum(p.tier == tier and code in p.region_codes for p in catalog.platforms)
            for tier in ("wing", "zone", "node")
        ]
        assert [number.quantity.number for number in found.numbers] == [str(c) for c in counts]
        assert found.lit == {code}
    whole = slide(catalog, row, ALL).title
    assert whole == "“2+4+N”产业合作平台：N 在 2023 年目录为 50 个"


def test_platforms_that_no_source_confirms_are_counted_apart(catalog):
    row = scene(layout="map", theme="layout", indicator_id="va_industry")
    nodes = [p for p in catalog.platforms if p.tier == "node"]
    named = sum(p.status == "designated" for p in nodes)
    whole = slide(catalog, row, ALL)
    assert f"{named} 个有来源佐证，{len(nodes) - named} 个待核实" in whole.numbers[-1].scope
    assert whole.numbers[-1].scope.startswith("2017 年意见 46 个、2023 年目录 50 个；")
    beijing = slide(catalog, row, "beijing")
    assert "专业化平台" not in beijing.title
    assert beijing.numbers[-1].scope == "均待核实"


def test_the_tasks_say_what_their_columns_count(catalog):
    found = slide(catalog, scene(layout="marks"), "hebei")
    assert found.filter_text == "方案要点 · 河北 · 2010—2024 年"
    said = "".join(found.footnotes)
    assert "无统计指标的措施，其中部分有平台或文本数字" in said
    rows = [int(row[2]) for row in found.table.rows if row[1] == "河北"]
    headline = int(found.title.partition("河北 ")[2].partition(" ")[0])
    assert sum(rows) >= headline  # an indicator of two tasks counts in both
    assert ("一项指标可对应两项任务" in said) == (sum(rows) > headline)


def test_gaps_are_counted_from_the_plan(catalog):
    found = slide(catalog, scene(layout="list", subject="gaps"), ALL)
    bare = [m for m in catalog.plan.measures if m.gap_zh]
    assert (
        found.title == f"按方案梳理的 {len(catalog.plan.measures)} 项措施中，{len(bare)} 项暂无指标"
    )
    assert {row[0] for row in found.table.rows} == {m.name_zh for m in bare}
    assert "不分地区" in found.filter_text


def test_sources_count_the_values_of_the_chosen(catalog):
    found = slide(catalog, scene(layout="list", subject="sources", start=2020, end=2020), "tianjin")
    used = [
        one
        for (_, code, year), one in catalog.observations.items()
        if code in ("120000", "JJJ") and year == 2020
    ]
    bodies = Counter(body for one in used for body in one.source.publishers_zh)
    titles = {one.source.title_zh for one in used}
    first = "、".join(name for name, _ in bodies.most_common(2))
    assert found.title == f"天津的数值取自{first}等 {len(bodies)} 家机构公布的 {len(titles)} 种资料"
    assert {row[0]: int(row[1].replace(",", "")) for row in found.table.rows} == bodies
    listed = sum(int(e.values[0].replace(",", "")) for e in found.entries)
    assert listed == bodies.total()


def test_sources_say_how_many_values_are_no_official_statistics(catalog):
    found = slide(catalog, scene(layout="list", subject="sources"), ALL)
    estimates = [one for one in catalog.observations.values() if one.status == "E"]
    assert len(estimates) == 195
    assert "其中 195 个为估计值（学术核算，非官方统计）。" in found.footnotes


def test_a_scene_prepared_for_two_regions_opens_with_them(catalog):
    row = scene(indicator_id="gdp", regions=("beijing", "hebei"))
    assert opening(catalog, row) == "beijing-hebei"
    assert choices_of(catalog, row) == (*CHOICES, *PAIRS)
    assert slide(catalog, row, "beijing-hebei").filter_text.split(" · ")[1] == "北京、河北"
    assert slide(catalog, row, ALL).filter_text.split(" · ")[1] == "三地"
    assert opening(catalog, scene(regions=("hebei",))) == "hebei"
    every = ("beijing", "tianjin", "hebei")
    assert opening(catalog, scene(regions=every)) == opening(catalog, scene()) == ALL


def test_years_are_those_of_the_pages_where_the_scene_has_none(catalog, options):
    view = sight(catalog, scene(indicator_id="gdp"), ALL).view
    assert (view.start, view.end) == (options.first_year, options.settled_year)


@given(
    data=st.data(),
    layout=st.sampled_from(PICTURES),
    choice=st.sampled_from(CHOICES),
    end=st.integers(2010, 2024),
)
def test_no_indicator_in_any_layout_gives_an_empty_picture(catalog, data, layout, choice, end):
    """Whatever is chosen: a picture with a value in it, or a sentence that says why not."""
    indicator = data.draw(st.sampled_from(sorted(catalog.indicators)))
    theme = catalog.indicators[indicator].theme
    row = scene(layout=layout, theme=theme, indicator_id=indicator, end=end)
    found = slide(catalog, row, choice)
    assert found.title
    if found.layout == "words":
        assert found.absence or found.study.absence
        return
    values = [d.value for d in found.study.data]
    assert any(value is not None for value in values)
    if layout in ("number", "numbers-chart"):
        assert any(number.quantity is not None for number in found.numbers)


@pytest.mark.thorough
def test_a_slide_speaks_only_of_published_numbers(catalog):
    """A region's number on a slide is the observation, unit and all."""
    options = choices(catalog)
    for theme in options.themes:
        for row in catalog.headlines(theme):
            found = slide(catalog, scene(theme=theme, indicator_id=row.indicator_id), "hebei")
            for number in found.numbers:
                if number.slug == "hebei":
                    view = View(("hebei",), theme, row.indicator_id, 2010, options.settled_year)
                    card = next(c for c in summary(catalog, view).cards if c.is_chosen)
                    assert number.quantity == card.readings[0].quantity


def test_the_same_scene_is_made_once(catalog):
    row = scene(indicator_id="gdp")
    assert slide(catalog, row, ALL) is slide(catalog, replace(row), ALL)


def test_a_scene_takes_percentages_in_percentage_points(catalog):
    named = {"theme": "innovation", "indicator_id": "rd_intensity", "end": 2023}
    found = slide(catalog, scene(**named, scale="points"), ALL)
    # 北京 6.73 after 6.83, 天津 3.58 after 3.49, 河北 2.08 after 2.00
    assert [(one.slug, one.quantity.text) for one in found.numbers[:3]] == [
        ("beijing", "−0.10\u2009个百分点"),
        ("tianjin", "0.09\u2009个百分点"),
        ("hebei", "0.08\u2009个百分点"),
    ]
    assert "百分点变化" in found.filter_text


def test_a_scene_of_estimates_marks_its_numbers_and_says_what_the_mark_means(catalog):
    found = slide(catalog, scene(theme="green", indicator_id="co2_sectoral"), ALL)
    assert {one.quantity.mark for one in (*found.numbers, *found.parts)} == {"（估）"}
    assert "标（估）的数值为估计值（学术核算，非官方统计）。" in found.footnotes
    assert found.table.rows[0][1].endswith("（估）")


def test_the_table_of_a_scene_marks_the_years_after_a_break(catalog):
    found = slide(catalog, scene(theme="green", indicator_id="so2_emissions"), ALL)
    marked = [row[0] for row in found.table.rows if row[0].endswith("※")]
    assert marked == ["2020※", "2016※"]


@pytest.mark.parametrize("layout", ["chart", "bars"])
def test_a_frame_stands_on_the_slide_with_its_members(catalog, layout):
    found = slide(catalog, scene(layout=layout, indicator_id="gdp", frame="yangtze"), ALL)
    assert "长三角" in [region.short_zh for region in found.study.regions]
    assert "长三角：上海、江苏、浙江、安徽合计（本站计算）。" in found.footnotes
    assert found.filter_text.endswith("对照：长三角")
    assert found.comparison is None
    assert "长三角" in found.table.columns


def test_the_sentence_of_a_slide_says_where_the_regions_stand(catalog):
    row = scene(layout="chart", indicator_id="gdp", frame="provinces", end=2024)
    found = slide(catalog, row, ALL)
    assert found.sentence.startswith("2024 年，按数值由高到低，北京第 12 位")
