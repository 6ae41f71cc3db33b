"""The Trend: how an indicator moved over the chosen years, as lines that may be drawn."""

from dataclasses import dataclass

from analysis.series import measures
from analysis.series.evidence import Evidence, evidence
from analysis.series.selection import COMPARABLE, Subject, observed
from analysis.text import sentences
from analysis.text.table import Table
from data.model.catalog import JJJ, NATION, Break, Catalog, Region


@dataclass(frozen=True, slots=True)
class Point:
    """A published value: year, value in the shown unit, and the phrase a reader sees."""

    year: int
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One region's published values, in pieces cut at every gap and every break."""

    slug: str
    label: str
    pieces: tuple[tuple[Point, ...], ...]
    is_reference: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """Title, subtitle, lines, breaks inside the range, the same numbers as a table, evidence."""

    title: str
    subtitle: str
    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]
    start: int
    end: int
    table: Table
    evidence: Evidence
    absence: str


def trend(catalog: Catalog, topic: Subject, start: int, end: int) -> Trend:
    """The trend of a subject over its years; `absence` says why it is empty, if it is."""
    drawn = _drawn(catalog, topic)
    lines = tuple(_line(catalog, topic, region) for region in drawn)
    present = tuple(b for b in topic.breaks if b.before >= start and b.after <= end)
    row = topic.indicator
    price = {"current": "现价", "constant": "不变价"}.get(row.price_basis)
    parts = [topic.shown.unit, price, sentences.years(start, end)]
    codes = [region.region_code for region in drawn]
    return Trend(
        title=sentences.trend_title(topic) if topic.has_regions else row.short_zh,
        subtitle="，".join(part for part in parts if part),
        lines=lines,
        breaks=present,
        start=start,
        end=end,
        table=_table(catalog, topic, drawn),
        evidence=evidence(catalog, topic, codes, topic.panel.index),
        absence="" if lines else _absence(catalog, topic, start, end),
    )


def _drawn(catalog: Catalog, topic: Subject) -> list[Region]:
    """The chosen regions with values; the three together where no region has its own or all
    are chosen; the nation only where its size can stand beside a region's."""
    drawn = [r for r in topic.regions if topic.has(r.region_code)]
    may_show_jjj = not drawn or (topic.is_complete and topic.indicator.aggregation == "none")
    if topic.has(JJJ) and may_show_jjj:
        drawn.append(catalog.region(JJJ))
    if topic.has(NATION) and (topic.indicator.measure_type in COMPARABLE or not drawn):
        drawn.append(catalog.region(NATION))
    return drawn


def _line(catalog: Catalog, topic: Subject, region: Region) -> Line:
    code = region.region_code
    pieces = measures.segments(topic.panel[code], topic.breaks)
    return Line(
        slug=region.slug,
        label=region.short_zh,
        pieces=tuple(
            tuple(_point(catalog, topic, region, *at) for at in piece) for piece in pieces
        ),
        is_reference=code == NATION,
    )


def _point(catalog: Catalog, topic: Subject, region: Region, year: int, value: float) -> Point:
    phrase = observed(catalog, topic, region.region_code, year)
    return Point(year, value / topic.shown.divisor, phrase.text if phrase else "")


def _table(catalog: Catalog, topic: Subject, drawn: list[Region]) -> Table:
    """Years by regions, newest first; a year without any value is left out of the table."""
    codes = [region.region_code for region in drawn]
    years = sorted(topic.panel[codes].dropna(how="all").index, reverse=True)
    unit = topic.shown.unit
    return Table(
        caption=f"{topic.indicator.short_zh}（{unit}）",
        columns=("年份", *(region.short_zh for region in drawn)),
        rows=tuple((str(year), *_cells(catalog, topic, codes, int(year))) for year in years),
    )


def _cells(catalog: Catalog, topic: Subject, codes: list[str], year: int) -> list[str]:
    found = [observed(catalog, topic, code, year) for code in codes]
    return [f"{q.prefix}{q.number}{q.suffix}" if q else "未公布" for q in found]


def _absence(catalog: Catalog, topic: Subject, start: int, end: int) -> str:
    """Why there is no line: the years asked for against the years that exist."""
    known = catalog.panels[topic.indicator.indicator_id].dropna(how="all").index
    span = sentences.years(int(known.min()), int(known.max()))
    asked = sentences.years(start, end)
    return f"{asked} 年没有已公布的数值；这项指标的数据在 {span} 年。"
