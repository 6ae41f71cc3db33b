"""What a report is taken away as, and how it is kept to be worked on again."""

from typing import Any

from dash import html

from analysis import links
from analysis.pages import PAGES, Page
from components.attributes import attributes
from components.elements import element

NAMES = {
    "docx": "Word",
    "pptx": "PowerPoint",
    "xlsx": "Excel",
    "html": "单文件网页",
}
STAGE, STAGE_TITLE = "演示文件", "下载可演示的单个网页，不联网也能放映"
LABEL, KEEP_LABEL = "下载", "编辑"
KEPT = "json"
KEEP, OPEN = "保存报告文件", "打开报告文件"


def report_files(query: str, briefing: str = "") -> list[Any]:
    """The files of the report as it is now. A script asks for them and says how far they are
    (assets/core/built-files.js); without it they are links. A `briefing` has
    its stage as one too."""
    return [
        html.Div(
            [
                html.Span(LABEL, className="filter-label"),
                *(
                    _file(kind, name, query, f"下载 {name}，文字、数字和图表同本页")
                    for kind, name in NAMES.items()
                    if kind in PAGES[Page.REPORTS].kinds
                ),
                _link(STAGE, links.stage_file(briefing), STAGE_TITLE) if briefing else None,
            ],
            className="take-away report-files",
            role="group",
            **attributes(aria_label=LABEL),
        ),
        html.P(className="report-told", role="status"),
        element(
            "div",
            html.Span(KEEP_LABEL, className="filter-label"),
            _file(KEPT, KEEP, query, "保存选项、取舍和补充文字，以后可再打开"),
            element("label", OPEN, _chosen(), class_="button report-open"),
            class_="take-away report-kept",
            role="group",
            aria_label=KEEP_LABEL,
        ),
    ]


def _chosen() -> Any:
    """The file that is opened again (assets/reports/own.js)."""
    kinds = ".json,application/json"
    return element("input", type="file", accept=kinds, class_="visually-hidden", data_open="report")


def _file(kind: str, name: str, query: str, title: str) -> html.A:
    return _link(name, links.file(Page.REPORTS, kind, query), title)


def _link(name: str, address: str, title: str) -> html.A:
    return html.A(
        name,
        href=address,
        className="button",
        download="",
        title=title,
        **attributes(data_built="true"),
    )
