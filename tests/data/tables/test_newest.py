"""The newest year of the real tables: 2025, a first figure where it is one, estimated nowhere."""

import pytest

from analysis.overview.summary import summary
from analysis.series.nation import nation_share
from analysis.series.selection import aggregate, selection
from analysis.state.view import View, choices

REGIONS = ("110000", "120000", "130000")
NATION = "000000"


def value_of(catalog, name, code, year=2025):
    return catalog.observations[name, code, year].value


@pytest.fixture(scope="module")
def gdp(catalog):
    return selection(catalog, choices(catalog).default(), "gdp")


def test_the_regional_product_of_2025_is_the_published_one(catalog):
    assert [value_of(catalog, "gdp", code) for code in REGIONS] == [52073.4, 18539.8, 49305.2]
    growth = [value_of(catalog, "gdp_index_prev100", code) for code in REGIONS]
    assert growth == [5.4, 4.8, 5.6]
    assert value_of(catalog, "gdp", NATION) == 1401879.2


@pytest.mark.parametrize("name", ["gdp", "gdp_index_prev100", "gdp_per_capita", "gdp_initial"])
def test_what_the_accounts_say_of_2025_is_a_first_figure(catalog, name):
    own = [one for (i, _, year), one in catalog.observations.items() if (i, year) == (name, 2025)]
    assert {one.status for one in own} == {"P"}
    assert len(own) >= 3


def test_the_three_together_and_their_part_of_the_nation(catalog, gdp):
    whole = aggregate(catalog, gdp)
    assert whole is not None
    assert whole.last_year == 2025
    assert whole.values[2025] == pytest.approx(119918.4)  # published as 11.99 万亿元
    part, _ = nation_share(catalog, gdp, 2025)
    assert round(part, 1) == 8.6


def test_the_nations_revised_year_tells_what_was_released_first(catalog):
    assert value_of(catalog, "gdp", NATION, 2024) == 1348066.2
    assert value_of(catalog, "gdp_initial", NATION, 2024) == 1349083.5
    assert "1,349,083.5" in catalog.observations["gdp", NATION, 2024].conflict


@pytest.mark.parametrize("code", [*REGIONS, NATION])
def test_the_newest_year_is_the_first_release_itself(catalog, code):
    first, newest = (value_of(catalog, name, code) for name in ("gdp_initial", "gdp"))
    assert first == pytest.approx(newest, abs=0.3)


def test_first_releases_are_a_series_of_their_own(catalog):
    rows = [row for name, row in catalog.indicators.items() if name.endswith("_initial")]
    years = [row for row in rows if "_cumulative" not in row.indicator_id]
    assert len(years) == 5 < len(rows)
    assert {row.vintage_family for row in rows} == {"gdp-first-release"}
    for row in years:
        assert row.vintage_family == "gdp-first-release"
        assert row.superseded_by == row.indicator_id.removesuffix("_initial")
        assert row.vintage_family != catalog.indicators[row.superseded_by].vintage_family


def test_a_bound_keeps_its_qualifier(catalog):
    stock = {code: catalog.observations["hitech_firms_stock", code, year].qualifier
             for code, year in (("110000", 2025), ("130000", 2024))}  # fmt: skip
    assert [one.qualifier for one in stock.values()] == ["exceeding", "exceeding"]


def test_the_pages_begin_with_the_newest_year_of_the_regional_product(catalog):
    options = choices(catalog)
    assert (options.settled_year, options.usual_year) == (2025, 2024)
    assert options.default().end == 2025


@pytest.fixture(scope="module")
def first_page(catalog):
    return summary(catalog, choices(catalog).default())


def test_the_first_card_leads_with_the_published_rates_of_2025(first_page):
    card = first_page.cards[0]
    assert (card.indicator, card.year) == ("gdp", 2025)
    assert card.readings[0].text.replace("\u2009", " ") == "119,918.4 亿元（初）"
    assert card.change.marked == "5.4%、4.8%、5.6%（初）"
    assert card.change.basis == "不变价"
    assert card.nominal.marked == "4.2%（初）"


def test_each_card_has_its_own_newest_year(first_page):
    years = {card.indicator: card.year for card in first_page.cards}
    assert years["gdp"] == years["gdp_index_prev100"] == 2025
    assert years["population"] == years["disposable_income"] == 2024
    income = next(c for c in first_page.cards if c.indicator == "disposable_income")
    assert [reading.year for reading in income.readings] == [2025, None, None]
    assert income.readings[0].text == "89,090\u2009元（初）（2025 年）"


def test_everything_said_of_2025_says_that_it_is_a_first_figure(first_page):
    assert "2025 年三地地区生产总值 119,918.4\u2009亿元（初步核算）" in first_page.finding
    assert first_page.trend.title.endswith("（2025 年为初步核算数）")
    assert first_page.trend.subtitle.endswith("，空心为初步核算数")
    assert first_page.comparison.title.startswith("2025 年（初步核算）")
    assert "= 8.6%（2025 年为初步核算数）" in first_page.comparison.formula


def test_bars_take_the_newest_year_of_all_and_say_so(catalog):
    view = choices(catalog).default()
    found = summary(catalog, View(view.regions, "overall", "population", view.start, view.end))
    assert found.comparison.year == 2024
    assert "2024 年（2025 年尚未齐全）" in found.comparison.subtitle
    alone = summary(catalog, View(("beijing",), "overall", "population", view.start, view.end))
    assert alone.comparison.year == 2025
