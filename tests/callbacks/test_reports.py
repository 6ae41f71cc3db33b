"""The reports over HTTP: choices, sentences left out and added, addresses that keep them."""

import ast
import inspect
import re
from urllib.parse import quote

import pytest
from asking import show

from callbacks import reports
from components.ids import Id

BAR, PREVIEW = Id.REPORTS_BAR, Id.REPORTS_PREVIEW
SWITCHES = re.compile(
    r'<a aria-label="(不用|恢复)：([^"]*)"[^>]*data-view="([^"]*)"[^>]*>(不用|恢复)</a>'
)


def text(html):
    return re.sub(r"<[^>]+>", "", html).replace("&amp;", "&")


def plain(address):
    return address.replace("&amp;", "&")


@pytest.fixture(scope="module")
def usual(app):
    return show(app.server.test_client(), "/reports?theme=green")


def test_both_places_are_filled(usual):
    assert usual["page"] == "reports" and "监测简报" in usual["title"]
    assert {BAR, PREVIEW, "nav", "paper"} <= set(usual["html"])
    assert "绿色低碳" in text(usual["html"][PREVIEW])
    assert not usual["remarks"]


def test_the_files_have_the_query_of_the_page(usual):
    files = re.findall(r'href="(/reports\.[^"]*)"', usual["html"][BAR])
    assert {one.partition("?")[0].rpartition(".")[2] for one in files} >= {"xlsx", "html", "json"}
    assert all(one.endswith("?theme=green") for one in files)


def test_a_sentence_is_left_out_and_comes_back(client, usual):
    (said, beginning, address, _), *_ = SWITCHES.findall(usual["html"][PREVIEW])
    assert said == "不用"
    off = show(client, f"/reports{plain(address)}")["html"][PREVIEW]
    assert off.count("is-off") == 1
    (back,) = [one for one in SWITCHES.findall(off) if one[0] == "恢复"]
    assert back[1] == beginning
    again = show(client, f"/reports{plain(back[2])}")["html"][PREVIEW]
    assert again == usual["html"][PREVIEW]


def test_what_is_not_used_is_in_no_file(client, usual):
    key = re.search(r"off=([\w.-]+)", usual["html"][PREVIEW])[1]
    kept = client.get("/reports.json?theme=green").get_json()
    left = client.get(f"/reports.json?theme=green&off={key}").get_json()

    def keys(found):
        return [one["key"] for part in found["sections"] for one in part["sentences"]] + [
            one["key"] for one in found["lead"]
        ]

    assert set(keys(kept)) - set(keys(left)) == {key}


def test_an_own_sentence_stands_in_its_section_and_is_marked(client, usual):
    section = re.search(r'data-section="([^"]+)"', usual["html"][PREVIEW])[1]
    address = f"/reports?theme=green&own={quote(f'{section}:本市已印发方案。')}"
    html = show(client, address)["html"][PREVIEW]
    assert "编写者补充" in text(html) and "本市已印发方案。" in text(html)
    assert re.search(r'aria-label="删除：本市已印发方案。"', html)
    found = client.get(address.replace("/reports", "/reports.json")).get_json()
    own = [s for part in found["sections"] for s in part["sentences"] if s["is_own"]]
    assert [(one["text"], one["cells"]) for one in own] == [("本市已印发方案。", [])]


def test_what_a_writer_adds_is_text_and_never_markup(client, usual):
    section = re.search(r'data-section="([^"]+)"', usual["html"][PREVIEW])[1]
    said = quote(f"{section}:<script>alert(1)</script>")
    html = show(client, f"/reports?theme=green&own={said}")["html"][PREVIEW]
    assert "<script" not in html and "&lt;script&gt;" in html
    file = client.get(f"/reports.html?theme=green&own={said}").get_data(as_text=True)
    assert "<script" not in file and "&lt;script&gt;" in file


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("region", "地区专报"),
        ("task", "任务专报"),
        ("evaluation", "协同评价"),
        ("briefing", "汇报"),
    ],
)
def test_every_kind_is_shown_and_chosen(client, kind, name):
    found = show(client, f"/reports?report={kind}")
    assert name in found["title"]
    current = re.findall(r'<a[^>]*aria-current="true"[^>]*>([^<]*)', found["html"][BAR])
    assert current[0] == name
    assert text(found["html"][PREVIEW])


@pytest.mark.thorough
def test_a_report_of_one_region_offers_one_region(client):
    html = show(client, "/reports?report=region&region=hebei")["html"]["region-toggles"]
    assert re.findall(r'aria-current="true"[^>]*>([^<]*)', html) == ["河北"]
    assert "aria-pressed" not in html


def test_without_topics_no_topics_are_offered(client):
    assert not text(show(client, "/reports?report=evaluation")["html"]["theme-chips"])
    chips = text(show(client, "/reports?report=task")["html"]["theme-chips"])
    assert chips.startswith("全部")


def test_a_topic_is_pressed_and_all_are_a_step_away(usual):
    html = usual["html"]["theme-chips"]
    assert re.findall(r'aria-pressed="true"[^>]*>([^<]*)', html) == ["绿色低碳"]
    assert re.search(r'href="([^"]*)"[^>]*>全部', html)[1] == "?"


def test_what_cannot_be_read_is_said_and_the_page_is_shown(client, usual):
    found = show(client, "/reports?theme=green&report=poem&layout=x")
    assert "report=poem" in text(found["remarks"]) and "layout=x" in text(found["remarks"])
    assert found["html"][PREVIEW] == usual["html"][PREVIEW]


def test_the_callback_calculates_nothing():
    found = ast.walk(ast.parse(inspect.getsource(reports)))
    calculating = ast.BinOp | ast.AugAssign | ast.Compare
    assert [ast.unparse(node) for node in found if isinstance(node, calculating)] == []


def test_no_more_is_left_out_than_an_address_holds(client, usual):
    """What would not be read again is not offered."""
    keys = ",".join(f"no-sentence-{number:04}-of-this-report" for number in range(75))
    html = show(client, f"/reports?theme=green&off={keys}")["html"][PREVIEW]
    assert "已达上限" in html and not SWITCHES.findall(html)
    assert SWITCHES.findall(usual["html"][PREVIEW])


def test_a_briefing_has_its_maps_as_pictures(client):
    html = show(client, "/reports?report=briefing")["html"][PREVIEW]
    assert html.count('class="still is-map"') >= 1
    assert "未送审" in text(html)
