"""What a page lets be taken away: its view as files, and the API's address of the same view."""

from dash import html

from analysis import links
from analysis.pages import PAGES, SEEN_KINDS, Page
from components.attributes import attributes

FILES = {
    "docx": "Word",
    "pptx": "PowerPoint",
    "xlsx": "Excel",
    "csv": "CSV",
    "json": "JSON",
    "html": "单文件网页",
}
BUILT = ("docx", "pptx", "html")  # what takes a moment (assets/core/built-files.js)
LABEL = "下载"


def file_links(page: Page, query: str, slug: str = "") -> list[html.A]:
    """The view of a page as files, that of a region by its `slug`; `query` is "" or "?…"."""
    return [
        html.A(
            name,
            href=links.file(page, ending, query, slug),
            className="button",
            download="",
            title=f"下载 {name} 文件，筛选条件与数值同本页",
            **(attributes(data_built="true") if ending in BUILT else {}),
        )
        for ending, name in FILES.items()
        if ending not in SEEN_KINDS or ending in PAGES[page].kinds
    ]


def take_away(page: Page, query: str, slug: str = "") -> html.Div:
    """The files of a view, quietly, as a group of their own."""
    return html.Div(
        [html.Span(LABEL, className="filter-label"), *file_links(page, query, slug)],
        className="take-away",
        role="group",
        **attributes(aria_label=LABEL),
    )


def data_links(query: str) -> list[html.A]:
    """The address that a spreadsheet reads the view's rows from, copied with the host by
    assets/indicators/tables.js, what describes the API, and the catalogue of all indicators."""
    joint = "&" if query else "?"
    return [
        html.A(
            "数据链接",
            href=links.address(links.ROWS, f"{query}{joint}format=csv"),
            className="quiet",
            title="复制后可用于 Excel“数据—自网站”",
            **attributes(data_copy_address="true"),
        ),
        html.A(
            "接口说明",
            href=links.address(links.DESCRIPTION),
            className="quiet",
            title="OpenAPI 接口说明，供程序读取",
        ),
        html.A(
            "资源目录",
            href=links.address(links.RESOURCES, "?format=xlsx"),
            className="quiet",
            download="",
            title="全部指标的信息资源目录（Excel），栏目依 GB/T 21063.3",
        ),
    ]
