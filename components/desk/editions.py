"""The editions: which is live, which come, which were; the newest entry first."""

from collections.abc import Sequence
from typing import Any

from dash import html

from analysis import links
from components.desk.ids import ask, deed
from components.desk.parts import badge, button, table
from components.desk.times import shown
from data.editions.standing import LIVE, PAST, TO_COME, Standing

HEADS = ("版本", "编号", "状态", "自（北京时间）", "发布", "审核", "说明", "操作")
STATES = {LIVE: ("现行", "success"), TO_COME: ("待生效", "info"), PAST: ("曾用", "secondary")}
ROLL_BACK = "roll_back"
FIRST = "first"
EMPTY = "库中尚无版本，本站使用随程序提供的数据。导入初始版本后方可起草新的版本。"


def editions_table(found: Sequence[Standing], may_return: bool) -> Any:
    """Every entry of the schedule; `may_return`: who looks may have an earlier one live again,
    and the first ones in an empty store."""
    if not found:
        begin = button("导入初始版本", deed(FIRST), hint="随程序提供的数据，一般不到半分钟")
        return [html.P(EMPTY), begin if may_return else None]
    return table("数据版本", HEADS, [_row(one, may_return) for one in found])


def _row(one: Standing, may_return: bool) -> list[Any]:
    entry = one.entry
    word, colour = STATES[one.state]
    deeds = [html.A("查看", href=links.edition(entry.edition))] if one.version else []
    if may_return and one.may_return:
        name = ask(ROLL_BACK, entry.edition)
        deeds.append(button("退回到此版本", name, "danger", f"退回到 {one.version} 版"))
    return [
        one.version or "（已不在库中）",
        html.Code(entry.edition),
        badge(word, colour),
        shown(entry.start),
        entry.by,
        entry.approved,
        entry.note,
        html.Div(deeds, className="desk-row"),
    ]
