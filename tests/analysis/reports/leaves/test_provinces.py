"""Where regions stand among all provinces is a picture with its numbers, on a slide and a page."""

import pytest

from analysis.document.chart import Kind
from analysis.indicators.address import indicators_view
from analysis.indicators.summary import indicator_summary
from analysis.pages import Page
from analysis.reports.figures.provinces import provinces_figure
from analysis.reports.page_view import page_view

QUERY = "indicator=gdp&frame=provinces"


@pytest.fixture
def study(catalog, options):
    return indicator_summary(catalog, indicators_view(QUERY, options)[0])


def test_every_province_has_its_column_from_the_highest_down(study):
    chart = provinces_figure(study).chart
    values = list(chart.series[0].values)
    assert chart.kind == Kind.COLUMNS
    assert values == sorted(values, reverse=True)
    assert list(chart.categories) == [one.name for one in study.distribution.standings]
    own = {n: s for n, s in zip(chart.categories, chart.slugs, strict=True) if s != "frame"}
    assert own == {"北京": "beijing", "天津": "tianjin", "河北": "hebei"}


def test_the_table_has_positions_and_what_is_lacking_is_told(study):
    found = provinces_figure(study)
    assert found.table.rows[0][0].startswith("1 位")
    assert len(found.table.rows) == len(study.distribution.standings)
    assert "中位数" in found.footnotes[0]


def test_against_nothing_there_is_none(catalog, options):
    plain = indicator_summary(catalog, indicators_view("indicator=gdp", options)[0])
    assert provinces_figure(plain) is None


def test_the_page_as_a_document_has_it(catalog, options):
    keys = [one.key for one in page_view(catalog, options, Page.INDICATORS, QUERY).sections]
    assert "provinces" in keys
