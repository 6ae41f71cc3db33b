"""What the page counts as improved, counted again here from the tables by other code."""

from dataclasses import replace

import pytest

from analysis.meeting.scenes import slide
from analysis.plan.summary import plan_summary
from analysis.state.view import choices

pytestmark = pytest.mark.thorough
REGIONS = {"110000": "北京", "120000": "天津", "130000": "河北"}


def comparable(catalog, indicator_id, code):
    """The values after the last break, as they are; none where one stands with a qualifier."""
    own = {y: o for (i, c, y), o in catalog.observations.items() if (i, c) == (indicator_id, code)
           and y <= choices(catalog).settled_year}  # fmt: skip
    first = max((b.after for b in catalog.breaks.get(indicator_id, ()) if b.after <= max(own)),
                default=0) if own else 0  # fmt: skip
    return {y: o for y, o in own.items() if y >= first}


def outcome(catalog, row, code):
    """1 improved, -1 fell back, 0 the same since 2013 or 2014; None where it may not be counted."""
    values = comparable(catalog, row.indicator_id, code)
    base = next((year for year in (2013, 2014) if year in values), None)
    if base is None or max(values) == base:
        return None
    if row.direction == "neutral" or row.price_basis == "current":
        return None
    if row.measure_type in ("growth_rate", "price_index") or row.unit_zh == "上年=100":
        return None
    ends = values[base], values[max(values)]
    if any(one.qualifier for one in ends):
        return None
    before, after = (round(one.value, row.decimals) for one in ends)
    sign = 1 if row.direction == "higher_better" else -1
    return sign * ((after > before) - (after < before))


def counted(catalog, names, code):
    """How many of the indicators improved and fell back, nothing beside what it is part of."""
    found = {n: outcome(catalog, catalog.indicators[n], code) for n in names}
    kept = []
    for name, way in found.items():
        whole, inside = catalog.indicators[name].part_of, False
        while whole:
            inside |= found.get(whole) is not None
            whole = catalog.indicators[whole].part_of
        if way is not None and not inside:
            kept.append(way)
    return kept.count(1), kept.count(-1)


def owned(catalog, names):
    """The indicators that any of the three regions has values of."""
    have = {(i, c) for i, c, _ in catalog.observations}
    return [n for n in names if any((n, code) in have for code in REGIONS)]


def test_the_title_of_the_tasks_counts_what_the_tables_have(catalog):
    names = dict.fromkeys(
        link.target_id
        for task in catalog.plan.tasks
        for measure in catalog.plan.measures_of(task.task_id)
        for link in catalog.plan.links_of(measure.measure_id)
        if link.kind == "indicator"
    )
    scene = next(one for one in catalog.scenes if one.layout == "marks")
    title = slide(catalog, scene, "all").title
    for code, name in REGIONS.items():
        better, worse = counted(catalog, owned(catalog, names), code)
        said = title.partition(name)[2].partition("；")[0].strip()
        parts = [f"{better} 项改善" if better else "", f"{worse} 项有所回落" if worse else ""]
        assert said == "、".join(filter(None, parts)), name


def test_each_task_counts_what_the_tables_have(catalog):
    view = choices(catalog).default()
    for task in plan_summary(catalog, replace(view, indicator="")).tasks:
        names = [one.indicator.indicator_id for one in task.indicators]
        for spread in task.spread:
            if spread.code in REGIONS:
                found = spread.now["improving"], spread.now["worsening"]
                assert found == counted(catalog, owned(catalog, names), spread.code)
