"""Headings are numbered as official documents have them."""

import pytest

from analysis.document.numbering import chinese, numbers


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (99, "九十九")],
)
def test_numbers_in_chinese(number, said):
    assert chinese(number) == said


def test_each_level_counts_anew_below_the_next_higher_one():
    found = numbers([1, 2, 2, 3, 3, 4, 1, 2, 3])
    assert found == ("一、", "（一）", "（二）", "1.", "2.", "（1）", "二、", "（一）", "1.")


def test_a_level_that_is_passed_over_is_counted_at_its_own_place():
    assert numbers([1, 3, 3, 2]) == ("一、", "1.", "2.", "（一）")
