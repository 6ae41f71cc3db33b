"""The direction since the plan's base and since 2022, and why it sometimes cannot be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.plan.direction import base_text, bases, since_2022, since_base
from data.model.catalog import Break

SPAN = (2010, 2024)
amounts = st.floats(0.01, 10**6, allow_nan=False)


@pytest.fixture(scope="module")
def row_of(catalog):
    return catalog.indicators.__getitem__


def test_the_base_is_2013_then_2014_then_the_first_year(row_of):
    row = row_of("va_industry")
    full = {2010: 1.0, 2013: 2.0, 2014: 3.0, 2024: 4.0}
    assert since_base(row, (), full, SPAN).since == 2013
    del full[2013]
    assert since_base(row, (), full, SPAN).since == 2014
    del full[2014]
    found = since_base(row, (), full, SPAN)
    assert (found.since, found.until, found.note) == (2010, 2024, "2013、2014 年本站未收录")


def test_a_later_first_year_is_explained(row_of):
    row = row_of("va_industry")
    cut = since_base(row, [Break("", 2019, 2020, "")], {2013: 1.0, 2020: 2.0, 2024: 3.0}, SPAN)
    assert (cut.since, cut.note) == (2020, "2020 年以前口径不同")
    late = since_base(row, (), {2018: 1.0, 2024: 3.0}, (2018, 2024))
    assert (late.since, late.note) == (2018, "所选年份自 2018 年起")
    early = since_base(row, (), {2010: 1.0, 2012: 3.0}, (2010, 2012))
    assert (early.since, early.note) == (2010, "所选年份止于 2012 年")


@given(amounts, amounts)
def test_lower_is_better_turns_the_tone_and_not_the_arrow(row_of, before, after):
    values = {2013: before, 2024: after}
    up = since_base(row_of("broadband_ports"), (), values, SPAN)
    down = since_base(row_of("co2_sectoral"), (), values, SPAN)
    still = since_base(row_of("population"), (), values, SPAN)
    priced = since_base(row_of("va_industry"), (), values, SPAN)
    assert up.arrow == down.arrow  # both have one decimal
    tones = {"up": ("good", "bad"), "down": ("bad", "good"), "flat": ("neutral", "neutral")}
    assert (up.tone, down.tone) == tones[up.arrow]
    assert still.tone == priced.tone == "neutral"


@given(st.dictionaries(st.integers(2010, 2024), amounts, max_size=15))
def test_a_missing_value_never_becomes_a_mark(row_of, values):
    row = row_of("va_industry")
    base, later = since_base(row, (), values, SPAN), since_2022(row, (), values, SPAN)
    assert (base.arrow is None) == (len(values) < 2)
    assert (later.arrow is None) == (2022 not in values or max(values) <= 2022)
    for mark in (base, later):
        assert (mark.arrow is None) == (mark.reason is not None)
        assert {mark.since, mark.until} <= {None, *values}


def test_equal_at_the_decimals_of_the_indicator_is_flat(row_of):
    found = since_base(row_of("co2_sectoral"), (), {2013: 10.01, 2024: 10.04}, SPAN)
    assert (found.arrow, found.tone, found.text) == ("flat", "neutral", "与 2013 年持平")


@pytest.mark.parametrize(
    ("indicator_id", "before", "after", "text"),
    [
        ("va_industry", 100.0, 150.0, "比 2013 年增长 50.0%（按现价计算）"),
        ("va_industry", 100.0, 234.0, "为 2013 年的 2.3 倍（按现价计算）"),
        ("va_industry", 100.0, 100.0, "与 2013 年持平"),
        ("co2_sectoral", 1000.0, 1000.2, "比 2013 年增长不足 0.1%"),
        ("rd_intensity", 2.0, 1.5, "比 2013 年下降 0.50 个百分点"),
        ("jjj_dev_index_2014", 100.0, 154.1, "比 2013 年上升 54.1 点"),
        ("inventions_per_10k", 26.4, 53.0, "高于 2013 年"),
    ],
)
def test_how_far_it_moved_is_said_in_its_own_measure(row_of, indicator_id, before, after, text):
    row = row_of(indicator_id)
    assert since_base(row, (), {2013: before, 2024: after}, SPAN).text == text


def test_what_cannot_be_compared_says_why(row_of):
    row = row_of("va_industry")
    two = {2022: 1.0, 2024: 2.0}
    mark = Break("", 2023, 2024, "")
    assert since_base(row, (), {}, SPAN).reason == "所选年份的数值本站未收录。"
    assert since_base(row, (), {2024: 1.0}, SPAN).reason == "所选年份只有 2024 年一个数值。"
    assert since_base(row, [mark], two, SPAN).reason == "2024 年与此前口径不同，不能比较。"
    assert since_base(row, (), two, SPAN, frozenset({2022})).reason == (
        "数值是约数或上下限，不作比较。"
    )
    assert since_2022(row, [mark], two, SPAN).reason == "2022 年以后口径调整，不能比较。"
    assert since_2022(row, (), two, (2010, 2022)).reason == "所选年份不能与 2022 年比较。"
    assert since_2022(row, (), {2023: 1.0, 2024: 2.0}, SPAN).reason == ("2022 年的数值本站未收录。")
    assert since_2022(row, (), {2022: 1.0}, SPAN).reason == "2022 年以后的数值本站未收录。"


@pytest.mark.parametrize("mark", [since_base, since_2022])
def test_the_rise_of_a_rate_is_not_a_rise(row_of, mark):
    values = {2013: 105.0, 2022: 104.0, 2024: 103.0}
    found = mark(row_of("gdp_index_prev100"), (), values, SPAN)
    assert found.reason == "数值本身是变化率，它的升降不是水平的升降。"


def test_2014_stands_in_for_the_base_of_2013_and_for_no_other():
    assert (bases(2013), base_text(2013)) == ((2013, 2014), "2013（或 2014）年")
    assert (bases(2018), base_text(2018)) == ((2018,), "2018 年")
