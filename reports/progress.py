"""The dated facts of the plan's page as every file carries them: one fact a row."""

from collections.abc import Collection
from dataclasses import dataclass

from analysis.plan.progress import COUNTED, chosen_facts, regions_of, word
from analysis.state.scope import scope
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN
from data.model.progress import KINDS, Fact
from reports.columns import Columns, FileColumn


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact on a measure. `date` is as exact as it is known; `kind` is a code, `kind_name` its
    word: only a result says that something was done. `part` is the task or safeguard of the
    measure, `regions` whom the fact speaks of, `publisher` who published it and the medium that
    reports it, `address` "" where none of theirs is known."""

    fact_id: str
    part_id: str
    part: str
    measure_id: str
    measure: str
    date: str
    kind: str
    kind_name: str
    regions: str
    fact: str
    document: str
    publisher: str
    address: str
    trust: str
    trust_name: str


FACT_COLUMNS: Columns = (
    FileColumn("编号", 18, "fact_id"),
    FileColumn("任务或保障措施", 34, "part"),
    FileColumn("措施编号", 16, "measure_id"),
    FileColumn("措施", 40, "measure"),
    FileColumn("日期", 12, "date"),
    FileColumn("类别", 8, "kind_name"),
    FileColumn("地区", 16, "regions"),
    FileColumn("内容", 60, "fact"),
    FileColumn("文件、会议或报道", 60, "document"),
    FileColumn("发布机构与媒体", 40, "publisher"),
    FileColumn("网址", 50, "address"),
    FileColumn("可信度", 28, ("trust", "trust_name")),
)


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """The facts of a choice of regions, measures and kinds: filters in words, what is counted,
    the data version, and the rows, the newest first."""

    title: str
    filters: tuple[tuple[str, str], ...]
    note: str
    data_version: str
    data_digest: str
    rows: tuple[FactRow, ...]
    address: str = ""  # under which the same numbers stay


def progress_report(
    catalog: Catalog,
    regions: Collection[str],
    kinds: Collection[str] = KINDS,
    theme: str = WHOLE_PLAN,
    measures: Collection[str] = (),
) -> ProgressReport:
    """The report of the regions (slugs) and kinds; of one task by its theme, and of these measures
    where any are named."""
    chosen = scope(catalog, regions)
    plan = catalog.plan
    own = [m for m in plan.measures if theme in (WHOLE_PLAN, m.part_id)]
    wanted = {m.measure_id for m in own if not measures or m.measure_id in measures}
    found = chosen_facts(catalog, chosen.regions, wanted, kinds)
    named = [m.name_zh for m in own if m.measure_id in measures]
    given = (
        ("地区", "、".join(region.name_zh for region in chosen.regions)),
        ("任务", "" if theme == WHOLE_PLAN else _parts(catalog)[theme]),
        ("措施", "、".join(named)),
        ("类别", "、".join(word(catalog, kind) for kind in KINDS if kind in kinds)),
    )
    return ProgressReport(
        title=f"方案措施的进展：{len(found)} 条",
        filters=tuple((label, said) for label, said in given if said),
        note=COUNTED,
        data_version=catalog.version,
        data_digest=catalog.digest,
        rows=tuple(_row(catalog, fact) for fact in found),
    )


def _row(catalog: Catalog, fact: Fact) -> FactRow:
    measure = next(m for m in catalog.plan.measures if m.measure_id == fact.measure_id)
    return FactRow(
        fact_id=fact.fact_id,
        part_id=measure.part_id,
        part=_parts(catalog)[measure.part_id],
        measure_id=fact.measure_id,
        measure=measure.name_zh,
        date=fact.date,
        kind=fact.kind,
        kind_name=word(catalog, fact.kind),
        regions="、".join(region.short_zh for region in regions_of(catalog, fact)),
        fact=fact.fact_zh,
        document=fact.document_zh,
        publisher="；".join(fact.publishers_zh),
        address=fact.address or "",
        trust=fact.trust,
        trust_name=catalog.names["trust", fact.trust],
    )


def _parts(catalog: Catalog) -> dict[str, str]:
    plan = catalog.plan
    return {one.task_id: one.name_zh for one in plan.tasks} | {
        one.safeguard_id: one.name_zh for one in plan.safeguards
    }
