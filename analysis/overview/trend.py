"""The Trend: how an indicator moved over the chosen years, as lines that may be drawn."""

from dataclasses import dataclass

from analysis.series import observations
from analysis.series.absence import absence
from analysis.series.breaks import BREAK_MARK, between, marked_years, segments
from analysis.series.drawn import Line, Point
from analysis.series.evidence import Evidence, evidence
from analysis.series.selection import Selection, observed
from analysis.text import titles
from analysis.text.periods import span_text
from analysis.text.provisional import hollow_note
from analysis.text.table import Table
from data.model.catalog import NATION, Break, Catalog, Region


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


def trend(catalog: Catalog, topic: Selection, start: int, end: int) -> Trend:
    """The trend of a selection over its years; `absence` says why it is empty, if it is."""
    drawn = _drawn(topic)
    lines = tuple(_line(catalog, topic, region) for region in drawn)
    row = topic.indicator
    price = {"current": "现价", "constant": "不变价"}.get(row.price_basis)
    codes = [region.region_code for region in drawn]
    is_first = any(topic.is_provisional(codes, year) for year in topic.years)
    hollow = hollow_note(row) if is_first else ""
    parts = [topic.shown.unit, price, f"{span_text(start, end)}", hollow]
    return Trend(
        title=titles.trend_title(topic) if topic.has_regions else row.short_zh,
        subtitle="，".join(part for part in parts if part),
        lines=lines,
        breaks=between(topic.breaks, start, end),
        start=start,
        end=end,
        table=_table(catalog, topic, drawn),
        evidence=evidence(catalog, topic, codes, topic.years),
        absence="" if lines else _absence(catalog, topic, start, end),
    )


def _drawn(topic: Selection) -> list[Region]:
    """Who has values to draw; the three together beside all regions only where nothing adds up,
    the nation only where its size can stand beside a region's."""
    with_whole = topic.scope.is_complete and topic.indicator.aggregation == "none"
    owners = topic.owners(with_whole, topic.is_comparable)
    return [region for region in owners if topic.has(region.region_code)]


def _line(catalog: Catalog, topic: Selection, region: Region) -> Line:
    code = region.region_code
    pieces = segments(topic.columns[code], topic.breaks)
    return Line(
        slug=region.slug,
        label=region.short_zh,
        pieces=tuple(
            tuple(_point(catalog, topic, region, *at) for at in piece) for piece in pieces
        ),
        is_reference=code == NATION,
    )


def _point(catalog: Catalog, topic: Selection, region: Region, year: int, value: float) -> Point:
    phrase = observed(catalog, topic, region.region_code, year)
    text, mark = (phrase.text, phrase.mark) if phrase else ("", "")
    is_first = topic.is_provisional([region.region_code], year)
    return Point(year, value / topic.shown.divisor, text, mark, is_first)


def _table(catalog: Catalog, topic: Selection, drawn: list[Region]) -> Table:
    """Years by regions, newest first; a year without any value is left out of the table, one that
    a break parts from the years before it is marked."""
    codes = [region.region_code for region in drawn]
    years = sorted(set().union(*(topic.columns[code] for code in codes)), reverse=True)
    unit, marked = topic.shown.unit, marked_years(years, topic.breaks)
    return Table(
        caption=f"{topic.indicator.short_zh}（{unit}）",
        columns=("年份", *(region.short_zh for region in drawn)),
        rows=tuple(
            (f"{year}{BREAK_MARK if year in marked else ''}", *_cells(catalog, topic, codes, year))
            for year in years
        ),
    )


def _cells(catalog: Catalog, topic: Selection, codes: list[str], year: int) -> list[str]:
    found = [observed(catalog, topic, code, year) for code in codes]
    name = topic.indicator.indicator_id
    return [
        quantity.bare if quantity else absence(catalog, name, [code], [year])
        for code, quantity in zip(codes, found, strict=True)
    ]


def _absence(catalog: Catalog, topic: Selection, start: int, end: int) -> str:
    """Why there is no line: the years asked for against the years that are held."""
    name = topic.indicator.indicator_id
    span = span_text(*observations.span(catalog, name))
    why = absence(catalog, name, topic.scope.codes, range(start, end + 1))
    return f"{span_text(start, end)}的数值{why}；本站收录年份为 {span}。"
