"""Figures before they are drawn: what a chart holds is what the page and its table have."""

import pytest

from analysis.coordination.division import division
from analysis.coordination.gaps import gaps
from analysis.document.chart import Kind
from analysis.evaluation.index import open_index
from analysis.evaluation.official import official
from analysis.evaluation.what_if import WhatIf
from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import indicator_summary
from analysis.maps.area_shading import area_shading
from analysis.maps.shading import shading
from analysis.meeting.slide_pictures import table
from analysis.overview.comparison import comparison
from analysis.overview.trend import trend
from analysis.reports.figures.bars import bars_figure, study_bars_figure
from analysis.reports.figures.coordination import division_figure, gap_figures
from analysis.reports.figures.indices import index_figure, official_figure
from analysis.reports.figures.lines import scatter_figure, study_figure, trend_figure
from analysis.reports.figures.maps import areas_figure, plain_map_figure, shaded_figure

THREE = ("beijing", "tianjin", "hebei")


@pytest.fixture(scope="module")
def lines_of(catalog, topic_of):
    def build(name, *slugs, start=2010, end=2024):
        topic = topic_of(name, *slugs, start=start, end=end)
        return trend_figure(topic, trend(catalog, topic, start, end))

    return build


def test_lines_have_every_year_and_a_gap_where_nothing_is_held(lines_of, published):
    # 高技术制造业 has no 2017, and a break between 2016 and 2018
    chart = lines_of("hitech_mfg_revenue").chart
    assert chart.kind == Kind.LINES
    years = [int(year) for year in chart.categories]
    assert years == list(range(years[0], years[-1] + 1))
    assert [one.slug for one in chart.series] == list(THREE)
    place = years.index(2017)
    for one, code in zip(chart.series, ("110000", "120000", "130000"), strict=True):
        assert one.values[place] is None
        assert one.texts[place] == ""
        assert years.index(2018) in one.cuts
        for year, value in zip(years, one.values, strict=True):
            own = published.get(("hitech_mfg_revenue", code, year))
            assert value == (None if own is None else pytest.approx(float(own)))


def test_a_break_cuts_where_no_year_is_missing(lines_of):
    chart = lines_of("so2_emissions", start=2014).chart
    years = [int(year) for year in chart.categories]
    assert {years[place] for one in chart.series for place in one.cuts} == {2016, 2020}


def test_the_table_of_a_figure_has_the_numbers_of_its_chart(lines_of):
    found = lines_of("rd_expenditure")
    rows = {row[0]: row[1:] for row in found.table.rows}
    for place, year in enumerate(found.chart.categories):
        for column, one in enumerate(found.chart.series):
            assert one.texts[place].startswith(rows[year][column])


def test_an_indicator_without_a_value_has_no_chart(lines_of):
    found = lines_of("rd_expenditure", start=2000, end=2001)
    assert found.chart is None
    assert found.table is None


def test_bars_have_the_colours_of_their_regions(catalog, topic_of):
    topic = topic_of("rd_expenditure")
    found = bars_figure(topic, comparison(catalog, topic, 2024))
    assert found.chart.slugs == THREE
    assert found.chart.categories == ("北京", "天津", "河北")
    # 3278.4 + 620.6 + 967.8 = 4866.8; 3278.4 is 67.4 % of it
    assert found.chart.series[0].values == (3278.4, 620.6, 967.8)
    assert found.chart.series[0].texts[0].replace("\u2009", " ") == "3,278.4 亿元 · 67.4%"


def test_a_study_is_drawn_in_its_scale(catalog, view_of):
    study = indicator_summary(catalog, IndicatorsView(view_of("rd_expenditure"), scale="share3"))
    found = study_figure(study, table(study))
    assert found.chart.unit == "%"
    last = {one.slug: one.values[-1] for one in found.chart.series}
    assert last["beijing"] == pytest.approx(3278.4 / 4866.8 * 100)
    bars = study_bars_figure(study)
    assert bars.chart.series[0].values[0] == last["beijing"]
    assert "占三地 = 各地 ÷ 三地合计 × 100%。" in bars.footnotes


def test_two_studies_make_paths_with_both_numbers(catalog, view_of):
    one, other = (
        indicator_summary(catalog, IndicatorsView(view_of(name)))
        for name in ("rd_expenditure", "population")
    )
    found = scatter_figure(one, other, table(one, other))
    path = next(own for own in found.chart.series if own.slug == "beijing")
    assert len(path.values) == len(path.across) == len(found.chart.categories)
    assert path.values[-1] == 3278.4
    assert path.across[-1] == other.datum("110000", 2024).value


def test_a_map_has_a_class_a_region_from_the_least_to_the_greatest(catalog, topic_of):
    found = shaded_figure(catalog, shading(catalog, topic_of("rd_expenditure")))
    own = {one.code[:2]: one for one in found.chart.areas}
    assert len(found.chart.areas) == len(catalog.polygons)
    assert [own[code].shade for code in ("12", "13", "11")] == [0, 1, 2]
    assert found.chart.legend[2].replace("\u2009", " ") == "北京 2024 年 3,278.4 亿元"
    plain = plain_map_figure(catalog, "平台", catalog.platforms)
    assert {one.slug for one in plain.chart.areas} == set(THREE)
    assert len(plain.chart.places) == len(catalog.platforms)


def test_areas_have_the_classes_of_their_key(catalog):
    found = area_shading(catalog, "prefecture.product")
    chart = areas_figure(catalog, found).chart
    assert len(chart.legend) == len(found.classes)
    assert {one.shade for one in chart.areas} - {None} <= set(range(len(chart.legend)))


def test_the_evaluation_is_drawn_as_it_is_computed(catalog):
    apart = gaps(catalog, "hebei", 2014, 2024)
    figures = gap_figures(apart)
    assert [one.chart.series[1].slug for one in figures] == [one.slug for one in apart.others]
    for place, figure in enumerate(figures):
        own = [row.gaps[place] for row in apart.rows if len(row.gaps) == len(figures)]
        assert list(figure.chart.series[1].values) == [gap.last.ratio for gap in own]
        assert all(
            gap.verdict in name for gap, name in zip(own, figure.chart.categories, strict=True)
        )
        assert [row[1] for row in figure.table.rows] == [apart.others[place].short_zh] * len(own)
    labour = division(catalog, 2014, 2024)
    if not labour.lacking:
        assert len(division_figure(labour).chart.categories) == len(labour.rows)
    own = open_index(catalog, WhatIf())
    assert index_figure(own).chart.series[0].values == own.values


def test_an_edition_of_the_official_index_is_never_joined_to_another(catalog):
    found = official(catalog)
    chart = official_figure(found.bases[0], found.sources).chart
    for one in chart.series:
        held = [place for place, value in enumerate(one.values) if value is not None]
        assert len(held) in (1, 2)
        assert held[-1] - held[0] == len(held) - 1
