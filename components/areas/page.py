"""The page `/areas`: where which industry's people live, county by county, and how that moved."""

from dataclasses import replace
from typing import Any

from dash import html

from analysis.areas.address import AreaChoices, query_of
from analysis.areas.summary import AreasSummary, drawn
from analysis.pages import Page
from analysis.state.view import Choices, View
from components import filters, paper, shell, words
from components.areas import bar, facts, key, notes, profile, registered, slopes, tables
from components.attributes import attributes
from components.charts.atlas import Boundaries
from components.charts.county_map import county_map
from components.charts.frame import empty
from components.charts.slopes import slopes_figure
from components.content import Content, Parts, content
from components.ids import Id
from components.parts import Html, Plot
from data.model.catalog import Catalog

FOLD = f"{Id.AREAS_SLOPES}-fold"  # with the numbers behind the slopes


def frame(parts: Parts) -> html.Main:
    """The page with its places, each filled with its part."""
    return html.Main(
        [
            Html(Id.AREAS_BAR, parts.get(Id.AREAS_BAR), className="areas-bar"),
            Html(Id.AREAS_HEAD, parts.get(Id.AREAS_HEAD), className="areas-head"),
            _map(parts),
            _slopes(parts),
            html.Aside(
                [
                    Html(Id.AREAS_PROFILE, parts.get(Id.AREAS_PROFILE)),
                    Html(
                        Id.AREAS_OPENED,
                        parts.get(Id.AREAS_OPENED),
                        tag="p",
                        className="visually-hidden",
                        role="status",
                    ),
                ],
                className="panel areas-profile",
                tabIndex=0,
                **attributes(aria_label="地区详情"),
            ),
            _texts(Id.AREAS_ENDS, "areas-ends", "位次", parts),
            _texts(Id.AREAS_PRODUCTS, "areas-products", "设区市", parts),
            _texts(Id.AREAS_REGISTER, "areas-register", registered.TITLE, parts),
            _texts(Id.AREAS_NOTES, "areas-notes", "使用说明与局限", parts),
        ],
        className="sheet areas",
        **shell.main(Page.AREAS),
    )


def _texts(place: Id, name: str, label: str, parts: Parts) -> html.Section:
    return html.Section(
        Html(place, parts.get(place)),
        className=f"panel {name}",
        **attributes(aria_label=label),
    )


def _map(parts: Parts) -> html.Section:
    return html.Section(
        [
            Html(Id.AREAS_MAP_TEXT, parts.get(Id.AREAS_MAP_TEXT), className="areas-text"),
            html.Div(
                _picture(Id.AREAS_MAP, "areas-map-title", parts, data_steady=""),
                className="panel-figure",
            ),
            Html(Id.AREAS_KEY, parts.get(Id.AREAS_KEY), className="foot"),
        ],
        className="panel areas-map",
        **attributes(aria_label=words.PAGES[Page.AREAS]),
    )


def _slopes(parts: Parts) -> html.Section:
    return html.Section(
        [
            Html(Id.AREAS_SLOPES_TEXT, parts.get(Id.AREAS_SLOPES_TEXT), className="areas-text"),
            html.Div(
                _picture(Id.AREAS_SLOPES, "areas-slopes-title", parts, aria_details=FOLD),
                className="panel-figure",
            ),
            html.Details(
                [
                    html.Summary(words.SHOW_DATA),
                    Html(
                        Id.AREAS_SLOPES_DATA,
                        parts.get(Id.AREAS_SLOPES_DATA),
                        className="data-view",
                    ),
                ],
                className="data",
                id=FOLD,
            ),
        ],
        className="panel areas-slopes",
        **attributes(aria_label="两次普查"),
    )


def _picture(place: Id, title: str, parts: Parts, aria_details: str = "", **said: str) -> html.Div:
    """A figure's place; to those who hear the page a picture with its title and words."""
    named = attributes(aria_labelledby=title, aria_describedby=f"{place}-described")
    named |= attributes(aria_details=aria_details) if aria_details else {}
    return html.Div(Plot(place, parts.get(place), **said), className="figure", role="img", **named)


def shown(
    found: AreasSummary,
    catalog: Catalog,
    options: Choices,
    known: AreaChoices,
    urls: Boundaries,
) -> Content:
    """What the summary puts into the page."""
    chosen, mapped = found.chosen, drawn(found)

    def to(**changes: Any) -> str:
        return query_of(replace(chosen, **changes), options, known)

    def to_view(other: View) -> str:
        return to(view=other)

    slugs = {region.region_code: region.slug for region in catalog.provinces}
    texts: dict[Id, Any] = {
        Id.NAV: shell.navigation(Page.AREAS, chosen.view, catalog),
        **filters.bar_texts(chosen.view, options, to_view),
        Id.THEMES: [],
        Id.YEARS: [],
        **paper.head(catalog, Page.AREAS, chosen.view, _told(found), has_years=False),
        Id.AREAS_BAR: bar.industries(found, catalog, to) + facts.controls(found, catalog, known),
        Id.AREAS_HEAD: notes.head(mapped),
        Id.AREAS_MAP_TEXT: key.heading(mapped, to),
        Id.AREAS_KEY: key.key(mapped, catalog),
        Id.AREAS_SLOPES_TEXT: slopes.texts(found),
        Id.AREAS_SLOPES_DATA: slopes.data(found, to),
        Id.AREAS_PROFILE: profile.panel(found, catalog, to, facts.opened(found)),
        Id.AREAS_OPENED: profile.opened(found),
        **_below(found, catalog, to),
    }
    figures = {
        Id.AREAS_MAP: empty(found.lacking) if found.lacking else county_map(mapped, catalog, urls),
        Id.AREAS_SLOPES: slopes_figure(found.slopes, slugs, found.lacking),
    }
    return content(Page.AREAS, _title(found), texts, figures)


def _below(found: AreasSummary, catalog: Catalog, to: bar.To) -> dict[Id, Any]:
    """The tables below the map, and what is said last."""
    return {
        Id.AREAS_ENDS: (facts if found.fact else tables).ends(found, catalog, to),
        Id.AREAS_PRODUCTS: tables.products(found, to),
        Id.AREAS_REGISTER: registered.tables(found.registered, to),
        Id.AREAS_NOTES: notes.limits(found, to()),
    }


def _told(found: AreasSummary) -> dict[str, str]:
    """What the page looks at besides regions, by name; "" where it does not."""
    return {
        "行业": found.industry.name_zh if found.industry else "",
        "口径": "" if found.fact else bar.MEASURES[found.chosen.measure],
        "分县指标": found.fact.title if found.fact else "",
        "打开的地区": found.profile.area.name_zh if found.profile else "",
    }


def _title(found: AreasSummary) -> str:
    """The document's title: area, industry or indicator, page, site."""
    area = found.profile.area.name_zh if found.profile else ""
    industry = found.industry.short_zh if found.industry else ""
    industry = found.fact.indicator.short_zh if found.fact else industry
    parts = (area, industry, words.PAGES[Page.AREAS], words.TITLE)
    return " · ".join(part for part in parts if part)
