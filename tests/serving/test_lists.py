"""The lists of the API: each has the rows of its page; parts of it join to the whole; what is
asked for wrongly is explained."""

import csv
import re
from io import StringIO

import pytest
from dash import Dash, html
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from analysis import links
from analysis.claims.ledger import ledger
from analysis.plan.summary import plan_summary
from analysis.query import written
from callbacks.site import OneEdition
from serving import api
from serving.api_keys import MOST
from serving.lists.paging import Part, addresses, part_of
from serving.lists.table import LISTS

IN_CSV = [one for one in LISTS if "csv" in one.formats]
BY_PATH = [pytest.param(one, id=one.operation) for one in LISTS]


@pytest.fixture(scope="module")
def server(catalog):
    app = Dash("lists", compress=True, use_async=False)
    app.layout = html.Div()
    api.register(app, catalog, OneEdition(catalog))
    return app.server


@pytest.fixture(scope="module")
def client(server):
    return server.test_client()


@pytest.fixture(scope="module")
def described(client):
    return client.get(links.DESCRIPTION).json


def rows_of(answer):
    return list(csv.reader(StringIO(answer.get_data().decode("utf-8-sig"), newline="")))


def inside(address):
    """An address of the answer as this server, which has one edition, knows it."""
    return re.sub(r"[?&]data=[0-9a-f]+", "", address)


@pytest.mark.thorough
@pytest.mark.parametrize("listed", BY_PATH)
def test_a_list_is_what_the_document_says(client, described, listed):
    answer = client.get(f"{listed.path}?limit=3")
    assert answer.status_code == 200
    components = described["components"]
    whole = {"$ref": f"#/components/schemas/{listed.schema}", "components": components}
    Draft202012Validator(whole).validate(answer.json)
    row = {"$ref": f"#/components/schemas/{listed.row}", "components": components}
    for one in answer.json[listed.name]:
        Draft202012Validator(row).validate(one)
        assert tuple(one) == listed.fields


@pytest.mark.thorough
@pytest.mark.parametrize("listed", BY_PATH)
def test_parts_join_to_the_whole(client, listed):
    whole = client.get(listed.path)
    rows = whole.json[listed.name]
    assert whole.headers["X-Total-Count"] == str(len(rows))
    assert "page" not in whole.json["metadata"]
    size = len(rows) // 3 + 1
    address, joined = f"{listed.path}?limit={size}", []
    while address:
        part = client.get(inside(address))
        joined += part.json[listed.name]
        page = part.json["metadata"]["page"]
        assert (page["total"], page["limit"]) == (len(rows), size)
        address = page["next"]
    assert joined == rows


@pytest.mark.thorough
@pytest.mark.parametrize("listed", BY_PATH)
def test_only_the_fields_that_are_asked_for(client, listed):
    last, first = listed.fields[-1], listed.fields[0]
    part = client.get(f"{listed.path}?fields={last},{first}&limit=2").json[listed.name]
    whole = client.get(listed.path).json[listed.name][:2]
    assert part == [{name: row[name] for name in (first, last)} for row in whole]
    wrong = client.get(f"{listed.path}?fields={first},nothing")
    assert wrong.status_code == 400
    assert wrong.json["errors"][0]["allowed"] == list(listed.fields)


@pytest.mark.thorough
@pytest.mark.parametrize("listed", [pytest.param(one, id=one.operation) for one in IN_CSV])
def test_the_table_has_as_many_rows(client, listed):
    answer = client.get(f"{listed.path}?format=csv")
    assert answer.mimetype == "text/csv"
    head, *rows = rows_of(answer)
    assert head == [column.label for column in listed.columns]
    assert len(rows) == int(answer.headers["X-Total-Count"])
    assert rows_of(client.get(f"{listed.path}?format=csv&limit=2&offset=1"))[1:] == rows[1:3]


def test_a_table_of_some_fields_has_their_columns(client):
    path = f"{links.ROWS}?indicator=gdp&format=csv"
    head, *rows = rows_of(client.get(f"{path}&fields=value,period,status"))
    assert head == ["期间", "数值", "数据状态"]
    assert len(rows[0]) == 3
    wrong = client.get(f"{path}&fields=text")  # a phrase, which JSON has and no column
    assert wrong.status_code == 400
    assert "value" in wrong.json["errors"][0]["allowed"]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("limit=0", "limit"),
        ("limit=", "limit"),
        ("limit=ten", "limit"),
        ("limit=٣", "limit"),
        (f"limit={MOST + 1}", "limit"),
        ("offset=-1", "offset"),
        ("offset=1.0", "offset"),
        (f"offset={'9' * 40}", "offset"),
        ("fields=", "fields"),
        ("format=xml", "format"),
        ("cursor=3", "cursor"),
    ],
)
@pytest.mark.parametrize("path", [links.ROWS, links.CLAIMS, links.CHANGES])
def test_a_wrong_part_is_explained(client, path, query, key):
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    (fault,) = answer.json["errors"]
    assert fault["key"] == key
    assert fault["allowed"]


def test_the_head_says_where_the_other_parts_are(client, catalog):
    answer = client.get(f"{links.PLAN_MEASURES}?theme=chains&limit=2&offset=2")
    found = dict(
        (name, address)
        for address, name in re.findall(r'<(.+?)>; rel="(\w+)"', answer.headers["Link"])
    )
    total = int(answer.headers["X-Total-Count"])
    assert set(found) == {"first", "prev", "next", "last"}
    assert found["next"].startswith(f"{links.PLAN_MEASURES}?theme=chains&limit=2&offset=4&")
    assert found["next"].endswith(f"data={catalog.digest}")
    assert found["next"] == answer.json["metadata"]["page"]["next"]
    last = client.get(inside(found["last"]))
    assert len(last.json["measures"]) == (total - 1) % 2 + 1
    assert last.json["metadata"]["page"]["next"] is None
    beyond = client.get(f"{links.PLAN_MEASURES}?offset=5000")
    assert (beyond.status_code, beyond.json["measures"]) == (200, [])


def test_parts_have_marks_of_their_own(client):
    one = client.get(f"{links.CLAIMS}?limit=2")
    marked = {"If-None-Match": one.headers["ETag"]}
    assert client.get(f"{links.CLAIMS}?limit=2", headers=marked).status_code == 304
    assert client.get(f"{links.CLAIMS}?limit=3", headers=marked).status_code == 200


def test_the_claims_are_those_of_the_page(client, catalog, options):
    rows = client.get(links.CLAIMS).json["claims"]
    assert [row["claim_id"] for row in rows] == [one.claim.claim_id for one in ledger(catalog)]
    assert {row["claim_id"]: row["verdict"] for row in rows} == {
        one.claim.claim_id: one.verdict for one in ledger(catalog)
    }
    checks = client.get(links.CLAIM_CHECKS).json["checks"]
    assert len(checks) == sum(row["checks"] for row in rows) > 0
    own = client.get(f"{links.CLAIMS}?region=hebei").json["claims"]
    assert {row["region_code"] for row in own} == {"130000", "JJJ"}


def test_the_parts_of_the_plan_are_those_of_the_page(client, catalog, options):
    found = plan_summary(catalog, options.default())
    parts = client.get(links.PLAN).json["parts"]
    assert [row["part_id"] for row in parts] == [
        *(one.task.task_id for one in found.tasks),
        *(one.safeguard.safeguard_id for one in found.safeguards),
    ]
    measures = client.get(links.PLAN_MEASURES).json["measures"]
    assert len(measures) == sum(row["measures"] for row in parts) == found.measure_count
    bare = sum(row["gap"] is not None for row in measures)
    assert bare == sum(row["bare"] for row in parts)
    spoken = client.get(links.PLAN_LINKS).json["links"]
    assert len(spoken) == len(catalog.plan.links)
    ids = {row["target_id"] for row in spoken if row["kind"] == "indicator"}
    assert ids <= catalog.indicators.keys()


@pytest.mark.thorough
def test_every_published_value_is_listed_once(client, catalog):
    rows = client.get(links.VALUES).json["values"]
    listed = {(row["indicator_id"], row["region_code"], row["period"]): row for row in rows}
    assert len(listed) == len(rows) == len(catalog.observations)
    own = listed["gdp", "110000", "2020"]
    seen = catalog.observations["gdp", "110000", 2020]
    assert (own["value"], own["frequency"], own["unit"]) == (seen.value, "A", "亿元")
    assert (own["source"], own["status"]) == (seen.source.document, seen.status)
    some = client.get(f"{links.VALUES}?region=tianjin&theme=green").json
    assert {row["region_code"] for row in some["values"]} == {"120000"}
    assert some["metadata"]["filters"] == "地区：天津；主题：绿色低碳"


def test_the_changes_name_both_editions(client, catalog):
    answer = client.get(f"{links.CHANGES}?limit=1").json["metadata"]
    assert answer["from_digest"] == answer["data_digest"] == catalog.digest
    assert f"from={catalog.digest}&to={catalog.digest}" in answer["data_address"]


@given(
    total=st.integers(0, 500),
    limit=st.integers(1, 60),
    offset=st.integers(0, 600),
)
def test_following_next_meets_every_row_once(total, limit, offset):
    part = Part(total, limit, offset, True)
    met, seen = [], 0
    while True:
        met += range(part.offset, min(part.offset + part.limit, total))
        after = part.others().get("next")
        if after is None:
            break
        part, seen = Part(total, limit, after, True), seen + 1
        assert seen <= total
    assert met == list(range(offset, total))
    last = Part(total, limit, 0, True).others()["last"]
    assert last % limit == 0 and last <= max(0, total - 1) < last + limit


def test_more_rows_than_one_answer_has_are_told():
    part = part_of("theme=green", MOST + 1)
    assert part.is_told and not part.is_asked
    (found,) = {addresses("/x", {"theme": "green"}, "d1", part)["next"]}
    assert (
        found == f"/x{written({'theme': 'green', 'limit': str(MOST), 'offset': str(MOST)})}&data=d1"
    )
    assert not part_of("", MOST).is_told
