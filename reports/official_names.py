"""The rows of official names as the files of a profile carry them."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.text.official_names import NameGroup
from data.model.catalog import Catalog
from reports.columns import Columns, FileColumn


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name that a body recognised or named: `kind` says as what, `measure` the measure of the
    plan that speaks of it, `counted` what all names of the kind count up to. "" where nothing is
    known."""

    kind: str
    name: str
    batch: str
    regions: str
    city: str
    document: str
    publisher: str
    measure: str
    platform_id: str
    counted: str


NAME_COLUMNS: Columns = (
    FileColumn("名单", 34, "kind"),
    FileColumn("名称", 44, "name"),
    FileColumn("批次或时点", 20, "batch"),
    FileColumn("所在地区", 16, "regions"),
    FileColumn("市、区县", 20, "city"),
    FileColumn("文件", 60, "document"),
    FileColumn("发布者", 30, "publisher"),
    FileColumn("所对应的措施", 30, "measure"),
    FileColumn("平台编号", 10, "platform_id"),
    FileColumn("收录情况", 60, "counted"),
)


def name_rows(catalog: Catalog, groups: Iterable[NameGroup]) -> tuple[NameRow, ...]:
    """The names of some groups, in their order."""
    measures = {one.measure_id: one.name_zh for one in catalog.plan.measures}
    return tuple(
        NameRow(
            kind=group.kind.name_zh,
            name=one.name_zh,
            batch=one.batch_zh or "",
            regions="、".join(catalog.region(code).short_zh for code in one.region_codes),
            city=one.city_zh or "",
            document=one.document_zh,
            publisher=one.publisher_zh,
            measure=measures[group.kind.measure_id],
            platform_id=one.platform_id or "",
            counted=group.said,
        )
        for group in groups
        for one in group.names
    )
