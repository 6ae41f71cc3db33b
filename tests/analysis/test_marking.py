"""The mark of the site: said once, borne by every name of a file, refused where it cannot stand."""

import pytest

from analysis import marking


@pytest.fixture(autouse=True)
def restored():
    yield
    marking.mark_as("")


def test_without_a_mark_names_stay_as_they_are():
    assert marking.marked() == ""
    assert marking.marked_name("甲.csv") == "甲.csv"


def test_a_mark_stands_before_the_name():
    marking.mark_as("内部资料")
    assert marking.marked() == "内部资料"
    assert marking.marked_name("甲.csv") == "内部资料_甲.csv"


@pytest.mark.parametrize("wrong", ["字" * 21, "两\n行", "制\t表"])
def test_a_mark_that_cannot_be_printed_is_refused_and_nothing_changes(wrong):
    marking.mark_as("征求意见稿")
    with pytest.raises(marking.WrongMark, match="MARK="):
        marking.mark_as(wrong)
    assert marking.marked() == "征求意见稿"
