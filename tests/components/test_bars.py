"""Bars: from zero, at home in a low panel and in a wide one, their texts never cut off."""

from dataclasses import dataclass

import pytest

from components.charts.bars import bars


@dataclass(frozen=True)
class Row:
    slug: str
    label: str
    value: float | None
    text: str


def figure_of(values, text="115,049.6\u2009亿元", **how):
    slugs = ("beijing", "tianjin", "hebei", "jjj")
    rows = [Row(s, s, v, text) for s, v in zip(slugs, values, strict=False)]
    return bars(rows, **how)


def part(figure, plot: float, value: float) -> float:
    """How far the bar of a value reaches in a figure so wide, with 52 pixels of names."""
    low, high = figure["layout"]["xaxis"]["range"]
    room = plot - 52 - figure["layout"]["margin"]["r"]
    return (52 + (value - low) / (high - low) * room) / plot


def test_in_a_wide_plot_the_longest_bar_takes_most_of_the_width():
    figure = figure_of([50.0, 18.0, 47.0, 115.0], is_wide=True)
    assert 0.75 < part(figure, 1048, 115.0) < 0.85
    assert figure["layout"]["xaxis"]["range"][0] == 0


def test_in_a_low_panel_the_bars_leave_room_for_value_and_share():
    figure = figure_of([50.0, 18.0, 47.0])
    assert figure["layout"]["xaxis"]["range"] == [0, pytest.approx(110)]
    assert figure["layout"]["margin"]["r"] == 8


@pytest.mark.parametrize(("text", "pixels"), [("12.3%", 40), ("115,049.6\u2009亿元", 100)])
def test_the_text_beside_the_longest_bar_has_its_room_in_the_margin(text, pixels):
    figure = figure_of([1.0, 2.0], text, is_wide=True)
    assert pixels <= figure["layout"]["margin"]["r"] <= 1.3 * pixels


@pytest.mark.parametrize("values", [[-3.2, -6.6], [-3.2, 4.0], [-0.5, None]])
def test_negative_values_reach_left_of_zero_with_room_for_their_text(values):
    low, high = figure_of(values, "-3.2%", is_wide=True)["layout"]["xaxis"]["range"]
    span = max(0, *(v or 0 for v in values)) - min(v or 0 for v in values)
    assert low <= min(v or 0 for v in values) - 0.25 * span
    assert high > 0


def test_nothing_but_zeros_is_still_drawn_from_zero():
    for is_wide in (False, True):
        axis = figure_of([0.0, 0.0], "0.0%", is_wide=is_wide)["layout"]["xaxis"]
        assert axis["range"][0] == 0 < axis["range"][1]
