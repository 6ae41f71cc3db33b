"""Every published value of an edition, a value a row."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import overload

from analysis.series import observations
from data.model.catalog import Catalog, Observation
from data.model.periods import frequency, written
from reports.columns import Columns, FileColumn
from reports.records import standing


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A value as it was published, with its period (ISO 8601; quarters and months are counted from
    January) and frequency (SDMX CL_FREQ), its unit and decimals, what qualifies it, its status and
    trust with their names, and the document it stands in with its date as far as that is known."""

    indicator_id: str
    indicator: str
    theme: str
    region_code: str
    region: str
    frequency: str
    period: str
    value: float
    unit: str
    decimals: int
    qualifier: str
    as_of: str
    status: str
    status_name: str
    trust: str
    trust_name: str
    source: str
    publisher: str
    published: str
    note: str


PUBLISHED_COLUMNS: Columns = (
    FileColumn("指标编号", 24, "indicator_id"),
    FileColumn("指标", 30, "indicator"),
    FileColumn("主题", 14, "theme"),
    FileColumn("地区代码", 10, "region_code"),
    FileColumn("地区", 10, "region"),
    FileColumn("频率", 6, "frequency"),
    FileColumn("期间", 10, "period"),
    FileColumn("数值", 14, "value"),
    FileColumn("单位", 12, "unit"),
    FileColumn("小数位数", 8, "decimals"),
    FileColumn("限定词", 8, "qualifier"),
    FileColumn("时点（非年末）", 16, "as_of"),
    FileColumn("数据状态", 14, ("status", "status_name")),
    FileColumn("可信度", 28, ("trust", "trust_name")),
    FileColumn("来源", 40, "source"),
    FileColumn("发布单位", 24, "publisher"),
    FileColumn("发布日期", 12, "published"),
    FileColumn("备注", 50, "note"),
)


Value = tuple[observations.Key, Observation]


class PublishedValues(Sequence[Value]):
    """The published values of some regions and of a theme or of all, by indicator as the catalogue
    has them, region and period. Those of facts are counted, and asked for only where a part of
    the list has them: StoreAway may be raised then."""

    def __init__(self, catalog: Catalog, codes: Collection[str], theme: str) -> None:
        self._catalog, self._codes = catalog, codes
        self._tables: dict[str, list[Value]] = {}
        for key, one in observations.published(catalog):
            if not codes or key[1] in codes:
                self._tables.setdefault(key[0], []).append((key, one))
        sizes = observations.counts_of_facts(catalog, codes)
        sizes = {**sizes, **{name: len(found) for name, found in self._tables.items()}}
        names = [
            name
            for name, row in catalog.indicators.items()
            if name in sizes and theme in ("", row.theme)
        ]
        ends = list(accumulate(sizes[name] for name in names))
        self._parts = [
            (name, end - sizes[name], end) for name, end in zip(names, ends, strict=True)
        ]

    def __len__(self) -> int:
        return self._parts[-1][2] if self._parts else 0

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> list[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | list[Value]:
        if isinstance(place, slice):
            first, last, step = place.indices(len(self))
            return self._between(first, last)[::step]
        place = range(len(self))[place]  # from the end where it is negative; raises IndexError
        return self._between(place, place + 1)[0]

    def __iter__(self) -> Iterator[Value]:
        return iter(self[:])

    def _between(self, first: int, last: int) -> list[Value]:
        parts = [part for part in self._parts if part[1] < last and first < part[2]]
        found = self._of([name for name, *_ in parts])
        return [
            value
            for name, start, _ in parts
            for value in found[name][max(first - start, 0) : last - start]
        ]

    def _of(self, names: Sequence[str]) -> Mapping[str, list[Value]]:
        """The values of these indicators; those of facts are asked for together."""
        own = {n: sorted(self._tables[n], key=itemgetter(0)) for n in names if n in self._tables}
        asked = [name for name in names if name not in own]
        return {**own, **observations.published_of(self._catalog, asked, self._codes)}


def published_values(
    catalog: Catalog, codes: Collection[str] = (), theme: str = ""
) -> Sequence[Value]:
    """The published values of the regions with these codes (of all where none is given), of a
    theme or of all, by indicator as the catalogue has them, region and period."""
    return PublishedValues(catalog, codes, theme)


def published_row(catalog: Catalog, value: Value) -> PublishedRow:
    """One of them as a row."""
    (name, code, period), one = value
    row = catalog.indicators[name]
    return PublishedRow(
        indicator_id=name,
        indicator=row.name_zh,
        theme=catalog.themes[row.theme].name_zh,
        region_code=code,
        region=catalog.region(code).name_zh,
        frequency=frequency(period),
        period=written(period),
        value=one.value,
        unit=row.unit_zh,
        decimals=row.decimals,
        source=one.source.document,
        publisher=one.source.publisher_zh,
        published=one.source.published or "",
        note="；".join(filter(None, (one.note, one.conflict))),
        **standing(catalog, one),
    )
