"""The page `/regions/<slug>`: one region, every headline indicator beside the other two."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.pages import Page
from analysis.regions.rows import SHARE_FORMULA, Row
from analysis.regions.summary import RegionSummary, ThemeRows
from analysis.series.changes import ARROWS, Change
from analysis.series.quantities import part
from analysis.text.periods import span_text
from analysis.view_links import Links
from components import cards, files, sources
from components.attributes import attributes
from components.charts.dots import dots
from components.charts.sparkline import sparkline
from components.glyphs import glyph
from components.regions import coordination
from components.regions import rail as profile_rail
from components.unbroken import with_units
from data.model.catalog import Catalog, Region

COLUMNS = ("指标", "数值", "年份", "比上年", "三地位置", "走势", "占三地")
STEPS_LABEL = "地区档案"
KEYS = "按 ← → 键切换地区"
FORMULA = f"{SHARE_FORMULA}（计算），比上年为计算；（名义）指按现价，含价格变动。"
SCALE = "位置：各行独立刻度，左端有竖线的自 0 起；大实心标记为本地区，重合点错位显示。"
EVIDENCE = "口径与来源"


def profile_page(found: RegionSummary, catalog: Catalog, links: Links) -> list[Component]:
    """The page of a profile; what leads on from it keeps the view of `links`, files its years."""
    return [
        html.Div(
            [
                _head(found, catalog, links),
                html.Div(
                    [_theme(group, found, links) for group in found.themes],
                    className="profile-main",
                ),
                html.Div(
                    [
                        coordination.panel(found.coordination, links),
                        profile_rail.claims(found),
                        profile_rail.platforms(found, catalog),
                        profile_rail.names(found),
                    ],
                    className="profile-rail",
                ),
            ],
            className="profile",
        )
    ]


def _head(found: RegionSummary, catalog: Catalog, links: Links) -> html.Div:
    region = found.region
    return html.Div(
        [
            html.Div(
                [
                    html.H2([glyph(region.slug), region.name_zh], className="profile-name"),
                    html.Span(
                        f"{region.name_en} · {span_text(found.start, found.end)}",
                        className="subtitle",
                    ),
                    files.take_away(Page.REGIONS, links.years, region.slug),
                    _steps(region, catalog.provinces, links),
                ],
                className="profile-title",
            ),
            html.P(with_units(found.lead), className="lead", **attributes(data_told="")),
            html.P([_key(catalog), html.Span(SCALE), html.Span(FORMULA)], className="profile-key"),
        ],
        className="profile-head",
    )


def _steps(region: Region, provinces: tuple[Region, ...], links: Links) -> html.Nav:
    """The three profiles, with one step back and forth; after the last comes the first."""
    at = [r.slug for r in provinces].index(region.slug)
    before, after = provinces[at - 1], provinces[(at + 1) % len(provinces)]
    chips = [
        _opened(
            links.profile(r.slug),
            [glyph(r.slug), r.short_zh],
            className=f"chip region region-{r.slug}",
            **(attributes(aria_current="page") if r is region else {}),
        )
        for r in provinces
    ]
    return html.Nav(
        [
            _step(links.profile(before.slug), "previous", f"← {before.short_zh}"),
            html.Span(chips, className="chips"),
            _step(links.profile(after.slug), "next", f"{after.short_zh} →"),
            html.Span(KEYS, className="keys"),
        ],
        className="profile-steps",
        **attributes(aria_label=STEPS_LABEL),
    )


def _step(address: str, direction: str, text: str) -> html.A:
    rel, key = {"previous": ("prev", "ArrowLeft"), "next": ("next", "ArrowRight")}[direction]
    named = attributes(data_step=direction, aria_keyshortcuts=key)
    return _opened(address, text, className="quiet", rel=rel, **named)


def _opened(address: str, children: Any, **props: Any) -> html.A:
    """A link that is opened in place."""
    return html.A(children, href=address, **attributes(data_view=""), **props)


def _key(catalog: Catalog) -> html.Span:
    """Whose mark is which, as in the charts."""
    shown = [r for r in catalog.regions.values() if r.kind in ("province", "nation")]
    return html.Span(
        [html.Span([glyph(r.slug), r.short_zh]) for r in shown], className="profile-marks"
    )


def _theme(group: ThemeRows, found: RegionSummary, links: Links) -> html.Section:
    """A theme as a table, and behind a fold what its indicators mean and where they are from."""
    title = f"theme-{group.theme.theme}"
    names = [html.Th(name, scope="col") for name in COLUMNS]
    return html.Section(
        [
            html.H2(group.theme.name_zh, id=title, title=group.theme.name_en),
            html.P(group.theme.thin_zh, className="subtitle") if group.theme.thin_zh else None,
            html.Table(
                [
                    html.Caption(group.theme.name_zh, className="visually-hidden"),
                    html.Thead(html.Tr(names)),
                    html.Tbody([_row(row, found.region, links) for row in group.rows]),
                ],
            ),
            html.Details(
                [
                    html.Summary(EVIDENCE),
                    html.Dl([part for row in group.rows for part in _evidence(row)]),
                ],
                className="profile-evidence",
            ),
        ],
        className="panel profile-theme",
    )


def _row(row: Row, region: Region, links: Links) -> html.Tr:
    link = _opened(links.indicator(row.indicator), row.name, title=row.name_en)
    foot = " · ".join(filter(None, [row.publisher, *row.notes]))
    head = html.Th([link, html.Span(foot, className="row-foot")], scope="row")
    if row.quantity is None or row.year is None:
        return html.Tr([head, _absent(row)])
    plot = dots(row.dots, region.slug, row.year)
    share = part(row.share) if row.share is not None else ""
    return html.Tr(
        [
            head,
            html.Td(cards.amount(row.quantity), className="value"),
            _cell("year", "年份", str(row.year)),
            _cell("change", "比上年", _change(row.change)),
            _cell("position", "三地位置", plot),
            _cell("trend", "走势", _trend(row)),
            _cell("share", "占三地", share),
        ]
    )


def _absent(row: Row) -> html.Td:
    """That the region has no value, and the only one there is."""
    return html.Td(
        [
            html.Span(row.absence, className="absent"),
            html.Span(row.stand_in, className="stand-in") if row.stand_in else None,
        ],
        colSpan=len(COLUMNS) - 1,
        className="value none",
    )


def _cell(kind: str, label: str, content: Any) -> html.Td:
    """A cell that carries its column's name for narrow screens; a dash where nothing may stand."""
    if not content:
        return html.Td("–", className=f"{kind} empty")
    return html.Td(content, className=kind, **attributes(data_label=label))


def _trend(row: Row) -> Any:
    return sparkline(row.trails) if row.trails else None


def _change(change: Change | None) -> list[html.Span]:
    if change is None:
        return []
    basis = change.label.removeprefix("比上年")  # the column is headed so already
    spoken = html.Span(change.word, className="visually-hidden")
    arrow = html.Span(f"{ARROWS[change.arrow]} ", **attributes(aria_hidden="true"))
    tone = html.Span([spoken, arrow, change.marked], className=f"tone-{change.tone}")
    return [tone, html.Span(basis, className="basis")] if basis else [tone]


def _evidence(row: Row) -> list[Component]:
    notes = "".join([*row.evidence.told, row.evidence.caveat])
    documents = sources.listed(row.evidence.documents)
    return [
        html.Dt(row.name),
        html.Dd([notes, *(["来源：", *documents, "。"] if documents else [])]),
    ]
