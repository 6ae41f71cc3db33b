"""The watch list: every sign of every theme, of the chosen regions and years."""

from dataclasses import replace

import pytest

from analysis.series import observations
from analysis.series.breaks import since_break
from analysis.watch.watched import watch_list, worsened_count
from data.model.watch import SIGNS, WORSENED


def worsened(rows):
    return [row for row in rows if row.sign.sign == WORSENED]


@pytest.fixture(scope="module")
def view(options):
    return replace(options.default(), start=2014, end=2024)


@pytest.fixture(scope="module")
def rows(catalog, view):
    return watch_list(catalog, view)


def test_the_signs_stand_in_their_order(rows):
    order = [SIGNS.index(row.sign.sign) for row in rows]
    assert order == sorted(order)
    assert {row.sign.sign for row in rows} >= {"worsened", "stalled", "late"}


def test_all_themes_are_looked_at(rows, options):
    assert len({row.indicator.theme for row in rows}) >= len(options.themes) - 1


def test_what_worsened_is_recounted_from_the_values(catalog, rows, options, view):
    """By other code: first and last published value after the last break, as they are shown."""
    counted = set()
    wanted = {"higher_better": 1, "lower_better": -1}
    for name in options.every_indicator:
        row = catalog.indicators[name]
        for region in catalog.provinces:
            doubtful = observations.suspects(catalog, name)
            values = {
                year: value
                for year, value in observations.columns(catalog, name)[region.region_code].items()
                if view.start <= year <= view.end and (region.region_code, year) not in doubtful
            }
            years = since_break(values, catalog.breaks.get(name, ()))
            if len(years) < 2 or row.direction not in wanted:
                continue
            step = round(values[years[-1]], row.decimals) - round(values[years[0]], row.decimals)
            if step * wanted[row.direction] < 0:
                counted.add((name, region.slug))
    assert worsened_count(catalog, view) == len(counted) > 0
    assert {(r.indicator.indicator_id, r.region.slug) for r in worsened(rows)} == counted


def test_only_chosen_regions_and_years_are_looked_at(catalog, view):
    found = watch_list(catalog, replace(view, regions=("hebei",), start=2018))
    assert {row.region.slug for row in found} == {"hebei"}
    assert min(row.first for row in found) >= 2018


def test_a_change_is_said_with_its_size(rows):
    for row in worsened(rows):
        assert row.size is not None
        assert row.change.startswith(("上升", "下降"))
        assert row.unit in row.change.replace("\u2009", "")


def test_a_value_in_doubt_says_why_and_is_not_compared(catalog, rows):
    doubtful = [r for r in rows if r.sign.sign == "suspect"]
    for (name, code, year), reason in catalog.suspects.items():
        own = [
            r for r in doubtful if r.indicator.indicator_id == name and r.region.region_code == code
        ]
        assert own and f"{year} 年" in own[0].finding and reason in own[0].finding
        assert own[0].size is None


def test_a_series_after_a_break_says_since_when(rows):
    broken = [r for r in worsened(rows) if any("年起比较" in c for c in r.caveats)]
    for row in broken:
        assert f"自 {row.first} 年起比较" in " ".join(row.caveats)


def test_an_edition_without_signs_watches_nothing(catalog, view):
    bare = replace(catalog, watch_signs=())
    assert watch_list(bare, view) == ()
    assert worsened_count(bare, view) == 0
