"""The product of the prefectures: levels and growth as first published, and their part of the
three regions together."""

from dataclasses import dataclass

from analysis.series.observations import observation
from data.model.areas import PREFECTURE, PrefectureProduct
from data.model.catalog import Catalog
from data.model.needs import PRODUCT_V4

BREAK = 2019  # the first year in the scope of the fourth economic census
NOTE = (
    "设区市为《中国城市统计年鉴》首次公布数；2018 与 2019 年之间口径不同，不连线、不比较；"
    "2017 年本站未收录。占三地比重的分母为三地按第四次全国经济普查口径的地区生产总值。"
)


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A prefecture: its product by year, in 亿元; the newest year with its value, real growth in
    percent and part of the three regions together in percent, None where one cannot be told."""

    code: str
    name: str
    values: dict[int, float]
    year: int
    value: float
    growth: float | None
    part: float | None


def product_rows(catalog: Catalog) -> tuple[ProductRow, ...]:
    """The prefectures with a product, the largest of the newest year first."""
    rows = [
        _row(catalog, area.code, area.short_zh)
        for area in catalog.areas.of(PREFECTURE)
        if any(code == area.code for code, _ in catalog.areas.products)
    ]
    return tuple(sorted(rows, key=lambda row: -row.value))


def _row(catalog: Catalog, code: str, name: str) -> ProductRow:
    own = {year: one for (c, year), one in catalog.areas.products.items() if c == code}
    year = max(own)
    newest: PrefectureProduct = own[year]
    return ProductRow(
        code=code,
        name=name,
        values={y: own[y].gdp for y in sorted(own)},
        year=year,
        value=newest.gdp,
        growth=newest.real_growth,
        part=part_of_three(catalog, newest.gdp, year),
    )


def part_of_three(catalog: Catalog, value: float, year: int) -> float | None:
    """A product (亿元) in percent of that of the three regions together; None before the break,
    where the two would be of different scopes, and where a region's own product is not held."""
    if year < BREAK:
        return None
    own = [observation(catalog, PRODUCT_V4, r.region_code, year) for r in catalog.provinces]
    values = [one.value for one in own if one]
    return value / sum(values) * 100 if len(values) == len(own) else None
