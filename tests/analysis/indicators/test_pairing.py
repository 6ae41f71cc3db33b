"""Two indicators side by side: only years both have, a correlation only where it may stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.indicators.address import IndicatorsView
from analysis.indicators.pairing import LEAST_PAIRS, correlation, pairing
from analysis.indicators.summary import indicator_summary


@pytest.fixture
def pair_of(catalog, view_of):
    def build(upward, across, **span):
        return pairing(
            *(
                indicator_summary(catalog, IndicatorsView(view_of(i, **span)))
                for i in (upward, across)
            )
        )

    return build


def test_a_pair_holds_both_published_values_of_its_year(pair_of, published):
    found = pair_of("rd_expenditure", "valid_invention_patents")
    path = next(p for p in found.paths if p.region.slug == "beijing")
    assert path.pairs[-1].year == 2023
    assert path.pairs[-1].y_text.startswith("2,947.1")
    both = {
        year for i, code, year in published
        if i == "rd_expenditure" and code == "110000" and 2010 <= year <= 2024
        and ("valid_invention_patents", code, year) in published
    }  # fmt: skip
    assert {p.year for p in path.pairs} == both


def test_few_years_have_no_correlation_and_say_how_many(pair_of):
    found = pair_of("gdp", "population", start=2020, end=2024)
    assert len(found.paths) == 4  # the regions and what they are together
    assert all("n=4，年数太少" in path.verdict for path in found.paths)


def test_enough_years_have_one_with_its_n(pair_of):
    found = pair_of("gdp", "population")
    assert len(found.paths) == 4
    assert all("n=14，逐年变化的 r=" in path.verdict for path in found.paths)
    assert LEAST_PAIRS > 5


def test_the_correlation_is_of_yearly_changes_and_none_reaches_over_a_break(
    catalog, pair_of, published
):
    found = pair_of("rd_intensity", "gdp")
    path = next(p for p in found.paths if p.region.slug == "beijing")
    cuts = {b.after for b in catalog.breaks["rd_intensity"]}
    first = min(y for i, c, y in published if (i, c) == ("rd_intensity", "110000"))
    years = [year for year in range(first + 1, 2025) if year not in cuts]
    ys = [  # percentage points
        float(published["rd_intensity", "110000", y] - published["rd_intensity", "110000", y - 1])
        for y in years
    ]
    xs = [float(published["gdp", "110000", y] / published["gdp", "110000", y - 1]) for y in years]
    expected = f"北京 n={len(years)}，逐年变化的 r={correlation(xs, ys):.2f}"
    assert path.verdict == expected


def test_no_line_leads_across_a_gap_or_a_break_of_either(catalog, pair_of):
    for first, second in (("rd_intensity", "gdp"), ("gdp", "rd_intensity")):
        path = next(p for p in pair_of(first, second).paths if p.region.slug == "tianjin")
        spans = [(piece[0].year, piece[-1].year) for piece in path.pieces]
        for mark in catalog.breaks["rd_intensity"]:
            assert not any(start <= mark.before and mark.after <= end for start, end in spans)
        for piece in path.pieces:
            years = [pair.year for pair in piece]
            assert years == list(range(years[0], years[-1] + 1))


def test_the_correlation_of_a_line_is_one_by_hand():
    # x 1 2 3, y 2 4 6: y = 2 x, so r = 1; turned round, -1
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert correlation([1, 2, 3], [6, 4, 2]) == pytest.approx(-1)
    # x 1 2 3, y 1 3 2: deviations -1 0 1 and -1 1 0, so r = 1 / sqrt(2 x 2) = 0.5
    assert correlation([1, 2, 3], [1, 3, 2]) == pytest.approx(0.5)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20), st.floats(-1e6, 1e6))
def test_what_does_not_vary_has_no_correlation(xs, constant):
    assert correlation(xs, [constant] * len(xs)) is None
