"""Broken tables are refused with one fault per fault; whole ones give a whole Catalog."""

import csv
import re
import shutil

import pytest

from data.model.needs import NEEDS
from data.package.digests import described, digest
from data.package.faults import BrokenTables, Fault
from data.package.load import load

pytestmark = pytest.mark.thorough

OBSERVATIONS, INDICATORS = "observations", "indicators"


def rows_of(folder, table):
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(folder, table, rows):
    path = folder / "tables" / f"{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def put(folder, table, number, column, value):
    """One cell changed; rows are numbered as a spreadsheet does, the header is row 1."""
    rows = rows_of(folder, table)
    rows[number - 1][rows[0].index(column)] = value
    write(folder, table, rows)


def row_where(folder, table, **cells):
    """The number of the first row with these cells."""
    header, *rows = rows_of(folder, table)
    places = {header.index(column): value for column, value in cells.items()}
    return next(
        number
        for number, row in enumerate(rows, start=2)
        if all(row[place] == value for place, value in places.items())
    )


def thin_out(folder):
    """Keep the cards of one theme and the first of the others, one value a region: reading stays
    quick, and the package whole."""
    header, *rows = rows_of(folder, INDICATORS)
    theme, headline = header.index("theme"), header.index("headline")
    named = {need.cells.get("indicator_id") for need in NEEDS}
    kept = [
        r
        for r in rows
        if r[headline] == "1" or (r[theme] == "overall" and r[headline]) or r[0] in named
    ]
    ids = {row[0] for row in kept}
    part = header.index("part_of")
    whole = [[*r[:part], r[part] if r[part] in ids else "", *r[part + 1 :]] for r in kept]
    write(folder, INDICATORS, [header, *whole])
    for table in (
        "breaks", "national_sums", "survey_series", "reference_dates", "conflicts", "unpublished",
        "suspects", "published_changes", "province_values",
    ):  # fmt: skip
        names, *others = rows_of(folder, table)
        write(folder, table, [names, *(row for row in others if row[0] in ids)])
    for table in ("gap_measures", "division_sectors", "index_parts", "index_dimensions"):
        write(folder, table, rows_of(folder, table)[:1])
    names, *others = rows_of(folder, OBSERVATIONS)
    latest = {(row[0], row[1]): row for row in others if row[0] in ids}
    write(folder, OBSERVATIONS, [names, *latest.values()])
    used = {row[names.index("source_id")] for row in latest.values()}
    for table in ("published_changes", "census_areas", "prefecture_gdp", "index_editions"):
        names, *others = rows_of(folder, table)
        used |= {row[names.index("source_id")] for row in others}
    header, *rows = rows_of(folder, "sources")
    write(folder, "sources", [header, *(row for row in rows if row[0] in used)])
    thin_index(folder, ids)
    repoint(folder, "plan_links", "target_id", lambda row: row["kind"] == "indicator", ids)
    repoint(folder, "claim_checks", "indicator_id", lambda row: bool(row["indicator_id"]), ids)
    repoint(folder, "scenes", "against_id", lambda row: bool(row["against_id"]), ids, kept[1][0])
    repoint(folder, "scenes", "indicator_id", lambda row: bool(row["indicator_id"]), ids)
    header, *rows = rows_of(folder, "scenes")
    years = [header.index(column) for column in ("base", "start", "end")]  # before those kept
    write(
        folder,
        "scenes",
        [header, *(["" if at in years else cell for at, cell in enumerate(row)] for row in rows)],
    )


def thin_index(folder, ids):
    """Keep the parts of the index whose indicators were kept, in dimensions where one counts."""
    header, *rows = rows_of(folder, "index_parts")
    roles = [place for place, column in enumerate(header) if column.endswith("_id")]
    parts = [row for row in rows if all(row[place] in {"", *ids} for place in roles)]
    used = {row[1] for row in parts if row[header.index("is_on")] == "true"}
    write(folder, "index_parts", [header, *(row for row in parts if row[1] in used)])
    header, *rows = rows_of(folder, "index_dimensions")
    write(folder, "index_dimensions", [header, *(row for row in rows if row[0] in used)])


def repoint(folder, table, column, is_meant, ids, instead="gdp"):
    """What points to an indicator left out points to one that was kept."""
    header, *rows = rows_of(folder, table)
    place = header.index(column)
    for row in rows:
        if is_meant(dict(zip(header, row, strict=True))) and row[place] not in ids:
            row[place] = instead
    keyed = {tuple(row[:3]): row for row in rows}
    write(folder, table, [header, *keyed.values()])


@pytest.fixture(scope="session")
def thin(edition, tmp_path_factory):
    folder = tmp_path_factory.mktemp("thin") / "data"
    shutil.copytree(edition / "tables", folder / "tables")
    shutil.copytree(edition / "geo", folder / "geo")
    shutil.copy(edition / "datapackage.json", folder)
    thin_out(folder)
    return folder


@pytest.fixture
def folder(thin, tmp_path):
    return shutil.copytree(thin, tmp_path / "data")


def faults(folder):
    with pytest.raises(BrokenTables) as caught:
        load(folder)
    for fault in caught.value.faults:
        assert re.search("[\u4e00-\u9fff]", fault.expected), fault
        assert str(fault) in str(caught.value)
    return caught.value.faults


def the_fault(folder):
    found = faults(folder)
    assert len(found) == 1, found
    return found[0]


def place(fault):
    return fault.file, fault.row, fault.column, fault.value


def test_an_untouched_copy_is_read(folder):
    assert load(folder).headlines("overall")[0].indicator_id == "gdp"


# One table


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        (OBSERVATIONS, "value", "约 12"),
        (OBSERVATIONS, "region_code", "999999"),
        (OBSERVATIONS, "indicator_id", "no_such_indicator"),
        (OBSERVATIONS, "period", "2024 年"),
        (OBSERVATIONS, "status", "X"),
        (INDICATORS, "growth_allowed", "perhaps"),
        ("themes", "order", "first"),
        ("platforms", "lon", "12"),
        ("claims", "companion_of", "S99"),
    ],
)
def test_a_wrong_cell_is_named_by_file_row_column_and_value(folder, table, column, value):
    put(folder, table, 5, column, value)
    fault = the_fault(folder)
    assert place(fault) == (f"tables/{table}.csv", 5, column, value)
    assert f"第 5 行，列 {column}，现为“{value}”" in str(fault)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (OBSERVATIONS, "value"),
        (OBSERVATIONS, "region_code"),
        (INDICATORS, "name_zh"),
    ],
)
def test_a_required_cell_left_blank_is_named(folder, table, column):
    put(folder, table, 5, column, "")
    fault = the_fault(folder)
    assert (fault.file, fault.row, fault.column) == (f"tables/{table}.csv", 5, column)
    assert not fault.value


def test_a_key_given_twice_is_named_where_it_comes_again(folder):
    rows = rows_of(folder, OBSERVATIONS)
    write(folder, OBSERVATIONS, [*rows, rows[4]])
    fault = the_fault(folder)
    assert (fault.file, fault.row) == ("tables/observations.csv", len(rows) + 1)
    assert "重复" in fault.expected


def test_a_missing_column_is_named(folder):
    write(folder, OBSERVATIONS, [row[:-1] for row in rows_of(folder, OBSERVATIONS)])
    fault = the_fault(folder)
    assert place(fault) == ("tables/observations.csv", None, "provenance", None)
    assert "缺" in fault.expected


@pytest.mark.parametrize("column", ["platform_id", "status", "source"])
def test_a_missing_column_is_named_wherever_it_stood(folder, column):
    rows = rows_of(folder, "platforms")
    place_of_it = rows[0].index(column)
    write(folder, "platforms", [row[:place_of_it] + row[place_of_it + 1 :] for row in rows])
    fault = the_fault(folder)
    assert place(fault) == ("tables/platforms.csv", None, column, None)
    assert "缺" in fault.expected


def test_a_renamed_column_is_one_too_few_and_one_too_many(folder):
    header, *rows = rows_of(folder, "platforms")
    write(folder, "platforms", [[n if n != "status" else "state" for n in header], *rows])
    found = [(f.column, f.expected) for f in faults(folder)]
    assert found == [("status", "表头缺这一列"), ("state", "表头多出一列")]


def test_columns_in_another_order_are_named_once(folder):
    rows = rows_of(folder, "tiers")
    write(folder, "tiers", [[row[1], row[0], *row[2:]] for row in rows])
    fault = the_fault(folder)
    assert place(fault) == ("tables/tiers.csv", None, "order", None)
    assert "此处应为 tier" in fault.expected


def test_a_column_given_twice_or_without_a_name_is_named(folder):
    header, *rows = rows_of(folder, "tiers")
    write(folder, "tiers", [[*header[:-1], header[-2]], *rows])
    assert [(f.column, f.expected) for f in faults(folder)] == [
        ("count_source", "表头缺这一列"), ("official_count", "表头有两列同名"),
    ]  # fmt: skip
    write(folder, "tiers", [[*header, ""], *([*row, ""] for row in rows)])
    assert the_fault(folder).expected == "表头第 8 列没有列名"


def test_a_column_too_many_is_named(folder):
    header, *rows = rows_of(folder, "tiers")
    write(folder, "tiers", [[*header, "colour"], *([*row, "red"] for row in rows)])
    fault = the_fault(folder)
    assert place(fault) == ("tables/tiers.csv", None, "colour", None)
    assert "多" in fault.expected


def test_a_cell_too_many_is_named(folder):
    rows = rows_of(folder, OBSERVATIONS)
    rows[4].append("多出的")
    write(folder, OBSERVATIONS, rows)
    fault = the_fault(folder)
    assert place(fault) == ("tables/observations.csv", 5, None, "多出的")
    assert "多出一格" in fault.expected


def test_a_cell_too_few_is_named(folder):
    rows = rows_of(folder, OBSERVATIONS)
    rows[4].pop()
    write(folder, OBSERVATIONS, rows)
    fault = the_fault(folder)
    assert (fault.file, fault.row, fault.column) == ("tables/observations.csv", 5, "provenance")


# References


def test_a_wrong_reference_names_its_table_and_the_few_values_it_has(folder):
    put(folder, "platforms", 5, "tier", "hub")
    expected = the_fault(folder).expected
    assert "tables/tiers.csv 的列 tier" in expected
    assert expected.endswith("：wing、zone、node、pilot_zone、cluster、base")


def test_a_reference_to_a_long_table_names_the_table_only(folder):
    put(folder, OBSERVATIONS, 5, "source_id", "s999")
    assert the_fault(folder).expected == "所指的行不存在，应见于 tables/sources.csv 的列 source_id"


def test_a_reference_within_a_table_names_that_table(folder):
    put(folder, "claims", 5, "companion_of", "S99")
    assert "tables/claims.csv 的列 claim_id" in the_fault(folder).expected


# Between tables


def test_a_break_that_ends_before_it_begins_is_named(folder):
    before = rows_of(folder, "survey_breaks")[2][1]
    put(folder, "survey_breaks", 3, "after", "2000")
    fault = the_fault(folder)
    assert place(fault) == ("tables/survey_breaks.csv", 3, "after", "2000")
    assert before in fault.expected


def test_a_break_within_one_year_is_named(folder):
    year = rows_of(folder, "survey_breaks")[2][2]
    put(folder, "survey_breaks", 3, "before", year)
    assert place(the_fault(folder)) == ("tables/survey_breaks.csv", 3, "after", year)


def test_a_figure_that_is_there_is_not_said_to_be_unpublished(folder):
    row = ["gdp", "110000", "2020", "", "why"]
    write(folder, "unpublished", [rows_of(folder, "unpublished")[0], row])
    fault = the_fault(folder)
    assert place(fault) == ("tables/unpublished.csv", 2, "first", "2020")
    assert "2024 年有观测值" in fault.expected


def test_a_point_in_time_belongs_to_a_value_and_its_year(folder):
    head = rows_of(folder, "reference_dates")[0]
    write(folder, "reference_dates", [head, ["gdp", "110000", "2024", "2023 年 9 月末"]])
    assert place(the_fault(folder)) == (
        "tables/reference_dates.csv",
        2,
        "as_of_zh",
        "2023 年 9 月末",
    )
    write(folder, "reference_dates", [head, ["gdp", "110000", "1999", "1999 年 9 月末"]])
    assert place(the_fault(folder)) == ("tables/reference_dates.csv", 2, "period", "1999")


@pytest.mark.parametrize("column", ["denominator_id", "scale"])
def test_a_ratio_without_one_of_its_parts_is_named(folder, column):
    number = row_where(folder, INDICATORS, aggregation="ratio")
    put(folder, INDICATORS, number, column, "")
    assert place(the_fault(folder)) == ("tables/indicators.csv", number, column, "")


def test_a_part_of_its_own_part_is_named(folder):
    numbers = [row_where(folder, INDICATORS, indicator_id=i) for i in ("gdp", "va_industry")]
    for number, whole in zip(numbers, ("va_industry", "gdp"), strict=True):
        put(folder, INDICATORS, number, "part_of", whole)
    assert [place(fault) for fault in faults(folder)] == [
        ("tables/indicators.csv", numbers[0], "part_of", "va_industry"),
        ("tables/indicators.csv", numbers[1], "part_of", "gdp"),
    ]


def test_two_headlines_with_one_number_are_named(folder):
    number = row_where(folder, INDICATORS, theme="overall", headline="2")
    put(folder, INDICATORS, number, "headline", "1")
    assert place(the_fault(folder)) == ("tables/indicators.csv", number, "headline", "1")


def test_a_theme_without_a_first_headline_is_named(folder):
    number = row_where(folder, INDICATORS, theme="green", headline="1")
    put(folder, INDICATORS, number, "headline", "6")
    theme = row_where(folder, "themes", theme="green")
    assert place(the_fault(folder)) == ("tables/themes.csv", theme, "theme", "green")


@pytest.mark.parametrize("codes", ["130000;990000", "JJJ"])
def test_a_platform_in_an_unknown_region_is_named(folder, codes):
    put(folder, "platforms", 3, "region_codes", codes)
    fault = the_fault(folder)
    assert place(fault) == ("tables/platforms.csv", 3, "region_codes", codes)
    assert "110000" in fault.expected


def test_a_share_of_the_nation_without_a_denominator_is_named(folder):
    number = row_where(folder, INDICATORS, nation_share_denominator="none")
    put(folder, INDICATORS, number, "nation_share_denominator", "sum31")
    assert place(the_fault(folder)) == (
        "tables/indicators.csv",
        number,
        "nation_share_denominator",
        "sum31",
    )


def test_a_platform_of_an_unknown_county_is_named(folder):
    put(folder, "platforms", 3, "adcode", "999999")
    assert place(the_fault(folder)) == ("tables/platforms.csv", 3, "adcode", "999999")


def test_an_everyday_word_of_an_unknown_industry_is_named(folder):
    put(folder, "industry_synonyms", 3, "industry", "weather")
    fault = the_fault(folder)
    assert place(fault) == ("tables/industry_synonyms.csv", 3, "industry", "weather")
    assert "tables/industries.csv" in fault.expected


def test_a_companion_claim_without_a_phrase_is_named(folder):
    number = row_where(folder, "claims", companion_of="S01")
    put(folder, "claims", number, "phrase_zh", "")
    assert place(the_fault(folder)) == ("tables/claims.csv", number, "phrase_zh", "")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("plan_links", "target_id", "no_such_thing"),
        ("plan_measures", "part_id", "no_such_part"),
        ("plan_measures", "gap_zh", "不详"),
        ("chain_nodes", "region_code", "000000"),
        ("plan_progress", "date", "2025-02-30"),
    ],
)
def test_a_wrong_cell_of_the_plan_is_named(folder, table, column, value):
    put(folder, table, 2, column, value)
    assert place(the_fault(folder)) == (f"tables/{table}.csv", 2, column, value)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("plan_links", "measure_id", "no-such-measure"),
        ("plan_links", "kind", "rumour"),
        ("plan_progress", "measure_id", "no-such-measure"),
        ("plan_progress", "kind", "rumour"),
        ("plan_progress", "date", "spring 2025"),
        ("plan_chains", "lead_status", "certain"),
        ("plan_tasks", "task_id", "weather"),
        ("chain_nodes", "stage", "sales"),
        ("chain_nodes", "chain_id", "shipping"),
        ("claim_checks", "claim_id", "S99"),
        ("pace_thresholds", "minimum", "fast"),
    ],
)
def test_a_cell_of_the_plan_that_its_table_refuses_is_named(folder, table, column, value):
    put(folder, table, 3, column, value)
    assert (f"tables/{table}.csv", 3, column, value) in [place(f) for f in faults(folder)]


# Several faults


def test_two_faults_are_two(folder):
    put(folder, OBSERVATIONS, 5, "value", "x")
    put(folder, OBSERVATIONS, 9, "status", "Q")
    assert [(f.row, f.column, f.value) for f in faults(folder)] == [
        (5, "value", "x"),
        (9, "status", "Q"),
    ]


def test_two_faults_in_one_row_are_two(folder):
    put(folder, OBSERVATIONS, 5, "value", "x")
    put(folder, OBSERVATIONS, 5, "trust", "Z")
    assert {(f.row, f.column) for f in faults(folder)} == {(5, "value"), (5, "trust")}


def test_faults_in_two_tables_are_two(folder):
    put(folder, OBSERVATIONS, 5, "value", "x")
    put(folder, "themes", 3, "order", "y")
    assert {(f.file, f.row) for f in faults(folder)} == {
        ("tables/observations.csv", 5),
        ("tables/themes.csv", 3),
    }


def test_many_faults_of_many_kinds_are_each_named(folder):
    wrong = [
        (OBSERVATIONS, 5, "value", "1,234"),
        (OBSERVATIONS, 6, "source_id", "s999"),
        (OBSERVATIONS, 7, "qualifier", "perhaps"),
        (OBSERVATIONS, 8, "trust", "D"),
        (OBSERVATIONS, 9, "period", "2024-13"),
        (INDICATORS, 5, "visible", "shown"),
        (INDICATORS, 6, "theme", "weather"),
        (INDICATORS, 7, "decimals", "-1"),
        ("platforms", 5, "tier", "no_such_tier"),
        ("platforms", 6, "precision", "exact"),
        ("survey_breaks", 3, "after", "soon"),
        ("national_sums", 4, "provinces", "all"),
    ]
    for cell in wrong:
        put(folder, *cell)
    expected = {(f"tables/{table}.csv", *rest) for table, *rest in wrong}
    found = [place(fault) for fault in faults(folder)]
    assert set(found) == expected
    assert len(found) == len(wrong)


def test_two_faults_between_tables_are_two(folder):
    number = row_where(folder, INDICATORS, aggregation="ratio")
    put(folder, INDICATORS, number, "scale", "")
    put(folder, "survey_breaks", 3, "after", "2000")
    assert {f.file for f in faults(folder)} == {
        "tables/indicators.csv",
        "tables/survey_breaks.csv",
    }


# Files


@pytest.mark.parametrize("text", ['{"name": ', "[]"])
def test_a_damaged_descriptor_is_named(folder, text):
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    assert place(the_fault(folder)) == ("datapackage.json", None, None, None)


def test_a_missing_descriptor_is_named(folder):
    (folder / "datapackage.json").unlink()
    assert the_fault(folder).file == "datapackage.json"


def test_a_missing_table_is_named(folder):
    (folder / "tables" / "observations.csv").unlink()
    assert place(the_fault(folder)) == ("tables/observations.csv", None, None, None)


def test_a_table_that_is_not_utf8_is_named(folder):
    path = folder / "tables" / "observations.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    fault = the_fault(folder)
    assert fault.file == "tables/observations.csv"
    assert "UTF-8" in fault.expected


@pytest.mark.parametrize("text", ["{", '{"features": [{"properties": {}}]}'])
def test_damaged_areas_are_named(folder, text):
    (folder / "geo" / "prefectures_overview.geojson").write_text(text, encoding="utf-8")
    assert the_fault(folder).file == "geo/prefectures_overview.geojson"


def test_missing_areas_are_named(folder):
    (folder / "geo" / "prefectures_overview.geojson").unlink()
    assert the_fault(folder).file == "geo/prefectures_overview.geojson"


def test_a_fault_reads_as_a_sentence():
    fault = Fault("tables/units.csv", 3, "scale", "x", "应为数")
    assert str(fault) == "tables/units.csv，第 3 行，列 scale，现为“x”：应为数"
    assert (
        str(Fault("tables/units.csv", None, None, None, "应有此表")) == "tables/units.csv：应有此表"
    )


# The fingerprint of a data version


def test_the_digest_changes_with_a_value_and_not_without(folder, thin):
    before = load(thin).digest
    assert load(folder).digest == before
    put(folder, OBSERVATIONS, 5, "value", "1.5")
    assert load(folder).digest != before


def test_every_table_is_declared_and_part_of_the_digest(folder):
    paths = sorted((folder / "tables").glob("*.csv"))
    assert [f"tables/{path.name}" for path in paths] == sorted(described(folder)[1])
    seen = {digest(folder)}
    for path in paths:
        with path.open("a", encoding="utf-8") as file:
            file.write(" ")
        seen.add(digest(folder))
    assert len(seen) == len(paths) + 1


# Between tables, found by what the rows say


def test_a_value_that_is_no_finite_number_is_named(folder):
    put(folder, OBSERVATIONS, 2, "value", "NaN")
    (fault,) = faults(folder)
    assert (fault.file, fault.row, fault.column) == ("tables/observations.csv", 2, "value")
    assert "有限" in fault.expected


def test_an_indicator_without_values_is_named(folder):
    header, *rows = rows_of(folder, OBSERVATIONS)
    write(folder, OBSERVATIONS, [header, *(row for row in rows if row[0] != "gdp")])
    assert [f for f in faults(folder) if f.column == "indicator_id" and f.value == "gdp"]


def test_a_region_name_in_links_given_twice_is_named(folder):
    put(folder, "regions", 3, "slug", "beijing")
    (fault,) = faults(folder)
    assert (fault.file, fault.row, fault.column) == ("tables/regions.csv", 3, "slug")


def test_a_quarterly_indicator_is_read_and_counts_up_to_one_of_years(folder):
    header, *rows = rows_of(folder, INDICATORS)
    gdp = next(row for row in rows if row[0] == "gdp")
    own = dict(zip(header, gdp, strict=True)) | {
        "indicator_id": "gdp_cumulative", "theme": "innovation", "headline": "", "annual_id": "gdp",
        "nation_share_denominator": "none",
    }  # fmt: skip
    write(folder, INDICATORS, [header, *rows, list(own.values())])
    names, *values = rows_of(folder, OBSERVATIONS)
    value = dict(zip(names, values[0], strict=True)) | {
        "indicator_id": "gdp_cumulative", "region_code": "110000", "period": "2026-Q2",
        "value": "26412", "qualifier": "", "status": "P", "trust": "C",
    }  # fmt: skip
    write(folder, OBSERVATIONS, [names, *values, list(value.values())])
    found = load(folder)
    assert found.observations["gdp_cumulative", "110000", 4 * 2026 + 1].mark == "（初）（转）"
    assert list(found.panels["gdp_cumulative"].index) == [4 * 2026 + 1]
    number = len(rows) + 2
    for column, cell, said in (
        ("annual_id", "gdp_cumulative", "所指的指标没有年度观测值"),
        ("annual_id", "no_such", "所指的行不存在"),
        ("headline", "4", "作卡片的指标至少要有一个年度观测值"),
    ):
        put(folder, INDICATORS, number, column, cell)
        fault = the_fault(folder)
        assert (fault.row, fault.column, fault.value) == (number, column, cell)
        assert said in fault.expected
        put(folder, INDICATORS, number, column, own[column])
