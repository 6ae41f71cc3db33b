"""The register at the desk: its template filled in, taken into a draft, published; who gets its
rows, and that it is put down."""

from dataclasses import replace
from io import BytesIO

import pytest
from desk_room import LI, WANG
from openpyxl import load_workbook
from xlsxwriter import Workbook

from components.desk.ids import answer, deed, form
from data.editions.ledger import DONE, REFUSED
from data.imports.register_heads import COLUMNS, HEADS
from tests.registered import credit_code

pytestmark = pytest.mark.thorough

MERGE = deed("merge")
TEMPLATE, ROWS = "/register-template.xlsx", "/register.xlsx"


def line(number, **said):
    """A row in the words of the template."""
    row = {
        "code": credit_code(number), "name_zh": f"虚构企业{number:04d}", "kind": "企业",
        "area_code": "110108 海淀区", "chain_id": "机器人", "stage": "整机与产品",
        "industry": "C34", "size": "小", "status": "存续", "started": "2020-05", "ended": "",
        "value": "1200.5", "value_year": "2024",
    }  # fmt: skip
    return {**row, **said}


def csv_of(rows, columns=COLUMNS):
    lines = [",".join(HEADS[name][0] for name in columns)]
    lines += [",".join(row[name] for name in columns) for row in rows]
    return "\n".join(lines).encode()


def taken_in(page, rows):
    page.upload(csv_of(rows), "名册.csv")
    return page.press(MERGE)


def register_of(room, page):
    package = room.desk.rules.drafts.package(room.draft(page).draft_id)
    return (package / "tables" / "register.csv").read_text(encoding="utf-8")


def test_a_file_of_the_register_is_known_counted_and_taken_in(room):
    page = room.begun()
    page.upload(csv_of([line(1), line(2)]), "名册.csv")
    assert "识别为：企业和项目登记表，2 行" in page.text("file")
    assert "新增 2 个" in page.text("file")
    said = page.press(MERGE)
    assert "已并入草稿。企业和项目登记表：新增 2 个" in said
    assert f"{credit_code(1)},虚构企业0001,enterprise,110108,robotics,product" in register_of(
        room, page
    )
    assert "企业和项目登记表：新增 2 个" in page.text("draft")
    assert said.rstrip().endswith("企业和项目登记表：新增 2 个。")
    assert "企业和项目登记表：新增 2 个。" in page.text("changes")
    assert "相比，其他数据没有变动。" in page.text("changes")
    last = room.last()
    assert (last.action, last.outcome, last.note) == (
        "replace_tables", DONE, "register（名册.csv）",
    )  # fmt: skip


def test_the_template_is_read_back_as_it_was_filled_in(room):
    page = room.begun()
    book = load_workbook(BytesIO(room.client.get(TEMPLATE).data))
    sheet = book["登记表"]
    assert [cell.value for cell in sheet[1]] == [HEADS[name][0] for name in COLUMNS]
    assert "130102 石家庄市长安区" in [cell.value for column in book["选项"] for cell in column]
    for place, name in enumerate(COLUMNS, start=1):
        sheet.cell(2, place).value = line(7)[name]
    out = BytesIO()
    book.save(out)
    page.upload(out.getvalue(), "登记表.xlsx")
    assert "新增 1 个" in page.text("file"), page.text("file")


def test_each_fault_is_named_by_its_cell(room):
    page = room.begun()
    rows = [line(1), line(2, area_code="桥西区"), line(3, started="2023-02-30"), line(1)]
    page.upload(csv_of(rows), "名册.csv")
    told = page.text("file")
    assert "单元格 D3桥西区应为三地的六位代码，或没有重名的名称" in told
    assert "单元格 J42023-02-30没有这一天" in told
    assert f"单元格 A5{credit_code(1)}与 A2 重复" in told
    assert "有 3 处有误" in page.press(MERGE)
    page.fill(form("skip"), True)
    assert "新增 1 个" in page.press(MERGE)


def test_a_wrong_check_sign_is_a_fault(room):
    page = room.begun()
    page.upload(csv_of([line(1, code=credit_code(1)[:-1] + credit_code(2)[-1])]), "名册.csv")
    assert "不是有效的统一社会信用代码" in page.text("file")


def test_entities_are_merged_by_code_and_those_left_out_end_only_when_said(room):
    page = room.begun()
    taken_in(page, [line(1), line(2), line(3)])
    page.upload(csv_of([line(1), line(2, size="中")]), "新.csv")
    assert "变更 1 个；1 个没有变化" in page.text("file")
    assert (
        "其中没有的 1 个企业和项目记为注销或终止"
        in page.parts['{"form":"register-whole"}']["label"]
    )
    page.fill(form("register-whole"), True)
    assert "变更 1 个，注销或终止 1 个" in page.press(MERGE)
    assert ",ended," in register_of(room, page).splitlines()[3]


def test_a_column_that_a_file_lacks_stays_as_it_is(room):
    page = room.begun()
    taken_in(page, [line(1)])
    kept = [name for name in COLUMNS if name not in ("value", "value_year", "industry")]
    page.upload(csv_of([line(1, size="中")], kept), "新.csv")
    page.press(MERGE)
    assert ",C34,medium," in register_of(room, page)
    assert ",1200.5,2024" in register_of(room, page)


def test_the_same_file_again_changes_nothing(room):
    page = room.begun()
    taken_in(page, [line(1)])
    assert "没有可并入的变化" in taken_in(page, [line(1)])


def test_who_works_for_a_region_changes_no_other(room):
    room.who = replace(LI, regions=frozenset({"tianjin"}))
    page = room.begun()
    assert "您的权限不含以下地区：北京市" in taken_in(page, [line(1)])
    assert "新增 1 个" in taken_in(page, [line(1, area_code="120116")])


def published(room, rows):
    page = room.begun("登记表")
    taken_in(page, rows)
    draft = room.draft(page).draft_id
    rules = room.desk.rules
    digest = rules.submit(LI.person, draft).digest
    rules.approve(WANG.person, draft, digest)
    rules.publish(LI.person, draft)
    return digest


def test_what_looks_like_a_mistake_is_asked_about(room):
    published(room, [line(n) for n in range(4)])
    page = room.begun()
    rows = [line(0, name_zh="另一名称"), line(1, value="12005000"), line(2, stage="研发")]
    taken_in(page, rows)
    told = page.text("changes")
    for text in ("代码相同而名称不同", "相差 10 倍以上", "改了类别、所在地、产业链或环节"):
        assert text in told
    assert "个问题尚未说明" in page.press(deed("submit", room.draft(page).draft_id))
    for name in page.names("answer"):
        page.fill(name, "已核对")
    page.press(deed("answer"))
    assert "已提交" in page.press(deed("submit", room.draft(page).draft_id))
    assert not any(one["code"] in told for one in rows)  # reviewers see numbers, not firms
    assert answer("register-renamed-1")["answer"] in room.draft(page).answers


def test_the_rows_go_to_who_may_have_them_and_that_is_put_down(room):
    digest = published(room, [line(1), line(2, area_code="120116")])
    room.who = replace(LI, may_have_rows=True)
    assert "下载现行登记表" in room.page().text("template")
    sheet = load_workbook(BytesIO(room.client.get(ROWS).data))["登记表"]
    assert [cell.value for cell in sheet["A"][1:]] == [credit_code(1), credit_code(2)]
    assert sheet["D2"].value == "110108 海淀区"
    last = room.last()
    assert (last.action, last.who, last.subject) == ("register_rows", "李", digest)
    assert (last.outcome, last.note) == (DONE, "2 行")
    room.who = replace(room.who, regions=frozenset({"tianjin"}))
    sheet = load_workbook(BytesIO(room.client.get(ROWS).data))["登记表"]
    assert [cell.value for cell in sheet["A"][1:]] == [credit_code(2)]


def test_nobody_else_gets_rows_and_that_is_put_down_too(room):
    published(room, [line(1)])
    refused = room.client.get(ROWS)  # an editor and approver without the role
    assert refused.status_code == 403
    assert "虚构" not in refused.text
    assert (room.last().action, room.last().outcome) == ("register_rows", REFUSED)
    assert "下载现行登记表" not in room.page().text("template")
    room.who = replace(LI, may_have_rows=True, person=replace(LI.person, name=" "))
    assert room.client.get(ROWS).status_code == 403


def test_the_rows_that_were_downloaded_can_be_taken_in_again(room):
    rows = [line(1), line(2, kind="项目", code="2024-000000-34-03-000002", status="停建")]
    published(room, rows)
    room.who = replace(LI, may_have_rows=True)
    content = room.client.get(ROWS).data
    page = room.begun()
    page.upload(content, "登记表.xlsx")
    assert "2 个没有变化" in page.text("file")


def test_a_workbook_of_another_kind_is_read_as_before(room):
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("表").write_row(0, 0, ["地区", "2024年"])
    page = room.begun()
    page.upload(out.getvalue(), "别的.xlsx")
    assert "登记表" not in page.text("file")
