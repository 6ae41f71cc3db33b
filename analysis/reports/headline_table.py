"""The table of a topic: its headline indicators in the last year that all regions have, side by
side, and what they make together."""

from analysis.document.document import Figure
from analysis.reports.asked import Asked, scope_of, topic_of
from analysis.series import measures
from analysis.series.absence import absence
from analysis.series.evidence import credit, evidence, merged, told_together
from analysis.series.selection import Selection, aggregate, in_total, observed
from analysis.text.periods import years as written
from analysis.text.table import Table
from data.model.catalog import Catalog

TOGETHER = "合计由本站计算：总量为各地相加，比率为分子、分母各自相加后再除；不能合并的不列。"
NOTHING = "—"


def headline_table(catalog: Catalog, asked: Asked, theme: str) -> tuple[Figure, ...]:
    """The table of a theme; none where no region has a value of any of its indicators."""
    every = [topic_of(catalog, asked, row.indicator_id) for row in catalog.headlines(theme)]
    topics = [topic for topic in every if topic.has_regions]
    if not topics:
        return ()
    scope = scope_of(catalog, asked)
    is_alone = len(scope.regions) == 1
    names = [region.short_zh for region in scope.regions]
    columns = ("指标", "单位", "年份", *names, *(() if is_alone else (scope.count_name,)))
    proofs = [evidence(catalog, one, one.scope.codes, _years(one)) for one in topics]
    title = f"{catalog.themes[theme].name_zh}主要指标"
    return (
        Figure(
            key=f"{theme}.headlines",
            title=title,
            subtitle="",
            chart=None,
            table=Table(title, columns, tuple(_row(catalog, one) for one in topics)),
            footnotes=(*(() if is_alone else (TOGETHER,)), *told_together(catalog, proofs)),
            source=credit(merged(proofs)),
        ),
    )


def _years(topic: Selection) -> tuple[int, ...]:
    """The year of the row: the last that all regions with values have."""
    columns = [topic.columns[code] for code in topic.scope.codes]
    year = measures.latest_year([values for values in columns if values])
    return () if year is None else (year,)


def _row(catalog: Catalog, topic: Selection) -> tuple[str, ...]:
    (year,) = _years(topic)
    name = topic.indicator.indicator_id
    cells = []
    for code in topic.scope.codes:
        found = observed(catalog, topic, code, year)
        cells.append(found.bare if found else absence(catalog, name, [code], [year]))
    if len(topic.scope.codes) > 1:
        cells.append(_together(catalog, topic, year))
    return (topic.indicator.short_zh, topic.shown.unit, written(year, year), *cells)


def _together(catalog: Catalog, topic: Selection, year: int) -> str:
    """What the regions make together in the year, with its unit where that is another one."""
    whole = aggregate(catalog, topic)
    if whole is None or year not in whole.values:
        return NOTHING
    found = in_total(catalog, topic, whole, year)
    return found.bare if found.unit == topic.shown.unit else found.text
