"""The JSON has the rows of the study; what is not known is null."""

import json

import pytest

from analysis.indicators.address import indicators_view
from analysis.indicators.summary import indicator_summary
from reports.json import document
from reports.records import report


def exported(catalog, options, query):
    chosen, _ = indicators_view(query, options)
    return json.loads(document(report(catalog, chosen)))


def test_the_file_is_the_golden_one(catalog, options, golden):
    query = "indicator=rd_expenditure&region=beijing,hebei&from=2022&to=2023&scale=share3"
    chosen, _ = indicators_view(query, options)
    golden("rd_expenditure_share3.json", document(report(catalog, chosen)))


def test_the_first_row_by_hand(catalog, options, published):
    """Beijing's R&D expenditure as a share of the three in 2022, in percent."""
    query = "indicator=rd_expenditure&region=beijing&from=2022&to=2022&scale=share3"
    (row,) = exported(catalog, options, query)["observations"]
    three = [published["rd_expenditure", code, 2022] for code in ("110000", "120000", "130000")]
    assert row["value"] == round(float(three[0] / sum(three) * 100), 3)
    assert (row["unit"], row["is_computed"], row["status"]) == ("%", True, None)


def test_rows_are_those_of_the_study(catalog, options):
    query = "indicator=digital_economy_va&region=beijing,tianjin"
    chosen, _ = indicators_view(query, options)
    rows = exported(catalog, options, query)["observations"]
    assert [(r["region_code"], r["year"], r["text"]) for r in rows] == [
        (d.region.region_code, d.year, d.text) for d in indicator_summary(catalog, chosen).data
    ]
    assert any(r["value"] is None for r in rows)
    assert all((r["value"] is None) == (r["source"] is None) for r in rows)


def test_a_qualifier_stays_with_its_number(catalog, options):
    rows = exported(catalog, options, "indicator=jjj_cross_branches_year")["observations"]
    assert [(r["value"], r["qualifier"], r["unit"]) for r in rows] == [(8200, "约", "家")]


def test_it_says_what_was_filtered_and_where_no_line_may_be_drawn(catalog, options):
    found = exported(catalog, options, "indicator=jjj_dev_index_2014")["metadata"]
    assert "京津冀" in found["filters"] and "年份：2010—2024" in found["filters"]
    assert found["data_version"] == catalog.version
    (series,) = found["series"]
    assert series["breaks"] == [
        {"before": b.before, "after": b.after, "reason": b.reason_zh}
        for b in catalog.breaks["jjj_dev_index_2014"]
    ]


def test_both_indicators_that_are_set_against_each_other_are_there(catalog, options):
    found = exported(catalog, options, "indicator=gdp&against=population&from=2024")
    assert [s["indicator_id"] for s in found["metadata"]["series"]] == ["gdp", "population"]
    assert {r["indicator_id"] for r in found["observations"]} == {"gdp", "population"}


def test_an_empty_view_says_why(catalog, options):
    found = exported(catalog, options, "indicator=digital_economy_va&from=2010&to=2012")
    assert found["observations"] == []
    assert "2010—2012" in found["metadata"]["series"][0]["absence"]


@pytest.mark.parametrize("name", ["co2_steel", "patent_grants", "gdp"])
def test_the_subtitle_has_the_unit_of_the_rows(catalog, options, name):
    """The page may shorten it: 万吨 for 百万吨, 万件 for 件."""
    found = exported(catalog, options, f"indicator={name}&from=2015&to=2022")
    (series,) = found["metadata"]["series"]
    assert {row["unit"] for row in found["observations"]} == {series["unit"]}
    assert series["subtitle"].split("，")[0] == series["unit"]
