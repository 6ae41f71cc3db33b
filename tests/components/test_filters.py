"""The range of years: two sliders that show the years of the view, and the track between them."""

from itertools import combinations_with_replacement

import pytest

from components.elements import tree
from components.filters import year_range


def parts_of(options, *years):
    box = tree(year_range(options, years))
    return box["p"]["style"], *(
        {part["p"]["name" if tag == "input" else "data-of"]: part for part in box["c"]
         if part["t"] == tag}
        for tag in ("input", "output")
    )  # fmt: skip


def test_sliders_and_outputs_show_the_years(options):
    _, sliders, outputs = parts_of(options, 2013, 2020)
    assert {name: one["p"]["defaultValue"] for name, one in sliders.items()} == {
        "from": 2013,
        "to": 2020,
    }
    assert {name: one["c"] for name, one in outputs.items()} == {"from": "2013", "to": "2020"}
    for one in sliders.values():
        assert (one["p"]["min"], one["p"]["max"]) == (options.first_year, options.last_year)
        assert "value" not in one["p"]  # React would not let a person move it


def test_the_default_years_are_left_out_of_the_address(options):
    _, sliders, _ = parts_of(options, 2013, 2020)
    usual = options.default()
    assert sliders["from"]["p"]["data-default"] == usual.start
    assert sliders["to"]["p"]["data-default"] == usual.end


def test_the_track_lies_between_the_years(options):
    first, last = options.first_year, options.last_year
    for years in combinations_with_replacement(range(first, last + 1), 2):
        style, _, _ = parts_of(options, *years)
        ends = [float(style[name]) for name in ("--from", "--to")]
        assert ends == pytest.approx([(year - first) / (last - first) for year in years], abs=1e-5)


def test_of_two_handles_at_one_year_the_one_with_room_lies_on_top(options):
    for year, is_raised in ((options.first_year, False), (options.last_year, True)):
        _, sliders, _ = parts_of(options, year, year)
        assert ("zIndex" in sliders["from"]["p"].get("style", {})) == is_raised
        assert "style" not in sliders["to"]["p"]
