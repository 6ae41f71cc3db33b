"""The distribution of the provinces of the nation in one period: every value, the median, and the
position of the chosen regions by size. Never of fewer than 25 provinces, and never without one of
the chosen regions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from analysis.series import frames, observations
from analysis.series.columns import Numbers
from analysis.series.framed import AMONG_THREE, NOTHING_HELD, framed, is_taken
from analysis.series.observations import Values
from analysis.series.quantities import rounded
from analysis.series.selection import Selection
from data.model.areas import PROVINCE
from data.model.catalog import Catalog

LEAST = 25  # provinces that must have a value, for a position or a median to be said

Columns = Mapping[str, Values]  # by the code of each province
Found = tuple[int, Mapping[str, float]]  # a period and the values that may be ranked, by code


@dataclass(frozen=True, slots=True)
class Standing:
    """A province among the others: value in the shown unit, the phrase a reader sees, position
    from the highest (1), whether others have the same, and the slug of a chosen region ("" for
    another province)."""

    code: str
    name: str
    value: float
    text: str
    rank: int
    is_tied: bool
    slug: str = ""

    @property
    def position(self) -> str:
        """第 3 位, 第 3 位（并列）."""
        return f"第 {self.rank} 位{'（并列）' if self.is_tied else ''}"


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who stands where in a period, the highest first, of `count` provinces; `missing` are the
    names of those without a value; whether any value is a first figure, or made of one."""

    period: int
    standings: tuple[Standing, ...]
    count: int
    median: float
    median_text: str
    missing: tuple[str, ...]
    is_provisional: bool = False

    @property
    def chosen(self) -> tuple[Standing, ...]:
        """The chosen regions, in the order of their codes."""
        own = (one for one in self.standings if one.slug)
        return tuple(sorted(own, key=lambda one: one.code))

    @property
    def positions(self) -> str:
        """按数值由高到低，北京第 13 位，天津第 24 位（并列）."""
        return "，".join(["按数值由高到低", *(f"{s.name}{s.position}" for s in self.chosen)])

    @property
    def held(self) -> str:
        """How many have a value, and who has none."""
        if not self.missing:
            return f"{self.count} 个省级单位均有数值"
        names = "、".join(self.missing)
        return (
            f"{self.count} 个省级单位中有 {len(self.standings)} 个有数值（{names}的数值本站未收录）"
        )

    @property
    def told(self) -> str:
        """Positions, how many have a value, and the median, in one sentence."""
        return f"{self.positions}；{self.held}，中位数 {self.median_text}。"


def distribution(
    catalog: Catalog, topic: Selection, key: str, numbers: Numbers
) -> Distribution | None:
    """The distribution in a scale, in the newest of the selection's periods in which at least 25
    provinces and all chosen regions have a value; None where there is no such period."""
    columns = framed(catalog, topic, key, numbers, _every(catalog))
    found = _newest(catalog, topic, columns)
    return None if found is None else _distribution(catalog, topic, key, numbers, found)


def _newest(catalog: Catalog, topic: Selection, columns: Columns) -> Found | None:
    """The newest period of which there is a distribution, with its values."""
    for period in sorted(topic.years, reverse=True):
        own = dict(_comparable(catalog, topic, columns, period))
        if len(own) >= LEAST and own.keys() >= set(topic.scope.codes):
            return period, own
    return None


def refusal(catalog: Catalog, topic: Selection, key: str, numbers: Numbers) -> str:
    """Why there is no distribution, in one sentence; "" where there is one."""
    if not catalog.areas.provinces:
        return NOTHING_HELD
    if not is_taken(key, numbers):
        return AMONG_THREE
    columns = framed(catalog, topic, key, numbers, _every(catalog))
    if _newest(catalog, topic, columns) is not None:
        return ""
    whole = topic.scope.whole.codes
    if not any(values for code, values in columns.items() if code not in whole):
        return "所选年份其他省（区、市）的数值本站未收录。"
    most = max(len(dict(_comparable(catalog, topic, columns, y))) for y in topic.years)
    if most < LEAST:
        return f"所选年份最多只有 {most} 个省级单位有数值，不足 {LEAST} 个，不作排序。"
    return f"没有所选地区均有数值、且不少于 {LEAST} 个省级单位有数值的年份，不作排序。"


def position(catalog: Catalog, topic: Selection, code: str, period: int) -> str:
    """Where a region's published value stands among the provinces in a period, in words; "" where
    fewer than 25 have a value, or the region has none that may be ranked."""
    columns = frames.provinces(catalog, topic.indicator.indicator_id)
    own = dict(_comparable(catalog, topic, columns, period))
    if len(own) < LEAST or code not in own:
        return ""
    among = f"{len(columns)} 省中" if len(own) == len(columns) else f"有数值的 {len(own)} 省中"
    tied = "（并列）" if _is_tied(own, code) else ""
    return f"{among}由高到低第 {_rank(own, code)} 位{tied}"


def _rank(size: Mapping[str, float], code: str) -> int:
    """The position by size, the highest being 1; equal values have the same."""
    return 1 + sum(other > size[code] for other in size.values())


def _is_tied(size: Mapping[str, float], code: str) -> bool:
    return list(size.values()).count(size[code]) > 1


def _every(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Each province as a group of its own."""
    return {area.code: (area.code,) for area in catalog.areas.of(PROVINCE)}


def _comparable(
    catalog: Catalog, topic: Selection, columns: Columns, period: int
) -> Iterator[tuple[str, float]]:
    """The values of a period that may be ranked: none that is suspect, rounded in words, or of
    another point in time than the others."""
    name = topic.indicator.indicator_id
    for code, values in columns.items():
        own = observations.observation(catalog, name, code, period)
        is_apart = own is not None and (own.qualifier is not None or own.as_of)
        if period in values and not is_apart and (code, period) not in topic.suspects:
            yield code, values[period]


def _distribution(
    catalog: Catalog,
    topic: Selection,
    key: str,
    numbers: Numbers,
    found: Found,
) -> Distribution:
    """Published values are compared as they are, computed ones as they are shown."""
    period, own = found
    places = numbers.decimals
    size = {c: v if key == "published" else float(rounded(v, places)) for c, v in own.items()}
    slugs = {region.region_code: region.slug for region in topic.scope.regions}
    names = {area.code: area.short_zh for area in catalog.areas.of(PROVINCE)}
    standings = tuple(
        Standing(
            code=code,
            name=names[code],
            value=own[code],
            text=numbers.phrase(own[code]),
            rank=_rank(size, code),
            is_tied=_is_tied(size, code),
            slug=slugs.get(code, ""),
        )
        for code in sorted(own, key=lambda code: (-size[code], code))
    )
    middle = float(median(own.values()))
    return Distribution(
        period=period,
        standings=standings,
        count=len(names),
        median=middle,
        median_text=numbers.phrase(middle),
        missing=tuple(name for code, name in names.items() if code not in own),
        is_provisional=frames.is_provisional(catalog, (topic.indicator.indicator_id,), own, period),
    )
