"""The official index by edition: what each prints and implies, and nothing across editions."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.evaluation.official import (
    DIMENSIONS,
    LACKING,
    TOTAL,
    implied,
    is_rewritten,
    official,
    signed,
)


@pytest.fixture(scope="module")
def found(catalog):
    return official(catalog)


def marks_of(base, dimension):
    return {m.year: m for s in base.series if s.dimension == dimension for m in s.marks}


def test_the_newest_base_comes_first_and_bases_stay_apart(found):
    assert [base.base for base in found.bases] == [2014, 2010]
    years = [{m.year for s in base.series for m in s.marks} for base in found.bases]
    assert years == [set(range(2020, 2025)), {2017, 2018, 2019}]


@pytest.mark.parametrize(
    ("dimension", "year", "text", "before"),
    [
        (TOTAL, 2020, "119.33", ""),
        (TOTAL, 2021, "138.9", "131.2"),
        (TOTAL, 2022, "145.0", "139.9"),
        (TOTAL, 2023, "148.8", "143.2"),
        (TOTAL, 2024, "154.1", "149.2"),
        ("coordination", 2022, "131.3", "128.2"),
        ("innovation", 2022, "176.7", "165.1"),
        ("opening", 2024, "106.7", "107.1"),
    ],
)
def test_an_edition_implies_the_year_before(found, dimension, year, text, before):
    mark = marks_of(found.bases[0], dimension)[year]
    assert (mark.text, mark.before_text) == (text, before)


def test_a_year_of_which_only_the_change_was_printed_has_no_value(found):
    mark = marks_of(found.bases[0], "opening")[2021]
    assert (mark.value, mark.before, mark.change_text) == (None, None, "+19.9")


def test_what_was_not_checked_has_its_mark_and_nothing_else_has(found, catalog):
    shown = {(s.dimension, m.year): m.mark for b in found.bases for s in b.series for m in s.marks}
    rows = {(r.dimension, r.year): r.trust for r in catalog.areas.index_editions}
    assert all((mark == "（转）") == (rows[key] == "C") for key, mark in shown.items())
    assert sum(map(bool, shown.values())) == 5


def test_without_a_mark_what_was_not_checked_is_left_out(catalog):
    bare = replace(catalog, marks={})
    shown = [m for b in official(bare).bases for s in b.series for m in s.marks]
    assert len(shown) == sum(r.trust != "C" for r in catalog.areas.index_editions)


def test_every_edition_of_the_new_base_rewrites_the_year_before(found):
    new, old = found.bases
    assert new.headline == "每一期都改写上一年"
    assert new.sentence == (
        "总指数 2020 年由 119.33 改为 131.2，2021 年由 138.9 改为 139.9，"
        "2022 年由 145.0 改为 143.2，2023 年由 148.8 改为 149.2。"
    )
    assert (old.headline, old.sentence) == ("各期的上年数值与上一期一致", "")


def test_no_sentence_gives_a_difference_between_editions(found):
    """The numbers in it are all printed or implied by one edition."""
    base = found.bases[0]
    said = set(re.findall(r"\d+\.\d+", base.sentence))
    known = {t for m in marks_of(base, TOTAL).values() for t in (m.text, m.before_text)}
    assert said and said <= known


def test_what_an_edition_implies_depends_on_its_own_row_alone(catalog, found):
    """Other editions changed, its marks stay: nothing is carried across."""
    rows = tuple(
        r if r.edition == 2024 else replace(r, value=r.value and r.value + 7.0)
        for r in catalog.areas.index_editions
    )
    other = official(replace(catalog, areas=replace(catalog.areas, index_editions=rows)))
    for dimension in DIMENSIONS:
        kept, moved = (marks_of(f.bases[0], dimension).get(2023) for f in (found, other))
        assert kept == moved


def test_the_difference_is_exact():
    assert implied(145.0, 5.1) == Decimal("139.9")
    assert implied(106.7, -0.4) == Decimal("107.1")


@pytest.mark.parametrize(
    ("printed", "later", "is_other"),
    [("153.99", "153.99", False), ("153.99", "154.00", False), ("153.99", "154.01", True),
     ("148.8", "148.9", False), ("148.8", "149.2", True), ("119.33", "119.4", False)],
)  # fmt: skip
def test_a_last_digit_is_no_rewriting(printed, later, is_other):
    assert is_rewritten(Decimal(printed), Decimal(later)) == is_other


def test_changes_have_signs():
    assert [signed(one) for one in (5.1, -0.4, 0.0)] == ["+5.1", "−0.4", "0.0"]


def test_an_edition_without_the_index_says_so(catalog):
    bare = replace(catalog, areas=replace(catalog.areas, index_editions=()))
    assert official(bare).lacking == LACKING
