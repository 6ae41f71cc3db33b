"""地区专报: one region, theme by theme, its part of the evaluation, and what must be watched."""

from dataclasses import replace

from analysis.coordination.division import SCOPE
from analysis.coordination.gaps import Gap
from analysis.document.document import Cited, Document, Figure, Section, Sentence
from analysis.regions.coordination import Coordination
from analysis.regions.rows import Row
from analysis.regions.summary import RegionSummary, ThemeRows, region_summary
from analysis.reports.asked import Asked, filter_text
from analysis.reports.figures.coordination import credited
from analysis.reports.gap_text import ratio_cells
from analysis.reports.indicator_sections import NARROW, Extent, topic_sections
from analysis.reports.monitoring import ROUNDED, RULE, leading, worsened_counts
from analysis.reports.problems import problems
from analysis.reports.region_places import places_section
from analysis.reports.sentences.rates import FIRST
from analysis.reports.sentences.said import MOST, Part, stated
from analysis.series.quantities import part
from analysis.text.periods import period_text, span_text
from analysis.text.table import Table
from data.model.catalog import Catalog
from data.model.periods import written

COLUMNS = ("指标", "年份", "数值", "比上年", "占三地", "说明")
OWN = "coordination"
NOTHING = "—"


def region_report(catalog: Catalog, asked: Asked) -> Document:
    """The report of the first region that is asked for."""
    (slug, *_) = asked.regions
    found = region_summary(catalog, slug, asked.view.start, asked.view.end)
    name = found.region.short_zh
    extent = NARROW if len(asked.topics) > 1 else Extent(6, 5, 3)
    sections: list[Section] = []
    sources: list[str] = []
    for theme in asked.topics:
        told = topic_sections(catalog, asked, theme, extent)
        figures = tuple(_table(one, name) for one in found.themes if one.theme.theme == theme)
        head = Section(theme, 1, catalog.themes[theme].name_zh, (), figures)
        sections += [head, *told.sections]
        sources += told.sources
    watched = problems(catalog, replace(asked.view, regions=(slug,)), asked.topics)
    return Document(
        title=f"{found.region.name_zh}产业协同发展专报",
        subtitle=span_text(found.start, found.end),
        filter_text=filter_text(catalog, asked, ""),
        version=catalog.version,
        digest=catalog.digest,
        address="",
        lead=(*leading(catalog, asked, (FIRST, 0, 3)), *worsened_counts(catalog, asked)),
        sections=(
            *sections,
            _coordination(found),
            *places_section(found),
            *watched.sections,
        ),
        sources=tuple(dict.fromkeys((*sources, *watched.sources))),
        remarks=(ROUNDED, RULE),
    )


def _table(group: ThemeRows, name: str) -> Figure:
    """The headline indicators of a theme, as the profile has them."""
    title = f"{name}{group.theme.name_zh}主要指标"
    publishers = tuple(dict.fromkeys(row.publisher for row in group.rows if row.publisher))
    return Figure(
        key=f"{group.theme.theme}.table",
        title=title,
        subtitle="各指标取最近一年",
        chart=None,
        table=Table(title, COLUMNS, tuple(map(_row, group.rows))),
        source=f"来源：{'；'.join(publishers)}" if publishers else "",
    )


def _row(row: Row) -> tuple[str, ...]:
    if row.quantity is None or row.year is None:
        return (row.name, NOTHING, row.stand_in or row.absence, NOTHING, NOTHING,
                "；".join(row.notes))  # fmt: skip
    change = row.change.phrase if row.change else NOTHING
    share = NOTHING if row.share is None else part(row.share)
    return (row.name, str(row.year), row.quantity.text, change, share, "；".join(row.notes))


def _coordination(found: RegionSummary) -> Section:
    """How far the region is from the reference then and now, and where it concentrates most."""
    own = found.coordination
    gaps = [gap for row in own.rows for gap in row.gaps]
    said = [*_concentration(own), *(_gap(gap) for gap in gaps if gap.first and gap.last)]
    return Section(OWN, 1, "在协同中的位置", tuple(said[:MOST]), (_ratios(own),) if gaps else ())


def _concentration(own: Coordination) -> list[Sentence]:
    """2024 年，北京其他行业的区位商为 1.40，是各行业中最高的（三地合计 = 1）."""
    if own.most is None:
        return []
    most, code = own.most, own.region.region_code
    sector = most.sector.sector
    formula = f"{sector.name_zh}占{own.region.short_zh}各行业之和的比重 ÷ 占三地各行业之和的比重"
    cell = Cited(most.quotient.text, sector.indicator_id, code, written(most.year), formula)
    parts: list[Part] = [
        f"{period_text(most.year)}，{own.region.short_zh}{sector.name_zh}的区位商为 ", cell,
        f"，在各行业{most.leaving}中最高（三地合计 = 1；{SCOPE}）",
    ]  # fmt: skip
    return [stated(f"{OWN}.most", parts)]


def _gap(gap: Gap) -> Sentence:
    """2014 年北京研发投入与河北之比为 3.95，2024 年为 3.12，差距缩小."""
    first, last = ratio_cells(gap)
    crossing = f"，{gap.crossing}" if gap.crossing else ""
    names = f"{gap.region.short_zh}与{gap.reference.short_zh}"
    parts: list[Part] = [
        f"{gap.measure.name_zh}，{names}之比由 {first.period} 年的 ", first,
        f" 变为 {last.period} 年的 ", last, f"{crossing}，差距{gap.verdict}",
    ]  # fmt: skip
    return stated(f"{OWN}.{gap.measure.measure}.{gap.region.slug}", parts)


def _ratios(own: Coordination) -> Figure:
    name = f"与{own.reference.short_zh}之比（{own.reference.short_zh} = 1）"
    rows = tuple(
        (row.measure.name_zh, gap.region.short_zh, *(_end(one) for one in (gap.first, gap.last)),
         gap.verdict or gap.reason)
        for row in own.rows
        for gap in row.gaps
    )  # fmt: skip
    columns = ("指标", "地区", "起点", "终点", "差距")
    formulas = tuple(
        f"{row.measure.name_zh} = {row.formula}。" for row in own.rows if row.measure.denominator
    )
    return Figure(f"{OWN}.table", name, span_text(own.start, own.end), None,
                  Table(name, columns, rows), formulas, credited(own.sources))  # fmt: skip


def _end(end: object) -> str:
    year, text = getattr(end, "year", None), getattr(end, "text", "")
    return f"{text}（{year} 年）" if year else NOTHING
