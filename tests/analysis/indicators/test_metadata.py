"""Metadata in words: how an indicator adds, what its breaks are, what it cannot say."""

import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.metadata import limits, metadata
from analysis.indicators.summary import indicator_summary


@pytest.fixture
def study_of(catalog, view_of):
    return lambda indicator: indicator_summary(catalog, IndicatorsView(view_of(indicator)))


def test_a_sum_and_a_ratio_say_how_they_add(catalog, study_of):
    assert "可加总" in dict(metadata(catalog, study_of("gdp")))["可加性"]
    row = catalog.indicators["gdp_per_capita"]
    adding = dict(metadata(catalog, study_of(row.indicator_id)))["可加性"]
    assert "不可加总" in adding
    # the official definition, as the card's formula has it, and not the year's end
    assert adding.endswith("地区生产总值 ÷ 年平均常住人口")


def test_breaks_are_named_with_their_years_and_reasons(catalog, study_of):
    text = dict(metadata(catalog, study_of("rd_intensity")))["口径调整"]
    for mark in catalog.breaks["rd_intensity"]:
        assert f"{mark.after} 年起，{mark.reason_zh}" in text


def test_current_prices_say_what_they_cannot(catalog, study_of):
    assert any("现价" in text for text in limits(catalog, study_of("gdp")))


def test_every_indicator_has_metadata_without_empty_texts(catalog, study_of):
    for indicator in list(catalog.indicators)[::12]:
        rows = metadata(catalog, study_of(indicator))
        assert all(term and text for term, text in rows)
        assert dict(rows)["代码"] == indicator
