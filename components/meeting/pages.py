"""The pages `/present` and `/present/notes`: what stands in them before the deck arrives.

They are pages of their own, outside Dash: once open they need no server.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.marking import marked
from components import words
from components.attributes import attributes
from components.document import Links, document

# Action, what its button shows, what it is called, its keys.
CONTROLS = (
    ("back", "←", "上一页", "← 或 PageUp"),
    ("next", "→", "下一页", "→、PageDown 或空格"),
    ("region:all", "0 三地", "三地", "0"),
    ("region:beijing", "1 北京", "只看北京", "1"),
    ("region:tianjin", "2 天津", "只看天津", "2"),
    ("region:hebei", "3 河北", "只看河北", "3"),
    ("region:beijing-tianjin", "4 京津", "北京和天津", "4"),
    ("region:beijing-hebei", "5 京冀", "北京和河北", "5"),
    ("region:tianjin-hebei", "6 津冀", "天津和河北", "6"),
    ("prepared", "Y 预设", "回到本页预设的地区", "Y 或退格"),
    ("list", "G 目录", "目录；再按回到原处", "G"),
    ("auto", "P 自动", "自动播放", "P"),
    ("black", "B 黑屏", "黑屏", "B"),
    ("scheme", "T 明暗", "深色、浅色", "T"),
    ("full", "F 全屏", "全屏", "F"),
    ("notes", "N 讲稿", "讲稿窗口", "N"),
    ("edit", "E 编辑", "编辑这份汇报", "E"),
    ("keys", "? 按键", "按键说明", "?"),
    ("leave", "Esc 退出", "关闭，退出", "Esc"),
)
MORE_KEYS = (
    ("第一页、最后一页", "Home、End"),
    ("目录里选中", "↑ ↓ 和回车"),
)
HINTS = {
    "list": "↑ ↓ 移动，回车打开；G 或 Esc 回到原处",
    "keys": "所选地区只用于本页，翻页后各页按预设打开。? 或 Esc 关闭；"
    "点画面右半边下一页、左半边上一页，触屏左右滑动",
    "auto": "↑ ↓ 移动，回车开始；任意键暂停",
}
INTERVALS = (10, 20, 30, 60)  # seconds a scene stays in auto-play


def page(links: Links, data: Mapping[str, str], shared: Any = None) -> str:
    """The stage; `data` are attributes of its body, for the script, `shared` the boundaries
    (an element) that maps are drawn on, where they do not come with a deck."""
    return _page("汇报", "stage", stage(shared), links, data)


def stage(shared: Any = None, without: Collection[str] = ()) -> list[Component]:
    """What stands on the stage, `without` some of its controls."""
    return [
        html.Div(
            [
                html.Header(
                    [
                        html.P([html.Strong(id="theme"), html.Span(id="filter")], id="where"),
                        html.P(
                            [
                                html.Span(marked(), id="mark") if marked() else None,
                                html.Span(id="news", role="status"),
                                html.Span(id="count"),
                            ]
                        ),
                    ]
                ),
                html.Main([html.H1(id="title"), html.Div(id="body")], id="slide"),
                html.Footer([html.P(id="version"), html.P(id="source")]),
                html.Div(id="controls", role="toolbar", children=_controls(without),
                         **attributes(aria_label="演示控制")),
                _overlay("list", "目录", [html.Ol(id="scenes")]),
                _overlay("keys", "按键", [html.Dl(_keys(without))]),
                _overlay("auto", "自动播放：每页停留", [html.Ol(_intervals(), id="intervals")]),
                html.Div("正在打开汇报…", id="opening", role="status"),
                html.Div(id="fault", role="alert", hidden=True),
            ],
            id="stage",
        ),
        html.Div(id="black", hidden=True),
        html.Div([shared], id="shared"),
        html.Div(id="handout", hidden=True),
    ]  # fmt: skip


def notes_page(links: Links, data: Mapping[str, str]) -> str:
    """The speaker's window, empty until the stage answers it."""
    body = html.Main(
        [
            html.Header(
                [
                    html.P([html.Span(id="count"), html.Span(id="filter")], id="where"),
                    html.P([html.Span("已用 "), html.Time("00:00", id="elapsed")]),
                    html.P(html.Time(id="clock")),
                    html.Button("重新计时", type="button", id="again"),
                ]
            ),
            html.P("正在找演示窗口。请先打开汇报，再按 N 打开讲稿。", id="alone", role="status"),
            html.Section(
                [html.H1("讲稿", id="title"), html.P(id="note"), html.P(id="aside")],
                **attributes(aria_label="本页"),
            ),
            html.Section(
                [html.H2("下一页"), html.P(id="following")], **attributes(aria_label="下一页")
            ),
            html.Section(
                [html.H2("本页数据"), html.Div(id="numbers")],
                **attributes(aria_label="数据"),
            ),
        ]
    )
    return _page("讲稿", "notes", [body], links, data)


def _page(
    name: str, kind: str, body: Sequence[Component], links: Links, data: Mapping[str, str]
) -> str:
    named: dict[str, Any] = {f"data_{key}": value for key, value in data.items()}
    return document(
        f"{name} · {words.TITLE}", links, body, "dark light",
        class_=kind, data_scheme="dark", **named,
    )  # fmt: skip


def _controls(without: Collection[str]) -> list[html.Button]:
    return [
        html.Button(
            text, type="button", title=f"{name}（{keys}）", tabIndex="-1",
            **attributes(data_action=action, aria_label=name),
        )
        for action, text, name, keys in CONTROLS
        if action not in without
    ]  # fmt: skip


def _keys(without: Collection[str]) -> list[Component]:
    named = [(name, keys) for action, _, name, keys in CONTROLS if action not in without]
    return [html.Div([html.Dt(keys), html.Dd(name)]) for name, keys in [*named, *MORE_KEYS]]


def _intervals() -> list[html.Li]:
    return [
        html.Li(
            html.Button(
                f"{seconds} 秒", type="button", tabIndex="-1",
                **attributes(data_action=f"play:{seconds}"),
            )
        )
        for seconds in INTERVALS
    ]  # fmt: skip


def _overlay(name: str, label: str, content: Sequence[Component]) -> html.Div:
    return html.Div(
        [html.H2(label, id=f"{name}-label"), *content, html.P(HINTS[name], className="hint")],
        id=f"overlay-{name}",
        className="overlay",
        role="dialog",
        hidden=True,
        **attributes(aria_labelledby=f"{name}-label", aria_modal="true"),
    )
