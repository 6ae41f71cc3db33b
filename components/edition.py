"""Which edition of the data a page shows, where it was asked for by its digest."""

from dash import html

from analysis import links
from components.attributes import attributes
from data.model.catalog import Catalog

LIVE = "查看现行数据"
DRAFT = "草稿预览：本页数据尚未审核发布，请勿引用。"


def edition_band(catalog: Catalog) -> list[html.Div]:
    """A band that says that an edition is pinned, or that this is a draft, with the way to the
    same view of the live one (assets/core/edition.js); nothing on the pages of the live one."""
    if links.base() == links.site():
        return []
    pinned = (
        f"本页固定显示 {catalog.version} 版数据（版本号 {catalog.digest}），不随以后的更新变动。"
    )
    said = DRAFT if links.is_draft() else pinned
    return [
        html.Div(
            [html.P(said), html.A(LIVE, href=links.site(), **attributes(data_live=links.site()))],
            className="edition-band",
            role="note",
        )
    ]
