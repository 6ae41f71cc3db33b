"""The index of the search: every indicator once, by theme, with every name it is asked for by."""

import pytest

from analysis.indicators.search import index, last_year, listed


@pytest.fixture(scope="module")
def rows(catalog):
    return index(catalog, list)  # a spelling that leaves each character as it is


@pytest.fixture(scope="module")
def row_of(rows):
    return {row["i"]: row for row in rows}.__getitem__


def test_every_indicator_stands_in_the_index_once(catalog, rows):
    assert sorted(row["i"] for row in rows) == sorted(catalog.indicators)


def test_a_row_has_the_names_unit_theme_and_last_year(row_of):
    row = row_of("rd_expenditure")
    assert row["s"] == "R&D经费内部支出"
    assert row["n"] == "研究与试验发展(R&D)经费内部支出"
    assert (row["e"], row["f"]) == ("Intramural R&D expenditure",) * 2
    assert (row["u"], row["v"]) == ("亿元", "100 million yuan")
    assert (row["t"], row["y"]) == ("创新体系", 2024)
    assert row["c"] == "R & D 经 费 内 部 支 出"


@pytest.mark.parametrize(
    ("indicator", "other"),
    [
        ("rd_expenditure", "研发经费内部支出"),
        ("gdp_per_capita", "人均GDP"),
        ("cpi_prev100", "CPI（上年=100）"),
        ("ind_profit", "规上工业利润总额"),
    ],
)
def test_a_row_has_its_names_in_other_words_with_their_spelling(row_of, indicator, other):
    row = row_of(indicator)
    assert other in row["o"].split("；")
    assert row["q"].split(" ") == list(row["o"])


def test_a_name_without_synonyms_has_no_other(row_of):
    assert (row_of("population")["o"], row_of("population")["q"]) == ("", "")


def test_a_source_is_named_once_by_publisher_and_title(row_of):
    assert row_of("national_ent_tech_centers")["p"][0] == "天津市工业和信息化局"
    for name in ("gdp", "pm25"):
        sources = row_of(name)["p"]
        assert len(set(sources)) == len(sources) >= 2


def test_archived_series_are_marked_and_others_are_not(catalog, rows):
    archived = {row["i"] for row in rows if "a" in row}
    assert archived == {
        i.indicator_id for i in catalog.indicators.values() if i.visible != "default"
    }
    assert "gdp_v4" in archived


def test_themes_stand_together_in_their_order(catalog, rows):
    assert list(dict.fromkeys(row["t"] for row in rows)) == [
        theme.name_zh for theme in catalog.themes.values()
    ]


@pytest.mark.parametrize("theme", ["overall", "enterprises", "opening"])
def test_headlines_come_first_and_archived_series_last(catalog, theme):
    found = listed(catalog, theme)
    headlines = catalog.headlines(theme)
    assert found[: len(headlines)] == headlines
    kinds = [indicator.visible for indicator in found]
    assert kinds == sorted(kinds, key=["default", "archive"].index)
    assert len(found) == sum(i.theme == theme for i in catalog.indicators.values())


def test_the_last_year_counts_any_region(catalog, published):
    for name in ("gdp_per_capita", "fai_total", "gdp_per_capita_v4"):
        years = [year for (i, _, year) in published if i == name]
        assert last_year(catalog, name) == max(years)
