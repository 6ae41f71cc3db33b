"""A query: read kindly, written shortly, and found wrong without guessing."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.query import Key, Query, faults, period_key, written

COLOUR = Key("colour", "a colour", ("red", "green", "blue"))
COLOURS = Key("colours", "colours", COLOUR.allowed, is_list=True)
YEAR = period_key("year", "a year", 2010, 2012)
TEXT = Key("text", "any text", (), longest=5)
KEYS = (COLOUR, COLOURS, YEAR, TEXT)


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1)))
def test_what_is_written_is_read_again(values):
    values = {k: v for k, v in values.items() if max(k + v) <= "\ud7ff"}
    assert Query.of(written(values)).given == values


def test_nothing_is_written_without_a_value():
    assert written({"a": "", "b": None}) == ""
    assert written({"a": "1,2", "b": ""}) == "?a=1,2"


@given(st.text())
def test_any_text_is_a_query(text):
    assert Query.of(text).remarks == []


def test_a_value_that_may_stand_is_read_without_a_word():
    query = Query.of("?colour=red&colours=blue,%20red&year=2011")
    assert query.one(COLOUR) == "red"
    assert query.some(COLOURS) == ("red", "blue")  # in the key's order
    assert query.period(YEAR) == 2011
    assert query.remarks == []


def test_a_value_that_may_not_stand_is_none_and_remarked_on():
    query = Query.of("?colour=pink&year=1999")
    assert (query.one(COLOUR), query.period(YEAR)) == (None, None)
    first, second = query.remarks
    assert first == "链接中的 colour=pink 无法识别，已改用默认值。可用：red、green、blue。"
    assert "2010 到 2012 的年份" in second


@pytest.mark.parametrize(
    ("text", "found", "said"),
    [("red,pink", ("red",), "已略去"), ("pink", (), "已改用默认值"), ("", (), "已改用默认值")],
)
def test_of_a_list_what_is_known_is_kept(text, found, said):
    query = Query.of(f"?colours={text}")
    assert query.some(COLOURS) == found
    assert said in query.remarks[0]


def test_an_empty_value_of_a_form_is_none_given():
    query = Query.of("?colour=")
    assert query.filled(COLOUR) is None
    assert query.remarks == []


def test_of_many_values_the_first_are_named():
    assert Key("k", "", tuple("abcdefghij")).choices == "a、b、c、d、e、f、g、h 等"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("size=1", "没有该查询参数"),
        ("colour=red&colour=red", "只能出现一次"),
        ("colour=pink", "没有该取值"),
        ("colours=red,pink", "没有该取值"),
        ("year=2013", "没有该取值"),
        ("text=123456", "没有该取值"),
    ],
)
def test_a_fault_says_the_key_and_what_may_stand_there(text, error):
    found = faults(text, KEYS)
    assert found
    assert all(error in fault.error for fault in found)
    assert found[0].key == text.partition("=")[0]


@given(st.fixed_dictionaries({}, optional={
    "colour": st.sampled_from(COLOUR.allowed), "year": st.sampled_from(YEAR.allowed),
    "text": st.text(max_size=5),
}))  # fmt: skip
def test_what_is_allowed_is_no_fault(values):
    assert faults(urlencode(values), KEYS) == ()
