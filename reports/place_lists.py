"""The rows of the lists of platforms as the files of the map carry them: documents, statements."""

from dataclasses import dataclass

from analysis.text.platform_lists import list_counts, list_name
from data.model.catalog import Catalog
from data.model.lists import Listing, PlatformList
from reports.columns import Columns, FileColumn


@dataclass(frozen=True, slots=True)
class ListRow:
    """A document that names platforms: `count` of what `counted` says, by type and region in words
    where it gives them ("" where not); `confirmed` of them are named to us by some source."""

    list_id: str
    short_name: str
    name: str
    date: str
    issuer: str
    count: int
    counted: str
    by_type: str
    by_region: str
    confirmed: int
    source: str
    address: str


LIST_COLUMNS: Columns = (
    FileColumn("编号", 16, "list_id"),
    FileColumn("简称", 18, "short_name"),
    FileColumn("名录", 50, "name"),
    FileColumn("日期", 12, "date"),
    FileColumn("制定或公布者", 24, "issuer"),
    FileColumn("列明的平台数", 12, "count"),
    FileColumn("数的是什么", 44, "counted"),
    FileColumn("按类型", 60, "by_type"),
    FileColumn("按地区", 30, "by_region"),
    FileColumn("有来源写明的收录数", 16, "confirmed"),
    FileColumn("来源", 36, "source"),
    FileColumn("网址", 50, "address"),
)


@dataclass(frozen=True, slots=True)
class StatementRow:
    """What one source says of one place: "" as `platform_id` where it is not on the map, as `list`
    where the source names none; `counted` whether the place is among the list's number."""

    name: str
    platform_id: str
    region: str
    place: str
    list: str
    counted: str
    statement: str
    document: str
    publisher: str
    date: str
    address: str
    trust: str


STATEMENT_COLUMNS: Columns = (
    FileColumn("名称（来源所写）", 40, "name"),
    FileColumn("平台编号", 10, "platform_id"),
    FileColumn("所在地区", 10, "region"),
    FileColumn("市、区县", 28, "place"),
    FileColumn("名录", 18, "list"),
    FileColumn("在列明数目之内", 14, "counted"),
    FileColumn("来源的说法", 50, "statement"),
    FileColumn("文件或报道", 50, "document"),
    FileColumn("发布者", 24, "publisher"),
    FileColumn("日期", 12, "date"),
    FileColumn("网址", 50, "address"),
    FileColumn("依据的程度", 40, "trust"),
)


def list_rows(catalog: Catalog) -> tuple[ListRow, ...]:
    """Every list, in their order."""
    return tuple(_list(catalog, row.list, row.confirmed) for row in list_counts(catalog))


def _list(catalog: Catalog, one: PlatformList, confirmed: int) -> ListRow:
    types = catalog.places.types
    regions = ((catalog.region(code).short_zh, count) for code, count in one.regions.items())
    return ListRow(
        list_id=one.list_id,
        short_name=one.short_zh,
        name=one.name_zh,
        date=one.date,
        issuer=one.publisher_zh,
        count=one.count,
        counted=one.counted_zh,
        by_type="、".join(f"{types[slug].name_zh} {count} 个" for slug, count in one.types.items()),
        by_region="、".join(f"{name} {count} 个" for name, count in regions),
        confirmed=confirmed,
        source=one.source_zh,
        address=one.address or "",
    )


def statement_rows(catalog: Catalog) -> tuple[StatementRow, ...]:
    """Every statement, in the order of the table."""
    return tuple(_statement(catalog, one) for one in catalog.places.listings)


def _statement(catalog: Catalog, one: Listing) -> StatementRow:
    counted = {True: "是", False: "否", None: ""}
    return StatementRow(
        name=one.name_zh,
        platform_id=one.platform_id or "",
        region=catalog.region(one.region_code).short_zh,
        place=one.place_zh,
        list=list_name(catalog, one.list_id) if one.list_id else "",
        counted=counted[one.is_counted],
        statement=one.says_zh,
        document=one.document_zh,
        publisher=one.publisher_zh,
        date=one.date or "",
        address=one.address or "",
        trust=catalog.names["listing_trust", one.trust],
    )
