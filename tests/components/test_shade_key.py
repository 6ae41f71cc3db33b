"""The key of the base colour: its colours are those of the map, what is absent is said."""

import re

import pytest

from analysis.maps.shading import shading
from components.elements import written
from components.shade_key import scale, swatches


@pytest.fixture
def shading_of(catalog, topic_of):
    return lambda indicator: shading(catalog, topic_of(indicator))


def opacities(parts) -> list[float]:
    return [float(one) for one in re.findall(r'fill-opacity="([\d.]+)"', written(list(parts)))]


def test_the_scale_begins_with_the_colour_of_the_smallest_value(shading_of):
    shown = shading_of("gdp")
    found = opacities(scale(shown))
    assert found == sorted(found)
    assert found[0] == pytest.approx(shown.strengths["120000"], abs=1e-4)
    assert found[0] > 0.3
    assert found[-1] == 1


def test_each_region_has_its_colour_and_its_value(catalog, shading_of):
    shown = shading_of("gdp")
    parts = swatches(shown, catalog)
    assert opacities(parts) == pytest.approx([shown.strengths[c] for c in shown.values], abs=1e-4)
    assert "天津 17,931.3" in written(list(parts))
    assert "blank" not in written(list(parts))


def test_a_single_value_stands_alone_and_the_others_are_said_to_have_none(catalog, shading_of):
    shown = shading_of("little_giants")
    known = next(iter(shown.values))
    parts = written(list(swatches(shown, catalog)))
    assert parts.count("swatch blank") == parts.count("本站未收录") == 2
    text = written(scale(shown))
    assert text.count(shown.amounts[known]) == 1
    assert text.count("本站未收录") == 1
