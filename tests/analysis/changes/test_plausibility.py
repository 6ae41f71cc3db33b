"""What is asked of a draft: units, jumps, repeated digits, parts and wholes, old years; and
nothing of what nobody touched."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.changes.draft import EARLY, OLD, PARTS, RANGE, REPEATED, SCALE, Draft
from analysis.changes.plausibility import questions
from analysis.changes.repeated import digits
from analysis.changes.usual import steps
from data.model.catalog import Break
from data.model.periods import period
from tests.edited import edited

BEIJING = ("gdp", "110000", 2024)
REGIONS = ("110000", "120000", "130000")
FEWEST_YEARS = 9


@pytest.fixture(scope="module")
def steady(catalog):
    """The newest values of series of at least so many years that never moved by more than a
    fifth."""
    draft = Draft(catalog, catalog)
    found = []
    for (name, code), series in sorted(draft.series.items()):
        moved = steps(catalog.indicators[name], series, catalog.breaks.get(name, ()))
        newest = max(series)
        is_long = len(series) >= FEWEST_YEARS and newest - 1 in series
        if moved.is_ratio and is_long and max(map(abs, moved.found.values())) < 0.2:
            found.append((name, code, newest))
    assert len(found) > 50
    return found


def test_nothing_is_asked_of_what_is_as_it_was(catalog):
    assert questions(catalog, catalog) == ()


@pytest.mark.thorough
@given(st.data())
def test_a_new_value_in_a_wrong_unit_is_always_asked_about(catalog, steady, data):
    key = data.draw(st.sampled_from(steady))
    factor = data.draw(st.sampled_from([0.0001, 0.001, 0.01, 0.1, 10, 100, 1_000, 10_000]))
    base = edited(catalog, {key: None})
    draft = edited(base, {key: catalog.observations[key].value * factor})
    asked = [one for one in questions(base, draft) if one.kind == SCALE]
    assert [(one.indicator_id, one.places) for one in asked] == [(key[0], (key[1:],))]
    assert f"{max(factor, round(1 / factor)):,}" in asked[0].text


@pytest.mark.thorough
@given(st.data())
def test_a_new_value_that_moved_as_before_is_not_asked_about(catalog, steady, data):
    key = data.draw(st.sampled_from(steady))
    before = catalog.observations[(*key[:2], key[2] - 1)].value
    base = edited(catalog, {key: None})
    draft = edited(base, {key: before * 1.0123})
    kinds = {one.kind for one in questions(base, draft)}
    assert kinds & {SCALE, RANGE} == set()


def test_a_jump_is_asked_about_with_what_was_usual(catalog):
    base = edited(catalog, {BEIJING: None})
    draft = edited(base, {BEIJING: catalog.observations[BEIJING].value * 0.6})
    (one,) = questions(base, draft)
    assert (one.kind, one.places) == (RANGE, (("110000", 2024),))
    assert one.place == "地区生产总值，北京 2024 年"
    assert one.usual.startswith("以往比上年变动 +")
    assert "比上年变动 −3" in one.text
    assert one.value.endswith("亿元")


def test_a_quarter_is_set_against_the_same_one_of_the_year_before(catalog):
    halves = {
        ("gdp", "110000", period(f"{year}-Q2")): 1_000 * 1.05 ** (year - 2017)
        for year in range(2017, 2026)
    }
    base = edited(catalog, halves)
    (one,) = questions(base, edited(base, {("gdp", "110000", period("2026-Q2")): 900.0}))
    assert one.place == "地区生产总值，北京 2026 年上半年"
    assert one.usual == "以往比上年同期变动 +5.0% 至 +5.0%"
    assert one.text.startswith("比上年同期变动 \u2212")


def test_over_a_break_nothing_is_compared(catalog):
    base = edited(catalog, {BEIJING: None})
    draft = edited(base, {BEIJING: catalog.observations[BEIJING].value * 0.6})
    broken = replace(draft, breaks={**draft.breaks, "gdp": (Break("gdp", 2023, 2024, "口径"),)})
    assert [one.kind for one in questions(base, broken)] == []


def test_the_value_of_another_region_is_asked_about(catalog):
    other = ("gdp", "120000", 2024)
    base = edited(catalog, {BEIJING: None})
    draft = edited(base, {BEIJING: catalog.observations[other].value})
    (one,) = [one for one in questions(base, draft) if one.kind == REPEATED]
    assert "与天津 2024 年的数值相同" in one.text


@pytest.mark.parametrize(
    ("value", "found"),
    [(12.34, "1234"), (1_234_000.0, "1234"), (0.05, "5"), (-100.0, "1"), (0, "")],
)
def test_digits_are_those_that_count(value, found):
    assert digits(value) == found


def test_the_three_together_must_be_their_sum(catalog):
    three = sum(catalog.observations["gdp", code, 2024].value for code in REGIONS)
    draft = edited(catalog, {("gdp", "JJJ", 2024): three * 1.1})
    (one,) = questions(catalog, draft)
    assert one.kind == PARTS
    assert "与三地之和的数相差 10.0%" in one.text
    assert questions(catalog, edited(catalog, {("gdp", "JJJ", 2024): three})) == ()


def test_no_region_has_more_than_the_nation_and_no_ratio_is_of_other_parts(catalog):
    nation = catalog.observations["gdp", "000000", 2024].value
    asked = questions(catalog, edited(catalog, {BEIJING: nation * 1.01}))
    assert "大于同期全国数，请核对。" in [one.text for one in asked]
    ratio = ("gdp_per_capita", "110000", 2024)
    asked = questions(catalog, edited(catalog, {ratio: catalog.observations[ratio].value * 1.06}))
    assert [one.kind for one in asked] == [PARTS]
    assert "与由分子、分母计算的数相差" in asked[0].text


def test_the_revision_of_old_years_is_one_question_an_indicator(catalog):
    years = [("gdp", code, year) for code in REGIONS for year in (2015, 2016)]
    values = {key: catalog.observations[key].value * 1.001 for key in years}
    (one,) = [one for one in questions(catalog, edited(catalog, values)) if one.kind == OLD]
    assert len(one.places) == 6
    assert one.place == "地区生产总值，北京、天津、河北 2015、2016 年"
    assert one.value == "6 个数值，幅度 +0.10%"
    newest = {BEIJING: catalog.observations[BEIJING].value * 1.001}
    assert questions(catalog, edited(catalog, newest)) == ()


def dated(catalog, when, published, as_of=""):
    """A draft with a value of Beijing in a period, from a source of a date."""
    like = catalog.observations[BEIJING]
    source = replace(like.source, published=published)
    return edited(
        catalog,
        {
            ("gdp", "110000", period(when)): replace(
                like, source=source, as_of=as_of, value=51_234.5
            )
        },
    )


def early(catalog, draft, on=""):
    return [one for one in questions(catalog, draft, on=on) if one.kind == EARLY]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("when", "published", "is_asked"),
    [
        ("2026", "2026-10-28", True),
        ("2026", "2026-12-31", True),
        ("2026", "2026", True),
        ("2026", "2027-01-17", False),
        ("2026", "2027", False),
        ("2026-Q3", "2026-09-20", True),
        ("2026-Q3", "2026-10-18", False),
        ("2026-Q2", "2026", False),
        ("2026-10", "2026-09", True),
    ],
)
def test_a_value_of_a_period_that_had_not_ended_is_asked_about(catalog, when, published, is_asked):
    asked = early(catalog, dated(catalog, when, published))
    assert bool(asked) is is_asked
    if is_asked:
        assert published in asked[0].text
        assert "尚未结束" in asked[0].text


def test_without_a_date_of_publication_the_day_counts_and_what_says_its_month_is_as_it_says(
    catalog,
):
    undated = dated(catalog, "2026", None)
    (one,) = early(catalog, undated, on="2026-11-28")
    assert one.text.startswith("2026 年尚未结束（来源未注明发布日期，今天是 2026-11-28）")
    assert early(catalog, undated, on="2027-01-20") == []
    assert early(catalog, undated) == []
    assert early(catalog, dated(catalog, "2026", "2026-10-28", as_of="2026 年 9 月末")) == []


@pytest.mark.thorough
@given(st.data())
def test_asked_about_is_only_what_is_new_or_revised_and_an_answer_is_of_the_number(catalog, data):
    keys = st.sampled_from(sorted(catalog.observations))
    values = data.draw(st.dictionaries(keys, st.floats(1, 1e6), min_size=1, max_size=6))
    draft = edited(catalog, values)
    touched = {key for key, value in values.items() if catalog.observations[key].value != value}
    asked = questions(catalog, draft)
    for one in asked:
        assert {(one.indicator_id, *place) for place in one.places} <= touched
        assert one.place
        assert one.text.endswith("。")
    assert len({one.key for one in asked}) == len(asked)
    again = edited(catalog, {key: value + 1 for key, value in values.items()})
    assert {one.key for one in asked}.isdisjoint(one.key for one in questions(catalog, again))


@pytest.mark.thorough
def test_of_the_real_tables_little_is_asked(catalog, read_once):
    """Real official figures are no faults: a question that is asked of many of them is no help."""
    real = read_once(Path(__file__).parents[3] / "data")
    fresh = len(Draft(catalog, real).fresh)
    asked = questions(catalog, real)
    assert fresh > 1_000
    assert len({(one.indicator_id, one.places) for one in asked}) <= 0.05 * fresh
    assert [one for one in asked if one.kind == SCALE] == []
