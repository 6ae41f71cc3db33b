"""A region's part of the evaluation as the files of its profile carry it."""

from dataclasses import dataclass

from analysis.coordination.gaps import DECIMALS, Gap, GapRow
from analysis.regions.coordination import Coordination
from reports.columns import Columns, FileColumn
from reports.records import rounded

RATIO, QUOTIENT, WORSENED = "两地之比", "区位商最高的行业", "回落的指标数"
QUOTIENT_FORMULA = "本地区该行业增加值占各行业之和的比重 ÷ 三地合计的该比重"


@dataclass(frozen=True, slots=True)
class CoordinationRow:
    """What a row is (`kind`), its id and name, of which region against which (""), the first and
    the last year with their numbers (None: there is none), the verdict ("" where none is made),
    and `note`: why not, what else is said, or how it is computed."""

    kind: str
    item: str
    name: str
    region: str
    reference: str
    first_year: int | None
    first: float | None
    last_year: int | None
    last: float | None
    verdict: str
    note: str


COORDINATION_COLUMNS: Columns = (
    FileColumn("类别", 18, "kind"),
    FileColumn("编号", 20, "item"),
    FileColumn("名称", 28, "name"),
    FileColumn("地区", 10, "region"),
    FileColumn("对照", 10, "reference"),
    FileColumn("起点年份", 10, "first_year"),
    FileColumn("起点", 12, "first", DECIMALS),
    FileColumn("终点年份", 10, "last_year"),
    FileColumn("终点", 12, "last", DECIMALS),
    FileColumn("差距", 10, "verdict"),
    FileColumn("说明", 70, "note"),
)


def coordination_rows(found: Coordination) -> tuple[CoordinationRow, ...]:
    """The gaps of every measure, the sector of the highest quotient, and how much worsened."""
    ratios = [_ratio(row, gap) for row in found.rows for gap in row.gaps]
    return (*ratios, *_most(found), _worsened(found))


def _ratio(row: GapRow, gap: Gap) -> CoordinationRow:
    first, last = gap.first, gap.last
    note = "；".join(filter(None, (gap.reason, gap.detail, gap.crossing, row.formula)))
    return CoordinationRow(
        kind=RATIO,
        item=row.measure.measure,
        name=row.measure.name_zh,
        region=gap.region.short_zh,
        reference=gap.reference.short_zh,
        first_year=first.year if first else None,
        first=rounded(first.ratio, DECIMALS) if first else None,
        last_year=last.year if last else None,
        last=rounded(last.ratio, DECIMALS) if last else None,
        verdict=gap.verdict,
        note=note,
    )


def _most(found: Coordination) -> list[CoordinationRow]:
    if found.most is None or found.most.quotient.value is None:
        return []
    sector = found.most.sector.sector
    value = rounded(found.most.quotient.value, DECIMALS)
    return [
        CoordinationRow(
            QUOTIENT, sector.indicator_id, sector.name_zh, found.region.short_zh, "三地",
            None, None, found.most.year, value, "", f"{QUOTIENT_FORMULA}{found.most.leaving}",
        )
    ]  # fmt: skip


def _worsened(found: Coordination) -> CoordinationRow:
    return CoordinationRow(
        WORSENED, "worsened", "回落清单", found.region.short_zh, "",
        found.start, None, found.end, float(found.worsened), "",
        "按所望方向，终点不如起点的指标项数",
    )  # fmt: skip
