"""The official index as a figure: no line joins two editions; what was not checked says so."""

import re

import pytest

from analysis.evaluation.official import official
from components.charts.editions import editions_figure, in_words, year_span
from components.elements import written


@pytest.fixture(scope="module")
def newest(catalog):
    return official(catalog).bases[0].series


def parts(series, newest, is_small=False):
    figure = editions_figure(series, year_span(newest), is_small)
    return figure, [one for one in figure["c"] if one["t"] == "g"]


def test_each_edition_is_one_group_and_joins_only_its_own_two_marks(newest):
    for series in newest:
        _, groups = parts(series, newest)
        shown = [mark for mark in series.marks if mark.value is not None]
        assert len(groups) == len(shown)
        for mark, group in zip(shown, groups, strict=True):
            names = [part["p"]["className"].split()[0] for part in group["c"]]
            assert names == (["joined", "implied", "printed"] if mark.before else ["printed"])
            if mark.before:
                line, implied, printed = (part["p"] for part in group["c"])
                assert (line["x1"], line["y1"]) == (implied["cx"], implied["cy"])
                assert (line["x2"], line["y2"]) == (printed["cx"], printed["cy"])


def test_there_is_no_other_line_than_the_grid(newest):
    figure, _ = parts(newest[0], newest)
    lines = {one["p"]["className"] for one in figure["c"] if one["t"] == "line"}
    assert lines == {"grid"}


def test_a_higher_value_stands_higher(newest):
    _, groups = parts(newest[0], newest)
    heights = [group["c"][-1]["p"]["cy"] for group in groups]
    assert heights == sorted(heights, reverse=True)


def test_what_was_not_checked_is_drawn_and_said_so(newest):
    series = next(one for one in newest if one.dimension == "innovation")
    html = written(parts(series, newest, is_small=True)[0])
    assert html.count("unchecked") == 1 and "180.9（转）" in html


def test_labels_of_a_small_figure_are_the_last_and_the_unchecked(newest):
    series = next(one for one in newest if one.dimension == "green")
    html = written(parts(series, newest, is_small=True)[0])
    assert re.findall(r'class="value"[^>]*>([^<]+)<', html) == ["165.8（转）", "171.2"]


def test_in_words_every_value_is_with_its_edition(newest):
    said = in_words(newest[0])
    assert "2022 年 145.0，同期所含 2021 年 139.9" in said
    opening = next(one for one in newest if one.dimension == "opening")
    assert "2021 年只公布变化 +19.9 点" in in_words(opening)


def test_years_begin_with_the_first_that_is_implied(newest):
    assert year_span(newest) == (2020, 2024)
