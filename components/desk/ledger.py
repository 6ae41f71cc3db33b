"""The ledger: what was done and refused, the newest first; where its chain is torn, loudly."""

import re
from collections.abc import Sequence
from typing import Any

from dash import html

from components.desk.parts import badge, fold, message, table
from components.desk.times import shown
from data.editions.ledger import DONE, Record
from data.package.faults import Fault

MOST = 200
TAKEN = re.compile(r"[a-z_、]+（(.+)）")  # the tables that a file changed, and the file
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:]+\+00:00")
ID = re.compile(r"[0-9a-f-]{15,}")  # of a draft or an edition
HEADS = ("时间（北京时间）", "人员", "地址", "操作", "对象", "结果", "版本编号", "说明")
ACTIONS = {
    "take_in": "导入初始版本",
    "create": "新建草稿",
    "replace_tables": "并入数据",
    "answer": "填写说明",
    "submit": "提交",
    "approve": "审核",
    "publish": "发布",
    "withdraw": "撤销草稿",
    "roll_back": "退回版本",
    "upload": "上传文件",
    "register_rows": "逐条下载登记表",
}


def ledger_parts(records: Sequence[Record], torn: Sequence[Fault]) -> list[Any]:
    """The last rows, and every place where the chain is torn."""
    rows = [_row(one) for one in reversed(records[-MOST:])]
    parts: list[Any] = []
    if torn:
        told = f"台账有 {len(torn)} 处不连续：记录可能被改动或写入中断，请管理员核对备份。"
        parts.append(message(told, "danger", [str(one) for one in torn[:5]]))
    listed = f"最近 {len(rows)} 条记录"
    return [*parts, fold(listed, table("台账", HEADS, rows))]


def _row(one: Record) -> tuple[Any, ...]:
    is_done = one.outcome == DONE
    return (
        shown(one.at),
        one.who or "（未登录）",
        html.Code(one.address),
        ACTIONS.get(one.action, one.action),
        html.Code(one.subject) if ID.fullmatch(one.subject) else one.subject,
        badge("完成", "success") if is_done else badge("拒绝", "danger"),
        _digests(one),
        _note(one),
    )


def _digests(one: Record) -> list[Any]:
    """The edition before, and the one after where it is another."""
    known = list(dict.fromkeys(filter(None, (one.before, one.after))))
    return [part for digest in known for part in (" → ", html.Code(digest))][1:]


def _note(one: Record) -> str:
    """What is said of it, as people say it."""
    if one.action == "answer" and one.outcome == DONE:
        return f"{one.note.count('、') + 1} 条"
    taken = TAKEN.fullmatch(one.note)
    return taken[1] if taken else TIME.sub(lambda found: shown(found[0]), one.note)
