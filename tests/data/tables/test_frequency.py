"""Quarters and months of the real tables: the address, what is shown, files, scenes, API."""

import csv
import io
import json

import pytest
from asking import show

from analysis.indicators.address import IndicatorsView, indicators_view, query_of
from analysis.indicators.coverage import coverage
from analysis.indicators.summary import indicator_summary
from analysis.meeting.scene_of_address import scene_of
from analysis.meeting.scenes import slide
from analysis.state.frequency import with_frequency, yearly
from analysis.state.view import choices, view
from data.briefings.file import BrokenBriefing, plain, scenes_of
from data.model.periods import frequency, per_year, period, written, year_of
from data.package.load import FOLDER
from data.package.scene_checks import known_to

LEVEL, RATE = "gdp_cumulative", "gdp_cumulative_growth"
REGIONS = ("110000", "120000", "130000")


@pytest.fixture(scope="module")
def options(catalog):
    return choices(catalog)


@pytest.fixture(scope="module")
def client(catalog, new_app):
    return new_app(FOLDER, catalog).server.test_client()


@pytest.fixture(scope="module")
def rows():
    """The quarters of the table as they stand there, by indicator, region and period."""
    with (FOLDER / "tables" / "observations.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["indicator_id"], row["region_code"], row["period"]): float(row["value"])
            for row in csv.DictReader(file)
        }


def study_of(catalog, options, query):
    chosen, remarks = indicators_view(query, options)
    assert remarks == ()
    return indicator_summary(catalog, chosen)


def test_an_address_comes_back_at_every_frequency(options):
    for kind, own in options.every.items():
        for theme in own.themes:
            chosen = IndicatorsView(own.default(theme))
            found, remarks = indicators_view(query_of(chosen, options), options)
            assert (found, remarks) == (chosen, ())
            assert found.view.frequency == kind


def test_an_indicator_opens_at_a_frequency_it_has(options):
    chosen, _ = indicators_view(f"?indicator={LEVEL}", options)
    assert (chosen.view.frequency, written(chosen.view.end)) == ("Q", "2026-Q2")
    chosen, _ = indicators_view("?indicator=gdp", options)
    assert chosen.view.frequency == "A"


def test_the_same_subject_is_found_at_another_frequency(options):
    year = with_frequency(options.default(), "A", options)
    there = with_frequency(year, "Q", options)
    assert there.indicator == LEVEL
    assert with_frequency(there, "A", options).indicator == "gdp"


def test_what_is_wrong_with_a_quarter_is_remarked_on(options):
    _, (remark,) = indicators_view(f"?indicator={LEVEL}&to=2026-Q9", options)
    assert remark.startswith("链接中的 to=2026-Q9 无法识别") and remark.endswith("的季度。")
    _, (remark,) = indicators_view("?indicator=gdp&to=2026-Q1", options)
    assert remark.endswith("的年份。")


def test_other_pages_show_the_years_of_the_quarters(options):
    chosen, _ = indicators_view(f"?indicator={LEVEL}&from=2023-Q2&to=2024-Q3", options)
    found = yearly(chosen.view, options)
    assert (found.indicator, found.start, found.end) == ("gdp", 2023, 2024)
    whole, _ = indicators_view(f"?indicator={LEVEL}", options)
    assert yearly(whole.view, options) == options.default()


def test_no_line_joins_two_years_of_cumulative_values(client):
    for trace in show(client, f"/indicators?indicator={LEVEL}")["figures"]["study"]["data"]:
        pairs = zip(trace["x"], trace["x"][1:], strict=False)
        joined = [(a, b) for a, b in pairs if a is not None and b is not None]
        assert joined
        assert all(b == a + 1 and year_of(a) == year_of(b) for a, b in joined)


def test_a_total_of_quarters_is_the_sum_of_the_same_quarter(catalog, options, rows):
    study = study_of(catalog, options, f"?indicator={LEVEL}")
    totals = [d for d in study.data if d.region.region_code == "JJJ" and d.value is not None]
    assert len(totals) == 22
    for datum in totals:
        parts = [rows[LEVEL, code, written(datum.year)] for code in REGIONS]
        assert datum.value * 1.0 == pytest.approx(sum(parts))


def test_a_share_of_the_nation_is_of_the_same_quarter(catalog, options, rows):
    study = study_of(catalog, options, f"?indicator={LEVEL}&scale=share_nation")
    last = period("2026-Q2")
    three = sum(rows[LEVEL, code, "2026-Q2"] for code in REGIONS)
    expected = three / rows[LEVEL, "000000", "2026-Q2"] * 100
    assert study.datum("JJJ", last).value == pytest.approx(expected)
    assert study.datum("JJJ", last).text.startswith("8.6%")


def test_a_change_in_points_is_against_the_same_quarter_of_the_year_before(catalog, options, rows):
    study = study_of(catalog, options, f"?indicator={RATE}&scale=points")
    assert "上年同期" in study.formula
    checked = 0
    for datum in study.data:
        before = written(datum.year - per_year(datum.year))
        code = datum.region.region_code
        if datum.value is not None and code in REGIONS:
            one, other = rows[RATE, code, written(datum.year)], rows[RATE, code, before]
            assert datum.value == pytest.approx(one - other)
            checked += 1
    assert checked > 40


def test_what_cumulative_values_do_not_allow_is_refused(catalog, options):
    study = study_of(catalog, options, f"?indicator={LEVEL}")
    refused = {offer.key: offer.refusal for offer in study.offers}
    assert "年内累计" in refused["index"] and refused["growth"] and refused["per_capita"]
    assert refused["share3"] == refused["share_nation"] == ""


def test_the_title_says_the_newest_quarter_of_all(catalog, options):
    study = study_of(catalog, options, f"?indicator={RATE}")
    assert study.title.replace("\u2009", " ").endswith(
        "2026 年上半年北京 5.4%、天津 4.8%、河北 4.8%"
    )


def test_january_and_february_are_one_period(catalog, options, client):
    query = "?freq=M&indicator=ind_va_cumulative_growth&to=2026-02"
    study = study_of(catalog, options, query)
    table = show(client, f"/indicators{query}&chart=table")["html"]["study-table"]
    assert "2026 年 1—2 月" in table and "2026 年 1 月" not in table
    assert 'data-period="2026-02"' in table
    assert {frequency(year) for year in study.years} == {"M"}
    # what is counted to a quarter's end is the month's value too
    assert study.datum("110000", period("2025-03")).value is not None


def test_files_and_api_carry_quarters(client, rows):
    query = f"?indicator={LEVEL}&from=2026-Q1&region=hebei"
    found = client.get(f"/api/v1/observations{query}").get_json()["observations"]
    assert [(row["year"], row["period"]) for row in found] == [(2026, "2026-Q1"), (2026, "2026-Q2")]
    assert [row["value"] for row in found] == [
        rows[LEVEL, "130000", row["period"]] for row in found
    ]
    assert {row["status"] for row in found} == {"P"}
    text = client.get(f"/indicators.csv{query}").data.decode("utf-8-sig")
    assert [row["期间"] for row in csv.DictReader(io.StringIO(text))] == ["2026-Q1", "2026-Q2"]
    assert client.get(f"/indicators.xlsx{query}").status_code == 200
    wrong = client.get("/api/v1/observations?indicator=gdp&from=2026-Q1")
    assert wrong.status_code == 400
    wrong = client.get(f"/api/v1/observations?indicator={LEVEL}&from=2026")
    assert wrong.get_json()["errors"][0]["key"] == "from"


def test_the_list_of_indicators_says_their_frequencies(client, catalog):
    found = {
        row["indicator_id"]: row["frequencies"]
        for row in client.get("/api/v1/indicators").get_json()["indicators"]
    }
    assert set(found) == set(catalog.indicators)
    assert found[LEVEL] == {"Q": ["2021-Q1", "2026-Q2"]}
    assert found["gdp"] == {"A": ["2010", "2025"]}


def test_a_scene_of_quarters_is_kept_and_shown(catalog):
    scene = scene_of(catalog, "/indicators", f"?indicator={RATE}&from=2023-Q1&scale=points")
    kept = json.loads(json.dumps(plain(scene)))
    assert kept["start"] == "2023-Q1"
    (again,) = scenes_of([kept], "a", known_to(catalog))
    assert again.start == scene.start == period("2023-Q1")
    found = slide(catalog, again, "all")
    assert "2023 年一季度—2026 年上半年" in found.filter_text
    assert "2026 年上半年" in found.title


@pytest.mark.parametrize("wrong", [-179, 8105, 2200, "2026-Q9", "9999-Q4", "-179", 2026.5])
def test_what_is_no_period_is_refused_in_a_briefing(catalog, wrong):
    row = {"scene_id": "a", "layout": "chart", "theme": "overall", "indicator_id": RATE}
    with pytest.raises(BrokenBriefing) as refused:
        scenes_of([{**row, "end": wrong}], "a", known_to(catalog))
    assert {fault.column for fault in refused.value.faults} == {"end"}


def test_coverage_counts_quarters(catalog, options):
    own = options.of("Q")
    found = coverage(catalog, "overall", own.first_year, own.last_year)
    names = [track.indicator.indicator_id for track in found.tracks]
    assert LEVEL in names and "gdp" not in names
    (track,) = (one for one in found.tracks if one.indicator.indicator_id == LEVEL)
    full = [cell for cell in track.cells if cell.state == "all"]
    assert [written(cell.year) for cell in full][-1] == "2026-Q2" and len(full) == 22
    assert "2026 年上半年" in found.sentence


@pytest.mark.parametrize(
    ("query", "start"),
    [
        (f"?indicator={LEVEL}", "2021-Q1"),  # others begin in 2020
        (f"?indicator={LEVEL}&scale=share3&chart=stack", "2021-Q1"),
        (f"?indicator={LEVEL}&from=2023-Q2", "2023-Q2"),
    ],
)
def test_the_axis_of_quarters_begins_with_the_first_that_has_a_value(client, query, start):
    figure = show(client, f"/indicators{query}")["figures"]["study"]
    left = figure["layout"]["xaxis"]["range"][0]
    assert period(start) - 1 < left < period(start)


def test_an_indicator_without_the_frequency_is_not_set_beside_and_the_page_says_why(
    catalog, options, client
):
    study = study_of(catalog, options, f"?indicator={LEVEL}&against=gdp")
    assert study.state.against is None
    assert study.remarks == ("“地区生产总值”没有按季的数值；只有同一频率的指标可以对照。",)
    page = client.get(f"/indicators?indicator={LEVEL}&against=gdp").get_data(as_text=True)
    assert study.remarks[0] in page
    beside = study_of(catalog, options, f"?indicator={LEVEL}&against={RATE}")
    assert (beside.state.against, beside.remarks) == (RATE, ())
    yearly_pair = study_of(catalog, options, f"?indicator=gdp&against={RATE}")
    assert "没有按年的数值" in yearly_pair.remarks[0]


def test_the_second_indicator_is_offered_by_frequency(client, options):
    page = client.get("/indicators").get_data(as_text=True)
    choice = page.partition('data-key="against"')[2].partition("</select>")[0]
    for kind, own in options.every.items():
        for name in own.every_indicator:
            group = choice.partition(f'value="{name}"')[0].rpartition("<optgroup")[2]
            named = group.partition('data-frequency="')[2].partition('"')[0].split() or ["A"]
            assert kind in named, (name, named)


def test_the_document_of_the_api_says_which_quarters_and_months_there_are(client, options):
    keys = client.get("/api/v1/openapi.json").get_json()["components"]["parameters"]
    for name in ("from", "to"):
        for kind in ("Q", "M"):
            own = options.of(kind)
            span = f"{written(own.first_year)} 到 {written(own.last_year)}"
            assert f"freq={kind} 时为 {span}" in keys[name]["description"]
    assert LEVEL in keys["indicator"]["schema"]["enum"]


def test_a_page_of_years_remarks_on_a_quarter(options):
    _, (remark,) = view("?from=2021-Q1", options)
    assert "from=2021-Q1 无法识别" in remark
