"""The base colour of the map of platforms as its files carry it: a value an area."""

from dataclasses import dataclass

from analysis.maps.area_shading import LEVEL_NAMES, AreaShading
from reports.columns import Columns, FileColumn

EXACT = 2  # decimals that a file has more than the page


@dataclass(frozen=True, slots=True)
class BaseRow:
    """An area of the level that is coloured: its value in `unit`, None where it is not held, and
    the class of the colour that it has on the map."""

    area_code: str
    area: str
    level: str
    measure: str
    year: int
    value: float | None
    unit: str
    class_range: str
    source: str


BASE_COLUMNS: Columns = (
    FileColumn("地区代码", 10, "area_code"),
    FileColumn("地区", 24, "area"),
    FileColumn("级别", 22, "level"),
    FileColumn("口径", 26, "measure"),
    FileColumn("年份", 8, "year"),
    FileColumn("数值", 14, "value"),
    FileColumn("单位", 12, "unit"),
    FileColumn("分级", 16, "class_range"),
    FileColumn("来源", 60, "source"),
)


def base_rows(found: AreaShading | None) -> tuple[BaseRow, ...]:
    """The areas in the order of the code list; () without a base colour by areas."""
    if found is None:
        return ()
    measure = found.measure
    return tuple(
        BaseRow(
            area_code=row.code,
            area=row.name,
            level=LEVEL_NAMES[found.level],
            measure=measure.name,
            year=found.year,
            value=None if row.value is None else round(row.value, measure.decimals + EXACT),
            unit=measure.unit,
            class_range="" if row.place is None else found.span(row.place),
            source="；".join(found.sources) if row.value is not None else "",
        )
        for row in found.rows
    )
