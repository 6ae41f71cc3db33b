"""Files and API: what is asked for rightly is given, what is asked for wrongly is explained."""

import csv
import re
import warnings
from io import BytesIO, StringIO
from urllib.parse import quote

import pytest
from dash import Dash, html
from hypothesis import Phase, given, settings
from openpyxl import load_workbook

from analysis.indicators.address import indicators_view
from analysis.indicators.summary import indicator_summary
from analysis.pages import PAGES, SEEN_KINDS, Page
from analysis.regions.summary import region_summary
from callbacks.site import OneEdition
from data.briefings.store import Briefings
from data.editions.ledger import Ledger
from data.editions.roles import Roles
from data.package.scene_checks import known_to
from serving import api, briefings, files, openapi_briefings
from serving.access import Access
from serving.api import code_mark
from serving.openapi_documents import report_paths, seen_paths, single_paths
from tests.drawn import drawn

OBSERVATIONS = "/api/v1/observations"
PROGRESS = "/api/v1/progress"
NAMES = "/api/v1/official-names"
STORM = drawn(8, 40)  # queries an address and mode
BUILT_STORM = drawn(2, 6)  # of what takes its time
PROFILES = [f"/regions/hebei.{kind}" for kind in files.PROFILE_WRITERS]
MADE_OF = "attachment; filename=\"{}\"; filename*=UTF-8''{}"


PROFILE_PARTS = {
    "indicators": "ProfileIndicator", "claims": "ProfileClaim", "platforms": "Platform",
    "names": "OfficialName",
}  # fmt: skip
PLATFORM_PARTS = {
    "platforms": "Platform", "industries": "PlatformIndustry", "flows": "Flow",
    "lists": "PlatformList", "statements": "PlatformStatement",
}  # fmt: skip


AREA_PARTS = {"counties": "AreaCounty", "shift": "AreaShift", "products": "AreaProduct"}


@pytest.fixture(scope="module")
def server(catalog, tmp_path_factory):
    """An app with nothing but a page and the API: how the whole app serves it is tested there."""
    app = Dash("api", compress=True, use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, OneEdition(catalog))
    folder = tmp_path_factory.mktemp("briefings")
    store = Briefings(folder, known_to(catalog))
    access = Access((), True, Roles(folder / "none"), Ledger(folder / "ledger.jsonl"))
    briefings.register(app, catalog, store, {"localhost"}, access)
    return app.server


@pytest.fixture
def client(server):
    return server.test_client()


def rows_of(answer):
    return list(csv.DictReader(StringIO(answer.get_data().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("path", ["/indicators.csv", f"{OBSERVATIONS}?format=csv&"])
def test_csv_has_the_rows_of_the_page(client, catalog, options, path):
    query = "indicator=gdp&region=tianjin,hebei&from=2018&scale=index&chart=bars&events=1"
    answer = client.get(f"{path}{'' if '?' in path else '?'}{query}")
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    prefix = "CN-" if path.endswith(".csv") else ""  # a file to keep is opened by a spreadsheet
    assert [(r["地区代码"], int(r["年份"])) for r in rows_of(answer)] == [
        (f"{prefix}{d.region.region_code}", d.year)
        for d in indicator_summary(catalog, indicators_view(query, options)[0]).data
    ]


def test_json_is_the_same_from_file_and_api(client):
    query = "indicator=gdp&region=hebei"
    assert (
        client.get(f"/indicators.json?{query}").json == client.get(f"{OBSERVATIONS}?{query}").json
    )


def test_the_workbook_can_be_read(client):
    answer = client.get("/indicators.xlsx?indicator=gdp&scale=share3")
    assert answer.mimetype == files.MIMETYPES["xlsx"]
    assert load_workbook(BytesIO(answer.data)).sheetnames[0] == "封面"


@pytest.mark.parametrize("kind", api.WRITERS)
def test_the_overview_can_be_taken_too(client, kind):
    answer = client.get(f"/overview.{kind}?theme=innovation&region=beijing")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.thorough
@pytest.mark.parametrize("query", ["", "?from=2013&to=2020", "?region=beijing&theme=green"])
def test_a_profile_can_be_taken_with_the_query_of_its_page(client, catalog, query):
    """Of region, theme and indicator the page of a region shows nothing; nor does its file."""
    span = (2013, 2020) if "from" in query else (2010, 2024)
    found = region_summary(catalog, "tianjin", *span)
    shown = [row for group in found.themes for row in group.rows]
    answer = client.get(f"/regions/tianjin.csv{query}")
    assert answer.mimetype == "text/csv"
    assert [(r["指标编号"], r["年份"], r["页面写法"]) for r in rows_of(answer)] == [
        (row.indicator, str(row.year or ""), row.quantity.text if row.quantity else "")
        for row in shown
    ]
    taken = client.get(f"/regions/tianjin.json{query}").json
    assert taken["metadata"]["lead"] == found.lead
    assert [row["indicator_id"] for row in taken["indicators"]] == [row.indicator for row in shown]


def test_a_profile_has_names_for_every_system(client):
    answer = client.get("/regions/hebei.xlsx?to=2020")
    assert load_workbook(BytesIO(answer.data)).sheetnames[:3] == ["封面", "目录", "主要指标"]
    chinese = quote("京津冀监测_河北省_主要指标_2010-2020.xlsx", safe="")
    assert answer.headers["Content-Disposition"] == MADE_OF.format(
        "jjj-region-hebei-2010-2020.xlsx", chinese
    )


@pytest.mark.thorough
@pytest.mark.parametrize("path", PROFILES)
def test_the_head_of_a_profile_can_be_asked_for(client, path):
    answer = client.head(path)
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["ETag"] == client.get(path).headers["ETag"]


@pytest.mark.parametrize("path", ["/regions/shanghai.csv", "/regions/.json", "/regions/a/b.xlsx"])
def test_the_file_of_another_region_is_said_not_to_be_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json["allowed"][0] == "/regions/beijing.csv"


@pytest.mark.parametrize(
    ("query", "key", "value", "allowed"),
    [
        ("from=1900", "from", "1900", "2010"),
        ("from=2020&to=2015", "from", "2020", "2015"),
        ("region=shanghai", "region", "shanghai", "hebei"),
        ("scale=share3", "scale", "share3", "from"),
        ("to=2020&to=2021", "to", "2020", "2024"),
    ],
)
@pytest.mark.parametrize("path", PROFILES)
def test_a_wrong_query_of_a_profile_is_explained(client, path, query, key, value, allowed):
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    fault = answer.json["errors"][0]
    assert (fault["key"], fault["value"]) == (key, value)
    assert allowed in fault["allowed"]


def test_files_have_names_for_every_system(client):
    answer = client.get("/indicators.csv?indicator=gdp&scale=share3&from=2020")
    chinese = quote("京津冀监测_地区生产总值_占三地比重_2020-2024.csv", safe="")
    assert answer.headers["Content-Disposition"] == MADE_OF.format(
        "jjj-gdp-share3-2020-2024.csv", chinese
    )
    assert answer.headers["Content-Disposition"].isascii()


def test_the_catalogue_is_listed(client, catalog):
    listed = client.get("/api/v1/indicators").json
    assert [i["indicator_id"] for i in listed["indicators"]] == list(catalog.indicators)
    (gdp,) = [i for i in listed["indicators"] if i["indicator_id"] == "gdp"]
    assert (gdp["unit_zh"], gdp["aggregation"], gdp["theme_zh"]) == ("亿元", "sum", "总体经济")
    assert gdp["last_year"] == 2024 and "hebei" in gdp["regions"]
    assert gdp["sources"][0]["publisher"] == "国家统计局"


def test_one_theme_is_listed(client, catalog):
    listed = client.get("/api/v1/indicators?theme=opening").json
    expected = [i for i, row in catalog.indicators.items() if row.theme == "opening"]
    assert [i["indicator_id"] for i in listed["indicators"]] == expected
    assert listed["metadata"]["count"] == len(expected) > 0


WRONG = [
    ("indicator=nothing", "indicator", "nothing", "gdp"),
    ("indicator=", "indicator", "", "gdp"),
    ("region=beijing,shanghai", "region", "beijing,shanghai", "hebei"),
    ("region=", "region", "", "beijing"),
    ("theme=space", "theme", "space", "green"),
    ("theme=green&indicator=gdp", "indicator", "gdp", "pm25"),
    ("from=1900", "from", "1900", "2010"),
    ("to=2o24", "to", "2o24", "2024"),
    ("to=２０２４", "to", "２０２４", "2024"),
    ("from=2020&to=2015", "from", "2020", "2015"),
    ("scale=log", "scale", "log", "share3"),
    ("indicator=gdp&scale=per_capita", "scale", "per_capita", "index"),
    ("indicator=gdp&scale=index&base=2010&from=2015", "base", "2010", "2015"),
    ("chart=pie", "chart", "pie", "bars"),
    ("indicator=gdp&against=gdp", "against", "gdp", "population"),
    ("frame=world", "frame", "world", "yangtze"),
    (
        "indicator=output_crude_oil&from=2023&to=2024&frame=provinces",
        "frame",
        "provinces",
        "guangdong",
    ),
    ("events=yes", "events", "yes", "1"),
    ("colour=red", "colour", "red", "region"),
    ("indicator=gdp&indicator=population", "indicator", "gdp", "population"),
]


@pytest.mark.parametrize(("query", "key", "value", "allowed"), WRONG)
@pytest.mark.parametrize("path", ["/indicators.csv", "/indicators.xlsx", OBSERVATIONS])
def test_a_wrong_query_is_explained(client, path, query, key, value, allowed):
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "application/json"
    fault = answer.json["errors"][0]
    assert (fault["key"], fault["value"]) == (key, value)
    assert allowed in fault["allowed"]
    assert fault["error"]


def test_each_fault_is_named(client):
    errors = client.get(f"{OBSERVATIONS}?region=x&scale=y&z=1").json["errors"]
    assert [fault["key"] for fault in errors] == ["region", "scale", "z"]


def test_a_refused_scale_says_why_as_the_page_does(client, catalog, options):
    query = "indicator=urbanization_rate&scale=share3"
    (fault,) = client.get(f"{OBSERVATIONS}?{query}").json["errors"]
    offers = {
        o.key: o.refusal
        for o in indicator_summary(catalog, indicators_view(query, options)[0]).offers
    }
    assert fault["error"] == offers["share3"] != ""
    assert fault["allowed"] == [key for key, reason in offers.items() if not reason]


def test_what_does_not_concern_a_file_is_refused(client):
    assert client.get("/overview.csv?scale=share3").status_code == 400
    assert client.get("/indicators.csv?format=json").status_code == 400
    assert client.get("/api/v1/openapi.json?x=1").status_code == 400


@pytest.mark.thorough
@pytest.mark.parametrize("path", [*api.FILES, *PROFILES, *api.API])
def test_an_unchanged_answer_is_not_sent_again(client, path):
    first = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_the_mark_depends_on_the_query(client):
    one, other = (client.get(f"/indicators.csv?indicator={i}") for i in ("gdp", "population"))
    assert one.headers["ETag"] != other.headers["ETag"]
    marked = {"If-None-Match": one.headers["ETag"]}
    assert client.get("/indicators.csv?indicator=population", headers=marked).status_code == 200


def test_a_wrong_query_is_wrong_even_with_a_mark(client):
    answer = client.get(f"{OBSERVATIONS}?region=x", headers={"If-None-Match": "*"})
    assert answer.status_code == 400


@pytest.mark.parametrize("path", [OBSERVATIONS, "/api/v1/indicators", "/indicators.json"])
def test_answers_are_compressed(client, path):
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"


@pytest.mark.thorough
@pytest.mark.parametrize("path", [*api.FILES, *PROFILES, *api.API])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_but_reading_is_possible(client, path, method):
    if method == "POST" and path in api.REPORT_FILES:
        return  # text that no address holds goes with the question (test_reports.py)
    answer = client.open(path, method=method)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_the_list_of_platforms_can_be_taken_away(client, catalog, kind):
    answer = client.get(f"/platforms.{kind}?region=hebei&search=园&scheme=dark&place=N09&shade=1")
    assert answer.status_code == 200
    assert answer.mimetype == files.MIMETYPES[kind].partition(";")[0]
    name = f"jjj-platforms-{catalog.version}.{kind}"
    chinese = quote(f"京津冀监测_产业合作平台_{catalog.version}.{kind}", safe="")
    assert answer.headers["Content-Disposition"] == MADE_OF.format(name, chinese)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("layers=moon", "layers"),
        ("industry=alchemy", "industry"),
        ("status=sure", "status"),
        (f"search={'园' * 41}", "search"),
        ("scale=index", "scale"),
        ("flow_year=1900", "flow_year"),
        ("ground=county.product", "ground"),
        ("area=999999", "area"),
    ],
)
def test_a_wrong_query_of_the_platforms_is_refused_with_what_may_stand_there(client, query, key):
    answer = client.get(f"/platforms.csv?{query}")
    assert answer.status_code == 400
    assert [error["key"] for error in answer.json["errors"]] == [key]


def test_an_unknown_address_of_the_api_is_said_so(client):
    answer = client.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert OBSERVATIONS in answer.json["allowed"]


def test_the_document_names_the_values_that_are_validated(client, options):
    described = client.get("/api/v1/openapi.json").json
    assert described["openapi"].startswith("3.1")
    profiles = {f"/regions/{{slug}}.{kind}" for kind in files.PROFILE_WRITERS}
    written = openapi_briefings.paths()
    every = {*api.FILES, *profiles, *seen_paths(), *single_paths(), *api.API, *written}
    assert set(described["paths"]) == every
    keys = described["components"]["parameters"]
    assert keys["slug"]["schema"]["enum"] == list(options.regions)
    assert keys["region"]["schema"]["items"]["enum"] == list(options.regions)
    assert keys["theme"]["schema"]["enum"] == list(options.themes)
    years, within = keys["from"]["schema"]["anyOf"]
    assert years["minimum"] == options.first_year
    assert re.fullmatch(within["pattern"], "2026-Q2") and re.fullmatch(within["pattern"], "2026-02")
    assert not re.fullmatch(within["pattern"], "2026-Q5")
    named = described["paths"][OBSERVATIONS]["get"]["parameters"]
    assert [p.get("$ref", p.get("name", "")).rpartition("/")[2] for p in named] == [
        *PAGES[Page.INDICATORS].keys, "limit", "offset", "data", "fields", "format",
    ]  # fmt: skip


def test_the_answers_have_the_columns_the_document_promises(client):
    described = client.get("/api/v1/openapi.json").json["components"]["schemas"]
    row = client.get(f"{OBSERVATIONS}?indicator=gdp").json["observations"][0]
    assert list(row) == described["Observation"]["required"]
    entry = client.get("/api/v1/indicators").json["indicators"][0]
    assert set(entry) == set(described["Indicator"]["required"])
    taken = client.get("/regions/hebei.json").json
    assert set(taken) == set(described["Profile"]["required"])
    for name, kind in PROFILE_PARTS.items():
        assert list(taken[name][0]) == described[kind]["required"]
    listed = client.get("/platforms.json").json
    assert set(listed) == set(described["Platforms"]["required"])
    for name, kind in PLATFORM_PARTS.items():
        assert list(listed[name][0]) == described[kind]["required"]
    areas = client.get("/areas.json").json
    assert set(areas) == set(described["Areas"]["required"])
    assert set(areas["metadata"]) == set(described["Areas"]["properties"]["metadata"]["required"])
    for name, kind in AREA_PARTS.items():
        assert list(areas[name][0]) == described[kind]["required"]
    told = client.get(PROGRESS).json
    assert set(told) == set(described["Progress"]["required"])
    assert set(told["metadata"]) == set(described["Progress"]["properties"]["metadata"]["required"])
    assert list(told["facts"][0]) == described["Fact"]["required"]


def test_official_names_are_given_by_region_with_their_documents(client, catalog):
    every = client.get(NAMES).json
    official = catalog.plan.official
    assert every["metadata"]["count"] == len(every["names"]) == len(official.names)
    assert {row["kind"] for row in every["names"]} == {k.name_zh for k in official.kinds.values()}
    assert all(row["document"] and row["publisher"] for row in every["names"])
    own = client.get(f"{NAMES}?region=tianjin").json["names"]
    assert 0 < len(own) < len(every["names"])
    assert all("天津" in row["regions"] for row in own)
    rows = rows_of(client.get(f"{NAMES}?region=tianjin&format=csv"))
    assert [row["名称"] for row in rows] == [row["name"] for row in own]
    described = client.get("/api/v1/openapi.json").json["components"]["schemas"]
    assert set(every) == set(described["OfficialNamePage"]["required"])
    about = described["OfficialNamePage"]["properties"]["metadata"]["required"]
    assert set(every["metadata"]) == set(about)
    assert list(own[0]) == described["OfficialName"]["required"]
    wrong = client.get(f"{NAMES}?measure=layout-4")
    assert (wrong.status_code, wrong.json["errors"][0]["key"]) == (400, "measure")


def test_facts_are_asked_for_by_region_measure_and_kind(client, catalog):
    asked = "region=tianjin&measure=chains-8,layout-2&kind=arrangement"
    found = client.get(f"{PROGRESS}?{asked}").json["facts"]
    assert (
        [fact["fact_id"] for fact in found]
        == [
            fact.fact_id
            for fact in catalog.plan.facts
            if fact.measure_id in {"chains-8", "layout-2"}
            and fact.kind == "arrangement"
            and "120000" in fact.region_codes
        ]
        != []
    )
    rows = rows_of(client.get(f"{PROGRESS}?{asked}&format=csv"))
    assert [row["编号"] for row in rows] == [fact["fact_id"] for fact in found]
    wrong = client.get(f"{PROGRESS}?measure=chains-99&kind=rumour&theme=green")
    assert wrong.status_code == 400
    assert [e["key"] for e in wrong.json["errors"]] == ["measure", "kind", "theme"]


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_the_facts_of_the_plan_can_be_taken_away(client, catalog, kind):
    answer = client.get(f"/plan.{kind}?theme=chains&region=hebei&kind=result&from=2015")
    assert answer.status_code == 200
    assert answer.mimetype == files.MIMETYPES[kind].partition(";")[0]
    assert f"jjj-progress-{catalog.version}.{kind}" in answer.headers["Content-Disposition"]
    if kind == "json":
        assert {fact["part_id"] for fact in answer.json["facts"]} == {"chains"}
        assert {fact["kind"] for fact in answer.json["facts"]} == {"result"}


@pytest.mark.thorough
@pytest.mark.sweep
@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_the_served_document_holds_against_a_storm_of_queries(server, mode):
    """Schemathesis draws right and wrong queries from the served document: never a 5xx, every
    answer as documented, no wrong value let through. That a right value is always accepted is
    not asked: right values may clash (from after to, a scale that cannot be computed)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the tool's own dependencies
        import schemathesis
        from schemathesis.specs.openapi.checks import positive_data_acceptance

        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", server)
        schema.validate()
        operations = [found.ok() for found in schema.get_all_operations()]
        others = len(PROFILES) + len(api.API) - 1  # not the document itself
        written = sum(len(methods) for methods in openapi_briefings.paths().values())
        documents = {*api.FILES, *seen_paths(), *single_paths()}
        posted = sum("post" in methods for methods in report_paths().values())
        assert len(operations) == len(documents) + posted + others + written
        for operation in operations:
            if mode == "negative" and operation.path == briefings.PATH:
                continue  # it takes nothing, so nothing can be wrong
            if operation.path in single_paths():
                continue  # of the whole app (test_single_files.py)
            drawn = operation.as_strategy(schemathesis.GenerationMode(mode))

            many = BUILT_STORM if operation.path.endswith(SEEN_KINDS) else STORM

            @settings(max_examples=many, derandomize=True, database=None, phases=[Phase.generate])
            @given(drawn)
            def hold(case):
                case.call_and_validate(
                    headers={"Accept-Encoding": "identity"},  # the tool reads no brotli
                    excluded_checks=[positive_data_acceptance],
                )

            hold()


def test_the_mark_of_the_code_sees_every_room(tmp_path):
    """Of each folder as it first was: a process goes on with what it has loaded."""
    marks = []
    for name, inside in (("one", "b = 1"), ("same", "b = 1"), ("other", "b = 2")):
        room = tmp_path / name / "plan"
        room.mkdir(parents=True)
        (tmp_path / name / "links.py").write_text("a = 1")
        (room / "summary.py").write_text(inside)
        marks.append(code_mark([tmp_path / name]))
    one, same, other = marks
    assert one == same != other
