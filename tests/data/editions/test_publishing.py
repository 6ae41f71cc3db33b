"""Nothing goes live but what somebody else approved, as it was approved, on what is live."""

from dataclasses import replace
from datetime import timedelta

import pytest

from data.editions.deeds import Person, Refused
from data.editions.drafts import State, Upload
from data.editions.ledger import DONE, REFUSED
from data.package.digests import digest
from data.package.faults import Fault

LI, WANG = Person("李", "10.0.0.1"), Person("王", "10.0.0.2")
TABLE = {"values": b"code,value\n110000,2\n"}


def draft_of(store, table=TABLE, who=LI):
    draft = store.create(who, "二〇二五年数据")
    return store.replace_tables(who, draft.draft_id, table, None)


def submitted(store, table=TABLE):
    return store.submit(LI, draft_of(store, table).draft_id)


def approved(store, table=TABLE):
    draft = submitted(store, table)
    return store.approve(WANG, draft.draft_id, draft.digest)


def last(store):
    row = store.ledger.records()[-1]
    return row.who, row.action, row.outcome


def refused(store, ask, why):
    """That something is refused with these words, that this is put down, and changes nothing."""
    before = store.schedule.entries(), store.store.digests()
    with pytest.raises(Refused, match=why):
        ask()
    assert store.ledger.records()[-1].outcome == REFUSED
    assert why in store.ledger.records()[-1].note
    assert (store.schedule.entries(), store.store.digests()) == before


# The way from a draft to what is live


def test_what_is_approved_is_live_from_the_second_it_is_published(store, clock):
    draft = approved(store)
    base = store.live()
    entry = store.publish(LI, draft.draft_id)
    assert store.live() == entry.edition == draft.digest != base
    assert (entry.by, entry.approved) == ("李", "王")
    found = store.drafts.read(draft.draft_id)
    assert (found.state, found.edition) == (State.PUBLISHED, draft.digest)
    assert store.store.versions()[draft.digest] == "2026-11-28"
    row = store.ledger.records()[-1]
    assert (row.before, row.after, row.address) == (base, draft.digest, LI.address)


def test_what_is_published_for_later_is_live_later(store, clock):
    draft = approved(store)
    base = store.live()
    store.publish(WANG, draft.draft_id, clock() + timedelta(hours=1))
    assert store.live() == base
    clock.pass_by(minutes=59, seconds=59)
    assert store.live() == base
    clock.pass_by(seconds=1)
    assert store.live() == draft.digest


def test_a_second_edition_of_a_day_has_a_number(store):
    store.publish(LI, approved(store).draft_id)
    other = approved(store, {"values": b"code,value\n110000,3\n"})
    store.publish(LI, other.draft_id)
    assert sorted(store.store.versions().values()) == ["2026-11-23", "2026-11-28", "2026-11-28.2"]


def test_the_version_is_the_date_in_beijing(store, clock):
    clock.pass_by(hours=15)  # 17:00 UTC, 1:00 of the next day there
    draft = submitted(store)
    assert '"version": "2026-11-29"' in (
        store.drafts.package(draft.draft_id) / "datapackage.json"
    ).read_text(encoding="utf-8")


def test_every_call_is_put_down_in_its_order(store):
    draft = approved(store)
    store.publish(LI, draft.draft_id)
    store.roll_back(WANG, store.schedule.entries()[0].edition, "数据有误")
    assert [(r.who, r.action, r.outcome) for r in store.ledger.records()] == [
        ("李", "take_in", DONE), ("李", "create", DONE), ("李", "replace_tables", DONE),
        ("李", "submit", DONE), ("王", "approve", DONE), ("李", "publish", DONE),
        ("王", "roll_back", DONE),
    ]  # fmt: skip
    assert store.ledger.check() == ()


def test_an_edition_taken_back_is_kept_and_the_one_before_is_live(store):
    draft = approved(store)
    base = store.live()
    store.publish(LI, draft.draft_id)
    entry = store.roll_back(WANG, base, "口径有误，撤回")
    assert store.live() == entry.edition == base
    assert entry.note == "口径有误，撤回"
    assert draft.digest in store.store.digests()


def test_a_roll_back_takes_back_what_was_to_come_too(store, clock):
    first = store.live()
    store.publish(LI, approved(store).draft_id)
    other = approved(store, {"values": b"code,value\n110000,3\n"})
    store.publish(LI, other.draft_id, clock() + timedelta(hours=1))
    store.roll_back(WANG, first, "撤回")
    clock.pass_by(hours=2)
    assert store.live() == first


# Four eyes


@pytest.mark.parametrize("state", [State.EDITING, State.APPROVED])
def test_only_what_is_submitted_is_approved(store, state):
    draft = draft_of(store) if state is State.EDITING else approved(store)
    refused(store, lambda: store.approve(WANG, draft.draft_id, draft.digest), "已提交")


def test_who_began_a_draft_does_not_approve_it(store):
    draft = submitted(store)
    refused(store, lambda: store.approve(LI, draft.draft_id, draft.digest), "另一人")


@pytest.mark.parametrize("deed", ["replace_tables", "answer", "submit"])
def test_who_had_a_hand_in_a_draft_does_not_approve_it(store, deed):
    draft = draft_of(store)
    ask = {
        "replace_tables": lambda: store.replace_tables(WANG, draft.draft_id, TABLE, None),
        "answer": lambda: store.answer(WANG, draft.draft_id, {"q": "已核对"}),
        "submit": lambda: None,
    }
    ask[deed]()
    found = store.submit(WANG if deed == "submit" else LI, draft.draft_id)
    refused(store, lambda: store.approve(WANG, draft.draft_id, found.digest), "另一人")


def test_another_digest_than_the_submitted_one_is_not_approved(store):
    draft = submitted(store)
    refused(store, lambda: store.approve(WANG, draft.draft_id, draft.base), "不一致")


def test_what_was_changed_on_the_disk_is_not_approved_and_not_published(store):
    draft = submitted(store)
    path = store.drafts.package(draft.draft_id) / "tables" / "values.csv"
    content = path.read_bytes()
    path.write_bytes(content + b"120000,1\n")
    refused(store, lambda: store.approve(WANG, draft.draft_id, draft.digest), "不一致")
    path.write_bytes(content)
    store.approve(WANG, draft.draft_id, draft.digest)
    path.write_bytes(content + b"120000,1\n")
    refused(store, lambda: store.publish(LI, draft.draft_id), "审核作废")


@pytest.mark.parametrize("prepared", [draft_of, submitted])
def test_what_nobody_approved_is_not_published(store, prepared):
    draft = prepared(store)
    refused(store, lambda: store.publish(WANG, draft.draft_id), "尚未经另一人审核")


def test_any_change_voids_what_was_submitted_and_approved(store):
    draft = approved(store)
    store.replace_tables(LI, draft.draft_id, {"values": b"code,value\n110000,3\n"}, None)
    found = store.drafts.read(draft.draft_id)
    assert (found.state, found.digest, found.approvals) == (State.EDITING, "", ())
    refused(store, lambda: store.publish(LI, draft.draft_id), "尚未经另一人审核")
    again = submitted(store)
    store.answer(LI, again.draft_id, {"q": "据公报"})
    assert store.drafts.read(again.draft_id).state is State.EDITING


@pytest.mark.parametrize("step", ["submit", "approve", "publish"])
def test_a_draft_of_what_is_live_no_more_must_be_made_again(store, step):
    table = {"values": b"code,value\n110000,3\n"}
    prepare = {"submit": draft_of, "approve": submitted, "publish": approved}
    draft = prepare[step](store, table)
    store.publish(LI, approved(store).draft_id)
    ask = {
        "submit": lambda: store.submit(LI, draft.draft_id),
        "approve": lambda: store.approve(WANG, draft.draft_id, draft.digest),
        "publish": lambda: store.publish(LI, draft.draft_id),
    }
    refused(store, ask[step], "已不是现行版本")


# What else is refused


def test_data_with_faults_are_not_submitted(store, faults):
    draft = draft_of(store)
    faults.append(Fault("tables/values.csv", 3, "value", "约 12", "应为数"))
    refused(store, lambda: store.submit(LI, draft.draft_id), "现为“约 12”")
    with pytest.raises(Refused) as caught:
        store.submit(LI, draft.draft_id)
    assert list(caught.value.faults) == faults


def test_what_is_asked_of_a_draft_is_answered_before_it_is_submitted(store):
    asked = []

    def questions(base, package):
        asked.append((base, package))
        return {"a": "较上年增长 10 倍，请核对", "b": "修订了以往年份的数值"}

    rules = replace(store, questions=questions)
    draft = draft_of(rules)
    rules.answer(LI, draft.draft_id, {"b": "第五次全国经济普查"})
    refused(
        rules, lambda: rules.submit(LI, draft.draft_id), "有 1 个问题尚未说明：较上年增长 10 倍"
    )
    with pytest.raises(Refused) as caught:
        rules.submit(LI, draft.draft_id)
    assert caught.value.questions.keys() == {"a"}
    assert asked[0] == (rules.store.path(draft.base), rules.drafts.package(draft.draft_id))
    rules.answer(LI, draft.draft_id, {"a": "单位已核对"})
    assert rules.submit(LI, draft.draft_id).state is State.SUBMITTED


def test_a_draft_that_changes_nothing_is_not_submitted(store):
    draft = store.create(LI, "无变化")
    refused(store, lambda: store.submit(LI, draft.draft_id), "完全相同")


def test_nothing_is_published_for_a_time_that_has_passed(store, clock):
    draft = approved(store)
    past = clock() - timedelta(seconds=1)
    refused(store, lambda: store.publish(LI, draft.draft_id, past), "已过")


@pytest.mark.parametrize("end", ["published", "withdrawn"])
def test_nothing_is_done_to_a_draft_that_has_come_to_its_end(store, end):
    draft = approved(store)
    if end == "published":
        store.publish(LI, draft.draft_id)
    else:
        store.withdraw(LI, draft.draft_id, "不再需要")
    name = draft.draft_id
    for ask in (
        lambda: store.submit(LI, name),
        lambda: store.approve(WANG, name, draft.digest),
        lambda: store.publish(LI, name),
        lambda: store.replace_tables(LI, name, TABLE, None),
        lambda: store.answer(LI, name, {}),
        lambda: store.withdraw(LI, name, "不再需要"),
    ):
        refused(store, ask, "不能再改")


def test_only_what_was_live_comes_back_and_only_with_a_reason(store, package, clock):
    live = store.live()
    refused(store, lambda: store.roll_back(WANG, live, "撤回"), "正在使用")
    refused(store, lambda: store.roll_back(WANG, live, " "), "原因不能为空")
    refused(store, lambda: store.roll_back(WANG, "../x", "撤回"), "没有这一版本")
    draft = approved(store)
    store.publish(LI, draft.draft_id, clock() + timedelta(hours=1))
    refused(store, lambda: store.roll_back(WANG, draft.digest, "提前"), "曾经发布过")


def test_a_first_edition_is_taken_in_until_something_was_published(store, package, clock, faults):
    newer = package("newer", version="2026-11-28", rows=("110000,2",))
    faults.append(Fault("tables/values.csv", 2, "value", "x", "应为数"))
    refused(store, lambda: store.take_in(LI, newer, clock(), "初始版本"), "1 处错误")
    faults.clear()
    assert store.take_in(LI, newer, clock(), "初始版本") == store.live() == digest(newer)
    store.publish(LI, approved(store, {"values": b"code,value\n110000,5\n"}).draft_id)
    refused(store, lambda: store.take_in(LI, newer, clock(), "又一版本"), "须先作草稿")


def test_no_draft_is_begun_where_there_is_no_edition(rules):
    refused(rules, lambda: rules.create(LI, "草稿"), "请先导入初始版本")


@pytest.mark.parametrize("name", ["", "x", "../drafts", "20261128-ffffff"])
def test_what_is_no_draft_is_not_there(store, name):
    refused(store, lambda: store.submit(LI, name), "没有这份草稿")


def test_nobody_may_do_anything(store):
    refused(store, lambda: store.create(Person(" ", "10.0.0.9"), "草稿"), "不知道是谁")


def test_texts_are_short_and_say_something(store):
    refused(store, lambda: store.create(LI, "　"), "标题不能为空")
    refused(store, lambda: store.create(LI, "长" * 501), "不能多于")


def test_who_is_refused_before_the_rules_is_put_down_too(store):
    store.refuse(WANG, "publish", "/desk", "没有审核权限")
    assert last(store) == ("王", "publish", REFUSED)


def test_a_damaged_schedule_stops_publishing_and_is_not_written_over(store):
    draft = approved(store)
    path = store.folder / "current.json"
    path.write_text("[")
    with pytest.raises(Refused):
        store.publish(LI, draft.draft_id)
    assert path.read_text() == "["


def test_an_upload_is_kept_with_what_it_was_taken_for(store):
    draft = store.create(LI, "草稿")
    upload = Upload("公报.xlsx", "本站模板，1 个指标", "2026-11-28T02:00:00+00:00", "李")
    store.replace_tables(LI, draft.draft_id, TABLE, upload)
    assert store.drafts.read(draft.draft_id).uploads == (upload,)
    assert "公报.xlsx" in store.ledger.records()[-1].note
