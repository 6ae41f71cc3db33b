"""A file that came in: what it was taken for, what is wrong in it, and what must be said of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from components.desk.ids import DeskId, choice, deed, form, source
from components.desk.parts import button, field, fold, message, select, table
from components.desk.times import shown
from data.editions.drafts import Upload
from data.imports.cells import CellFault
from data.imports.imported import INDICATOR, PERIOD, REGION, UNIT, Import
from data.imports.merging import QUOTED

MERGE = "merge"
PUBLISHER, REASON, SKIP = "publisher", "reason", "skip"
STATUS, TRUST = "obs_status", "trust"  # codelists
FAULTS = ("位置", "现值", "问题", "处理办法")
MOST_FAULTS = 200
MOST_SOURCES = 60
NOTHING = "（请选择）"
NAMES = "indicator-names"  # the list that fields for indicators offer
SOURCE = {
    "title_zh": ("出版物", "如《2026 年三季度统计公报》"),
    "publishers_zh": ("发布单位", "多个单位用分号隔开"),
    "part_zh": ("章节或表名", "可不填"),
    "published": ("发布日期", "如 2026-10-28；只知年月可写 2026-10"),
    "address": ("网址", "可不填"),
}


def unreadable(why: str) -> dbc.Alert:
    """A file that cannot be taken in at all."""
    return message(f"没有读取：{why}。", "danger")


def again(before: Upload) -> dbc.Alert:
    """The very file that was taken in already."""
    told = f"这个文件已由 {before.by} 于 {shown(before.at)} 并入本草稿，其中没有新的内容。"
    return message(told, "warning")


def file_parts(
    found: Import,
    sources: Sequence[str],
    regions: Mapping[str, str],
    indicators: Mapping[str, str],
    codes: Mapping[str, Mapping[str, str]],
) -> list[Any]:
    """What a file says; `sources` are its words for publications that are not known, `regions`
    names by their codes, `indicators` labels by their ids; `codes` are the words of the codelists
    STATUS and TRUST."""
    parts: list[Any] = [message(f"识别为：{found.taken_for}", "info", found.remarks)]
    parts += faults_parts(found.faults)
    if not found.held:
        return [*parts, html.P("没有可并入的数值。")]
    entries = [html.Option(value=label) for label in indicators.values()]
    return [
        *parts,
        html.Datalist(entries, id=NAMES),
        _missing(found, regions, indicators),
        _of_all(found, codes),
        html.Div(id=DeskId.NAMES),
        *_sources(found, sources),
        *_withdrawal(found),
        _skip(len(found.faults)),
        html.Div([button("并入草稿", deed(MERGE))], className="desk-row"),
    ]


def _of_all(found: Import, codes: Mapping[str, Mapping[str, str]]) -> html.Div:
    """What is said once, of all values of a file."""
    publisher = dbc.Input(id=choice(PUBLISHER), value=found.publisher, debounce=True, size="sm")
    remembered = "对名称的确认按发布单位记住，下次不再询问"
    own = "确系发布单位自己的页面或文件时，请改选"
    controls = [
        field("数据来自（发布单位）", publisher, remembered),
        field("未注明状态的数值", select(form(STATUS), codes[STATUS], "A")),
        field("数据的可信度", select(form(TRUST), codes[TRUST], QUOTED), own),
    ]
    return html.Div(controls, className="desk-form")


def faults_parts(faults: Sequence[CellFault], what: str = "处有误") -> list[Any]:
    """The faulty cells, and only these."""
    if not faults:
        return []
    rows = [(one.cell.place, one.cell.text, one.expected, one.remedy) for one in faults]
    title = f"{len(faults)} {what}" + (
        f"（列出前 {MOST_FAULTS} 处）" if len(faults) > MOST_FAULTS else ""
    )
    found = table("有误的单元格", FAULTS, rows[:MOST_FAULTS])
    return [fold(title, found, is_open=True)]


def _missing(found: Import, regions: Mapping[str, str], indicators: Mapping[str, str]) -> html.Div:
    """What the file does not say, to be chosen; what its title hints of is there already."""
    controls: list[Any] = []
    hint = found.hints.get
    if INDICATOR in found.missing:
        value = indicators.get(hint(INDICATOR, ""), hint(INDICATOR, ""))
        control = dbc.Input(id=choice(INDICATOR), value=value, list=NAMES, debounce=True, size="sm")
        controls.append(field("指标（文件未注明）", control, "输入名称后从列表中选择"))
    if REGION in found.missing:
        known = {"": NOTHING, **regions}
        value = hint(REGION, "")
        chosen = next((c for c, name in regions.items() if value and value in (c, name)), "")
        controls.append(field("地区（文件未注明）", select(choice(REGION), known, chosen)))
    for name, example in ((PERIOD, "如 2025、2026-Q2、2026-09"), (UNIT, "如 亿元、万人、%")):
        if name in found.missing:
            control = dbc.Input(id=choice(name), value=hint(name, ""), debounce=True, size="sm")
            controls.append(field(f"{name}（文件未注明）", control, example))
    return html.Div(controls, className="desk-form")


def _sources(found: Import, texts: Sequence[str]) -> list[Any]:
    """The publications that are to be described; where they are too many, what to do."""
    if len(texts) > MOST_SOURCES:
        told = f"文件中有 {len(texts)} 个来源尚未收录，一次最多补充 {MOST_SOURCES} 个"
        return [message(f"{told}：请分成几个文件上传。", "warning")]
    return [_source(number, text, found) for number, text in enumerate(texts)]


def _source(number: int, text: str, found: Import) -> html.Fieldset:
    """A publication that must be described before its values can be taken in."""
    known = {"title_zh": text or found.title, "publishers_zh": found.publisher}
    legend = f"来源“{text}”" if text else "数据来源"
    controls = [
        field(
            label,
            dbc.Input(id=source(number, name), value=known.get(name, ""), size="sm"),
            remark,
        )
        for name, (label, remark) in SOURCE.items()
    ]
    return html.Fieldset(
        [html.Legend(legend, className="h6"), html.Div(controls, className="desk-form")]
    )


def _withdrawal(found: Import) -> list[Any]:
    """Why values are withdrawn, where the file does not say so itself."""
    if not any(one.is_withdrawn and not one.note for one in found.held):
        return []
    return [field("撤回理由", dbc.Input(id=form(REASON), size="sm"))]


def _skip(faults: int) -> Any:
    """That the rest is taken in without what is wrong."""
    if not faults:
        return None
    label = f"有误的 {faults} 处不并入，只并入其余数值"
    return dbc.Checkbox(id=form(SKIP), label=label, value=False)
