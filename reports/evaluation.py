"""The rows of the evaluation as every file carries them: one long table from the published values
to the index, from which all of it can be computed again, and the watch list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.coordination.division import Division
from analysis.coordination.gaps import Gaps
from analysis.evaluation.measures import Dispersion
from analysis.evaluation.official import Official
from analysis.evaluation.summary import EvaluationSummary
from analysis.series import observations
from analysis.watch.watched import Watched
from data.model.catalog import JJJ, Catalog
from data.model.needs import POPULATION
from data.model.periods import ANNUAL, frequency
from reports.columns import Columns, FileColumn
from reports.evaluation_design import design_rows
from reports.evaluation_index import index_rows
from reports.evaluation_rows import EvaluationRow

RATIO, PERCENT = "比值", "%"


@dataclass(frozen=True, slots=True)
class WatchRow:
    """A row of the watch list: the values of the first and the last year in `unit`, the change
    between them in `change_unit` (None where nothing was compared)."""

    sign: str
    sign_name: str
    indicator_id: str
    indicator: str
    theme: str
    region_code: str
    region: str
    first_year: int
    first_value: float
    last_year: int
    last_value: float
    unit: str
    change: float | None
    change_unit: str
    finding: str
    caveats: str


WATCH_COLUMNS: Columns = (
    FileColumn("情形", 16, ("sign", "sign_name")),
    FileColumn("指标编号", 28, "indicator_id"),
    FileColumn("指标", 28, "indicator"),
    FileColumn("主题", 14, "theme"),
    FileColumn("地区代码", 10, "region_code"),
    FileColumn("地区", 8, "region"),
    FileColumn("起点年份", 10, "first_year"),
    FileColumn("起点数值", 14, "first_value"),
    FileColumn("终点年份", 10, "last_year"),
    FileColumn("终点数值", 14, "last_value"),
    FileColumn("单位", 10, "unit"),
    FileColumn("变动", 12, "change", 2),
    FileColumn("变动的单位", 12, "change_unit"),
    FileColumn("依据", 36, "finding"),
    FileColumn("注意", 60, "caveats"),
)


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """What the address of the page takes away."""

    title: str
    filters: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    data_version: str
    data_digest: str
    rows: tuple[EvaluationRow, ...]
    watch: tuple[WatchRow, ...]
    address: str = ""  # under which the same numbers stay


def evaluation_report(catalog: Catalog, found: EvaluationSummary) -> EvaluationReport:
    """The report of a summary; what the page of the same address shows. The published values are
    those of all years that the page computes with."""
    view = found.chosen.view
    years = ("年份", f"{view.start}—{view.end}")
    told = tuple((name, text) for name, text in found.told.items() if text)
    return EvaluationReport(
        title="协同评价",
        filters=(("地区", found.filter_text), years, *told),
        notes=(
            "n = 3，只作描述；比值、变异系数、泰尔指数、区位商、专业化指数和自算指数为计算值。",
        ),
        sources=tuple(dict.fromkeys(source.dated for source in found.sources)),
        data_version=catalog.version,
        data_digest=catalog.digest,
        rows=tuple(_rows(catalog, found)),
        watch=tuple(_watched(row, found) for row in found.watch.rows),
    )


def _rows(catalog: Catalog, found: EvaluationSummary) -> Iterator[EvaluationRow]:
    yield from _gaps(found.gaps)
    for one in found.dispersions:
        yield from _dispersion(catalog, one)
    yield from _division(catalog, found.division)
    yield from _official(found.official)
    yield from index_rows(found.index)
    yield from design_rows(found)
    yield from _published(catalog, _indicators(found))


def _indicators(found: EvaluationSummary) -> dict[str, None]:
    """The indicators that are computed with, each once."""
    names = [name for one in found.dispersions for name in (*one.measure.indicators, POPULATION)]
    names += [row.sector.indicator_id for row in found.division.rows]
    names += [name for part in found.index.design.parts for name in part.indicators]
    return dict.fromkeys(names)


def _published(catalog: Catalog, names: Iterable[str]) -> Iterator[EvaluationRow]:
    """The values of the three regions that are computed with; those in doubt say so."""
    for name in names:
        row = catalog.indicators[name]
        for region in catalog.provinces:
            for year, value in observations.columns(catalog, name)[region.region_code].items():
                if frequency(year) != ANNUAL:
                    continue
                doubt = observations.doubt(catalog, name, region.region_code, year)
                doubt = f"存疑：{doubt}" if doubt else ""
                mark = observations.mark(catalog, [name], [region.region_code], year)
                yield EvaluationRow(
                    "published", name, row.short_zh, region.region_code, region.short_zh, "",
                    year, value, row.unit_zh, "；".join(filter(None, (mark, doubt))),
                )  # fmt: skip
        for cut in catalog.breaks.get(name, ()):
            yield EvaluationRow(
                "break", name, row.short_zh, "", "", str(cut.before), cut.after, None, "",
                cut.reason_zh,
            )  # fmt: skip


def _gaps(found: Gaps) -> Iterator[EvaluationRow]:
    base = found.reference.region_code
    for row in found.rows:
        for gap in row.gaps:
            for end in (gap.first, gap.last):
                if end is not None:
                    yield EvaluationRow(
                        "ratio", row.measure.measure, row.measure.name_zh, gap.region.region_code,
                        gap.region.short_zh, base, end.year, end.ratio, RATIO,
                        gap.verdict or gap.reason,
                    )  # fmt: skip


def _dispersion(catalog: Catalog, found: Dispersion) -> Iterator[EvaluationRow]:
    measure, names = found.measure, {r.region_code: r.short_zh for r in catalog.provinces}
    for one in found.years:
        for kind, numbers, unit in (
            ("measure", one.values, measure.unit_zh),
            ("share", one.shares, PERCENT),
        ):
            for code, value in numbers.items():
                yield EvaluationRow(
                    kind, measure.measure, measure.name_zh, code, names[code], "", one.year, value,
                    unit, one.mark if kind == "measure" else "",
                )  # fmt: skip
        for kind, number, note in (
            ("cv", one.plain, "不加权"),
            ("cv_weighted", one.weighted, "按人口加权"),
            ("theil", one.theil, found.weight),
        ):
            if number is not None:
                yield EvaluationRow(
                    kind, measure.measure, measure.name_zh, JJJ, "三地", "", one.year, number, "",
                    note,
                )  # fmt: skip


def _division(catalog: Catalog, found: Division) -> Iterator[EvaluationRow]:
    names = {region.region_code: region.short_zh for region in found.regions}
    for row in found.rows:
        name = row.sector.indicator_id
        yield EvaluationRow(
            "sector_share", name, row.sector.name_zh, JJJ, "三地", "", found.last, row.share,
            PERCENT, "",
        )  # fmt: skip
        for own in row.quotients:
            for kind, value, unit in (
                ("sector_share", own.share, PERCENT),
                ("quotient", own.value, RATIO),
            ):
                yield EvaluationRow(
                    kind, name, row.sector.name_zh, own.code, names[own.code], JJJ, found.last,
                    value, unit, "",
                )  # fmt: skip
    for pair in found.pairs:
        for kind, values in (("krugman", pair.krugman), ("similarity", pair.similarity)):
            for year, value in values.items():
                yield EvaluationRow(
                    kind, pair.name, pair.name, "", pair.name, "", year, value, "", found.broken
                )


def _official(found: Official) -> Iterator[EvaluationRow]:
    for base in found.bases:
        for series in base.series:
            for one in series.marks:
                for kind, year, value in (
                    ("official", one.year, one.value),
                    ("official_before", one.year - 1, one.before),
                ):
                    if value is not None:
                        yield EvaluationRow(
                            kind, series.dimension, series.name, JJJ, "京津冀",
                            str(one.edition), year, value, f"{base.base} 年=100", one.mark,
                        )  # fmt: skip


def _watched(row: Watched, found: EvaluationSummary) -> WatchRow:
    return WatchRow(
        sign=row.sign.sign,
        sign_name=row.sign.name_zh,
        indicator_id=row.indicator.indicator_id,
        indicator=row.indicator.name_zh,
        theme=found.themes[row.indicator.theme],
        region_code=row.region.region_code,
        region=row.region.short_zh,
        first_year=row.first,
        first_value=row.first_value,
        last_year=row.last,
        last_value=row.last_value,
        unit=row.indicator.unit_zh,
        change=row.size,
        change_unit=row.unit if row.size is not None else "",
        finding=row.finding,
        caveats="；".join(row.caveats),
    )
