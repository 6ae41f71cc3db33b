"""The key of the base colour: its colours are those of the map, what is absent is said."""

import re

import pytest

from analysis.shading import shading
from components import theme
from components.markup import markup
from components.palette import DARK
from components.shade_key import mixture, scale, swatches


@pytest.fixture
def shading_of(catalog, topic_of):
    return lambda indicator: shading(catalog, topic_of(indicator))


def fills(parts) -> list[str]:
    return re.findall(r'fill="(#[0-9a-f]{6})"', markup(list(parts)))


def test_a_mixture_begins_and_ends_with_the_colours_of_the_scale():
    assert mixture(theme.SHADES, 0.0) == theme.SHADES[0]
    assert mixture(theme.SHADES, 1.0) == theme.SHADES[1]
    assert mixture(("#000000", "#ff8000"), 0.5) == "#804000"


def test_the_scale_begins_with_the_colour_of_the_smallest_value(shading_of):
    shown = shading_of("gdp")
    colours = fills(scale(shown, theme.SHADES))
    assert colours[0] == mixture(theme.SHADES, shown.strengths["120000"]) != theme.SHADES[0]
    assert colours[-1] == theme.SHADES[1]


def test_each_region_has_its_colour_and_its_value(catalog, shading_of):
    shown = shading_of("gdp")
    parts = swatches(shown, catalog, DARK.shades, DARK.unshaded)
    assert fills(parts) == [mixture(DARK.shades, shown.strengths[c]) for c in shown.values]
    assert "天津 17,931.3" in markup(list(parts))


def test_a_single_value_stands_alone_and_the_others_are_said_to_be_unpublished(catalog, shading_of):
    shown = shading_of("little_giants")
    known = next(iter(shown.values))
    parts = swatches(shown, catalog, theme.SHADES, theme.UNSHADED)
    assert fills(parts).count(theme.UNSHADED) == 2
    assert fills(parts).count(theme.SHADES[1]) == 1
    assert markup(list(parts)).count("未公布") == 2
    text = markup(scale(shown, theme.SHADES))
    assert text.count(shown.amounts[known]) == 1
    assert text.count("未公布") == 1
