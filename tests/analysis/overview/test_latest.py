"""主要指标最新进度: the newest period of each region and the one before; sums of one period."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.overview.latest import COMPUTED, NO_SUM, latest
from analysis.overview.summary import summary
from analysis.series.absence import NOT_HELD
from data.model.periods import period

THREE = ["beijing", "tianjin", "hebei"]
LEVEL, RATE = "gdp_cumulative", "gdp_cumulative_growth"
FIGURES = {
    (LEVEL, "110000"): {"2025-Q4": 52073, "2026-Q1": 12931, "2026-Q2": 26412},
    (LEVEL, "120000"): {"2025-Q4": 18540, "2026-Q1": 4370, "2026-Q2": 9138},
    (LEVEL, "130000"): {"2025-Q4": 49305, "2026-Q1": 11748, "2026-Q2": 24207},
    (RATE, "110000"): {"2026-Q1": 5.9, "2026-02": 5.7},
    (RATE, "120000"): {"2025-Q4": 4.8},
}


@pytest.fixture(scope="module")
def quarters_of(catalog):
    """The edition with quarterly and monthly figures: by indicator and region, by period."""

    def build(figures):
        like = catalog.observations["gdp", "110000", 2024]
        rows = {
            LEVEL: replace(catalog.indicators["gdp"], indicator_id=LEVEL, headline=None,
                           decimals=0, annual_id="gdp"),
            RATE: replace(catalog.indicators["gdp_index_prev100"], indicator_id=RATE,
                          headline=None, annual_id="gdp_index_prev100"),
        }  # fmt: skip
        found = {
            (name, code, period(when)): replace(like, value=float(value), mark="（初）")
            for (name, code), own in figures.items()
            for when, value in own.items()
        }
        codes = [region.region_code for region in catalog.regions.values()]
        panels = {}
        for name in rows:
            own = {(c, p): o.value for (i, c, p), o in found.items() if i == name}
            index = sorted({p for _, p in own})
            table = [[own.get((code, p), float("nan")) for code in codes] for p in index]
            panels[name] = pd.DataFrame(table, index, codes, dtype=float)
        return replace(
            catalog,
            indicators={**catalog.indicators, **rows},
            observations={**catalog.observations, **found},
            panels={**catalog.panels, **panels},
            latest=(RATE, LEVEL),
        )

    return build


@pytest.fixture(scope="module")
def quarters(quarters_of):
    return quarters_of(FIGURES)


def cells(found, name):
    row = next(row for row in found.rows if row.indicator.indicator_id == name)
    return {cell.region.slug: cell for cell in row.cells}


def told(cell):
    parts = [f"{r.text} {r.when}" if r else "" for r in (cell.newest, cell.before)]
    return (*parts, cell.absence)


def test_a_cell_has_the_newest_period_and_the_one_before(quarters):
    found = cells(latest(quarters, THREE), LEVEL)
    assert told(found["beijing"]) == (
        "26,412（初） 2026 年上半年", "12,931（初） 2026 年一季度", "",
    )  # fmt: skip
    rates = cells(latest(quarters, THREE), RATE)
    assert told(rates["beijing"]) == ("5.9%（初） 2026 年一季度", "5.7%（初） 2026 年 1—2 月", "")


def test_the_three_are_added_in_one_period_only(quarters, quarters_of):
    assert told(cells(latest(quarters, THREE), LEVEL)["jjj"]) == (
        "59,757（初） 2026 年上半年，计算", "29,049（初） 2026 年一季度，计算", "",
    )  # fmt: skip
    late = dict(FIGURES)
    late[LEVEL, "130000"] = {"2025-Q4": 49305, "2026-Q1": 11748}
    assert told(cells(latest(quarters_of(late), THREE), LEVEL)["jjj"]) == ("", "", NO_SUM)
    apart = dict(FIGURES)
    apart[LEVEL, "130000"] = {"2025-Q4": 49305, "2026-Q2": 24207}
    one = cells(latest(quarters_of(apart), THREE), LEVEL)["jjj"]
    assert told(one) == ("59,757（初） 2026 年上半年，计算", "", "")
    assert one.newest.is_computed and COMPUTED in one.newest.when


def test_a_rate_is_not_added_and_a_missing_one_is_not_held(quarters):
    found = cells(latest(quarters, THREE), RATE)
    assert told(found["jjj"]) == ("", "", NO_SUM)
    assert told(cells(latest(quarters, THREE), LEVEL)["nation"])[2] == ""  # that of whole years
    bare = replace(quarters, observations={}, panels={
        **quarters.panels,
        **{n: quarters.panels[n].iloc[:0] for n in (RATE, "gdp_index_prev100")},
    })  # fmt: skip
    assert told(cells(latest(replace(bare, latest=(RATE,)), THREE), RATE)["hebei"]) == (
        "", "", NOT_HELD,
    )  # fmt: skip


def test_a_year_stands_where_it_is_newer_and_never_above_another_series(quarters):
    """天津 has the rate of 2025 as a quarter, 河北 that of 2024 as a year only."""
    found = cells(latest(quarters, THREE), RATE)
    assert told(found["tianjin"])[:2] == ("4.8%（初） 2025 年", "")
    hebei = found["hebei"]
    assert hebei.newest.indicator_id == hebei.before.indicator_id == "gdp_index_prev100"
    assert (hebei.newest.when, hebei.before.when) == ("2024 年", "2023 年")


def test_a_published_value_of_the_three_stands_where_it_is_as_new(quarters_of):
    joint = {**FIGURES, (LEVEL, "JJJ"): {"2026-Q2": 59800}}
    one = cells(latest(quarters_of(joint), THREE), LEVEL)["jjj"]
    assert (one.newest.value, one.newest.is_computed) == (59800, False)
    older = {**FIGURES, (LEVEL, "JJJ"): {"2025-Q2": 57000}}
    assert cells(latest(quarters_of(older), THREE), LEVEL)["jjj"].newest.value == 59757


def test_the_chosen_regions_are_the_columns(quarters):
    slugs = [region.slug for region in latest(quarters, ["hebei"]).regions]
    assert slugs == ["hebei", "nation"]
    assert [r.slug for r in latest(quarters, THREE).regions] == [*THREE, "jjj", "nation"]


def test_it_is_of_the_overview_of_the_whole_economy(catalog, quarters, view_of):
    assert [row.unit for row in summary(quarters, view_of("gdp")).latest.rows] == [
        "%，不变价", "亿元，现价",
    ]  # fmt: skip
    assert summary(quarters, view_of("pm25")).latest is None
    assert summary(catalog, view_of("gdp")).latest.rows == ()


def test_marks_are_explained_and_publishers_named(quarters):
    found = latest(quarters, THREE)
    assert found.legend == ("标（初）的数值为初步核算数。",)
    assert found.publishers == ("国家统计局",)
    assert len(found.documents) == len({one.citation for one in found.documents})
