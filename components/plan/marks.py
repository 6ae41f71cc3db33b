"""The indicators of a task as one table: a row a region, three marks, trend and evidence.

The whole plan has some two hundred rows; they are elements from the start, without a component a
cell, which would take several times as long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from analysis.plan.direction import PLAN_START, PRICED, Mark, base_text, first_base, is_priced
from analysis.plan.marks import IndicatorMarks, RegionMarks
from analysis.series.absence import NOT_HELD
from analysis.series.changes import ARROWS
from analysis.series.observations import observation
from analysis.view_links import Links
from components import theme
from components.charts.sparkline import sparkline
from components.elements import element
from components.sources import outside
from data.model.catalog import Catalog

LATER, PACE = f"{PLAN_START} 年以来", "速度（年均）"
MARKS = ("base", "later", "pace")
WANTED = {"higher_better": "期望上升", "lower_better": "期望下降", "neutral": "中性指标"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a mark's cell says, or `reason` why it says nothing."""

    parts: tuple[Any, ...]
    reason: str


def marks_table(
    part_id: str, shown: Sequence[IndicatorMarks], catalog: Catalog, links: Links
) -> html.Table:
    """One body an indicator, so that its rows stay together; its id is `row_id`."""
    heads = [html.Th(name, scope="col") for name in columns(_base(links))]
    bodies: list[Any] = [
        element("tbody", *_rows(one, catalog, links), id=name, key=name)
        for one in shown
        for name in (row_id(part_id, one.indicator.indicator_id),)
    ]
    caption = html.Caption("指标数值、变化与依据", className="visually-hidden")
    return html.Table([caption, html.Thead(html.Tr(heads)), *bodies], className="marks")


def columns(base: int) -> tuple[str, ...]:
    """The heads of the columns where comparisons begin with the year `base`."""
    return ("指标", "地区", "数值", "年份", *_labels(base), "走势", "依据")


def _labels(base: int) -> tuple[str, str, str]:
    return "起始年以来" if base == PLAN_START else f"{base_text(base)}以来", LATER, PACE


def _base(links: Links) -> int:
    return first_base(links.view.start, links.view.end)


def row_id(part_id: str, indicator_id: str) -> str:
    """The anchor of an indicator's rows in the table of a task or safeguard."""
    return f"marks-{part_id}-{indicator_id}"


def _rows(one: IndicatorMarks, catalog: Catalog, links: Links) -> list[Any]:
    base = _base(links)
    said = [(_moved(r.since_base), _moved(r.since_2022), _pace(r)) for r in one.regions]
    shared = _shared(one.regions, said)
    rows = []
    for at, region in enumerate(one.regions):
        cells = [_owner(region), *_value(one, region, catalog, links)]
        if region.value is not None:
            cells += _marks(said[at], shared, _labels(base), len(said) if at == 0 else 0)
        if at == 0:
            cells = [_name(one, links, len(said)), *cells, *_whole(one, len(said))]
        rows.append(element("tr", *cells))
    return rows


def _shared(regions: Sequence[RegionMarks], said: Sequence[tuple[Said, ...]]) -> list[str]:
    """By column the one reason that all regions give; "" where they differ or say something."""
    if any(r.value is None for r in regions):
        return [""] * len(MARKS)
    columns = [{one[column].reason for one in said} for column in range(len(MARKS))]
    return [next(iter(reasons)) if len(reasons) == 1 else "" for reasons in columns]


def _marks(
    said: Sequence[Said], shared: Sequence[str], labels: Sequence[str], rows: int
) -> list[Any]:
    """The three cells of a region; a reason that all share stands once, over all rows (`rows`
    of the first region, 0 of the others)."""
    cells = []
    for name, label, one, common in zip(MARKS, labels, said, shared, strict=True):
        if common and rows:
            cells.append(
                element("td", common, class_=f"{name} none all", rowSpan=rows, data_label=label)
            )
        elif one.reason and not common:
            cells.append(element("td", one.reason, class_=f"{name} none", data_label=label))
        elif not common:
            cells.append(element("td", *one.parts, class_=name, data_label=label))
    return cells


def _name(one: IndicatorMarks, links: Links, rows: int) -> Any:
    row = one.indicator
    price = f"{PRICED}，不作评价" if is_priced(row) else ""
    foot = " · ".join(filter(None, [one.scope, WANTED[row.direction], price]))
    told = [
        _link(links.values(row.indicator_id), row.short_zh, row.name_en),
        element("span", foot, class_="row-foot"),
    ]
    return element("th", *told, scope="rowgroup", class_="name", rowSpan=rows)


def _link(address: str, text: str, title: str) -> Any:
    """A link that opens in place."""
    return element("a", text, href=address, title=title, data_view="")


def _owner(region: RegionMarks) -> Any:
    mark = theme.REGION_MARKS[region.slug][1]
    glyph = element("span", mark, class_=f"glyph ink-{region.slug}", aria_hidden="true")
    return element("th", glyph, region.label, scope="row", class_="owner")


def _value(one: IndicatorMarks, region: RegionMarks, catalog: Catalog, links: Links) -> list[Any]:
    """The value, which opens its row, and its year; one cell that says there is none."""
    if region.value is None or region.year is None:
        reason = (region.pace_reason or NOT_HELD).removesuffix("。")
        return [element("td", reason, class_="value none", colSpan=5)]
    name = one.indicator.indicator_id
    found = observation(catalog, name, region.code, region.year)
    source = found.source.citation if found else ""
    address = links.values(name, region.slug)
    value = _link(address, region.value.text, f"{region.year} 年，{source}")
    return [
        element("td", value, class_="value"),
        element("td", str(region.year), class_="year"),
    ]


def _whole(one: IndicatorMarks, rows: int) -> list[Any]:
    """The trend of all regions, and who published how much of it."""
    proof = one.evidence
    rest = proof.text.removeprefix(f"{proof.publisher}，")
    said = "；".join(document.dated for document in proof.documents)
    address = next((d.address for d in proof.documents if d.address), None)
    told = [
        element("span", outside(address, proof.publisher, said)),
        element("span", rest, class_="row-foot"),
    ]
    line = sparkline(one.trails) if one.trails else None
    return [
        element("td", line, class_="trend", rowSpan=rows),
        element("td", *told, class_="proof", rowSpan=rows, title=proof.trust_zh or None),
    ]


def _moved(mark: Mark) -> Said:
    """Arrow and change, with both years in words or in the column's head; `note` says why the
    first year is not the plan's."""
    if mark.arrow is None:
        return Said((), (mark.reason or "").removesuffix("。"))
    arrow = element("span", f"{ARROWS[mark.arrow]} ", aria_hidden="true")
    words = mark.text.removesuffix(f"（{PRICED}）")  # said beside the indicator's name
    told = element("span", arrow, words, class_=f"tone-{mark.tone}")
    if not mark.note:
        return Said((told,), "")
    return Said((told, element("span", mark.note, class_="basis")), "")


def _pace(region: RegionMarks) -> Said:
    if region.pace is None:
        return Said((), (region.pace_reason or "").removesuffix("。"))
    told = [
        element("span", region.pace.name_zh, class_=f"tone-{region.pace.tone}"),
        element("span", region.pace_text, class_="basis"),
    ]
    if region.spans_note:
        told.append(element("span", region.spans_note, class_="basis spans"))
    return Said(tuple(told), "")
