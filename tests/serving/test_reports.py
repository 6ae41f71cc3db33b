"""Reports as files: what the page shows, named in Chinese, kept, bounded, under the mark."""

import re
from io import BytesIO
from urllib.parse import unquote

import docx
import pytest
from openpyxl import load_workbook
from pptx import Presentation

from analysis import marking
from serving import building
from tests.office_schema import faults

pytestmark = pytest.mark.thorough

KINDS = ("monitor", "region", "task", "evaluation", "briefing")


@pytest.fixture
def marked():
    marking.mark_as("内部资料")
    yield
    marking.mark_as("")


def name_of(answer):
    return unquote(re.search(r"filename\*=UTF-8''(.+)", answer.headers["Content-Disposition"])[1])


def book_of(answer):
    return load_workbook(BytesIO(answer.get_data()))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_workbook(client, kind):
    answer = client.get(f"/reports.xlsx?report={kind}&topics=green,chains")
    assert answer.status_code == 200
    book = book_of(answer)
    assert book.sheetnames[:3] == ["封面", "目录", "正文"]
    assert re.fullmatch(r"京津冀监测_.+\.xlsx", name_of(answer))
    parts = name_of(answer).removesuffix(".xlsx").split("_")
    assert len(set(parts)) == len(parts), parts
    assert faults(answer.get_data()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_slides_and_a_text_document(client, kind):
    answer = client.get(f"/reports.pptx?report={kind}&topics=green")
    assert answer.status_code == 200 and name_of(answer).endswith(".pptx")
    made = Presentation(BytesIO(answer.get_data()))
    assert len(made.slides) >= 4
    assert faults(answer.get_data()) == []
    answer = client.get(f"/reports.docx?report={kind}&topics=green")
    assert faults(answer.get_data()) == []
    assert answer.status_code == 200 and name_of(answer).endswith(".docx")
    assert len(docx.Document(BytesIO(answer.get_data())).paragraphs) > 10


def test_what_is_not_used_is_on_no_slide_and_in_no_document(client):
    whole = client.get("/reports.json?topics=green").get_json()
    said = next(one for part in whole["sections"] for one in part["sentences"])
    kept, left = (
        [
            texts_of(client.get(f"/reports.{kind}?topics=green{off}"), kind)
            for kind in ("pptx", "docx")
        ]
        for off in ("", f"&off={said['key']}")
    )
    assert [said["text"] in text for text in kept] == [True, True]
    assert [said["text"] in text for text in left] == [False, False]


def texts_of(answer, kind):
    if kind == "docx":
        opened = docx.Document(BytesIO(answer.get_data()))
        return "".join(one.text for one in opened.paragraphs)
    made = Presentation(BytesIO(answer.get_data()))
    shapes = [shape for slide in made.slides for shape in slide.shapes]
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def test_a_theme_is_a_sheet_with_numbers_as_numbers(client, catalog):
    sheet = book_of(client.get("/reports.xlsx?topics=green,chains"))["绿色低碳"]
    head = [cell.value for cell in sheet[4]]
    rows = [
        dict(zip(head, [c.value for c in row], strict=True)) for row in sheet.iter_rows(min_row=5)
    ]
    rows = [row for row in rows if row["期间"]]
    seen = {
        (row["指标编号"], row["期间"]): row["北京市"] for row in rows if row["北京市"] is not None
    }
    assert seen and all(isinstance(value, int | float) for value in seen.values())
    for (name, period), value in seen.items():
        known = catalog.observations[name, "110000", int(period)]
        assert value == pytest.approx(known.value, rel=1e-12), (name, period)
    assert {row["指标编号"] for row in rows} <= set(catalog.indicators)


def test_a_briefing_as_a_page_has_sentences_that_end_and_margins_on_paper(client):
    text = client.get("/reports.html?report=briefing").get_data(as_text=True)
    said = re.findall(r'<p class="report-paragraph">(.*?)</p>', text)
    assert said and all(re.search("[。！？；：…”]$", re.sub("<[^>]*>", "", one)) for one in said)
    assert "亿元。" in "".join(said)
    assert re.search(r"@page\s*{[^}]*margin", text)


def test_the_file_of_a_page_is_html_that_needs_nothing(client):
    answer = client.get("/reports.html?topics=green")
    text = answer.get_data(as_text=True)
    assert answer.mimetype == "text/html" and "attachment" in answer.headers["Content-Disposition"]
    assert re.search(r"default-src 'none'; script-src 'none'; style-src 'sha256-[^']+'", text)
    assert not re.findall(r'(?:src|href)="(?!#)', text)
    assert "style=" not in text and "<script" not in text and "url(" not in text


def test_json_opens_the_report_again(client):
    found = client.get("/reports.json?report=task&topics=green&layout=ordinary").get_json()
    assert found["format"] == "jing-jin-ji-report-1"
    assert found["query"] == "?report=task&theme=green&layout=ordinary"
    assert client.get(f"/reports.json{found['query']}").get_json() == found


def test_a_wrong_query_is_refused_with_every_fault(client):
    answer = client.get("/reports.xlsx?report=poem&topics=weather&nothing=1")
    assert answer.status_code == 400
    assert [one["key"] for one in answer.get_json()["errors"]] == ["report", "topics", "nothing"]
    assert client.get(f"/reports.json?own={'x' * 501}").status_code == 400
    assert client.post("/reports.json").status_code == 400
    assert client.put("/reports.json").status_code == 405


def test_text_that_no_address_holds_is_sent_and_stands_in_every_file(client):
    section = client.get("/reports.json?topics=green").get_json()["sections"][0]["key"]
    own = [[section, f"第 {n} 句，已另行说明。" + "补" * 400] for n in range(40)]
    answer = client.post("/reports.json?topics=green", json={"own": [*own, ["gone", "别处"]]})
    found = answer.get_json()
    assert found["own"] == [*own, ["gone", "别处"]]  # what has no place here is not lost
    assert "own=" not in found["query"] + found["metadata"]["data_address"]
    said = [one["text"] for one in found["sections"][0]["sentences"] if one["is_own"]]
    assert said == [text for _, text in own]
    for kind in ("docx", "html"):
        answer = client.post(f"/reports.{kind}?topics=green", json={"own": own})
        assert answer.status_code == 200
        if kind == "docx":
            assert "第 39 句，已另行说明。" in texts_of(answer, kind)
        else:
            assert "第 39 句，已另行说明。" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("x", "种类不对"),
        ([["gdp", "好。"], ["gdp"]], "第 2 句有误"),
        ([["gdp", "  "]], "第 1 句有误"),
        ([["g dp", "好。"]], "第 1 句有误"),
        ([["gdp", 1]], "第 1 句有误"),
        ([["gdp", "字" * 20_001]], "不能超过 20000 字"),
    ],
)
def test_text_that_is_none_is_refused_with_its_place(client, own, said):
    answer = client.post("/reports.json", json={"own": own})
    assert answer.status_code == 400
    assert said in answer.get_json()["errors"][0]["error"]


def test_while_others_are_built_one_is_told_when_to_come_again(client):
    hands = building.BUILDING._hands
    assert hands.acquire(blocking=False)
    try:
        answer = client.get("/reports.html?topics=quality&from=2016")
    finally:
        hands.release()
    assert answer.status_code == 503 and int(answer.headers["Retry-After"]) > 0
    assert "请稍后再试" in answer.get_json()["error"]
    assert client.get("/reports.html?topics=quality&from=2016").status_code == 200


def test_the_mark_stands_in_every_file_and_name(client, marked):
    for kind in ("json", "html", "xlsx", "pptx", "docx"):
        answer = client.get(f"/reports.{kind}?topics=green&from=2017")
        assert name_of(answer).startswith("内部资料_"), kind
        if kind in ("pptx", "docx"):
            assert "内部资料" in texts_of(answer, kind), kind
    assert client.get("/reports.json").get_json()["metadata"]["mark"] == "内部资料"
    assert "内部资料" in client.get("/reports.html?from=2018").get_data(as_text=True)
    cover = book_of(client.get("/reports.xlsx?topics=green&from=2018"))["封面"]
    assert ("标识", "内部资料") in [(row[0].value, row[1].value) for row in cover]
    assert client.get("/overview.json").get_json()["metadata"]["mark"] == "内部资料"
    assert name_of(client.get("/overview.csv")).startswith("内部资料_")


def test_the_mark_stands_on_pages_and_on_the_stage(new_app):
    try:
        own = new_app(mark="征求意见稿").server.test_client()
        for path in ("/", "/plan", "/reports", "/present/edit"):
            page = own.get(path).get_data(as_text=True)
            assert re.search(r'<p class="site-mark">征求意见稿</p>', page), path
        assert '<span id="mark">征求意见稿</span>' in own.get("/present").get_data(as_text=True)
    finally:
        marking.mark_as("")


def test_the_mark_stands_in_every_file_of_a_page_and_of_a_briefing(new_app):
    try:
        own = new_app(mark="征求意见稿").server.test_client()
        for path in ("/evaluation.html", "/plan.html", "/reports.html", "/present/default.html"):
            with own.get(path) as answer:
                assert name_of(answer).startswith("征求意见稿_"), path
                assert "征求意见稿" in answer.get_data(as_text=True).partition("<body")[2], path
        for path in ("/indicators.pptx", "/indicators.docx", "/present.pptx"):
            answer = own.get(path)
            assert name_of(answer).startswith("征求意见稿_"), path
            assert "征求意见稿" in texts_of(answer, path.rpartition(".")[2]), path
        for path in ("/evaluation", "/areas", "/platforms", "/plan", "/regions/hebei", "/changes"):
            assert own.get(f"{path}.json").get_json()["metadata"]["mark"] == "征求意见稿", path
            cover = book_of(own.get(f"{path}.xlsx"))["封面"]
            assert "征求意见稿" in [cell.value for row in cover for cell in row], path
            assert name_of(own.get(f"{path}.csv")).startswith("征求意见稿_"), path
        for path in ("/api/v1/indicators", "/api/v1/latest", "/api/v1/official-names"):
            assert own.get(path).get_json()["metadata"]["mark"] == "征求意见稿", path
    finally:
        marking.mark_as("")


def test_without_a_mark_no_place_is_kept_for_one(client):
    assert "site-mark" not in client.get("/").get_data(as_text=True)
    assert 'id="mark"' not in client.get("/present").get_data(as_text=True)
