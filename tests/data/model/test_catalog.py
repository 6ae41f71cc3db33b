"""The Catalog: what its panels, breaks and indicators hold."""

from dataclasses import FrozenInstanceError

import pytest


def test_panels_run_over_consecutive_years(catalog):
    for name, panel in catalog.panels.items():
        years = list(panel.index)
        assert years == list(range(years[0], years[-1] + 1)), name
        assert panel.iloc[[0, -1]].notna().any(axis=1).all(), name


def test_panels_hold_exactly_what_was_published(catalog):
    held = {
        (name, str(code), int(year)): value
        for name, panel in catalog.panels.items()
        for (year, code), value in panel.stack().dropna().items()
    }
    assert held == {key: found.value for key, found in catalog.observations.items()}


def test_a_year_that_was_not_published_is_missing_and_not_zero(catalog):
    panel = catalog.panels["hitech_mfg_revenue"]
    assert panel.loc[2017].isna().all()
    assert catalog.panels["pm25"].loc[2024, ["120000", "130000"]].isna().all()
    assert catalog.panels["pm25"].loc[2024, "110000"] == 30.5


def test_the_three_regions_stand_in_their_order(catalog):
    assert [(r.slug, r.region_code) for r in catalog.provinces] == [
        ("beijing", "110000"),
        ("tianjin", "120000"),
        ("hebei", "130000"),
    ]
    assert catalog.region("JJJ").kind == "aggregate"


def test_headlines_stand_in_the_order_of_their_cards(catalog):
    assert [i.indicator_id for i in catalog.headlines("innovation")] == [
        "rd_expenditure",
        "rd_intensity",
        "rd_personnel_fte",
        "valid_invention_patents",
        "tech_market_turnover",
        "bj_to_jh_tech_contract_value",
    ]
    for theme in catalog.themes:
        numbers = [indicator.headline for indicator in catalog.headlines(theme)]
        assert numbers == list(range(1, len(numbers) + 1)), theme


def test_qualifiers_stay_with_their_numbers(catalog):
    qualified = {
        key: found.qualifier.qualifier
        for key, found in catalog.observations.items()
        if found.qualifier
    }
    assert qualified == {
        ("jjj_cross_branches_year", "JJJ", 2022): "about",
        ("jjj_tech_contract_value", "JJJ", 2022): "about",
        ("jjj_tech_contract_value", "JJJ", 2024): "about",
        ("little_giants", "JJJ", 2022): "over",
        ("srdi_smes", "JJJ", 2022): "over",
    }


def test_parts_of_a_ratio_and_successors_are_indicators(catalog):
    for row in catalog.indicators.values():
        for part in (row.numerator_id, row.denominator_id, row.superseded_by, row.part_of):
            assert part is None or part in catalog.indicators, row.indicator_id


def test_the_catalog_cannot_be_changed(catalog):
    with pytest.raises(TypeError):
        catalog.indicators["gdp"] = None
    with pytest.raises(FrozenInstanceError):
        catalog.version = "other"
