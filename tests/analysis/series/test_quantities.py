"""Numbers as people read them, inseparable from unit and qualifier."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.series.claim_cards import claim_quantity
from analysis.series.quantities import (
    MINUS,
    THIN_SPACE,
    Quantity,
    Scale,
    number,
    part,
    quantity,
    scale,
    without_unit,
)

# Beyond 2**53 a float has no decimals left to round.
values = st.floats(-1e12, 1e12)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (2.5, 0, "3"),
        (3.5, 0, "4"),
        (0.125, 2, "0.13"),
        (2.675, 2, "2.68"),  # rounded as it is written, not as it is stored
        (1.005, 2, "1.01"),
        (-2.5, 0, "−3"),  # a minus sign, no hyphen
        (-1234.5, 1, "−1,234.5"),
        (0.04, 1, "0.0"),
        (-0.04, 1, "0.0"),
        (4866.8, 1, "4,866.8"),
        (999.95, 1, "1,000.0"),
        (1234567.891, 1, "1,234,567.9"),
        (1e12, 0, "1,000,000,000,000"),
        (0, 2, "0.00"),
        (1e-7, 2, "0.00"),
    ],
)
def test_numbers_are_rounded_half_up_with_thousands_separators(value, decimals, text):
    assert number(value, decimals) == text


@given(value=values, decimals=st.integers(0, 4))
def test_rounding_moves_a_number_by_half_a_step_at_most(value, decimals):
    text = number(value, decimals)
    shown = Decimal(text.replace(",", "").replace(MINUS, "-"))
    assert abs(shown - Decimal(repr(value))) <= Decimal(5).scaleb(-decimals - 1)
    assert -shown.as_tuple().exponent == decimals


@given(value=values, decimals=st.integers(0, 4))
def test_a_number_and_its_opposite_are_rounded_alike(value, decimals):
    assert number(-value, decimals).lstrip(MINUS) == number(value, decimals).lstrip(MINUS)


def test_a_thin_space_stands_before_the_unit_and_none_before_a_percent_sign():
    assert quantity(4866.8, Scale("亿元", 1, 1)).text == f"4,866.8{THIN_SPACE}亿元"
    assert quantity(6.58, Scale("%", 1, 2)).text == "6.58%"
    assert quantity(3.1, Scale("‰", 1, 1)).text == "3.1‰"


@pytest.mark.parametrize("unit", ["上年=100", "2014 年=100", "2010 年=100"])
def test_an_index_carries_no_unit(unit):
    assert quantity(105.1, Scale(unit, 1, 1)).text == "105.1"


def test_every_index_of_the_catalog_is_known_as_one(catalog):
    units = {i.unit_zh for i in catalog.indicators.values() if "=100" in i.unit_zh}
    assert units == {"上年=100", "2014 年=100", "2010 年=100"}


def test_a_quantity_without_unit_ends_with_its_number():
    assert Quantity("6", "").text == "6"


def test_a_qualifier_stands_where_the_language_wants_it(catalog):
    shown = Scale("家", 1, 0)
    texts = {
        name: quantity(1100, shown, qualifier).text.replace(THIN_SPACE, " ")
        for name, qualifier in catalog.qualifiers.items()
    }
    assert texts == {
        "over": "1,100 多家",
        "exceeding": "超过 1,100 家",
        "nearly": "近 1,100 家",
        "about": "约 1,100 家",
        "reaching": "达到 1,100 家",
        "all": "所有 1,100 家",
    }


@pytest.mark.parametrize(
    ("claim_id", "prefix", "figure", "suffix", "unit"),
    [
        ("S11", "近", "3,000", "", "家"),
        ("S07", "", "1,100", "多", "家"),
        ("S16", "超过", "9 万", "", "户"),
        ("S09", "达到", "12", "", "%"),
        ("S01", "", "25,114.4", "", "亿元"),
        ("S05", "", "25,160", "", "家"),
        ("S13", "", "第 3", "", "名"),
        ("S18", "", "2+4+N", "", ""),
    ],
)
def test_a_claim_reads_as_the_text_writes_it(catalog, claim_id, prefix, figure, suffix, unit):
    claim = next(c for c in catalog.claims if c.claim_id == claim_id)
    assert claim_quantity(catalog, claim) == Quantity(figure, unit, prefix, suffix)


def test_a_qualified_claim_never_reads_as_a_bare_number(catalog):
    texts = {
        c.claim_id: claim_quantity(catalog, c).text.replace(THIN_SPACE, " ")
        for c in catalog.claims
        if c.claim_id in {"S07", "S08", "S11", "S09"}
    }
    assert texts == {
        "S07": "1,100 多家",
        "S08": "7,000 多家",
        "S11": "近 3,000 家",
        "S09": "达到 12%",
    }


@pytest.mark.parametrize(
    ("largest", "unit", "expected"),
    [
        (99_999, "件", Scale("件", 1, 0)),
        (100_000, "件", Scale("万件", 10_000, 2)),
        (702_715, "件", Scale("万件", 10_000, 2)),
        (690_300, "人年", Scale("万人年", 10_000, 2)),
        (2_574_400, "万GB", Scale("亿GB", 10_000, 2)),
        (90_000, "户", Scale("户", 1, 0)),
        (1e9, "亿元", Scale("亿元", 1, 0)),
        (1_086.5, "百万吨", Scale("亿吨", 100, 2)),
        (77.0, "百万吨", Scale("万吨", 0.01, 0)),
        (25_670.5, "万美元", Scale("亿美元", 10_000, 2)),
        (3_000, "百万美元", Scale("亿美元", 100, 2)),
        (16_993_574.5, "万个", Scale("亿个", 10_000, 2)),
        (2_173.6, "万个", Scale("万个", 1, 0)),
        (float("nan"), "件", Scale("件", 1, 0)),
    ],
)
def test_a_unit_is_shortened_from_its_threshold_on(catalog, largest, unit, expected):
    assert scale(largest, unit, 0, catalog.units) == expected


def test_a_shortened_value_keeps_two_decimals_or_more(catalog):
    shown = scale(702_715, "件", 0, catalog.units)
    assert quantity(702_715, shown).text == f"70.27{THIN_SPACE}万件"
    assert scale(702_715, "件", 3, catalog.units).decimals == 3


def test_official_units_of_large_amounts(catalog):
    carbon = scale(1_086.5, "百万吨", 1, catalog.units)
    assert quantity(1_086.5, carbon).text == f"10.87{THIN_SPACE}亿吨"
    pages = scale(16_993_574.5, "万个", 2, catalog.units)
    assert quantity(16_993_574.5, pages).text == f"1,699.36{THIN_SPACE}亿个"
    small = scale(77.04, "百万吨", 1, catalog.units)
    assert quantity(77.04, small).text == f"7,704{THIN_SPACE}万吨"


def test_no_unit_makes_nothing_of_a_value(catalog):
    # 北京's steel beside 河北's: 0.00 亿吨 would say that there is none
    shown = scale(373.4, "百万吨", 2, catalog.units, 0.19)
    assert quantity(0.19, shown).text == f"19{THIN_SPACE}万吨"
    assert quantity(373.4, shown).text == f"37,340{THIN_SPACE}万吨"
    assert scale(702_715, "件", 0, catalog.units, 12) == Scale("件", 1, 0)


@given(data=st.data(), largest=values, decimals=st.integers(0, 4))
def test_units_without_a_row_are_never_shortened(catalog, data, largest, decimals):
    others = {i.unit_zh for i in catalog.indicators.values()} - set(catalog.units)
    unit = data.draw(st.sampled_from(sorted(others)))
    assert scale(largest, unit, decimals, catalog.units) == Scale(unit, 1, decimals)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (Quantity("49,670.2", "亿元"), "49,670.2"),
        (Quantity("43.2", "%"), "43.2"),
        (Quantity("1,100", "家", suffix="多"), f"1,100{THIN_SPACE}多"),
        (Quantity("8,200", "家", prefix="约"), f"约{THIN_SPACE}8,200"),
        (Quantity("9 万", "户", prefix="近"), f"近{THIN_SPACE}9 万"),
        (Quantity("105.2", "上年=100"), "105.2"),
    ],
)
def test_a_quantity_whose_unit_stands_elsewhere_keeps_its_qualifier(found, text):
    assert without_unit(found.text, found.unit) == text


def test_the_mark_of_a_status_follows_the_whole_and_stays_with_the_number():
    found = quantity(71.55, Scale("百万吨", 1, 1), mark="（估）")
    assert found.text == f"71.6{THIN_SPACE}百万吨（估）"
    assert found.bare == "71.6（估）"
    assert without_unit(found.text, found.unit, found.mark) == "71.6（估）"
    assert quantity(105.1, Scale("上年=100", 1, 1), mark="（初）").text == "105.1（初）"


@pytest.mark.parametrize(
    ("percent", "text"),
    [(41.24, "41.2%"), (0.05, "0.1%"), (0.04, "不足 0.1%"), (0.0, "无"), (100.0, "100.0%")],
)
def test_a_part_is_never_nothing_where_it_is_something(percent, text):
    assert part(percent) == text
