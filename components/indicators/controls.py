"""The controls of the indicators page: scales, kinds of picture, second indicator, files."""

from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.indicators.address import IndicatorsView, query_of
from analysis.indicators.pairing import Pairing
from analysis.indicators.summary import IndicatorSummary, Offer
from analysis.pages import Page
from analysis.series.frames import FULL_NAMES
from analysis.series.scales import SCALES
from analysis.state.frequency import with_frequency
from analysis.state.view import Choices
from analysis.text.periods import NAMES
from components import filters
from components.attributes import attributes
from components.elements import element
from components.files import LABEL, data_links, file_links
from components.indicators import texts as study_texts
from components.indicators.offers import refused
from components.selects import address_select, indicator_options, option
from data.model.catalog import Catalog
from data.model.periods import ANNUAL

CHARTS = {
    "line": "时间序列",
    "bars": "单年比较",
    "stack": "份额构成",
    "multiples": "分地区",
    "scatter": "散点图",
    "table": "表格",
    "meta": "元数据",
}
WORDED = ("table", "meta")  # kinds without a figure
PICTURES = {"png": "PNG 图", "svg": "SVG 图"}


def kinds(shown: IndicatorSummary) -> list[str]:
    """The kinds of picture that suit the numbers shown."""
    is_one_year = len(shown.years) < 2 or shown.state.scale == "growth"
    is_shared = shown.state.scale == "share3"
    is_alone = shown.state.against is None  # the files of two indicators carry both
    suits = {
        "line": not is_one_year,
        "bars": is_alone or is_one_year,
        "stack": is_alone and is_shared,
        "multiples": is_alone and not is_one_year and len(shown.regions) > 1,
        "scatter": not is_alone and not is_one_year,
        "table": True,
        "meta": True,
    }
    return [kind for kind, is_suited in suits.items() if is_suited]


def kind_of(shown: IndicatorSummary) -> str:
    """The chosen kind of picture, or the first that suits."""
    suited = kinds(shown)
    return shown.state.chart if shown.state.chart in suited else suited[0]


def against_choice(catalog: Catalog, options: Choices) -> list[Any]:
    """The second indicator: every one by theme and frequency, or none. Those of another frequency
    than the first one's cannot be set beside it: the browser disables them
    (assets/indicators/tables.js), the page says why."""
    every = [option("", "不设对照"), *indicator_options(catalog, options)]
    for theme, name in options.themes.items():
        every += _within_years(catalog, options, theme, name)
    return address_select("against", "对照指标", every)


def _within_years(catalog: Catalog, options: Choices, theme: str, name: str) -> list[Any]:
    """The indicators of a theme that have quarters or months, in a group for each of both."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for indicator in catalog.indicators:
        kinds = tuple(k for k, own in options.every.items() if own.theme_of(indicator) == theme)
        if kinds and ANNUAL not in kinds:
            groups.setdefault(kinds, []).append(indicator)
    return [
        element(
            "optgroup",
            *(option(i, catalog.indicators[i].short_zh) for i in ids),
            label=f"{name}（{'、'.join(NAMES[kind] for kind in kinds)}）",
            data_frequency=" ".join(kinds),
        )
        for kinds, ids in groups.items()
    ]


def frequency_links(shown: IndicatorSummary, options: Choices) -> list[Component]:
    """Years, quarters, months, where the theme has more than years: each leads to the same subject
    at that frequency, or to the theme's first."""
    view = shown.state.view
    offered = [kind for kind, own in options.every.items() if view.theme in own.themes]
    if len(offered) < 2:
        return []
    return [
        filters.link(
            query_of(IndicatorsView(with_frequency(view, kind, options)), options),
            className="chip",
            children=NAMES[kind],
            **(attributes(aria_current="true") if kind == view.frequency else {}),
        )
        for kind in offered
    ]


def scale_links(shown: IndicatorSummary, options: Choices) -> list[Any]:
    """Every scale as a link, those of one family as one, with the choice of its region where it
    is the chosen one; then the choice of the index's base."""
    links: list[Any] = []
    families: dict[str, list[Offer]] = {}
    for offer in shown.offers:
        family = SCALES[offer.key].family
        if not family:
            links.append(_scale_link(offer, shown, options))
        else:
            families.setdefault(family, []).append(offer)
    for offers in families.values():
        links += [_scale_link(_face(offers), shown, options), *_reference_choice(offers)]
    return links + base_choice(shown)


def _face(offers: list[Offer]) -> Offer:
    """Which of a family's scales stands for it: the chosen one, else the first that holds."""
    chosen = (offer for offer in offers if offer.is_chosen)
    offered = (offer for offer in offers if not offer.refusal)
    return next(chosen, next(offered, offers[0]))


def _reference_choice(offers: list[Offer]) -> list[Any]:
    """The region that numbers are set against, as a choice of those that hold, where a scale of
    the family is the chosen one."""
    if not any(offer.is_chosen for offer in offers):
        return []
    held = [offer for offer in offers if not offer.refusal]
    regions = [option(offer.key, offer.name) for offer in held]
    again = " ".join(["scale", *(o.key for o in held)])
    return address_select("scale", "对比地区", regions, "form-select base", again)


def _scale_link(offer: Offer, shown: IndicatorSummary, options: Choices) -> Component:
    """A scale as a link; one that does not hold says why when pointed at or focused."""
    if offer.refusal:
        return refused(offer)
    address = query_of(replace(shown.state, scale=offer.key), options)
    current = attributes(aria_current="true") if offer.is_chosen else {}
    return filters.link(address, className="chip", children=offer.name, key=offer.key, **current)


def base_choice(shown: IndicatorSummary) -> list[Any]:
    """The base year of the index, as a choice of the years that can be one."""
    if shown.state.scale != "index":
        return []
    used = shown.unit.partition("=")[0]  # 2013 年=100
    default = "基期：自动" if shown.state.base else f"基期：{used}"
    years = [option("", default), *(option(f"{year}", f"{year} 年") for year in shown.bases)]
    again = " ".join([default, *map(str, shown.bases)])
    return address_select("base", "基期", years, "form-select base", again)


def chosen(shown: IndicatorSummary, catalog: Catalog) -> dict[str, str]:
    """What the page filters by besides regions and years, by name; "" where it does not."""
    state = shown.state
    across = state.against
    return {
        "主题": catalog.themes[state.view.theme].name_zh,
        "指标": shown.indicator.short_zh,
        "数值形式": next(offer.name for offer in shown.offers if offer.is_chosen),
        "对照指标": catalog.indicators[across].short_zh if across else "",
        "对照范围": FULL_NAMES.get(state.frame, ""),
    }


def kind_links(shown: IndicatorSummary, kind: str, options: Choices) -> list[Component]:
    """The kinds that suit as tabs, and the switch of the policy events on lines."""
    links: list[Component] = [
        filters.link(
            query_of(replace(shown.state, chart=key), options),
            className="tab",
            children=_name(key, shown),
            **(attributes(aria_current="true") if key == kind else {}),
        )
        for key in kinds(shown)
    ]
    if kind == "line" and shown.state.against is None:
        events = replace(shown.state, events=not shown.state.events)
        links.append(
            filters.link(
                query_of(events, options),
                className="tab events",
                role="button",
                children="政策时点",
                **attributes(aria_pressed=str(shown.state.events).lower()),
            )
        )
    return links


def _name(kind: str, shown: IndicatorSummary) -> str:
    """What a kind is called: bars are of one year, or of one period."""
    is_yearly = shown.state.view.frequency == ANNUAL
    return CHARTS[kind] if is_yearly else CHARTS[kind].replace("单年", "单期")


def take_away(
    shown: IndicatorSummary, catalog: Catalog, options: Choices, kind: str, pair: Pairing | None
) -> list[Component]:
    """Files of what the page shows, and its picture made in the browser."""
    query = query_of(shown.state, options)
    said = study_texts.picture_texts(shown, pair, kind, catalog.version)
    pictures = [
        html.Button(
            name, className="button", type="button", **attributes(data_picture=ending, **said)
        )
        for ending, name in PICTURES.items()
        if kind not in WORDED
    ]  # fmt: skip
    label = html.Span(LABEL, className="filter-label")
    return [label, *file_links(Page.INDICATORS, query), *pictures, *data_links(query)]
