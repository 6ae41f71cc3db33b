"""Charts in words, for those who hear the page: what kind of chart it is, what it shows, and of
each of its parts the ends, the extremes, and the years that are missing. Values are the phrases a
reader sees, with unit and qualifier."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from analysis.indicators.pairing import Pairing, Path
from analysis.indicators.summary import IndicatorSummary
from analysis.maps.area_shading import AreaShading
from analysis.maps.shading import Shading
from analysis.platforms.flows import Flows
from analysis.series.drawn import Line, Point
from analysis.text.periods import period_text, periods_text
from components.charts.line_chart import Drawable
from data.model.catalog import Break


class Said(Protocol):
    """A part of a chart with a name and a phrase."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


def lines_in_words(drawn: Drawable, what: str) -> str:
    """A line chart of `what` (unit and years, as the subtitle has them); why it is empty, if it
    is."""
    if not drawn.lines:
        return f"折线图，{what}。{drawn.absence}"
    return _sentences(
        f"折线图，{what}，共 {len(drawn.lines)} 条线",
        *map(_line, drawn.lines),
        *_breaks(drawn.breaks),
    )


def bars_in_words(rows: Sequence[Said], what: str, absence: str = "") -> str:
    """A bar chart of `what`: every bar, from the top."""
    told = "；".join(f"{row.label} {row.text}" for row in rows)
    return _sentences(f"条形图，自 0 起，{what}", told or absence)


def stack_in_words(study: IndicatorSummary) -> str:
    """Shares stacked year by year: of each region those of its first and last year."""
    lines = [_stretch(r.short_zh, _known(study, r.region_code)) for r in study.regions]
    told = [line for line in lines if line]
    return _sentences(f"堆积柱状图，{study.subtitle}", *(told or [study.absence]))


def pairs_in_words(pairing: Pairing) -> str:
    """A scatter of two indicators: of each region both values in its first and last year, and how
    they go together."""
    names = pairing.upward.indicator.short_zh, pairing.across.indicator.short_zh
    if not pairing.paths:
        return f"散点图，纵轴{names[0]}，横轴{names[1]}。两项指标没有同地区、同年份的数值。"
    return _sentences(f"散点图，纵轴{names[0]}，横轴{names[1]}", *map(_path, pairing.paths))


def map_in_words(shading: Shading | AreaShading | None, shown: str) -> str:
    """A map: the shading, where it has one, with each region's value, or with the ends of many
    areas; `shown` says its marks."""
    if isinstance(shading, AreaShading):
        return _sentences("地图", shading.caption, _ends(shading), shown)
    values = "，".join(shading.texts.values()) if shading else ""
    ground = (f"{shading.caption}：{values}" if values else shading.caption) if shading else ""
    return _sentences("地图", ground, shown)


def _ends(shading: AreaShading) -> str:
    """The area with the largest value and the one with the smallest."""
    rows = [(row.value, row) for row in shading.rows if row.value is not None]
    if not rows:
        return ""
    least, most = (pick(rows, key=lambda one: one[0])[1] for pick in (min, max))
    return f"最高 {most.name} {most.text}，最低 {least.name} {least.text}"


def flows_in_words(flows: Flows) -> str:
    """The bars of the flow: first and last year, the largest, and the years without a figure."""
    found = [
        Point(one.year, one.value, one.quantity.text)
        for one in flows.published
        if one.value is not None and one.quantity
    ]
    if not found:
        return f"柱状图，{flows.name}。所选年份的数值{flows.absence}。"
    return _sentences(f"柱状图，自 0 起，{flows.name}", _stretch("", found))


def _line(line: Line) -> str:
    points = [point for piece in line.pieces for point in piece]
    return _stretch(line.label, points)


def _known(study: IndicatorSummary, code: str) -> list[Point]:
    return [
        Point(d.year, d.value, d.text)
        for d in study.data
        if d.region.region_code == code and d.value is not None
    ]


def _stretch(label: str, points: Sequence[Point]) -> str:
    """北京：2013 年 1 亿元，2024 年 9 亿元，最高 2023 年 10 亿元，2016 年无数值."""
    if not points:
        return ""
    first, last = points[0], points[-1]
    told = [_at(first), _at(last)] if len(points) > 1 else [f"仅有 {_at(first)}"]
    for word, pick in (("最高", max), ("最低", min)):
        extreme = pick(points, key=lambda point: point.value)
        if extreme.value not in (first.value, last.value):
            told.append(f"{word} {_at(extreme)}")
    missing = [y for a, b in pairwise(points) for y in range(a.year + 1, b.year)]
    told += [f"{periods_text(missing)}无数值"] if missing else []
    return (f"{label}：" if label else "") + "，".join(told)


def _at(point: Point) -> str:
    return f"{period_text(point.year)} {point.text}"


def _path(path: Path) -> str:
    ends = [path.pairs[0], *path.pairs[1:][-1:]]
    told = "，".join(f"{period_text(p.year)}纵 {p.y_text}、横 {p.x_text}" for p in ends)
    return f"{path.region.short_zh}：{told}；{path.verdict}"


def _breaks(breaks: Iterable[Break]) -> list[str]:
    told = "；".join(f"{one.after} 年起{one.reason_zh}" for one in breaks)
    return [f"线在口径调整处断开：{told}"] if told else []


def _sentences(*parts: str) -> str:
    return "".join(f"{part.rstrip('。')}。" for part in parts if part)
