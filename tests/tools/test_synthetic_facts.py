"""The maker of many synthetic facts, at the least size."""

import duckdb
import pytest

from analysis.series import observations
from data.cube.opening import opened_facts
from data.package.facts import unknown
from data.package.load import load
from tools.synthetic_facts import FIRST, SAID, Size, main, make

pytestmark = pytest.mark.thorough

SIZE = Size(counties=5, months=3, indicators=2)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder of them, and how many rows there are said to be."""
    folder = tmp_path_factory.mktemp("synthetic")
    return folder, make(folder, SIZE)


def test_there_is_every_month_of_every_county_once(made):
    folder, count = made
    rows = duckdb.sql(f"SELECT * FROM '{folder}/facts/*.parquet'").fetchall()
    assert len(rows) == count
    assert len({row[:3] for row in rows}) == count
    found = duckdb.sql(f"SELECT * FROM '{folder}/facts/2-counties.parquet'").fetchall()
    assert len(found) == 5 * 3 * 2
    assert {row[2] for row in found} == {FIRST, FIRST + 1, FIRST + 2}


def test_a_region_is_the_sum_of_its_counties(made):
    folder, _ = made
    counties, whole = (
        duckdb.sql(
            f"SELECT round(sum(value), 1) FROM '{folder}/facts/{file}.parquet' "
            f"WHERE indicator_id = 'synthetic_001' AND period = {FIRST} {more}"
        ).fetchone()
        for file, more in (("2-counties", ""), ("1-regions", "AND area_code = 'JJJ'"))
    )
    assert counties == whole


def test_the_product_reads_them_and_every_name_says_that_they_are_not_real(made):
    folder, _ = made
    facts = opened_facts(str(folder / "facts"))
    try:
        catalog = load(folder / "data", is_checked=True, facts=facts)
        assert list(catalog.fact_indicators) == ["synthetic_001", "synthetic_002"]
        assert all(SAID in row.name_zh for row in catalog.fact_indicators.values())
        assert unknown(catalog) == ()
        assert len(observations.columns(catalog, "synthetic_001")["JJJ"]) == 3
    finally:
        facts.cube.close()


def test_more_counties_than_the_regions_have_lie_under_codes_of_nobody(tmp_path, capsys):
    size = ["--counties", "400", "--months", "1", "--indicators", "1"]
    assert main([str(tmp_path), *size]) == 0
    assert f"FACTS={tmp_path}/facts" in capsys.readouterr().out
    codes = duckdb.sql(f"SELECT area_code FROM '{tmp_path}/facts/3-others.parquet'").fetchall()
    assert codes and all(code.startswith("9") for (code,) in codes)
