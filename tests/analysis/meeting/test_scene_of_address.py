"""Any address of the product becomes a scene that shows what the page shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.indicators import address as desks
from analysis.indicators.address import CHARTS, IndicatorsView
from analysis.meeting.scene_of_address import scene_of
from analysis.meeting.scenes import opening, slide
from analysis.platforms.address import platform_choices, platforms_view
from analysis.platforms.places import shown
from analysis.series.scales import SCALES
from analysis.state.view import View
from data.model.scenes import Scene
from data.package.scene_checks import flaws, known_to


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
        (
            "/indicators",
            "indicator=gdp&frame=yangtze",
            Scene("gdp", 1, "chart", "overall", "gdp", frame="yangtze"),
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
            Scene("task-digital", 1, "task", "digital", regions=("beijing", "tianjin")),
        ),
        ("/platforms", "", Scene("gdp", 1, "map", "overall", "gdp", filters="shade=0")),
        ("/platforms", "shade=1", Scene("gdp", 1, "map", "overall", "gdp")),
        (
            "/",
            "ground=prefecture.product&theme=green",
            Scene("so2-emissions", 1, "map", "green", "so2_emissions",
                  filters="ground=prefecture.product"),
        ),
        ("/areas", "", Scene("areas-manufacturing", 1, "areas", "overall",
                             subject="manufacturing")),
        (
            "/areas",
            "sector=wholesale_retail&map=share&area=131125&region=beijing,hebei&from=2015",
            Scene("areas-wholesale-retail", 1, "areas", "overall", subject="wholesale_retail",
                  regions=("beijing", "hebei"), filters="map=share&area=131125"),
        ),
        ("/evaluation", "", Scene("evaluation-gaps", 1, "gaps", "overall")),
        (
            "/evaluation",
            "reference=beijing&region=beijing,hebei&from=2016&to=2022&sign=all",
            Scene("evaluation-gaps", 1, "gaps", "overall", regions=("beijing", "hebei"),
                  start=2016, end=2022, filters="reference=beijing"),
        ),
        (
            "/evaluation",
            "weights=green:2&without=software&base=2016&trust=AB&from=2016&region=hebei",
            Scene("evaluation-index", 1, "index", "overall",
                  filters="weights=green:2&without=software&trust=AB&base=2016"),
        ),
    ],
)  # fmt: skip
def test_a_page_becomes_a_scene(catalog, path, query, expected):
    assert scene_of(catalog, path, query) == expected


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("path", "query", "fragment", "expected"),
    [
        ("/plan", "", "task-green", {"layout": "task", "theme": "green"}),
        ("/plan", "theme=digital", "", {"layout": "task", "theme": "digital"}),
        ("/plan", "region=hebei", "chain-robotics",
         {"layout": "chain", "subject": "robotics", "regions": ("hebei",)}),
        ("/plan", "", "chain-nothing", {"layout": "marks"}),
        ("/platforms", "place=W2&layers=wing", "", {"layout": "place", "subject": "W2"}),
        ("/platforms", "layers=wing,zone&search=航空&region=hebei&shade=1&lines=county", "",
         {"layout": "map", "filters": "layers=wing,zone&search=%E8%88%AA%E7%A9%BA",
          "regions": ("hebei",)}),
        ("/platforms", "area=130638&list=opinion-2017&ground=county.density", "",
         {"layout": "map", "filters": "list=opinion-2017&area=130638&ground=county.density"}),
        ("/", "ground=prefecture.density", "", {"layout": "map"}),
        ("/areas", "sector=ict&area=110108", "", {"layout": "areas", "filters": "area=110108"}),
        ("/evaluation", "weights=green:2", "gaps-panel", {"layout": "gaps", "filters": None}),
        ("/evaluation", "from=2016&weights=green:2", "watch-panel",
         {"layout": "watch", "filters": None, "start": 2016}),
        ("/evaluation", "reference=tianjin", "official-panel",
         {"layout": "index", "filters": None}),
        ("/evaluation", "weights=innovation:0.5,green:2&base=2018", "what-if-panel",
         {"layout": "index", "filters": "weights=innovation:0.5,green:2&base=2018"}),
    ],
)  # fmt: skip
def test_what_is_open_is_what_is_added(catalog, path, query, fragment, expected):
    found = scene_of(catalog, path, query, fragment)
    assert {name: getattr(found, name) for name in expected} == expected
    assert list(flaws(found, known_to(catalog))) == []
    assert slide(catalog, found, opening(catalog, found)).title


def test_a_filtered_map_lists_what_the_page_lists(catalog, options):
    query = "layers=wing,zone&region=hebei&area=130600"
    found = scene_of(catalog, "/platforms", query)
    chosen, _ = platforms_view(query, options, platform_choices(catalog))
    listed = [p.name_zh for p in shown(catalog, chosen)]
    assert listed == ["河北雄安新区"]
    assert [row[1] for row in slide(catalog, found, "hebei").table.rows] == listed


@pytest.mark.parametrize("path", ["/present", "/regions/shanghai", "/regions/", "", "/health"])
def test_what_is_no_page_is_refused(catalog, path):
    with pytest.raises(ValueError, match="^" + path + "$"):
        scene_of(catalog, path, "")


@st.composite
def some_desks(draw, options):
    theme = draw(st.sampled_from(sorted(options.themes)))
    first = draw(st.integers(options.first_year, options.last_year))
    wanted = draw(st.sets(st.sampled_from(list(options.regions)), min_size=1))
    regions = tuple(slug for slug in options.regions if slug in wanted)
    indicator = draw(st.sampled_from(options.indicators[theme]))
    last = draw(st.integers(first, options.last_year))
    return IndicatorsView(
        View(regions, theme, indicator, first, last),
        draw(st.sampled_from(sorted(SCALES))),
        draw(st.none() | st.integers(options.first_year, options.last_year)),
        draw(st.sampled_from(CHARTS)),
    )


@given(data=st.data())
def test_every_view_of_the_indicators_page_gives_a_scene_that_can_be_kept(catalog, options, data):
    desk = data.draw(some_desks(options))
    found = scene_of(catalog, "/indicators", desks.query_of(desk, options))
    assert list(flaws(found, known_to(catalog))) == []
    assert (found.theme, found.indicator_id) == (desk.view.theme, desk.view.indicator)
    assert (found.regions or tuple(options.regions)) == desk.view.regions
    assert (found.start or options.first_year) == desk.view.start
    assert (found.end or options.settled_year) == desk.view.end
    assert found.scale == ("share3" if desk.chart == "stack" else desk.scale)
