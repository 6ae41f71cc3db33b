"""The page `/present/edit`: a briefing's scenes in a list, the chosen one in a form beside it."""

import json
from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis import links as addresses
from analysis.pages import Page
from analysis.series.scales import SCALES
from analysis.state.view import Choices
from components import words
from components.attributes import attributes
from components.document import Links, document
from components.elements import element
from data.model.catalog import Catalog
from data.model.scenes import LAYOUTS, LISTS

ACTIONS = (
    ("save", "保存", "button primary"),
    ("save-as", "另存为", "button"),
    ("download", "下载文件", "button"),
    ("upload", "上传文件", "button"),
    ("delete", "删除", "button"),
)


def page(catalog: Catalog, options: Choices, links: Links) -> str:
    """The page as HTML; its script fills it with the briefing that the address names."""
    known = json.dumps(_known(catalog, options), ensure_ascii=False, separators=(",", ":"))
    body = [_header(), _main(options), _dialog()]
    return document(f"编辑汇报 · {words.TITLE}", links, body, data_known=known)


def _known(catalog: Catalog, options: Choices) -> dict[str, Any]:
    """What the form offers, by value and name."""
    rows = catalog.indicators
    return {
        "themes": [[slug, name] for slug, name in options.themes.items()],
        "indicators": {
            theme: [[name, rows[name].short_zh] for name in ids]
            for theme, ids in options.indicators.items()
        },
        "regions": dict(options.regions),
        "layouts": {name: layout.name_zh for name, layout in LAYOUTS.items()},
        "uses": {name: layout.uses for name, layout in LAYOUTS.items()},
        "lists": dict(LISTS),
        "scales": {key: scale.name for key, scale in SCALES.items()},
        "years": [options.first_year, options.last_year],
    }


def _header() -> html.Header:
    return html.Header(
        [
            html.Div([html.H1("编辑汇报"), html.P(words.TITLE)], className="brand"),
            html.Nav(
                [
                    html.A("总览", href=addresses.page(Page.OVERVIEW)),
                    html.A(
                        "打开演示",
                        href=addresses.address(addresses.PRESENT),
                        id="open",
                        className="button",
                    ),
                ],
                **attributes(aria_label="页面"),
            ),
        ],
        className="header",
    )


def _main(options: Choices) -> html.Main:
    return html.Main(
        [
            _bar(),
            html.Div("正在打开…", id="said", role="status"),
            html.Div(id="faults", role="alert"),
            html.Div(
                [
                    html.Section(
                        [
                            html.H2("页面"),
                            html.Ol(id="scenes"),
                            _button("add", "新增页面", "button wide"),
                            html.P("拖动或用 Alt+↑、Alt+↓ 换次序。", className="hint"),
                        ],
                        **attributes(aria_label="汇报的页面"),
                    ),
                    html.Form(
                        list(_fields(options)),
                        id="scene",
                        autoComplete="off",
                        **attributes(aria_label="所选页面"),
                    ),
                ],
                className="columns",
                hidden=True,
            ),
        ]
    )


def _bar() -> html.Div:
    actions = [_button(name, text, kind) for name, text, kind in ACTIONS]
    return html.Div(
        [
            html.Label("汇报", htmlFor="briefing"),
            html.Select(id="briefing"),
            html.Span(id="state"),
            html.Div(actions, className="actions"),
            _input(id="file", type="file", accept=".json,application/json", hidden=True),
        ],
        className="bar",
    )


def _fields(options: Choices) -> Iterable[Component]:
    """The form of a scene, in the order one thinks of it: what, how, for whom, when, said how."""
    yield html.H2("所选页面")
    yield _field("theme", "主题", _select("theme"))
    yield _field("indicator_id", "指标", _select("indicator_id"))
    yield _field("layout", "版式", _select("layout"))
    yield _field("subject", "列表内容", _select("subject"))
    yield _field("against_id", "第二个数字", _select("against_id"))
    yield _field("scale", "数值形式", _select("scale"))
    yield _field("base", "基期", _year("base", options))
    yield html.Fieldset([html.Legend("地区"), html.Div(_regions(options), className="checks")])
    yield html.Div(
        [
            _field("start", "起始年", _year("start", options)),
            _field("end", "截止年", _year("end", options)),
        ],
        className="pair",
    )
    yield _field("title", "标题", _input(
        id="title", name="title", max_length=80,
        placeholder="不写则由数据写成，并随地区变化", aria_describedby="title-hint",
    ))  # fmt: skip
    yield html.P("可写 {region}、{start}、{end}，代表所选的地区和年份。", id="title-hint",
                 className="hint")  # fmt: skip
    yield _field("note_zh", "讲稿",
                 html.Textarea(id="note_zh", name="note_zh", rows=4, maxLength=2000))  # fmt: skip


def _field(name: str, label: str, control: Any) -> html.Div:
    return html.Div([html.Label(label, htmlFor=name), control], className="field",
                    **attributes(data_field=name))  # fmt: skip


def _select(name: str) -> html.Select:
    return html.Select(id=name, name=name)


def _year(name: str, options: Choices) -> Any:
    return _input(
        id=name, name=name, type="number", input_mode="numeric",
        min=options.first_year, max=options.last_year, placeholder="随页面",
    )  # fmt: skip


def _input(**given: Any) -> Any:
    return element("input", **given)


def _regions(options: Choices) -> list[html.Label]:
    return [
        html.Label([_input(type="checkbox", name="regions", value=slug), name])
        for slug, name in options.regions.items()
    ]


def _button(name: str, text: str, kind: str) -> html.Button:
    return html.Button(
        text, type="button", className=kind, disabled=name != "add", **attributes(data_do=name)
    )


def _dialog() -> html.Dialog:
    """It asks for a name, or whether to go on."""
    asked = attributes(aria_labelledby="ask-title")
    yes = html.Button("好", id="ask-yes", type="submit", value="yes", className="button primary")
    no = html.Button("取消", type="submit", value="no", className="button", formNoValidate=True)
    form = [
        html.H2(id="ask-title"),
        html.P(id="ask-text"),
        _input(id="ask-name", max_length=40, **asked),
        html.Div([yes, no], className="actions"),
    ]
    return html.Dialog(html.Form(form, method="dialog"), id="ask", **asked)
