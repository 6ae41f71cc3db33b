"""The slide of an industry's places says what the page of areas says, region by region."""

import pytest

from analysis.areas.address import area_choices, areas_view
from analysis.areas.summary import areas_summary
from analysis.meeting.scenes import ALL, choices_of, slide
from data.model.scenes import Scene


def scene(**named):
    given = {"scene_id": "x", "order": 1, "layout": "areas", "theme": "layout"}
    return Scene(**{**given, "subject": "manufacturing", **named})


def test_the_slide_is_of_the_summary_that_the_page_shows(catalog, options):
    found = slide(catalog, scene(filters="map=share&area=131125"), "hebei")
    query = "map=share&area=131125&region=hebei"
    page = areas_summary(catalog, areas_view(query, options, area_choices(catalog))[0])
    assert (found.areas.counties, found.areas.slopes) == (page.counties, page.slopes)
    assert (found.areas.profile, found.areas.top) == (page.profile, page.top)
    assert page.headline.endswith(f"：{found.sentence}")
    said = "".join(found.footnotes)
    assert found.footnotes[1:] == page.limits[2:]
    for words in ("抽样 10%", "按居住地", "不作从业人数", "误差较大"):
        assert words in said and words in "".join(page.limits[:2])


def test_title_and_sentence_are_the_headline_in_two(catalog):
    whole = slide(catalog, scene(), ALL)
    assert f"{whole.title}；{whole.sentence}" == whole.areas.headline
    assert whole.title.endswith(
        "北京由 15.6% 降到 8.2%，天津由 27.0% 降到 20.7%，河北由 12.8% 升到 18.7%"
    )
    alone = slide(catalog, scene(), "beijing")
    assert alone.title.endswith("北京由 15.6% 降到 8.2%")
    assert alone.sentence == ""


def test_an_open_area_has_the_title(catalog):
    found = slide(catalog, scene(filters="area=131125"), ALL)
    assert found.title == (
        "安平县：制造业占就业人口 51.0%，区位商 3.05，在 199 个县（市、区）中居第 1 位（2020 年）"
    )
    assert found.filter_text == "产业布局 · 三地 · 制造业 · 安平县"


def test_the_table_has_the_regions_and_their_units_once(catalog):
    rows = slide(catalog, scene(), ALL).table.rows
    assert rows[0] == ("北京", "15.6", "8.2", "−7.4")
    assert [row[0] for row in rows[:3]] == ["北京", "天津", "河北"]
    assert len(rows) == len({row[0] for row in rows}) == 14


def test_the_axis_of_the_slopes_is_that_of_all_three(catalog):
    row = scene()
    held = {slide(catalog, row, choice).holds for choice in choices_of(catalog, row)}
    assert len(held) == 1
    [(low, high)] = held
    ends = [end for one in slide(catalog, row, ALL).areas.slopes for end in (one.first, one.last)]
    assert (low, high) == (min(ends), max(ends))


def test_its_sources_and_the_review_of_the_map_are_said(catalog):
    found = slide(catalog, scene(), ALL)
    assert len(found.sources) >= 3
    assert "边界：天地图；内部研究用图，未送审" in found.source


@pytest.mark.parametrize("industry", ["ict", "public_admin"])
def test_every_choice_of_another_industry_is_told(catalog, industry):
    row = scene(subject=industry)
    names = catalog.areas.industries[industry]
    for choice in choices_of(catalog, row):
        found = slide(catalog, row, choice)
        assert found.layout == "areas"
        assert names.name_zh in found.title
        assert found.areas.map_title.startswith(names.short_zh)
