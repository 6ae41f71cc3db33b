"""The indicators of a task as one table: a row a region, three marks, trend and evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from analysis.direction import BASES, PLAN_START, Mark
from analysis.marks import IndicatorMarks, RegionMarks
from components import cards
from components.attributes import attributes
from components.charts.sparkline import sparkline
from components.plan_links import Links, glyph, opened
from data.catalog import Catalog

BASE, LATER, PACE = f"{BASES[0]} 年以来", f"{PLAN_START} 年以来", "速度"
COLUMNS = ("指标", "地区", "数值", "年份", BASE, LATER, PACE, "走势", "依据")
NOMINAL = "（名义）"
WANTED = {"higher_better": "期望上升", "lower_better": "期望下降", "neutral": "不设方向"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a mark's cell says: its parts, or `reason` why it is empty."""

    parts: list[html.Span]
    reason: str


def marks_table(
    part_id: str, shown: Sequence[IndicatorMarks], catalog: Catalog, links: Links
) -> html.Table:
    """One body an indicator, so that its rows stay together; its id is `row_id`."""
    heads = [html.Th(name, scope="col") for name in COLUMNS]
    bodies = [
        html.Tbody(_rows(one, catalog, links), id=row_id(part_id, one.indicator.indicator_id))
        for one in shown
    ]
    return html.Table([html.Thead(html.Tr(heads)), *bodies], className="marks")


def row_id(part_id: str, indicator_id: str) -> str:
    """The anchor of an indicator's rows in the table of a task or safeguard."""
    return f"marks-{part_id}-{indicator_id}"


def _rows(one: IndicatorMarks, catalog: Catalog, links: Links) -> list[html.Tr]:
    said = [(_moved(r.since_base), _moved(r.since_2022), _pace(r)) for r in one.regions]
    shared = _shared(one.regions, said)
    rows = []
    for at, region in enumerate(one.regions):
        own = [_owner(region), *_value(one, region, catalog, links)]
        if region.value is not None:
            own += _marks(said[at], shared if at == 0 else [""] * 3, shared, len(said))
        if at == 0:
            own = [_name(one, links, len(said)), *own, *_whole(one, len(said))]
        rows.append(html.Tr(own))
    return rows


def _shared(regions: Sequence[RegionMarks], said: Sequence[tuple[Said, ...]]) -> list[str]:
    """By column the one reason that all regions give; "" where they differ or say something."""
    if any(r.value is None for r in regions):
        return [""] * 3
    columns = [{one[column].reason for one in said} for column in range(3)]
    return [next(iter(reasons)) if len(reasons) == 1 else "" for reasons in columns]


def _marks(
    said: Sequence[Said], first: Sequence[str], shared: Sequence[str], rows: int
) -> list[html.Td]:
    """The three cells of a region; a reason that all share stands once, over all rows."""
    cells = []
    for name, label, one, own, common in zip(
        ("base", "later", "pace"), (BASE, LATER, PACE), said, first, shared, strict=True
    ):
        named = attributes(data_label=label)
        if common and not own:
            continue
        if common:
            merged = html.Td(common, className=f"{name} none all", rowSpan=rows, **named)
            cells.append(merged)
        elif one.reason:
            cells.append(html.Td(one.reason, className=f"{name} none", **named))
        else:
            cells.append(html.Td(one.parts, className=name, **named))
    return cells


def _name(one: IndicatorMarks, links: Links, rows: int) -> html.Th:
    row = one.indicator
    price = "现价，名义增长" if row.growth_kind == "nominal" else ""
    foot = " · ".join(filter(None, [one.scope, WANTED[row.direction], price]))
    address = links.values(row.indicator_id)
    return html.Th(
        [opened(address, row.short_zh, title=row.name_en), html.Span(foot, className="row-foot")],
        scope="rowgroup",
        className="name",
        rowSpan=rows,
    )


def _owner(region: RegionMarks) -> html.Th:
    return html.Th([glyph(region.slug), region.label], scope="row", className="owner")


def _value(
    one: IndicatorMarks, region: RegionMarks, catalog: Catalog, links: Links
) -> list[html.Td]:
    """The value, which opens its row, and its year; one cell that says there is none."""
    if region.value is None or region.year is None:
        reason = (region.pace_reason or "未公布").removesuffix("。")
        return [html.Td(reason, className="value none", colSpan=5)]
    name = one.indicator.indicator_id
    source = catalog.observations[name, region.code, region.year].source.title_zh
    address = links.values(name, region.slug)
    value = opened(address, region.value.text, title=f"{region.year} 年，{source}")
    return [html.Td(value, className="value"), html.Td(str(region.year), className="year")]


def _whole(one: IndicatorMarks, rows: int) -> list[html.Td]:
    """The trend of all regions, and who published how much of it."""
    proof = one.evidence
    rest = proof.text.removeprefix(f"{proof.publisher}，")
    told = [html.Span(proof.publisher), html.Span(rest, className="row-foot")]
    line = sparkline(one.trails) if one.trails else None
    return [
        html.Td(line, className="trend", rowSpan=rows),
        html.Td(told, className="proof", rowSpan=rows, title=proof.trust_zh),
    ]


def _moved(mark: Mark) -> Said:
    """Arrow and change; the first year only where it is not the column's own."""
    if mark.arrow is None:
        return Said([], (mark.reason or "").removesuffix("。"))
    since = f"{mark.since} 年"
    words = mark.text.removesuffix(NOMINAL)
    words = words.removeprefix(f"比 {since}").removeprefix(f"与 {since}")
    words = words.replace(f"为 {since}的", "为")
    arrow = html.Span(f"{cards.ARROWS[mark.arrow]} ", **attributes(aria_hidden="true"))
    told = [html.Span([arrow, words], className=f"tone-{mark.tone}", title=mark.text)]
    if mark.since not in {BASES[0], PLAN_START} or mark.note:
        told.append(html.Span(f"自 {since}", className="basis", title=mark.note or None))
    return Said(told, "")


def _pace(region: RegionMarks) -> Said:
    if region.pace is None:
        return Said([], (region.pace_reason or "").removesuffix("。"))
    years, _, words = region.pace_text.removesuffix(NOMINAL).partition(" ")
    name = html.Span(region.pace.name_zh, className=f"tone-{region.pace.tone}")
    return Said([name, html.Span(words), html.Span(years, className="basis")], "")
