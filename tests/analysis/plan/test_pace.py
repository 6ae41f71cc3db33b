"""The pace without a target: thresholds in the wanted direction, and when none is given."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.plan.pace import FEWEST_YEARS, pace, refusal, speed
from analysis.series.breaks import since_break
from data.model.catalog import Break
from data.model.plan import Pace

PACES = (
    Pace("fast", 1, "改善较快", "", 1.5, "good"),
    Pace("moderate", 2, "改善较慢", "", 0.5, "good"),
    Pace("slow", 3, "改善有限", "", 0.0, "neutral"),
    Pace("worse", 4, "有所回落", "", None, "bad"),
)
rates = st.floats(-99, 400, allow_nan=False)
directions = st.sampled_from(["higher_better", "lower_better"])
amounts = st.floats(0.01, 10**6, allow_nan=False)


@pytest.fixture(scope="module")
def enterprises(catalog):
    return catalog.indicators["ind_ent_with_rd"]  # a stock, higher is better, growth allowed


@pytest.mark.parametrize(
    ("rate", "expected"),
    [(1.5, "fast"), (1.49, "moderate"), (0.5, "moderate"), (0.49, "slow"), (0.0, "slow")],
)
def test_a_threshold_belongs_to_the_better_pace(rate, expected):
    assert pace(rate, "higher_better", PACES).pace == expected
    assert pace(-rate, "lower_better", PACES).pace == expected


@pytest.mark.parametrize(("rate", "expected"), [(0.0049, "slow"), (0.005, "worse")])
def test_a_fall_that_reads_as_nothing_is_none(rate, expected):
    assert pace(-rate, "higher_better", PACES).pace == expected
    assert pace(rate, "lower_better", PACES).pace == expected


def test_the_table_has_the_published_thresholds(catalog):
    assert [(p.minimum, p.tone) for p in catalog.plan.paces] == [
        (1.5, "good"),
        (0.5, "good"),
        (0.0, "neutral"),
        (None, "bad"),
    ]


@given(rates, rates, directions)
def test_more_in_the_wanted_direction_is_never_a_worse_pace(one, other, direction):
    sign = 1 if direction == "higher_better" else -1
    worse, better = sorted((one, other), key=lambda rate: sign * rate)
    assert pace(better, direction, PACES).order <= pace(worse, direction, PACES).order


@given(rates)
def test_what_is_wanted_upwards_is_unwanted_downwards(rate):
    assert pace(rate, "higher_better", PACES) == pace(-rate, "lower_better", PACES)
    assert pace(rate, "neutral", PACES) is None


@given(rates, st.permutations(PACES))
def test_the_order_of_the_rows_does_not_matter(rate, rows):
    assert pace(rate, "higher_better", rows) == pace(rate, "higher_better", PACES)


@given(st.sampled_from([1.5, 0.5]), st.integers(4, 20), amounts)
def test_growing_at_the_threshold_reaches_it(percent, years, first):
    last = first * (1 + percent / 100) ** years
    rate = ((last / first) ** (1 / years) - 1) * 100
    assert pace(rate, "higher_better", PACES).minimum == percent


@given(st.lists(st.none() | amounts, max_size=12))
def test_a_missing_value_never_becomes_a_pace(enterprises, values):
    known = {2010 + n: value for n, value in enumerate(values) if value is not None}
    years = since_break(known, ())
    found = speed(enterprises, years, known)
    assert years == sorted(known)
    assert (found is None) == (len(known) < FEWEST_YEARS)
    assert bool(refusal(enterprises, years, known)) == (found is None)
    if found:
        assert found.years == (min(known), max(known))


@given(st.lists(st.floats(-100, 100, allow_nan=False), min_size=5, max_size=12))
def test_zero_and_negative_values_have_no_pace(enterprises, values):
    assume(min(values) <= 0)
    known = dict(enumerate(values, start=2010))
    assert speed(enterprises, since_break(known, ()), known) is None


@given(st.integers(2011, 2020))
def test_a_break_cuts_off_what_lies_before_it(enterprises, after):
    known = {year: 100.0 + year - 2010 for year in range(2010, 2021)}
    mark = Break("ind_ent_with_rd", after - 1, after, "")
    years = since_break(known, [mark])
    assert years == list(range(after, 2021))
    found = speed(enterprises, years, known)
    assert (found.years if found else None) == ((after, 2020) if after <= 2016 else None)


def test_too_few_years_after_a_break_are_named(enterprises):
    known = dict.fromkeys(range(2010, 2021), 1.0)
    years = since_break(known, [Break("ind_ent_with_rd", 2018, 2019, "")])
    assert refusal(enterprises, years, known) == "2019 年口径调整，此后只有 2 年数值，不足 5 年。"
    assert refusal(enterprises, [2010, 2012], {2010: 1.0, 2012: 2.0}) == (
        "所选年份只有 2 年数值，不足 5 年。"
    )


@pytest.mark.parametrize(
    ("indicator_id", "reason"),
    [
        ("population", "中性指标，不作评价。"),
        ("va_industry", "按现价计算，不作评价。"),
        ("gdp_index_prev100", "数值本身是变化率，不再计算年均增速。"),
        ("energy_intensity_change", "数值本身是变化率，不再计算年均增速。"),
        ("little_giants", "累计数的来源和时点不一，不计算年均增速。"),
        ("jjj_cross_branches_year", "各年口径不一或年份零散，不计算年均增速。"),
        ("rd_intensity", ""),
        ("pm25", ""),
        ("jjj_dev_index_2014", ""),
    ],
)
def test_the_kind_of_measure_decides_whether_growth_means_anything(catalog, indicator_id, reason):
    known = {year: 10.0 + year for year in range(2014, 2021)}
    row = catalog.indicators[indicator_id]
    assert refusal(row, since_break(known, ()), known) == reason


@given(amounts, amounts)
def test_the_rate_is_the_compound_one(enterprises, first, last):
    known = {2010: first, 2012: 5.0, 2014: 5.0, 2016: 5.0, 2020: last}
    found = speed(replace(enterprises, direction="lower_better"), sorted(known), known)
    assert found is not None
    assert first * (1 + found.rate / 100) ** 10 == pytest.approx(last, rel=1e-6)
