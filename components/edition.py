"""Which edition of the data a page shows, where it was asked for by its digest."""

from dash import html

from analysis import links
from components.attributes import attributes
from data.model.catalog import Catalog

LIVE = "查看现行数据"


def edition_band(catalog: Catalog) -> list[html.Div]:
    """A band that says that an edition is pinned, with the way to the same view of the live one
    (assets/core/edition.js); nothing on the pages of the live one."""
    if links.base() == links.site():
        return []
    return [
        html.Div(
            [
                html.P(
                    f"本页固定显示 {catalog.version} 版数据（版本号 {catalog.digest}），"
                    "不随以后的更新变动。"
                ),
                html.A(LIVE, href=links.site(), **attributes(data_live=links.site())),
            ],
            className="edition-band",
            role="note",
        )
    ]
