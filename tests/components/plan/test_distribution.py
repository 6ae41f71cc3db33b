"""The bars of a spread: one cell an indicator, and never only by colour."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.plan.distribution import KINDS, Spread
from components.elements import written
from components.plan.distribution import bar, key, spread_rows

NONE = Spread("130000", "hebei", "河北", {}, {}, 0, (), 0, "河北：", "2022 年以来：")


def of(**numbers):
    return replace(NONE, now=dict.fromkeys(KINDS, 0) | numbers)


COUNTS = st.tuples(*[st.integers(0, 12)] * len(KINDS))


@given(COUNTS)
def test_a_bar_has_as_many_cells_of_each_kind_as_it_counts(numbers):
    shown = of(**dict(zip(KINDS, numbers, strict=True)))
    drawn = written(bar(shown, 14, 13))
    for name, number in zip(KINDS, numbers, strict=True):
        assert drawn.count(f'"cell-{name}"') == number


@given(COUNTS)
def test_cells_do_not_overlap_and_stay_inside(numbers):
    shown = of(**dict(zip(KINDS, numbers, strict=True)))
    drawn = written(bar(shown, 4, 5))
    width = int(re.search(r'<svg [^>]*class="spread"[^>]* width="(\d+)"', drawn)[1])
    lefts = [float(x) for x in re.findall(r'class="cell-(?!cut)\w+"[^>]* x="([\d.]+)"', drawn)]
    assert lefts == sorted(lefts)
    assert all(b - a >= 4 for a, b in pairwise(lefts))
    assert not lefts or lefts[-1] + 3.5 <= width


def test_worsening_is_cut_so_that_grey_print_tells_it_apart():
    assert "cell-cut" in written(bar(of(worsening=1), 14, 13))
    assert "cell-cut" not in written(bar(of(improving=1), 14, 13))


@pytest.mark.parametrize("word", KINDS.values())
def test_the_key_names_every_kind(word):
    assert word in written(key())


def test_rows_say_their_counts_in_words_and_lead_to_what_they_count():
    shown = replace(
        of(improving=2),
        total=2,
        unpaced=2,
        text="河北：2 项改善",
        later_text="2022 年以来：2 项有所回落",
    )
    text = written(spread_rows([shown], "marks-green"))
    assert 'href="#marks-green"' in text
    assert ">2 项改善<" in text
    assert "速度：2 项不作评价" in text
    assert ">2022 年以来：2 项有所回落<" in text
    assert spread_rows([], "marks-green") is None
