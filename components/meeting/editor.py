"""The page `/present/edit`: a briefing's pages in a list, the chosen one in a form beside it and
as the stage draws it."""

import json
from typing import Any

from dash import html

from analysis import links as addresses
from analysis.series.frames import FULL_NAMES
from analysis.series.scales import SCALES
from analysis.state.view import Choices
from components import paper, shell, words
from components.attributes import attributes
from components.document import Links, document
from components.elements import element
from components.meeting import editor_form
from components.skip import skip_link, target
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN
from data.model.scenes import LAYOUTS, LISTS
from data.package.scene_filters import codes_of

STEPS = (("undo", "撤销", "Ctrl+Z"), ("redo", "重做", "Ctrl+Shift+Z"))
ACTIONS = (
    ("save", "保存", "button primary"),
    ("save-as", "另存为", "button"),
    ("download", "下载文件", "button"),
    ("upload", "上传文件", "button"),
    ("export", "导出 PPTX", "button"),
    ("alone", "下载演示网页", "button"),
    ("delete", "删除汇报", "button"),
)
TITLES = {"cover": words.TITLE, "text": "要点"}  # of words of one's own, until others are written


def page(catalog: Catalog, options: Choices, index_url: str, links: Links) -> str:
    """The page as HTML; its script fills it with the briefing that the address names.
    `index_url` is where the index of the search was published."""
    known = json.dumps(_known(catalog, options), ensure_ascii=False, separators=(",", ":"))
    header = shell.plain_header(catalog, index_url, shell.MEETING)
    body = [skip_link(), header, _on_paper(catalog), _main(catalog, options), _dialog()]
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
        "words": [name for name, layout in LAYOUTS.items() if layout.is_words],
        "titles": TITLES,
        "whole": WHOLE_PLAN,
        "subjects": {
            "list": list(LISTS.items()),
            "chain": [(one.chain_id, one.name_zh) for one in catalog.plan.chains],
            "place": [(one.platform_id, one.name_zh) for one in catalog.platforms],
            "areas": [(name, one.name_zh) for name, one in catalog.areas.industries.items()],
        },
        "subjectLabels": {"list": "列表内容", "chain": "产业链", "place": "平台", "areas": "行业"},
        "filters": {layout: list(own) for layout, own in codes_of(catalog).filters.items()},
        "scales": {key: scale.name for key, scale in SCALES.items()},
        "frames": dict(FULL_NAMES),
        "years": [options.first_year, options.last_year],
    }


def _main(catalog: Catalog, options: Choices) -> html.Main:
    return html.Main(
        [
            _bar(),
            html.Div("正在打开…", id="said", role="status"),
            html.Div(id="told", className="visually-hidden", role="status"),
            html.Div(id="faults", role="alert"),
            html.Div(
                [_pages(), editor_form.form(catalog, options), _preview()],
                className="columns",
                hidden=True,
            ),
        ],
        **target(),
    )


def _on_paper(catalog: Catalog) -> html.Div:
    """The head of the list on paper: which briefing, of which data, from where."""
    return html.Div(
        [html.P(html.Strong(id="paper-title")), paper.origin(catalog)], className="paper-head"
    )


def _bar() -> html.Div:
    steps = [_button(name, text, "button", f"{text}（{keys}）") for name, text, keys in STEPS]
    actions = [_button(name, text, kind) for name, text, kind in ACTIONS]
    file: Any = element(
        "input", id="file", type="file", accept=".json,application/json",
        aria_label="上传文件", hidden=True,
    )  # fmt: skip
    stage = html.A(
        "打开演示", href=addresses.address(addresses.PRESENT), id="open", className="button"
    )
    return html.Div(
        [
            html.H2("编辑汇报"),
            html.Label("选择汇报", htmlFor="briefing"),
            html.Select(id="briefing"),
            html.Span(id="state"),
            html.Div(steps, className="actions steps"),
            html.Div([*actions, stage], className="actions"),
            file,
        ],
        className="bar",
    )


def _pages() -> html.Section:
    """The list of pages, which the script fills."""
    return html.Section(
        [
            html.H3("页面"),
            html.Ol(id="scenes"),
            _button("add", "新增页面", "button wide"),
            html.P("拖动，或按 Alt+↑、Alt+↓ 调整次序。", className="hint"),
        ],
        **attributes(aria_label="汇报的页面"),
    )


def _preview() -> html.Section:
    """The chosen page as the stage draws it, in a frame that only shows."""
    source = addresses.address(addresses.PREVIEW)
    frame: Any = element("iframe", id="stage-frame", title="预览", src=source, tab_index="-1")
    return html.Section(
        [
            html.H3("预览"),
            html.Div([frame], id="preview-box"),
            html.P(id="preview-state", className="hint", **attributes(aria_live="polite")),
        ],
        id="preview",
        **attributes(aria_label="预览"),
    )


def _button(name: str, text: str, kind: str, title: str | None = None) -> html.Button:
    return html.Button(
        text, type="button", className=kind, title=title, disabled=name != "add",
        **attributes(data_do=name),
    )  # fmt: skip


def _dialog() -> html.Dialog:
    """It asks for a name, or whether to go on."""
    asked = attributes(aria_labelledby="ask-title")
    yes = html.Button("确定", id="ask-yes", type="submit", value="yes", className="button primary")
    no = html.Button(
        "取消", id="ask-no", type="submit", value="no", className="button", formNoValidate=True
    )
    form: list[Any] = [
        html.H2(id="ask-title"),
        html.P(id="ask-text"),
        element("input", id="ask-name", max_length=40, **asked),
        html.Div([yes, no], className="actions"),
    ]
    described = attributes(aria_labelledby="ask-title", aria_describedby="ask-text")
    return html.Dialog(html.Form(form, method="dialog"), id="ask", **described)
