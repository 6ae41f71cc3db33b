"""One task of the plan on the stage: its measures, and how its indicators moved, region by
region."""

from collections.abc import Sequence
from typing import Any

from dash import html

from analysis.meeting.scenes import Slide
from analysis.meeting.slide_plan import evidence_text, newest_facts
from analysis.plan.direction import Mark
from analysis.plan.marks import IndicatorMarks, RegionMarks
from analysis.plan.progress import word
from analysis.plan.tasks import TaskBrief
from analysis.series.changes import ARROWS
from components.attributes import attributes
from components.meeting.numbers import amount, glyph
from components.unbroken import unbroken
from data.model.catalog import Catalog
from data.model.progress import Fact

MOST = 9  # indicators; the others are counted
FEW = 5  # of them above the newest facts


def task(slide: Slide, catalog: Catalog) -> list[Any]:
    """Measures at the left, at the right indicators and the newest facts."""
    (one,) = slide.tasks
    facts = newest_facts(one)
    right = [_indicators(one, FEW if facts else MOST), _facts(facts, catalog)]
    return [html.Div([_measures(one), html.Div(right)], className="task")]


def _facts(facts: Sequence[Fact], catalog: Catalog) -> html.Div | None:
    """What was done or arranged last, each with its kind, its date and who says so."""
    if not facts:
        return None
    head = html.H2("最近的进展与安排")
    return html.Div([head, html.Ul([_fact(fact, catalog) for fact in facts])], className="newest")


def _fact(fact: Fact, catalog: Catalog) -> html.Li:
    marks = [glyph(catalog.region(code).slug) for code in fact.region_codes]
    said = f"{word(catalog, fact.kind)} · {fact.date} · {'、'.join(fact.publishers_zh)}"
    return html.Li([html.Span([*marks, unbroken(fact.fact_zh)]), html.Small(unbroken(said))])


def _measures(one: TaskBrief) -> html.Div:
    rows = [
        html.Li(
            [
                html.Span(unbroken(row.measure.name_zh)),
                html.Small(unbroken(evidence_text(row))),
            ]
        )
        for row in one.measures
    ]
    head = html.H2(f"{len(one.measures)} 项措施")
    return html.Div([head, html.Ol(rows)], className="measures-list")


def _indicators(one: TaskBrief, most: int) -> html.Div | None:
    regional = [marks for marks in one.indicators if not marks.scope]
    shown = regional[:most]
    if not shown:
        return None
    regions = shown[0].regions
    heads = [html.Th([glyph(region.slug), region.label], scope="col") for region in regions]
    head = html.Thead(html.Tr([html.Th("指标", scope="col"), *heads]))
    left = len(one.indicators) - len(shown)
    more = html.P(f"另有 {left} 项指标，见方案页。", className="caption") if left else None
    labels = [(region.slug, region.label) for region in regions]
    lines = html.Tbody([_row(marks, labels) for marks in shown])
    return html.Div([html.Table([head, lines]), more], className="entries moved")


def _row(one: IndicatorMarks, labels: Sequence[tuple[str, str]]) -> html.Tr:
    own = {region.slug: region for region in one.regions}
    cells = [
        html.Td(_cell(own.get(slug)), **attributes(data_label=label)) for slug, label in labels
    ]
    unit = next((region.value.unit for region in one.regions if region.value), "")
    name = [one.indicator.short_zh, html.Small(unit) if unit else None]
    return html.Tr([html.Th(name, scope="row"), *cells])


def _cell(region: RegionMarks | None) -> list[Any]:
    if region is None or region.value is None:
        return [html.Span("–", className="absent")]
    return [*amount(region.value), _arrow(region.since_base)]


def _arrow(mark: Mark) -> html.Span | None:
    if mark.arrow is None:
        return None
    return html.Span(ARROWS[mark.arrow], className=f"arrow tone-{mark.tone}", title=mark.text)
