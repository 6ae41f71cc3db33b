"""The nation as a denominator: its published figure, that of all local governments, or the sum of
the provinces, as the catalogue says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from analysis.series import measures, observations
from analysis.series.observations import Values
from analysis.series.quantities import number
from analysis.series.selection import Selection
from analysis.text.periods import periods_text
from data.model.catalog import NATION, Catalog, Indicator

# What the published figure of each kind of denominator is called.
NAMES = MappingProxyType(
    {"nation": "全国数", "nation_or_sum31": "全国数", "local": "全国地方合计", "sum31": "全国数"}
)
NOTES = MappingProxyType({"local": "全国地方合计不含中央本级。"})
SHOWN = 0.05  # percentage points: shares that are further apart differ as shown


@dataclass(frozen=True, slots=True)
class Denominator:
    """The nation's values by year, what they are called, what a share of them is called, what
    must be said of them, and whether any is a published figure of the nation."""

    values: Values
    name: str
    share: str
    notes: tuple[str, ...]
    is_published: bool


def denominator(catalog: Catalog, row: Indicator, years: Iterable[int]) -> Denominator:
    """The denominator of an indicator in these years; without values where there is none."""
    kind, wanted = row.nation_share_denominator, sorted(set(years))
    nation = observations.columns(catalog, row.indicator_id)[NATION]
    sums = observations.province_sums(catalog, row.indicator_id)
    published = nation if kind in {"nation", "local", "nation_or_sum31"} else {}
    summed = sums if kind in {"sum31", "nation_or_sum31"} else {}
    values = {**{year: value for year, (value, _) in summed.items()}, **published}
    own = [year for year in wanted if year in published]
    added = [year for year in wanted if year in summed and year not in published]
    name = NAMES.get(kind, "全国数")
    share = "占全国地方合计" if kind == "local" else "占全国"
    if added and not own:
        said = "分母为各省（区、市）数值之和，不是单独公布的全国数。"
        return Denominator(values, sums_name(sums, added), share, (said,), False)
    notes = [NOTES[kind]] if kind in NOTES else []
    if added:
        notes.append(
            f"{periods_text(added)}没有同口径的全国数，以 {sums_name(sums, added)}为分母。"
        )
    if own and kind != "local" and any(year in sums for year in own):
        notes.append("全国数与各省（区、市）之和分别核算，不完全相等。")
    return Denominator(values, name, share, tuple(notes), bool(own))


def sums_name(sums: Mapping[int, tuple[float, int]], years: Iterable[int]) -> str:
    """How many provinces are added in these years: 31 个省（区、市）合计."""
    counts = sorted({sums[year][1] for year in years if year in sums}) or [31]
    shown = "—".join(str(count) for count in dict.fromkeys((counts[0], counts[-1])))
    return f"{shown} 个省（区、市）合计"


def nation_share(catalog: Catalog, topic: Selection, year: int) -> tuple[float, str] | None:
    """The three regions' part of the nation in percent in one year, with its formula; None if it
    cannot be computed honestly (no denominator of the same vintage, or a region is missing or
    suspect)."""
    if topic.indicator.aggregation != "sum":
        return None
    whole = topic.scope.whole
    three = measures.total(topic.sound(topic.columns[code], [code]) for code in whole.codes)
    nation = denominator(catalog, topic.indicator, [year])
    part = measures.ratio(three, nation.values, 100).get(year)
    if part is None:
        return None
    name = nation.name if nation.name != "全国数" else "全国"
    return part, f"{nation.share} = {whole.total_name} ÷ {name}"


def other_share(catalog: Catalog, topic: Selection, year: int) -> str:
    """Where the provinces' sum gives another share than the nation's figure: which, and why."""
    part = nation_share(catalog, topic, year)
    sums = observations.province_sums(catalog, topic.indicator.indicator_id)
    if part is None or year not in sums or not denominator(
        catalog, topic.indicator, [year]
    ).is_published:  # fmt: skip
        return ""
    codes = topic.scope.whole.codes
    value, _ = sums[year]
    other = measures.total(topic.columns[code] for code in codes)[year] / value * 100
    if abs(other - part[0]) < SHOWN and number(other, 1) == number(part[0], 1):
        return ""
    return (
        f"按 {sums_name(sums, [year])}计算为 {number(other, 1)}%，"
        "全国数与各省（区、市）之和分别核算，不完全相等"
    )
