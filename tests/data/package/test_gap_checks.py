"""Each fault of the measures and sectors is named by row, column and value."""

import pytest

from data.package.gap_checks import MEASURES, SECTORS, gap_faults

INDICATORS = {
    "gdp": ("gdp-5th-census", "亿元"),
    "gdp_v4": ("gdp-4th-census", "亿元"),
    "va_a": ("gdp-5th-census", "亿元"),
    "va_b": ("gdp-5th-census", "亿元"),
    "va_b_v4": ("gdp-4th-census", "亿元"),
    "va_c": ("gdp-5th-census", "万元"),
    "population": ("pop-7th-census", "万人"),
    "rd": (None, "亿元"),
}
GOOD = {"numerator": "rd", "denominator": "gdp", "factor": 100.0, "mean_denominator": False}


def faults(measure=None, sectors=("va_a", "va_b")):
    tables = {
        "indicators": [
            {"indicator_id": name, "vintage_family": family, "unit_zh": unit}
            for name, (family, unit) in INDICATORS.items()
        ],
        "gap_measures": [GOOD | (measure or {})],
        "division_sectors": [{"indicator_id": name} for name in sectors],
    }
    return [(one.file, one.row, one.column, one.value) for one in gap_faults(tables)]


@pytest.mark.parametrize(
    "measure",
    [{}, {"denominator": None}, {"numerator": "gdp", "denominator": "population"},
     {"denominator": "population", "mean_denominator": True}],
)  # fmt: skip
def test_what_can_be_divided_has_no_fault(measure):
    assert faults(measure) == []


@pytest.mark.parametrize(
    ("measure", "column", "value"),
    [
        ({"factor": 0.0}, "factor", "0.0"),
        ({"denominator": None, "mean_denominator": True}, "mean_denominator", "true"),
        ({"numerator": "gdp"}, "denominator", "gdp"),
        ({"numerator": "va_a", "denominator": "gdp_v4"}, "denominator", "gdp_v4"),
    ],
)
def test_a_measure_that_cannot_be_computed_is_named(measure, column, value):
    assert faults(measure) == [(MEASURES, 2, column, value)]


@pytest.mark.parametrize(
    ("sectors", "row", "value"),
    [(("va_a", "va_b_v4"), 3, "va_b_v4"), (("va_a", "va_c"), 3, "va_c"), (("va_a",), 2, "va_a")],
)
def test_sectors_that_do_not_go_together_are_named(sectors, row, value):
    assert faults(sectors=sectors) == [(SECTORS, row, "indicator_id", value)]


def test_no_sectors_are_no_fault():
    assert faults(sectors=()) == []
