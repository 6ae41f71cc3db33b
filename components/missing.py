"""What stands where a page is asked for that there is none of, or that could not be made: plain
words and ways on, under the shared header with its pages and its search."""

from collections.abc import Sequence
from typing import Any

from dash import html

from analysis import links
from analysis.pages import PAGES, Page, slug_of
from analysis.state.view import Choices, View, query_of
from components import filters, shell, words
from components.content import Content, Parts, content
from components.ids import Id
from components.parts import Html
from data.model.catalog import Catalog

NAME = "missing"  # of what is shown, where a page has its own
PLACE = "missing-text"
LONGEST = 60  # characters of a path that are said back
NONE_HERE, REFUSED, FAILED, AWAY = 404, 400, 500, 503
NO_EDITION = 410  # the data of an address are not here, or not here any more
TITLES = {
    NONE_HERE: "页面不存在",
    NO_EDITION: "没有这一版数据",
    REFUSED: "请求有误",
    FAILED: "页面未能打开",
    AWAY: "数据暂时无法读取",
}


def frame(parts: Parts) -> html.Main:
    """The place of the words."""
    return html.Main(Html(PLACE, parts.get(PLACE)), className="sheet missing", **shell.main(NAME))


def shown(
    status: int, path: str, view: View, site: tuple[Catalog, Choices], number: str
) -> Content:
    """What is said of a path under a status of HTTP; the ways on keep the view. A failure is said
    with the `number` that the log knows its request by, where there is one."""
    catalog, options = site
    kind = _kind(status)

    def to(other: View) -> str:
        return links.page(Page.OVERVIEW, query_of(other, options))

    texts: dict[Any, Any] = {
        Id.NAV: shell.navigation("", view, catalog),
        **filters.bar_texts(view, options, to),
        Id.PAPER: [],
        PLACE: [
            html.H2(TITLES[kind]),
            *(html.P(text) for text in _said(kind, path, options)),
            html.P(words.NUMBER.format(number)) if number and kind >= FAILED else None,
            html.P([*_again(kind), *_ways(path, view, options)], className="ways"),
        ],
    }
    return content(NAME, f"{TITLES[kind]} · {words.TITLE}", texts, {})


def title(status: int) -> str:
    """What a status of HTTP is called."""
    return TITLES[_kind(status)]


def _kind(status: int) -> int:
    if status >= FAILED:
        return AWAY if status == AWAY else FAILED
    return status if status in (NONE_HERE, NO_EDITION) else REFUSED


def _said(kind: int, path: str, options: Choices) -> Sequence[str]:
    if kind == FAILED:
        return ("服务器出错，原因已记入日志。请稍后重新打开；其他页面不受影响。",)
    if kind == AWAY:
        return ("该页的数据暂时无法读取，请稍后重试；其他页面不受影响。",)
    if kind == NO_EDITION:
        return ("本站没有该地址所指的数据版本，请核对地址中的版本号；也可从下列页面查看现行数据。",)
    if kind == REFUSED:
        return ("该地址不接受这样的请求，请从下列页面进入。",)
    slug = slug_of(path)
    asked = f"{path[:LONGEST]}{'…' if len(path) > LONGEST else ''}"
    what = (
        f"没有“{slug[:LONGEST]}”这一地区的页面，可查看{'、'.join(options.regions.values())}。"
        if slug
        else f"本站没有地址为 {asked} 的页面，请核对地址。"
    )
    return (what, "也可在页首查找指标、任务、平台（按 /）。")


def _again(kind: int) -> list[Any]:
    """To the same address once more, where it may be shown the next time."""
    return [html.A(words.RETRY, href="", className="button")] if kind == AWAY else []


def _ways(path: str, view: View, options: Choices) -> list[Any]:
    """To the overview; where a region was asked for, to those there are."""
    query = query_of(view, options)
    regions = options.regions if path.startswith(PAGES[Page.REGIONS].path) else {}
    return [
        filters.link(links.page(Page.OVERVIEW, query), className="button", children="返回总览"),
        *(
            filters.link(
                links.page(Page.REGIONS, query, slug), className="button", children=f"{name}概况"
            )
            for slug, name in regions.items()
        ),
    ]
