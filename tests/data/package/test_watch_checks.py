"""Each fault of the watch list's signs is named by row, column and value."""

import pytest

from data.package.watch_checks import watch_faults

GOOD = {"worsened": None, "stalled": 3, "volatile": 3, "late": 2, "suspect": None}


def faults(**changes):
    rows = [{"sign": sign, "threshold": n} for sign, n in (GOOD | changes).items()]
    return [(one.row, one.column, one.value) for one in watch_faults({"watch_signs": rows})]


def test_the_usual_signs_have_no_fault():
    assert faults() == []


@pytest.mark.parametrize(
    ("changes", "row", "value"),
    [({"stalled": None}, 3, ""), ({"late": None}, 5, ""), ({"worsened": 2}, 2, "2")],
)
def test_a_threshold_that_is_missing_or_too_many_is_named(changes, row, value):
    assert faults(**changes) == [(row, "threshold", value)]
