"""Coverage: which years of a series are published for whom; counted by hand from the tables."""

import re
from dataclasses import replace

import pytest

from analysis.indicators.coverage import coverage
from data.model.catalog import Withdrawn

THREE = {"110000", "120000", "130000"}


@pytest.fixture(scope="module")
def track_of(catalog):
    def build(indicator_id, first=2010, last=2024):
        theme = catalog.indicators[indicator_id].theme
        tracks = coverage(catalog, theme, first, last).tracks
        return next(t for t in tracks if t.indicator.indicator_id == indicator_id)

    return build


@pytest.fixture(scope="module")
def cell_of(track_of):
    def build(indicator_id, year):
        return next(c for c in track_of(indicator_id).cells if c.year == year)

    return build


def test_a_year_with_all_three_is_full(cell_of):
    assert cell_of("gdp", 2024).state == "all"
    assert cell_of("gdp", 2024).names == ("北京", "天津", "河北")


def test_a_year_with_some_names_them(cell_of):
    found = cell_of("ind_enterprises", 2014)
    assert (found.state, found.names) == ("some", ("北京", "天津"))
    found = cell_of("little_giants", 2021)
    assert (found.state, found.names) == ("some", ("河北",))


def test_a_year_only_for_the_three_together_or_the_nation_is_no_region_s(cell_of):
    assert cell_of("ind_enterprises", 2022).state == "jjj"
    assert cell_of("ind_enterprises", 2010).state == "nation"


def test_a_year_without_any_value_is_empty(cell_of):
    found = cell_of("ind_enterprises", 2018)
    assert (found.state, found.names) == ("none", ())


def test_a_break_stands_at_the_year_after_it_with_its_reason(track_of):
    reasons = {c.year: c.break_reason for c in track_of("fai_total").cells if c.break_reason}
    assert reasons == {2011: "项目统计起点由 50 万元提高到 500 万元"}


def test_a_break_with_nothing_on_one_side_parts_nothing(track_of):
    assert not any(c.break_reason for c in track_of("fai_total", first=2011).cells)
    # 2022 to 2023, but nothing is published after 2022
    assert not any(c.break_reason for c in track_of("srdi_smes").cells if c.year > 2022)


def test_the_last_year_and_its_source_do_not_depend_on_the_years_shown(catalog, track_of):
    for last in (2015, 2024):
        found = track_of("national_ent_tech_centers", last=last)
        assert (found.last_year, found.source.publisher_zh) == (2019, "天津市工业和信息化局")
    assert track_of("gdp_per_capita").last_year == 2025


def test_archived_series_come_last(catalog):
    kinds = [track.is_archived for track in coverage(catalog, "green", 2010, 2024).tracks]
    assert kinds == [False] * 9 + [True] * 2


def test_the_sentence_counts_what_the_picture_shows(catalog):
    assert coverage(catalog, "enterprises", 2010, 2024).sentence == (
        "10 项指标：1 项三地齐全至 2024 年，2 项三地齐全至 2023 年，2 项的分地区数值本站未收录，"
        "1 项止于 2021 年或更早，4 项近年三地不齐全。"
    )
    assert coverage(catalog, "chains", 2010, 2024).sentence == (
        "9 项指标：2 项三地齐全至 2024 年，4 项三地齐全至 2023 年，3 项近年三地不齐全。"
    )


@pytest.mark.parametrize("last", [2012, 2020, 2024])
def test_the_parts_of_the_sentence_are_disjoint_and_add_up(catalog, last):
    for theme in catalog.themes:
        whole, *parts = re.findall(r"(\d+) 项", coverage(catalog, theme, 2010, last).sentence)
        assert int(whole) == sum(map(int, parts)), theme


def test_early_values_of_one_series_do_not_make_the_others_late(catalog):
    by_year = [coverage(catalog, "overall", 2010, last).sentence for last in (2024, 2025)]
    assert by_year[0] == by_year[1]
    assert "2020 年" in coverage(catalog, "overall", 2010, 2020).sentence


def known_unpublished(catalog, track, year):
    spans = catalog.unpublished.get((track.indicator.indicator_id, "110000"), ())
    return any(span.first <= year <= (span.last or year) for span in spans)


def test_a_year_known_not_to_be_published_is_told_from_one_that_is_only_not_held(track_of):
    states = {cell.year: cell.state for cell in track_of("fai_total", last=2024).cells}
    assert [states[year] for year in (2017, 2018, 2024)] == ["all", "unpublished", "unpublished"]
    assert {cell.state for cell in track_of("disposable_income").cells} == {"none", "all"}


def test_a_year_that_was_taken_back_is_told_from_one_that_is_not_held(catalog):
    codes = sorted(THREE)
    gone = {
        ("disposable_income", code, 2014): Withdrawn(1.0, "2026-11-28", "有误") for code in codes
    }
    found = coverage(replace(catalog, withdrawn=gone), "overall", 2013, 2016)
    (track,) = (t for t in found.tracks if t.indicator.indicator_id == "disposable_income")
    assert [cell.state for cell in track.cells] == ["none", "withdrawn", "none", "all"]


@pytest.mark.thorough
def test_every_cell_says_what_the_table_of_observations_says(catalog, published):
    codes = {}
    for name, code, year in published:
        codes.setdefault((name, year), set()).add(code)
    for theme in catalog.themes:
        for track in coverage(catalog, theme, 2010, 2025).tracks:
            for cell in track.cells:
                known = codes.get((track.indicator.indicator_id, cell.year), set())
                regions = known & THREE
                expected = (
                    "all" if regions == THREE
                    else "some" if regions
                    else "jjj" if "JJJ" in known
                    else "nation" if "000000" in known
                    else "unpublished" if known_unpublished(catalog, track, cell.year)
                    else "none"
                )  # fmt: skip
                assert (cell.state, track.indicator.indicator_id) == (
                    expected,
                    track.indicator.indicator_id,
                )
