"""A cell says a number, or that there is none, or is refused; nothing is guessed."""

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.imports.listed import QUALIFIERS
from data.imports.numbers import NotANumber, Number, number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("49670.2", 49670.2), ("49,670.2", 49670.2), ("1,234,567", 1234567.0),
        ("４９６７０．２", 49670.2),
        ("49\u2009670.2", 49670.2), ("49\u202f670.2", 49670.2), (" 5.0\t", 5.0), ("-5.2", -5.2),
        ("−5.2", -5.2), ("－5.2", -5.2), ("–5.2", -5.2), ("+3.2", 3.2), ("0", 0.0), (".5", 0.5),
        ("\ufeff12", 12.0), ("１，２３４", 1234.0), (12.5, 12.5), ("12.", None),
    ],
)  # fmt: skip
def test_numbers_in_every_spelling(written, value):
    if value is None:
        with pytest.raises(NotANumber):
            number(written)
    else:
        assert number(written) == Number(value)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        None,
        "-",
        "—",
        "——",
        "…",
        "...",
        "/",
        "NA",
        "N/A",
        "nan",
        "无",
        "未公布",
        "暂无",
        "　",
    ],
)
def test_what_stands_for_no_value_is_none_and_never_0(written):
    assert number(written).value is None


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("12.3①", Number(12.3, mark="①")), ("②12.3", Number(12.3, mark="②")),
        ("12.3²", Number(12.3, mark="²")), ("12.3*", Number(12.3, mark="*")),
        ("12.3[1]", Number(12.3, mark="[1]")), ("133.5(P)", Number(133.5, status="P")),
        ("133.5（初步核算）", Number(133.5, status="P")), ("133.5 (e)", Number(133.5, status="E")),
        ("近3000", Number(3000.0, qualifier="nearly")), ("3000多",
        Number(3000.0, qualifier="over")),
        ("约 1.5", Number(1.5, qualifier="about")), ("超过5,000",
        Number(5000.0, qualifier="exceeding")),
        ("5.2%", Number(5.2, unit="%")),
    ],
)  # fmt: skip
def test_words_and_marks_stay_with_their_number(written, found):
    assert number(written) == found


@pytest.mark.parametrize(
    "written",
    [
        "4735x.7", "1.2.3", "12,34", "1,2345", "49.670,2", "1.2E+05", "(5.2)", ">95", "≥95",
        "12.3㉑", "１２₂",
        "=1+1", "=\"110000\"", "#REF!", "#N/A", "2024-01", "3000人", "一百", "٣", "5-6", "12 34",
        "inf",
        True, date(2024, 1, 1), float("inf"), float("nan"), "12亿", "\ufffd12", "约", "1 2",
    ],
)  # fmt: skip
def test_whatever_is_not_surely_a_number_is_refused(written):
    with pytest.raises(NotANumber) as caught:
        number(written)
    assert caught.value.expected
    assert caught.value.remedy


@given(st.text(max_size=12) | st.text("0123456789.,-+ ①(P)%近多", max_size=12))
def test_any_text_is_a_number_or_none_or_refused(text):
    try:
        found = number(text).value
    except NotANumber:
        return
    assert found is None or any(sign.isdigit() for sign in text)


def test_qualifiers_are_those_of_the_table(edition):
    with (edition / "tables" / "qualifiers.csv").open(encoding="utf-8", newline="") as file:
        table = {
            f"{row['prefix_zh']}{row['suffix_zh']}": row["qualifier"]
            for row in csv.DictReader(file)
        }
    assert table.items() <= QUALIFIERS.items()
