"""What the real tables say holds together, and every page of them has something to show."""

import csv
from decimal import Decimal
from itertools import pairwise

import pytest

from analysis.indicators.coverage import coverage
from analysis.overview.summary import summary
from analysis.search.entries import KINDS
from analysis.search.index import near_words, other_names
from analysis.state.view import choices
from components.elements import written
from components.indicators.coverage import coverage_picture
from data.model.periods import ANNUAL, QUARTERLY, frequency, of_year, part_of_year, period, year_of
from data.package.load import FOLDER


def test_every_value_that_is_not_a_normal_one_carries_a_mark(catalog):
    found = {(o.status, o.trust == "C", o.mark.split("（截至")[0])
             for o in catalog.observations.values()}  # fmt: skip
    dated = {
        o.mark.endswith(f"（截至 {o.as_of}）") for o in catalog.observations.values() if o.as_of
    }
    assert dated == {True}
    assert found == {("A", False, ""), ("E", False, "（估）"), ("P", False, "（初）"),
                     ("P", True, "（初）（转）")}  # fmt: skip


def test_every_headline_has_a_value_and_they_are_numbered_from_one(catalog):
    options = choices(catalog)
    for theme in catalog.themes:
        cards = summary(catalog, options.default(theme)).cards
        assert [card.indicator for card in cards] == [
            row.indicator_id for row in catalog.headlines(theme)
        ]
        assert [row.headline for row in catalog.headlines(theme)] == list(range(1, len(cards) + 1))
        years = slice(options.first_year, options.settled_year)
        empty = [
            c.indicator
            for c in cards
            if catalog.panels[c.indicator].loc[years].isna().all(axis=None)
        ]
        assert (theme, empty) == (theme, [])


def test_the_catalog_holds_the_values_of_the_table_to_the_last_digit(catalog):
    with (FOLDER / "tables" / "observations.csv").open(encoding="utf-8", newline="") as file:
        published = {
            (row["indicator_id"], row["region_code"], period(row["period"])): Decimal(row["value"])
            for row in csv.DictReader(file)
        }
    held = {
        key: Decimal(repr(found.value)) + Decimal(catalog.indicators[key[0]].subtract or 0)
        for key, found in catalog.observations.items()
    }
    assert held == published
    assert len(catalog.indicators) == len(catalog.panels)


def test_four_quarters_of_a_cumulative_value_make_the_value_of_the_year(catalog):
    """What is counted to the end of the year is the year's: to the unit that is published."""
    seen = 0
    for name in ("gdp_cumulative", "gdp_cumulative_growth"):
        years = catalog.indicators[name].annual_id
        for (own, code, quarter), found in catalog.observations.items():
            if own == name and frequency(quarter) == QUARTERLY and part_of_year(quarter) == 4:
                whole = catalog.observations.get((years, code, year_of(quarter)))
                if whole is not None:
                    unit = 1 if name == "gdp_cumulative" else 0.1
                    assert abs(found.value - whole.value) < unit * 0.51, (name, code, quarter)
                    seen += 1
    assert seen >= 24


def test_the_quarters_of_gdp_are_whole_and_of_one_vintage(catalog):
    quarters = range(of_year(2021, QUARTERLY, 1), of_year(2026, QUARTERLY, 2) + 1)
    for name, codes in {
        "gdp_cumulative": ("110000", "120000", "130000", "000000"),
        "gdp_cumulative_growth": ("110000", "120000", "130000"),
    }.items():
        found = {(c, p): catalog.observations[name, c, p] for c in codes for p in quarters}
        assert {one.status for (_, p), one in found.items() if year_of(p) < 2025} == {"A"}
        assert {one.status for (_, p), one in found.items() if year_of(p) >= 2025} == {"P"}
        assert catalog.indicators[name].vintage_family == "gdp-5th-census"
        assert catalog.indicators[f"{name}_initial"].vintage_family == "gdp-first-release"


def test_what_is_cumulative_is_never_subtracted(catalog):
    """No growth, and nothing per head, is made of what is counted from January."""
    parts = {i for i, _, p in catalog.observations if frequency(p) != ANNUAL}
    assert len(parts) > 20
    rows = [catalog.indicators[name] for name in parts]
    assert [row.indicator_id for row in rows if row.growth_allowed or row.per_capita_allowed] == []


def test_no_value_lies_inside_a_break(catalog):
    # A break joins two neighbouring published years: nothing is published between them.
    between = {
        (name, cut.before): catalog.panels[name].loc[cut.before + 1 : cut.after - 1]
        for name, breaks in catalog.breaks.items()
        for cut in breaks
    }
    assert len(between) > 30
    assert [place for place, years in between.items() if years.notna().any(axis=None)] == []


def test_breaks_of_an_indicator_follow_each_other(catalog):
    crossed = [
        name
        for name, breaks in catalog.breaks.items()
        for one, other in pairwise(sorted(breaks, key=lambda cut: cut.after))
        if one.after > other.before
    ]
    assert crossed == []


def test_no_synonym_is_idle(catalog):
    names = [entry.names for _, made in KINDS.values() for entry in made(catalog)]
    idle = [
        (one.term_zh, one.means_zh)
        for one in catalog.synonyms
        if not any(other_names(of, [one]) or near_words(of, [one]) for of in names)
    ]
    assert idle == []


def test_every_industry_word_is_used_and_every_industry_has_everyday_words_in_chinese(catalog):
    words = {term for place in catalog.platforms for term in place.terms}
    assert words == set(catalog.places.terms)
    used = {slug for slugs in catalog.places.terms.values() for slug in slugs}
    assert used == set(catalog.places.industries) == set(catalog.places.synonyms)
    few = [
        slug
        for slug, synonyms in catalog.places.synonyms.items()
        if len([word for word in synonyms if not word.isascii()]) < 2
    ]
    assert few == []


@pytest.mark.parametrize("theme", ["innovation", "layout"])
def test_the_picture_of_what_a_big_theme_covers_stays_small(catalog, theme):
    found = coverage(catalog, theme, 2010, 2024)
    assert len(found.tracks) >= 36
    picture = written(coverage_picture(found, lambda name: f"?indicator={name}"))
    assert len(picture.encode()) < 60_000


@pytest.fixture(scope="module")
def client(new_app, catalog):
    """The whole app of the real tables, as it is served."""
    return new_app(FOLDER, catalog).server.test_client()


@pytest.mark.thorough
@pytest.mark.parametrize(
    "address",
    [
        "/", "/indicators", "/areas", "/platforms", "/plan", "/regions/beijing", "/regions/tianjin",
        "/regions/hebei", "/present", "/present/edit", "/present/scenes.json", "/overview.csv",
        "/indicators.xlsx", "/platforms.json", "/regions/hebei.xlsx", "/api/v1/indicators",
    ],
)  # fmt: skip
def test_every_page_and_file_of_the_real_tables_answers(client, address):
    with client.get(address) as answer:
        assert answer.status_code == 200
        assert len(answer.get_data()) > 1000


@pytest.mark.thorough
def test_every_theme_of_the_real_tables_has_its_cards_on_the_page(client, catalog):
    for theme in catalog.themes:
        page = client.get(f"/?theme={theme}").get_data(as_text=True)
        missing = [
            row.short_zh
            for row in catalog.headlines(theme)
            if row.short_zh.replace("&", "&amp;") not in page
        ]
        assert (theme, missing) == (theme, [])
