"""Pages and briefings as files of their own: whole, of the view asked for, asking nobody."""

import base64
import hashlib
import json
import re
from urllib.parse import unquote

import pytest

from analysis import links
from analysis.pages import PAGES, Page
from serving import single_files

pytestmark = pytest.mark.thorough

PATHS = (
    "/overview", "/indicators", "/areas", "/evaluation", "/plan", "/platforms", "/changes",
    "/regions/hebei",
)  # fmt: skip
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def text_of(client, address):
    with client.get(address) as answer:
        assert answer.status_code == 200, address
        assert answer.mimetype == "text/html"
        return answer.get_data(as_text=True)


def policy_of(text):
    return re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]


def hash_of(script):
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_every_page_has_a_file(options):
    named = {path.removesuffix(".html") for path in single_files.addresses(options)}
    assert {*PATHS, "/regions/beijing", "/regions/tianjin"} == named


@pytest.mark.parametrize("path", [*PATHS, "/present/default"])
def test_a_file_asks_nobody_and_runs_what_it_says(client, path):
    text = text_of(client, f"{path}.html")
    policy = policy_of(text)
    assert policy.startswith("default-src 'none'; script-src ")
    ran = policy.partition("script-src ")[2].partition(";")[0].split()
    assert ran == (list(map(hash_of, SCRIPT.findall(text))) or ["'none'"])
    body = text.partition("<body")[2].partition("<script")[0]
    assert not re.findall(r' (?:src|srcset|action)="', body)
    assert [a for a in re.findall(r'href="([^"]*)"', body) if not a.startswith(("#", "http"))] == []
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    assert not re.search(r"url\((?!['\"]?data:)", style) and "@import" not in style


def test_a_file_is_of_the_view(client):
    text = text_of(client, "/overview.html?theme=green&region=hebei&from=2015")
    assert "主题：绿色低碳" in text and "地区：河北" in text
    assert "/?theme=green&amp;region=hebei&amp;from=2015&amp;data=" in text
    assert "保存日期" in text and "打印日期" not in text


def test_nothing_that_needs_a_server_is_left(client):
    for path in PATHS:
        body = text_of(client, f"{path}.html").partition("<body")[2].partition("<script")[0]
        assert not re.findall(r"<(?:button|select|input|form)\b", body), path
        assert " data-view=" not in body and 'class="take-away"' not in body, path


def test_nothing_asks_to_choose_what_a_file_cannot_show(client):
    for path in PATHS:
        body = text_of(client, f"{path}.html").partition("<body")[2].partition("<script")[0]
        asked = re.findall(r"在地图[^<]*选择|此处显示|键切换", body)
        assert not asked, (path, asked)


def test_shapes_come_with_the_map(client):
    text = text_of(client, "/overview.html")
    if 'id="frozen"' in text:  # the scripts are built
        frozen = text.partition('id="frozen">')[2].partition("</script>")[0]
        assert frozen.count('"FeatureCollection"') >= 1 and "<" not in frozen


def test_the_name_says_what_it_is(client):
    with client.get("/overview.html?theme=green") as answer:
        said = unquote(answer.headers["Content-Disposition"])
    assert "京津冀监测_绿色低碳_三地_2010—2024年_总览_" in said and said.endswith(".html")
    with client.get("/present/default.html") as answer:
        assert "汇报_预置汇报_" in unquote(answer.headers["Content-Disposition"])


def test_an_unchanged_file_is_not_sent_again(client):
    for path in ("/plan.html", "/present/default.html"):
        with client.get(path) as answer:
            mark = answer.headers["ETag"]
        assert client.get(path, headers={"If-None-Match": mark}).status_code == 304


def test_a_briefing_that_is_not_there_is_said_so(client):
    answer = client.get("/present/nobody.html")
    assert (answer.status_code, answer.get_json()["error"]) == (404, "没有名为“nobody”的汇报")


def test_a_link_leads_to_the_site_where_its_host_is_known():
    assert links.whole("/plan") == "" and links.whole("#task") == "#task"
    links.stand_under("/", "http://jjj.example.cn")
    try:
        assert links.whole("/plan?theme=green") == "http://jjj.example.cn/plan?theme=green"
        assert links.whole("https://elsewhere.example/") == "https://elsewhere.example/"
    finally:
        links.stand_under("/")


def test_a_wrong_query_is_refused_with_every_fault(client):
    for path, query, keys in (
        ("/overview.html", "theme=weather&nothing=1", ["theme", "nothing"]),
        ("/indicators.html", "scale=colour", ["scale"]),
        ("/regions/hebei.html", "from=1700", ["from"]),
        ("/changes.html", "from=2015", ["from"]),
        ("/present/default.html", "theme=green", ["theme"]),
    ):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 400, path
        assert [one["key"] for one in answer.get_json()["errors"]] == keys, path


def test_the_description_names_every_file_and_what_its_query_may_have(client, options):
    found = client.get("/api/v1/openapi.json").get_json()
    paths = {path for path in found["paths"] if path.endswith(".html")}
    plain = {p for p in single_files.addresses(options) if not p.startswith("/regions/")}
    assert paths == {*plain, "/regions/{slug}.html", "/present/{name}.html", "/reports.html"}
    own = found["paths"]["/evaluation.html"]["get"]["parameters"]
    names = [one["$ref"].rpartition("/")[2] for one in own]
    assert names == [*PAGES[Page.EVALUATION].keys, "data"]
    known = found["components"]
    for path in paths:
        said = json.dumps(found["paths"][path])
        for kind, name in re.findall(r"#/components/(\w+)/(\w+)", said):
            assert name in known[kind], (path, name)
