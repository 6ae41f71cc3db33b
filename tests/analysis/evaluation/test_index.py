"""The open index of an edition: its levels, what it says, and what changes nothing else."""

from dataclasses import replace
from math import exp, log
from time import perf_counter
from types import MappingProxyType

import numpy as np
import pytest

from analysis.evaluation.index import open_index
from analysis.evaluation.parts import part_series
from analysis.evaluation.what_if import WhatIf
from data.model.evaluation import IndexDesign
from tests.edited import edited


@pytest.fixture(scope="module")
def found(catalog):
    return open_index(catalog, WhatIf())


def by_part(index):
    return {one.part.part: one for one in index.contributions}


def test_the_index_is_chained_from_the_links(catalog, found):
    """Every year again from the links, one dimension after another."""
    level = 100.0
    for year, value in zip(found.years, found.values, strict=True):
        moves = {}
        for one in part_series(catalog):
            if one.part.is_on and year in one.links and one.links[year].is_counted():
                moves.setdefault(one.part.dimension, []).append(one.links[year].change)
        means = [sum(own) / len(own) for own in moves.values()]
        level *= exp(sum(means) / len(means)) if means else 1.0
        assert value == pytest.approx(level)
    assert found.years[0] == 2014 and found.values[0] == 100
    assert found.lacking == "" and found.changed == () and found.result == ""


def test_it_says_its_last_year_and_its_band(found):
    low, high = found.bands.weights.last
    assert low < found.values[-1] < high
    assert found.title == (
        f"自算指数：{found.years[-1]} 年 {found.values[-1]:.1f}（权重不同时 {low:.1f}—{high:.1f}）"
    )
    assert found.count == len([one for one in found.contributions if one.is_in])
    assert f"{found.count} 项" in found.subtitle and "2014 年=100" in found.subtitle
    assert found.usual == pytest.approx(found.values[-1])


def test_links_are_those_of_the_parts(catalog, found):
    for one, series in zip(found.contributions, part_series(catalog), strict=True):
        counted = {y: link.change for y, link in series.links.items() if link.is_counted()}
        assert dict(one.links) == {y: counted[y] for y in found.years[1:] if y in counted}


def test_contributions_add_up(found):
    logs = sum(one.last_log or 0 for one in found.contributions)
    assert logs == pytest.approx(log(found.values[-1] / found.values[-2]), abs=1e-12)
    last = sum(one.last or 0 for one in found.contributions)
    assert last == pytest.approx(found.values[-1] - found.values[-2], abs=1e-9)
    since = sum(one.since or 0 for one in found.contributions)
    assert since == pytest.approx(found.values[-1] - 100, abs=1e-9)


def test_every_year_of_a_part_is_used_or_dropped_with_a_reason(found):
    for one in found.contributions:
        dropped = [year for year, _ in one.dropped]
        assert sorted([*one.years, *dropped]) == list(found.years[1:])
        assert all(reason for _, reason in one.dropped)


def test_a_later_year_changes_no_earlier_value(catalog, found):
    """Values of the last year are put away: all the years before stay as they were, to the last
    digit."""
    last = found.years[-1]
    ids = {name for one in catalog.index.parts for name in one.indicators}
    away = {key: None for key in catalog.observations if key[0] in ids and key[2] >= last}
    earlier = open_index(edited(catalog, away), WhatIf())
    assert earlier.years == found.years[:-1]
    assert earlier.values == found.values[:-1]
    assert earlier.bands.weights.low == found.bands.weights.low[:-1]


def test_another_base_year_only_rescales(catalog, found):
    other = open_index(catalog, WhatIf(base=2018))
    place = found.years.index(2018)
    assert other.values[place] == 100
    assert np.array(other.values) * found.values[place] / 100 == pytest.approx(found.values)
    assert other.result.startswith("只是换算基期，走势不变：")
    assert other.changed == ("以 2018 年为 100",)
    since = sum(one.since or 0 for one in other.contributions)
    assert since == pytest.approx(other.values[-1] - 100, abs=1e-9)


def test_without_a_break_only_its_links_change(catalog, found):
    breaks = {k: v for k, v in catalog.breaks.items() if k != "software_revenue"}
    joined = open_index(replace(catalog, breaks=MappingProxyType(breaks)), WhatIf())
    before, after = by_part(found), by_part(joined)
    changed = [name for name in before if before[name].years != after[name].years]
    assert changed == ["software"]
    assert set(after["software"].years) - set(before["software"].years) == {2022}
    place = found.years.index(2021)
    assert joined.values[: place + 1] == found.values[: place + 1]
    steps = [np.diff(np.log(one.values)) for one in (found, joined)]
    moved = ~np.isclose(steps[0], steps[1])
    assert np.flatnonzero(moved).tolist() == [place]


def test_a_part_left_out_is_said_with_what_it_does(catalog, found):
    other = open_index(catalog, WhatIf(without=("trade",)))
    assert by_part(other)["trade"].is_in is False
    assert other.count == found.count - 1
    assert other.usual == pytest.approx(found.values[-1])
    assert other.changed == ("去掉“货物进出口总额与地区生产总值之比”",)
    assert other.result == (
        f"{found.years[-1]} 年由 {found.values[-1]:.1f} 变为 {other.values[-1]:.1f}"
    )
    assert other.told == f"{other.changed[0]}，{other.result}"
    assert "opening" not in {one.dimension.dimension for one in other.dimensions}


def test_weights_move_the_index_towards_their_dimension(catalog, found):
    levels = {one.dimension.dimension: one for one in found.dimensions}
    other = open_index(catalog, WhatIf(weights=(("innovation", 50.0),)))
    own = levels["innovation"].values[-1]
    assert abs(other.values[-1] - own) < abs(found.values[-1] - own)
    assert other.changed == ("创新权重 ×50",)
    none = open_index(catalog, WhatIf(weights=(("innovation", 0.0),)))
    assert by_part(none)["rd-intensity"].last in (0.0, None)


def test_without_estimates_the_part_that_rests_on_them_has_no_link(catalog):
    other = open_index(catalog, WhatIf(trust="AB"))
    carbon = by_part(other)["carbon"]
    assert carbon.years == () and carbon.since is None and carbon.is_in
    assert other.changed == ("不含估计值",)
    assert other.bands.trusts["AB"] == pytest.approx(other.values)


def test_where_nothing_is_left_it_is_said(catalog):
    ids = tuple(one.part for one in catalog.index.parts)
    for chosen in (WhatIf(without=ids), WhatIf(trust="A")):
        other = open_index(catalog, chosen)
        assert other.lacking and other.values == () and other.bands is None
        assert other.changed and len(other.contributions) == len(ids)


def test_an_edition_without_the_tables_has_none_and_says_so(catalog):
    other = open_index(replace(catalog, index=IndexDesign()), WhatIf())
    assert other.lacking == "本版数据没有自算指数的组成项。" and other.contributions == ()


def test_what_there_is_not_is_passed_over(catalog, found):
    chosen = WhatIf((("wealth", 3.0),), ("nothing",), 1999)
    assert open_index(catalog, chosen).values == found.values


def test_dimensions_have_levels_of_their_own(found):
    for one in found.dimensions:
        assert one.years[-1] == found.years[-1]
        assert one.values[one.years.index(one.base)] == pytest.approx(100)
    bases = {one.dimension.dimension: one.base for one in found.dimensions}
    assert bases["innovation"] == 2014 and bases["opening"] == 2016


def test_it_is_quick(catalog):
    """Some 20 ms on two cores of 2.4 GHz, the budget being 150; a busy machine is not a fault."""
    taken = []
    for n in range(3):
        start = perf_counter()
        open_index(catalog, WhatIf(weights=(("green", 1.5 + n),)))
        taken.append(perf_counter() - start)
    assert min(taken) < 0.15
