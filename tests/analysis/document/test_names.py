"""Every id and code that a cell may have has its words."""

from analysis.document.names import names


def test_indicators_and_regions_have_names(catalog):
    found = names(catalog)
    assert found["110000"] == "北京"
    assert set(catalog.indicators) <= set(found)
    assert {one.region_code for one in catalog.regions.values()} <= set(found)
