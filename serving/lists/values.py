"""`/api/v1/observations` and `/api/v1/values`: the values of a view, and all that are published."""

from functools import partial

from analysis import links
from analysis.pages import Page
from analysis.query import Query
from analysis.state.view import keys
from reports.json import described
from reports.published import published_row, published_values
from reports.sdmx.rows import of_published, of_view
from serving.files import placed, view_report
from serving.lists.listed import Asked, Found, about

TITLE = "公布值"


def observations(asked: Asked) -> Found:
    """The rows of a view of the indicators page."""
    found = view_report(asked.catalog, asked.options, asked.query)
    made = placed(found, Page.INDICATORS, asked.query)
    return Found(described(made), made.records, as_sdmx=of_view(made))


def published(asked: Asked) -> Found:
    """Every published value; of the regions and the theme that a query names only theirs."""
    catalog, query = asked.catalog, Query.of(asked.query)
    known = keys(asked.options)
    slugs, theme = query.some(known["region"]), query.one(known["theme"]) or ""
    chosen = [catalog.regions[slug] for slug in slugs]
    rows = published_values(catalog, [region.region_code for region in chosen], theme)
    shown = [
        ("地区", "、".join(region.short_zh for region in chosen)),
        ("主题", catalog.themes[theme].name_zh if theme else ""),
    ]
    filters = "；".join(f"{label}：{words}" for label, words in shown if words)
    said = about(asked, links.VALUES, TITLE, len(rows), filters=filters)
    return Found(said, rows, as_sdmx=of_published, row_of=partial(published_row, catalog))
