"""The controls: a select follows the address, and holds no choice that its options do not have."""

import re

from analysis.indicators.address import indicators_view
from analysis.indicators.summary import indicator_summary
from components.elements import written
from components.indicators.controls import against_choice, base_choice, chosen, scale_links
from components.platforms.tools import bar


def base_of(catalog, options, query):
    return base_choice(indicator_summary(catalog, indicators_view(query, options)[0]))


def test_the_base_is_chosen_among_the_years_that_can_be_one(catalog, options):
    query = "indicator=so2_emissions&theme=green&scale=index"
    bases = indicator_summary(catalog, indicators_view(query, options)[0]).bases
    text = written(base_of(catalog, options, query))
    assert re.findall(r'<option value="(\d+)">', text) == [str(year) for year in bases]
    assert re.findall(r'value="">([^<]*)<', text) == ["基期：2020 年"]
    assert "基期：自动" in written(base_of(catalog, options, f"{query}&base={bases[1]}"))
    assert base_of(catalog, options, "indicator=gdp") == []


def test_another_choice_of_years_is_another_select(catalog, options):
    def key(query):
        return base_of(catalog, options, f"{query}&scale=index")[0]["p"]["key"]

    gdp = "indicator=gdp"
    assert key(gdp) == key(f"{gdp}&region=hebei,beijing,tianjin")
    assert key(gdp) != key(f"{gdp}&from=2015")
    assert key(gdp) != key(f"{gdp}&base=2015")  # “automatic” is named otherwise


def scales_of(catalog, options, query):
    shown = indicator_summary(catalog, indicators_view(query, options)[0])
    return written(scale_links(shown, options))


def test_a_family_of_scales_is_one_chip_and_a_choice_of_the_region(catalog, options):
    plain = scales_of(catalog, options, "indicator=gdp")
    assert re.findall(r">(与[^<]*之[比差])<", plain) == ["与河北之比", "与河北之差"]
    assert "<select" not in plain
    chosen = scales_of(catalog, options, "indicator=gdp&scale=difference_tianjin")
    assert re.findall(r">(与[^<]*之[比差])</a>", chosen) == ["与河北之比", "与天津之差"]
    # the nation is a sum of another size
    assert re.findall(r'<option value="difference_(\w+)">([^<]*)<', chosen) == [
        ("hebei", "与河北之差"), ("beijing", "与北京之差"), ("tianjin", "与天津之差"),
    ]  # fmt: skip
    assert 'data-key="scale"' in chosen


def test_a_family_that_does_not_hold_for_one_region_holds_for_another(catalog, options):
    alone = scales_of(catalog, options, "indicator=gdp&region=hebei")
    assert re.findall(r'href="[^"]*scale=(ratio_\w+|difference_\w+)"', alone) == [
        "ratio_beijing",
        "difference_beijing",
    ]


def test_every_indicator_can_be_set_beside(catalog, options):
    text = written(against_choice(catalog, options))
    assert set(re.findall(r'<option value="(\w+)"', text)) == set(catalog.indicators)
    assert text.count("<optgroup") == len(catalog.themes)


def test_after_every_select_of_the_address_is_the_place_of_its_hint(catalog, options):
    parts = [
        base_of(catalog, options, "indicator=gdp&scale=index"),
        against_choice(catalog, options),
        bar(catalog, options),
    ]
    text = written(parts)
    selects = re.findall(r"<select [^>]*data-key=.*?</select>(<[^>]*>)", text)
    assert selects == ['<span class="select-hint" role="status">'] * 6
    assert not re.search(r"<(?:select|option) [^>]*(?:selected|defaultValue)", text)


def test_what_is_chosen_is_said_for_paper(catalog, options):
    query = "indicator=gdp&scale=share3&against=population"
    named = chosen(indicator_summary(catalog, indicators_view(query, options)[0]), catalog)
    assert named["主题"] == "总体经济"
    assert named["指标"] == catalog.indicators["gdp"].short_zh
    assert named["数值形式"] == "占三地比重"
    assert named["对照指标"] == catalog.indicators["population"].short_zh
