"""The form of a briefing's page: each field with its label, and a place for what is wrong."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.state.view import Choices
from components.attributes import attributes
from components.elements import element
from components.meeting.editor_filters import Filter, filters
from data.model.catalog import Catalog
from data.model.scenes import LONGEST, MOST_POINTS

POINTS = f"每行一条，最多 {MOST_POINTS} 条，每条不超过 {LONGEST['point']} 字。"


def form(catalog: Catalog, options: Choices) -> html.Form:
    """The form; its script fills it, and hides the fields that a layout has no use for."""
    return html.Form(
        list(_fields(catalog, options)),
        id="scene",
        autoComplete="off",
        **attributes(aria_label="所选页面"),
    )


def _fields(catalog: Catalog, options: Choices) -> Iterable[Component]:
    """In the order one thinks of it: what, how, for whom, when, said how."""
    yield html.H3("所选页面")
    yield _field("layout", "版式", _select("layout"))
    yield _field("theme", "主题", _select("theme"))
    yield _field("subject", "列表内容", _select("subject"))
    yield _field("indicator_id", "指标", _select("indicator_id"))
    yield _field("against_id", "第二个数字", _select("against_id"))
    yield _field("scale", "数值形式", _select("scale"))
    yield _field("base", "基期", _year("base", options))
    yield _field("frame", "对照范围", _select("frame"))
    for one in filters(catalog):
        yield _field(one.name, one.label, _filter(one))
    yield _regions(options)
    yield html.Div(
        [
            _field("start", "起始年", _year("start", options)),
            _field("end", "截止年", _year("end", options)),
        ],
        className="pair",
    )
    yield _filters()
    yield _field("title", "标题", _title(), "可写 {region}、{start}、{end}，代表所选的地区和年份。")
    yield _field("subtitle", "副标题", _text("subtitle"))
    yield _field("body", "汇报单位", _text("body"))
    yield _field("date", "日期", _text("date", "如 2026 年 1 月"))
    yield _field("points", "要点", _points(), POINTS)
    yield _field("note_zh", "讲稿", _note())


def _field(name: str, label: str, control: Any, hint: str = "") -> html.Div:
    """A field; the hint stands under it, and under that what is wrong."""
    return html.Div(
        [
            html.Label(label, htmlFor=name),
            html.Div(
                [
                    control,
                    html.P(hint, id=f"{name}-hint", className="hint") if hint else None,
                    _fault(name),
                ]
            ),
        ],
        className="field",
        **attributes(data_field=name),
    )


def _fault(name: str) -> html.P:
    return html.P(id=f"{name}-fault", className="fault", **attributes(aria_live="polite"))


def _select(name: str) -> html.Select:
    return html.Select(id=name, name=name, **attributes(aria_describedby=f"{name}-fault"))


def _filter(one: Filter) -> html.Select:
    """A select whose choice is a part of the filters."""
    said = attributes(aria_describedby=f"{one.name}-fault", data_filter=" ".join(one.keys))
    return html.Select([*one.options], id=one.name, **said)


def _year(name: str, options: Choices) -> Any:
    return element(
        "input", id=name, name=name, type="number", input_mode="numeric",
        min=options.first_year, max=options.last_year, placeholder="随页面",
        aria_describedby=f"{name}-fault",
    )  # fmt: skip


def _title() -> Any:
    empty = "不写则由数据生成，并随地区变化"
    return element(
        "input", id="title", name="title", max_length=LONGEST["title"],
        placeholder=empty, data_empty=empty, aria_describedby="title-hint title-fault",
    )  # fmt: skip


def _text(name: str, example: str = "") -> Any:
    return element(
        "input", id=name, name=name, max_length=LONGEST[name], placeholder=example or None,
        aria_describedby=f"{name}-fault",
    )  # fmt: skip


def _points() -> html.Textarea:
    return html.Textarea(
        id="points", name="points", rows=6, maxLength=MOST_POINTS * (LONGEST["point"] + 1),
        **attributes(aria_describedby="points-hint points-fault"),
    )  # fmt: skip


def _note() -> html.Textarea:
    return html.Textarea(
        id="note_zh", name="note_zh", rows=4, maxLength=2000,
        **attributes(aria_describedby="note_zh-fault"),
    )  # fmt: skip


def _filters() -> html.Div:
    """A map, or our own index, keeps what it was added with until that is cleared."""
    clear = html.Button("清除", type="button", id="clear-filters", className="button")
    return html.Div(
        [html.Span("筛选与改动"), html.Div([clear, _fault("filters")])],
        className="field",
        **attributes(data_field="filters"),
    )


def _regions(options: Choices) -> html.Fieldset:
    boxes = [html.Label([_box(slug), name]) for slug, name in options.regions.items()]
    return html.Fieldset(
        [html.Legend("地区"), html.Div(boxes, className="checks"), _fault("regions")],
        **attributes(data_field="regions", aria_describedby="regions-fault"),
    )


def _box(slug: str) -> Any:
    return element("input", type="checkbox", name="regions", value=slug)
