"""What a page lets be taken away: its view as files, and the API's address of the same view."""

from dash import html

from components.attributes import attributes

FILES = {"csv": "CSV", "xlsx": "Excel", "json": "JSON"}
LABEL = "取走"
ROWS = "/api/v1/observations"
DESCRIPTION = "/api/v1/openapi.json"


def file_links(page: str, query: str) -> list[html.A]:
    """The view of a page as files: `page` is its path without ending, `query` "" or "?…"."""
    return [
        html.A(
            name,
            href=f"{page}.{ending}{query}",
            className="button",
            download="",
            title=f"下载 {name}：与页面相同的筛选和数值",
        )
        for ending, name in FILES.items()
    ]


def take_away(page: str, query: str) -> html.Div:
    """The files of a view, quietly, as a group of their own."""
    return html.Div(
        [html.Span(LABEL, className="filter-label"), *file_links(page, query)],
        className="take-away",
        role="group",
        **attributes(aria_label=LABEL),
    )


def data_links(query: str) -> list[html.A]:
    """The address that a spreadsheet reads the view's rows from, copied with the host by
    assets/indicators/tables.js, and what describes the API."""
    joint = "&" if query else "?"
    return [
        html.A(
            "数据链接",
            href=f"{ROWS}{query}{joint}format=csv",
            className="quiet",
            title="复制后在 Excel“数据—自网站”中使用",
            **attributes(data_copy_address="true"),
        ),
        html.A("接口说明", href=DESCRIPTION, className="quiet", title="OpenAPI 文件，供程序读取"),
    ]
