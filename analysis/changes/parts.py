"""Parts and wholes: regions and their sum, an indicator and what it is a part of, a ratio and what
it is made from, a region and the nation."""

from collections.abc import Iterable, Mapping

from analysis.changes.draft import PARTS, Doubt, Draft
from analysis.series.observations import Key
from analysis.series.quantities import number
from data.model.catalog import JJJ, NATION
from data.model.periods import per_year

TOLERANCE = 0.02  # of what two ways to the same number may differ, beyond what they usually do
ROUNDED = 2  # of the last digit that is shown: what rounding alone makes


def doubts(draft: Draft) -> Iterable[Doubt]:
    """The values that do not go together with others of the same period."""
    for key in draft.fresh:
        for ask in (_above_nation, _above_whole, _sum, _ratio):
            doubt = ask(draft, key)
            if doubt:
                yield doubt
                break


def _above_nation(draft: Draft, key: Key) -> Doubt | None:
    """A region that has more than the nation."""
    name, code, period = key
    whole = draft.values.get((name, NATION, period))
    if code == NATION or draft.row(key).aggregation != "sum" or whole is None or whole < 0:
        return None
    if draft.values[key] <= whole:
        return None
    return Doubt(PARTS, key, f"全国数 {draft.text(key, whole)}", "大于同期全国数，请核对。")


def _above_whole(draft: Draft, key: Key) -> Doubt | None:
    """A part that is larger than its whole."""
    row = draft.row(key)
    whole = draft.catalog.indicators.get(row.part_of or "")
    if whole is None or whole.unit_zh != row.unit_zh or row.aggregation != "sum":
        return None
    value = draft.values.get((whole.indicator_id, *key[1:]))
    if value is None or draft.values[key] <= value:
        return None
    return Doubt(
        PARTS,
        key,
        f"{whole.short_zh} {draft.text(key, value)}",
        f"大于其所属的{whole.short_zh}，请核对。",
    )


def _sum(draft: Draft, key: Key) -> Doubt | None:
    """The published value of the three together that is not their sum."""
    name, _, period = key
    codes = [region.region_code for region in draft.catalog.provinces]
    if draft.row(key).aggregation != "sum" or key[1] not in (*codes, JJJ):
        return None
    sums = {}
    for other in draft.series.get((name, JJJ), {}):
        parts = [draft.series.get((name, code), {}).get(other) for code in codes]
        if None not in parts:
            sums[other] = sum(part for part in parts if part is not None)
    return _apart(draft, (name, JJJ, period), key, sums, "三地之和")


def _ratio(draft: Draft, key: Key) -> Doubt | None:
    """A published ratio that is not what its two parts give."""
    row, code = draft.row(key), key[1]
    if row.aggregation != "ratio" or not (row.numerator_id and row.denominator_id):
        return None
    top = draft.series.get((row.numerator_id, code), {})
    bottom = draft.series.get((row.denominator_id, code), {})
    found = {}
    for other in top.keys() & bottom.keys():
        below = bottom[other]
        if row.mean_denominator:
            before = bottom.get(other - per_year(other))
            if before is None:
                continue
            below = (below + before) / 2
        if below:
            found[other] = top[other] / below * (row.scale or 1.0)
    return _apart(draft, key, key, found, "由分子、分母计算")


def _apart(
    draft: Draft, at: Key, key: Key, computed: Mapping[int, float], said: str
) -> Doubt | None:
    """Whether a value and the computed one of its period are further apart than usual."""
    name, code, period = at
    own = draft.series.get((name, code), {})
    gaps = {p: own[p] / computed[p] - 1 for p in computed if p in own and computed[p]}
    if period not in gaps:
        return None
    others = [g for p, g in gaps.items() if p != period and (name, code, p) not in draft.asked]
    low, high = min([*others, 0.0]) - TOLERANCE, max([*others, 0.0]) + TOLERANCE
    least = ROUNDED * 10.0 ** -draft.row(key).decimals
    if low <= gaps[period] <= high or abs(own[period] - computed[period]) <= least:
        return None
    usual = f"{said} {draft.text(at, computed[period])}"
    return Doubt(
        PARTS, key, usual, f"与{said}的数相差 {number(abs(gaps[period]) * 100, 1)}%，请核对。"
    )
