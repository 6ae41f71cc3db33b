"""Any address of the product becomes a scene that shows what the page shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.indicators import address as desks
from analysis.indicators.address import CHARTS, IndicatorsView
from analysis.meeting.scene_of_address import scene_of
from analysis.series.scales import SCALES
from analysis.state.view import View, choices
from data.model.scenes import Scene
from data.package import load as package
from data.package.scene_checks import flaws, known_to

CATALOG = package.load()
OPTIONS = choices(CATALOG)
KNOWN = known_to(CATALOG)


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        ("/", "", Scene("gdp", 1, "numbers-chart", "overall", "gdp")),
        (
            "/",
            "theme=green&indicator=pm25&region=hebei&from=2015&to=2020",
            Scene("pm25", 1, "numbers-chart", "green", "pm25", regions=("hebei",),
                  start=2015, end=2020),
        ),
        (
            "/indicators",
            "indicator=gdp&scale=index&base=2015",
            Scene("gdp", 1, "chart", "overall", "gdp", scale="index", base=2015),
        ),
        ("/indicators", "chart=bars", Scene("gdp", 1, "bars", "overall", "gdp")),
        ("/indicators", "chart=stack", Scene("gdp", 1, "chart", "overall", "gdp", scale="share3")),
        (
            "/indicators",
            "against=population",
            Scene("gdp", 1, "numbers-chart", "overall", "gdp", against_id="population"),
        ),
        (
            "/regions/hebei",
            "region=beijing&theme=green",
            Scene("so2-emissions", 1, "list", "green", "so2_emissions", subject="regions",
                  regions=("hebei",)),
        ),
        (
            "/plan",
            "theme=digital&region=beijing,tianjin",
            Scene("plan", 1, "marks", "digital", regions=("beijing", "tianjin")),
        ),
        ("/platforms", "", Scene("gdp", 1, "map", "overall", "gdp")),
    ],
)  # fmt: skip
def test_a_page_becomes_a_scene(path, query, expected):
    assert scene_of(path, query, OPTIONS) == expected


@pytest.mark.parametrize("path", ["/present", "/regions/shanghai", "/regions/", "", "/health"])
def test_what_is_no_page_is_refused(path):
    with pytest.raises(ValueError, match="^" + path + "$"):
        scene_of(path, "", OPTIONS)


themes = st.sampled_from(sorted(OPTIONS.themes))


@st.composite
def some_desks(draw):
    theme = draw(themes)
    first = draw(st.integers(OPTIONS.first_year, OPTIONS.last_year))
    wanted = draw(st.sets(st.sampled_from(list(OPTIONS.regions)), min_size=1))
    regions = tuple(slug for slug in OPTIONS.regions if slug in wanted)
    indicator = draw(st.sampled_from(OPTIONS.indicators[theme]))
    last = draw(st.integers(first, OPTIONS.last_year))
    return IndicatorsView(
        View(regions, theme, indicator, first, last),
        draw(st.sampled_from(sorted(SCALES))),
        draw(st.none() | st.integers(OPTIONS.first_year, OPTIONS.last_year)),
        draw(st.sampled_from(CHARTS)),
    )


@given(some_desks())
def test_every_view_of_the_indicators_page_gives_a_scene_that_can_be_kept(desk):
    found = scene_of("/indicators", desks.query_of(desk, OPTIONS), OPTIONS)
    assert list(flaws(found, KNOWN)) == []
    assert (found.theme, found.indicator_id) == (desk.view.theme, desk.view.indicator)
    assert (found.regions or tuple(OPTIONS.regions)) == desk.view.regions
    assert (found.start or OPTIONS.first_year) == desk.view.start
    assert (found.end or OPTIONS.settled_year) == desk.view.end
    assert found.scale == ("share3" if desk.chart == "stack" else desk.scale)
