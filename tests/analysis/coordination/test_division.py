"""Division of labour, on the sectors that the edition of the tests has: quotients by hand."""

from dataclasses import replace
from math import isclose
from types import MappingProxyType

import pytest

from analysis.coordination.division import ALIKE, LACKING, UNLIKE, division
from analysis.series.specialisation import krugman
from data.model.catalog import Break
from data.model.gaps import Sector
from tests.edited import edited

BJ, TJ, HB = CODES = ("110000", "120000", "130000")
NAMES = ("va_industry", "va_transport", "va_finance")


@pytest.fixture(scope="module")
def own(catalog):
    sectors = tuple(Sector(name, n, name) for n, name in enumerate(NAMES, 1))
    return replace(catalog, sectors=sectors)


@pytest.fixture(scope="module")
def found(own):
    return division(own, 2014, 2024)


def test_a_quotient_is_the_share_over_the_share_of_the_three(found, published):
    values = {code: {name: published[name, code, 2024] for name in NAMES} for code in CODES}
    whole = sum(sum(row.values()) for row in values.values())
    for row in found.rows:
        name = row.sector.indicator_id
        base = sum(values[code][name] for code in CODES) / whole
        assert isclose(row.share, float(base) * 100)
        for one in row.quotients:
            part = values[one.code][name] / sum(values[one.code].values())
            assert isclose(one.value, float(part / base))
            assert isclose(one.share, float(part) * 100)


def test_the_years_are_those_in_which_nothing_is_missing(found, published):
    years = set.intersection(
        *({y for n, c, y in published if (n, c) == (name, code) and y < 3000}
          for name in NAMES for code in CODES)
    )  # fmt: skip
    assert (found.first, found.last) == (min(years), max(years)) == (2016, 2024)
    assert all(set(path.krugman) == years for path in found.pairs)


def test_pairs_have_their_index_first_and_last(found):
    assert [path.name for path in found.pairs] == ["京津", "京冀", "津冀"]
    for path in found.pairs:
        first, last = (round(path.krugman[y], 3) for y in (found.first, found.last))
        assert path.text(path.krugman) == f"{first:.3f} → {last:.3f}"
        assert path.verdict == (ALIKE if last < first else UNLIKE)


def test_with_few_sectors_no_similarity_is_told(found):
    assert all(not path.similarity for path in found.pairs)


def test_krugman_of_nothing_in_common_is_two():
    """(20,10,70,0,0) against (0,0,0,60,40)."""
    one = {"a": 0.2, "b": 0.1, "c": 0.7, "d": 0.0, "e": 0.0}
    other = {"a": 0.0, "b": 0.0, "c": 0.0, "d": 0.6, "e": 0.4}
    assert isclose(krugman(one, other), 2)


def test_a_later_year_changes_no_earlier_one(own):
    later = edited(own, {("va_finance", code, 2024): 9e5 for code in CODES})
    assert division(later, 2014, 2023) == division(own, 2014, 2023)


def test_a_break_leaves_the_years_and_takes_the_verdict(own):
    cut = Break("va_finance", 2019, 2020, "测试口径")
    broken = replace(own, breaks=MappingProxyType({**own.breaks, "va_finance": (cut,)}))
    found = division(broken, 2014, 2024)
    assert found.broken == "测试口径" and {path.verdict for path in found.pairs} == {""}
    assert found.rows == division(own, 2014, 2024).rows


def test_one_year_is_described_and_not_compared(own):
    found = division(own, 2024, 2024)
    assert {path.verdict for path in found.pairs} == {""}
    assert all("→" not in path.text(path.krugman) for path in found.pairs)


def test_shades_begin_at_their_bounds(found):
    for row in found.rows:
        for one in row.quotients:
            bounds = (0.5, 0.8, 1.25, 1.5)
            assert one.shade == sum(round(one.value, 2) >= bound for bound in bounds)


def test_the_headline_names_where_each_concentrates_most(found):
    parts = found.headline.split("、")
    assert [part[:2] for part in parts] == ["北京", "天津", "河北"]
    best = max((row.quotients[0].value, row.sector.name_zh) for row in found.rows)
    assert best[1] in parts[0]


def test_nobody_is_said_to_concentrate_in_what_the_named_sectors_leave(own, found):
    best, row = found.most(BJ)
    rest = [replace(one, is_rest=one == row.sector) for one in own.sectors]
    other = division(replace(own, sectors=tuple(rest)), 2014, 2024)
    assert other.rows[0].quotients == found.rows[0].quotients  # it is still in the table
    assert other.most(BJ)[1].sector.name_zh != row.sector.name_zh
    assert other.most(BJ)[0].value < best.value
    only = [replace(one, is_rest=True) for one in own.sectors]
    alone = division(replace(own, sectors=tuple(only)), 2014, 2024)
    assert alone.most(BJ)[0] == best


def test_without_sectors_or_years_that_is_said(catalog, own):
    assert division(replace(catalog, sectors=()), 2014, 2024).lacking == LACKING
    assert "2010—2012 年" in division(own, 2010, 2012).lacking


def test_what_is_not_looked_at_is_said_where_the_most_is(own):
    """The rest is no sector: without it another one leads, and that is said."""
    sectors = tuple(replace(one, is_rest=one.indicator_id == "va_finance") for one in own.sectors)
    found = division(replace(own, sectors=sectors), 2014, 2024)
    assert found.leaving == "（不含va_finance）"
    assert found.most(BJ)[1].sector.indicator_id != "va_finance"
    assert division(own, 2014, 2024).leaving == ""
    alone = tuple(replace(one, is_rest=True) for one in own.sectors)
    assert division(replace(own, sectors=alone), 2014, 2024).leaving == ""
