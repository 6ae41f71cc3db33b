"""Old and new number, told apart; how far they are from each other."""

from dataclasses import replace

import pytest

from analysis.changes.revisions import change, telling, texts


@pytest.fixture
def row(catalog):
    return catalog.indicators["gdp"]


def rows(row, **other):
    return (replace(row, **other),) * 2


def test_a_quantity_changes_in_its_unit_and_in_percent(row):
    found = change(rows(row), (200.0, 190.0))
    assert (found.text, found.percent_text) == ("−10.0\u2009亿元", "−5.00%")
    assert change(rows(row), (200.0, 230.0)).percent_text == "+15.0%"


@pytest.mark.parametrize(
    ("unit", "said"),
    [("%", "+0.3\u2009个百分点"), ("上年=100", "+0.3\u2009点"), ("‰", "+0.3\u2009个千分点")],
)
def test_rates_and_indices_change_in_points_alone(row, unit, said):
    found = change(rows(row, unit_zh=unit), (5.1, 5.4))
    assert (found.text, found.percent, found.percent_text) == (said, None, "")


@pytest.mark.parametrize("pair", [(0.0, 3.0), (-1.0, 2.0), (3.0, 0.0)])
def test_no_percent_of_nothing_and_over_a_change_of_sign(row, pair):
    assert change(rows(row), pair).percent is None


def test_what_is_very_little_is_not_shown_as_nothing(row):
    assert change(rows(row), (100_000.0, 100_000.1)).percent_text == "不足 0.01%"
    assert telling(rows(row), 5.12, 5.13) == 2
    assert change(rows(row), (5.12, 5.13)).text == "+0.01\u2009亿元"


def test_units_that_differ_have_no_difference(row):
    other = replace(row, unit_zh="万元")
    assert change((row, other), (1.0, 1.0)) is None
    assert change((row, replace(row, subtract=100)), (1.0, 1.0)) is None


def test_numbers_keep_their_qualifier_and_marks(catalog, row):
    about = replace(next(iter(catalog.observations.values())), value=3000.0, mark="（初）")
    about = replace(about, qualifier=catalog.qualifiers["about"])
    old, new = texts(rows(row, decimals=0), (about, replace(about, value=3200.0)))
    assert (old, new) == ("约3,000（初）", "约3,200（初）")
