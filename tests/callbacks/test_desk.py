"""The desk over HTTP: a draft from its beginning until it is live, what is refused, bad files."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from desk_page import OWN, UPDATE
from desk_room import LI, WANG, Room

from callbacks.desk.desk import Caller, Desk
from components.desk.ids import answer, ask, choice, deed, form, pick, source
from data.editions.deeds import Person
from data.editions.drafts import State
from data.editions.ledger import REFUSED
from data.imports.imported import INDICATOR, REGION, UNIT
from data.imports.merging import merged
from reports.template import template_csv, template_rows

pytestmark = pytest.mark.thorough

NOBODY = Caller(Person("", "10.0.0.3"), why="登录后方可编辑。")
MERGE, ANSWER = deed("merge"), deed("answer")
BUREAU = "地区,2023年,2024年\n北京市,{0},50000\n天津市,16737,18024.32\n"


def asked_about(page):
    """Say something to every question, then keep it."""
    for name in page.names("answer"):
        page.fill(name, "已与公报核对")
    return page.press(ANSWER)


def test_an_empty_store_begins_at_the_desk(tmp_path, edition, catalogs, request):
    room = Room(tmp_path / "store", edition, request.config.rootpath / "assets", catalogs)
    page = room.page()
    page.fill(form("title"), "年度数据")
    assert "请先导入初始版本" in page.press(deed("create"))
    room.who = replace(LI, may_approve=False)
    assert "没有这项权限" in page.press(deed("first"))
    room.who = LI
    assert "已导入初始版本 1 个" in page.press(deed("first"))
    assert room.desk.rules.live() == room.catalog().digest
    assert not room.page().has(deed("first"))
    page.know(deed("first"))
    assert "已有版本" in page.press(deed("first"))
    assert "已新建草稿" in page.press(deed("create"))


def test_a_draft_goes_live_by_two_people(room):
    page = room.begun()
    page.upload(room.changed_template(), "填报.csv")
    assert "本站模板" in page.text("file")
    assert "已并入草稿：修订 1 个数值" in page.press(MERGE)
    assert "修订 1 个" in page.text("changes")
    assert "尚未说明" in page.text("changes")
    draft = room.draft(page)
    assert "个问题尚未说明" in page.press(deed("submit", draft.draft_id))
    assert "已保存 1 条说明" in asked_about(page)
    assert "已提交" in page.press(deed("submit", draft.draft_id))
    mark = room.draft(page).digest
    approve = deed("approve", f"{draft.draft_id} {mark}")
    assert "须由另一人审核" in page.text("draft")
    assert not page.has(approve)
    page.know(approve)
    assert "须由另一人审核" in page.press(approve)
    assert room.last().outcome == REFUSED
    room.who = WANG
    other = room.page(f"?draft={draft.draft_id}")
    assert mark in other.text("draft")
    assert "已审核通过" in other.press(approve)
    assert "已发布" in other.press(deed("publish", draft.draft_id))
    assert room.desk.rules.live() == mark
    assert "现行" in other.text("editions")
    assert "发布" in other.text("ledger")


def test_what_is_published_for_later_waits(room):
    page = room.begun()
    page.upload(room.changed_template(1.01), "填报.csv")
    page.press(MERGE)
    assert not page.names("answer")
    draft = room.draft(page)
    page.press(deed("submit", draft.draft_id))
    room.who = WANG
    page = room.page(f"?draft={draft.draft_id}")
    page.press(deed("approve", f"{draft.draft_id} {room.draft(page).digest}"))
    page.fill(form("when"), "2020-01-01T08:00")
    assert "发布时间已过" in page.press(deed("publish", draft.draft_id))
    page.fill(form("when"), "2099-01-01T08:00")
    assert "北京时间 2099-01-01 08:00 生效" in page.press(deed("publish", draft.draft_id))
    assert "待生效" in page.text("editions")
    assert room.desk.rules.live() == draft.base


def test_a_reason_is_asked_before_a_draft_is_given_up(room):
    page = room.begun()
    draft = room.draft(page)
    page.press(ask("withdraw", draft.draft_id))
    assert page.parts["dialog"]["is_open"]
    assert page.text("dialog-title") == "撤销草稿：年度数据"
    for empty in (None, "  \n"):
        page.fill(form("why"), empty)
        page.press(deed("confirm"))
        assert page.parts["dialog"]["is_open"]
        assert page.text("dialog-said") == "请填写原因。"
        assert page.parts['{"form":"why"}']["invalid"]
    assert room.draft(page).state is State.EDITING
    page.fill(form("why"), "重复起草")
    assert "已撤销" in page.press(deed("confirm"))
    assert not page.parts["dialog"]["is_open"]
    assert not page.text("dialog-said")
    assert room.draft(page).state is State.WITHDRAWN
    assert not page.has("upload")


def test_a_reason_is_of_one_deed_and_not_there_for_the_next(room):
    first, second = room.draft(room.begun("一")), room.draft(room.begun("二"))
    page = room.page()
    page.know(ask("withdraw", first.draft_id))
    page.know(ask("withdraw", second.draft_id))
    page.press(ask("withdraw", first.draft_id))
    page.fill(form("why"), "重复起草")
    page.press(deed("confirm"))
    page.press(ask("withdraw", second.draft_id))
    assert page.parts['{"form":"why"}']["value"] == ""


def test_an_earlier_edition_is_live_again_with_a_reason(room):
    live = room.published()
    page = room.page()
    (back,) = page.names("ask")
    page.press(back)
    assert page.text("dialog-title") == f"退回到 2026-11-23 版（{back['on']}）"
    page.fill(form("why"), "口径有误")
    assert "已退回到版本" in page.press(deed("confirm"))
    assert room.desk.rules.live() == back["on"] != live
    assert "口径有误" in page.text("editions")


def test_a_table_of_the_bureau_is_asked_about_and_remembered(room):
    page = room.begun()
    page.upload(BUREAU.format("45000").encode("gb18030"), "分省年度数据.csv")
    said = page.text("file")
    assert "指标（文件未注明）" in said
    assert "计量单位（文件未注明）" in said
    assert not page.has(choice(REGION))
    assert "没有注明指标" in page.press(MERGE)
    page.fill(choice("publisher"), "国家统计局")
    page.fill(choice(INDICATOR), "地区生产总值（gdp）")
    page.fill(choice(UNIT), "亿元")
    assert "gdp" in page.parts['{"pick":0}']["value"]
    if page.has({"confirmed": 0}):
        assert "请核对后勾选" in page.press(MERGE)
        page.fill({"confirmed": 0}, True)
    assert "请填写数据来源" in page.press(MERGE)
    page.fill(source(0, "title_zh"), "分省年度数据")
    page.fill(source(0, "publishers_zh"), "国家统计局")
    page.fill(source(0, "published"), "去年")
    assert "应写作" in page.press(MERGE)
    page.fill(source(0, "published"), "2026-10")
    assert "已并入草稿" in page.press(MERGE)
    assert room.draft(page).uploads[0].name == "分省年度数据.csv"


def test_what_a_name_stands_for_is_remembered_for_its_publisher(room):
    text = "地区,指标,单位,{0}年\n北京市,产出总额,亿元,50000\n某某新区,产出总额,亿元,1\n"

    def came(year):
        page.upload(text.format(year).encode(), "表.csv")
        page.fill(choice("publisher"), "某省统计局")

    page = room.begun()
    came(2024)
    assert page.parts['{"pick":0}']["value"] == ""
    page.fill(pick(0), "地区生产总值（gdp）")
    if page.has({"confirmed": 0}):
        page.fill({"confirmed": 0}, True)
    page.fill({"area": 0}, "130000")
    page.fill(source(0, "title_zh"), "公报")
    page.fill(source(0, "publishers_zh"), "某省统计局")
    assert "已并入草稿" in page.press(MERGE)
    came(2023)
    assert page.parts['{"pick":0}']["value"] == "地区生产总值（gdp）"
    assert not page.names("area")
    page.fill(choice("publisher"), "另一单位")
    assert page.parts['{"pick":0}']["value"] == ""
    assert page.names("area")


def test_another_indicator_is_asked_about_by_itself(room):
    page = room.begun()
    page.upload("地区,指标,单位,2024年\n北京市,生产总额,万人,5\n".encode(), "表.csv")
    page.fill(pick(0), "地区生产总值（gdp）")
    assert "不能换算" in page.text({"question": 0})
    assert "不能换算" in page.press(MERGE)
    page.fill(pick(0), "没有的指标")
    assert "没有所填的指标" in page.text({"question": 0})
    page.fill(pick(0), "")
    assert "没有选定指标" in page.press(MERGE)


def test_the_very_same_file_again_is_said_to_be_there_already(room):
    page = room.begun()
    page.upload(room.changed_template(), "填报.csv")
    assert "已由" not in page.text("file")
    page.press(MERGE)
    before = room.draft(page)
    page.upload(room.changed_template(), "另存的.csv")  # by what is in it, not by its name
    assert "这个文件已由 李 于" in page.text("file")
    assert "没有新的内容" in page.text("file")
    assert "没有可并入的变化" in page.press(MERGE)
    assert room.draft(page) == before
    page.upload(room.changed_template(1.6), "填报.csv")
    assert "已由" not in page.text("file")
    assert "修订 1 个数值" in page.press(MERGE)
    page = room.begun("另一份")  # another draft does not have it
    page.upload(room.changed_template(), "填报.csv")
    assert "已由" not in page.text("file")


def test_two_who_take_files_in_at_once_lose_nothing(room, monkeypatch):
    """While one file is merged another person changes the draft: what that one did is kept."""
    page = room.begun()
    draft_id = room.draft(page).draft_id
    table = room.desk.rules.drafts.package(draft_id) / "tables" / "observations.csv"
    other = table.read_text(encoding="utf-8").replace(",A,", ",P,", 1)

    def meanwhile(*given):
        monkeypatch.undo()
        room.desk.rules.replace_tables(
            WANG.person, draft_id, {"observations": other.encode()}, None
        )
        return merged(*given)

    monkeypatch.setattr("callbacks.desk.merge.merged", meanwhile)
    page.upload(room.changed_template(), "填报.csv")
    assert "修订 1 个数值" in page.press(MERGE)
    found = table.read_text(encoding="utf-8")
    assert len(set(other.splitlines()) - set(found.splitlines())) == 1
    assert room.draft(page).editors == ("王", "李")


def test_who_is_overtaken_again_and_again_is_told(room, monkeypatch):
    page = room.begun()
    draft_id = room.draft(page).draft_id
    counted = iter(range(9))

    def meanwhile(*given):
        text = f"a\n{next(counted)}\n".encode()
        room.desk.rules.replace_tables(WANG.person, draft_id, {"units": text}, None)
        return merged(*given)

    monkeypatch.setattr("callbacks.desk.merge.merged", meanwhile)
    first = room.catalog()
    monkeypatch.setattr(Desk, "catalog", lambda *_: first)  # whatever stands in the units
    page.upload(room.changed_template(), "填报.csv")
    assert "刚由他人改动" in page.press(MERGE)


def test_a_draft_that_cannot_be_read_is_said_in_words(room):
    page = room.begun()
    table = room.desk.rules.drafts.package(room.draft(page).draft_id) / "tables" / "regions.csv"
    table.write_bytes(b"region_code\n\xff\n")
    page.upload(room.changed_template(), "填报.csv")
    assert "请撤销草稿后重新起草" in page.text("file")
    page = room.page(page.parts["place"]["search"])
    assert "请撤销草稿后重新起草" in page.text("changes")
    page.press(ask("withdraw", room.draft(page).draft_id))
    page.fill(form("why"), "读不出")
    assert "已撤销" in page.press(deed("confirm"))


def test_faults_are_said_by_cell_and_may_be_left_out(room):
    text = room.changed_template().decode("utf-8-sig")
    lines = text.splitlines()
    cells = lines[2].split(",")
    cells[5] = "约五万"
    page = room.begun()
    page.upload("\n".join([*lines[:2], ",".join(cells), *lines[3:]]).encode(), "填报.csv")
    assert "F3" in page.text("file")
    assert "1 处有误" in page.text("file")
    assert "请改正后重新上传" in page.press(MERGE)
    page.fill(form("skip"), True)
    assert "已并入草稿" in page.press(MERGE)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"PK\x03\x04" + b"\0" * 500, "坏.xlsx"),
        (b"%PDF-1.7 nothing", "文件.pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, "坏.xls"),
        ("只有文字，没有数值".encode(), "文字.csv"),
    ],
)
def test_a_bad_file_is_refused_in_words(room, content, name):
    page = room.begun()
    page.upload(content, name)
    assert "Traceback" not in page.text("file")
    assert any(word in page.text("file") for word in ("没有读取", "没有可并入"))
    assert not page.has(MERGE)


def test_only_pieces_in_their_order_make_a_file(room):
    room.begun()

    def send(**body):
        return room.client.post("/upload", json=body, headers=OWN)

    first = send(id="", place=0, content="QUJD").get_json()
    assert first["place"] == 3
    assert "重新上传" in send(id=first["id"], place=9, content="QUJD").get_json()["error"]
    assert send(id=first["id"], place=0, content="QUJD").status_code == 200
    assert send(id="../roles.csv", place=0, content="QUJD").status_code == 403
    assert send(id=first["id"], place=3, content="?").status_code == 403
    assert send(id=first["id"], place=-1, content="").status_code == 403
    too_far = send(id=first["id"], place=20_000_000, content="QUJD").get_json()["error"]
    assert "超过 20 MB" in too_far


def test_who_may_not_write_sees_why_and_no_button(room):
    draft = room.draft(room.begun())
    room.who = NOBODY
    page = room.page(f"?draft={draft.draft_id}")
    assert "登录后方可编辑" in page.text("who")
    assert "登录后可见" in page.text("drafts")
    assert "登录后可见" in page.text("ledger")
    assert not page.text("draft")
    assert page.names("act") == [deed("confirm")]
    assert not page.names("ask")
    assert (
        "登录后方可编辑"
        in room.client.post(
            "/upload", json={"id": "", "place": 0, "content": ""}, headers=OWN
        ).get_json()["error"]
    )
    assert room.last().outcome == REFUSED


def test_who_has_not_said_a_name_hands_in_no_file(room):
    """As on a machine that is open: everybody may do everything, and says who they are."""
    room.who = replace(LI, person=Person("", "127.0.0.1"))
    piece = {"id": "", "place": 0, "content": "QUJD"}
    answer = room.client.post("/upload", json=piece, headers=OWN)
    assert answer.status_code == 403
    assert "写明姓名" in answer.get_json()["error"]
    assert not list((room.desk.store / "uploads").glob("*"))
    assert (room.last().action, room.last().outcome) == ("upload", REFUSED)
    room.who = LI
    assert room.client.post("/upload", json=piece, headers=OWN).status_code == 200


def test_who_works_for_a_region_changes_no_other(room):
    room.who = replace(LI, regions=frozenset({"hebei"}))
    page = room.begun()
    page.upload(room.changed_template(), "填报.csv")
    assert "您的权限不含以下地区" in page.press(MERGE)
    assert "北京" in page.text("said")


def test_faults_of_the_checks_are_shown(room):
    from data.package.faults import Fault

    room.faults.append(Fault("observations.csv", 7, "value", "x", "应为数"))
    page = room.begun()
    assert "1 处错误" in page.text("checked")
    assert "应为数" in page.text("checked")
    page.upload(room.changed_template(), "填报.csv")
    page.press(MERGE)
    draft = room.draft(page)
    assert "应为数" in page.press(deed("submit", draft.draft_id))


def test_a_draft_of_an_old_base_says_so(room):
    page = room.begun()
    draft = room.draft(page)
    room.published()
    page = room.page(f"?draft={draft.draft_id}")
    assert "已不是现行版本" in page.text("draft")
    assert "已在现行版本上新建草稿" in page.press(deed("again", draft.draft_id))
    assert room.draft(page).base == room.desk.rules.live()


def test_a_torn_ledger_is_said_loudly(room):
    room.begun()
    path = room.desk.store / "ledger.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0].replace(b"take_in", b"publish"), *lines[1:]]))
    assert "台账有" in room.page().text("ledger")


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_template_is_a_file_of_what_is_live(room, kind):
    page = room.page()
    link = page.parts["template-link"]["href"]
    assert link == "/desk/template.xlsx?theme=all&frequency=A"
    (slug, theme), *_ = room.catalog().themes.items()
    for chosen, name in ((slug, theme.name_zh), ("all", "全部主题")):
        answer = room.client.get(f"/template.{kind}?theme={chosen}&frequency=A")
        assert answer.status_code == 200
        kept = f"京津冀监测_填报模板_{name}_年度_{room.catalog().version}.{kind}"
        plain = f"jjj-template-{chosen}-A-{room.catalog().version}.{kind}"
        assert answer.headers["Content-Disposition"] == (
            f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(kept, safe='')}"
        )
    assert room.client.get(f"/template.{kind}?theme=x&frequency=A").status_code == 404


def test_only_the_desks_own_page_writes(room):
    body = {"output": "x"}
    assert room.client.post(UPDATE, json=body).status_code == 403
    assert room.client.post(UPDATE, json=body, headers=OWN).status_code == 400
    cross = {**OWN, "Sec-Fetch-Site": "cross-site"}
    assert room.client.post(UPDATE, json=body, headers=cross).status_code == 403
    assert room.client.post(UPDATE, data=b"x" * 1_000_001, headers=OWN).status_code in (403, 413)


def test_many_questions_may_have_one_answer(room):
    rows = list(template_rows(room.catalog(), ["gdp", "population"]))
    page = room.begun()
    page.upload(
        template_csv([replace(row, value=row.value and row.value * 3) for row in rows]), "填报.csv"
    )
    page.press(MERGE)
    asked = page.names("answer")
    page.fill(asked[0], "单独的说明")
    page.fill(form("for-all"), "第五次全国经济普查修订")
    assert f"已保存 {len(asked)} 条说明" in page.press(ANSWER)
    answers = room.draft(page).answers
    assert answers[asked[0]["answer"]] == "单独的说明"
    assert answers[asked[1]["answer"]] == "第五次全国经济普查修订"


def test_questions_have_a_field_each(room):
    page = room.begun()
    page.upload(room.changed_template(10), "填报.csv")
    page.press(MERGE)
    keys = [one["answer"] for one in page.names("answer")]
    assert keys
    assert "没有新填写的说明" in page.press(ANSWER)
    page.fill(answer(keys[0]), "单位有误，已改")
    page.press(ANSWER)
    assert room.draft(page).answers == {keys[0]: "单位有误，已改"}
