"""Frames and positions of the real tables, recounted from the tables themselves."""

import csv
from collections import defaultdict

import pytest

from analysis.series import frames
from analysis.series.distribution import LEAST, distribution
from analysis.series.scales import numbers_of
from analysis.series.selection import selection
from analysis.state.view import View
from data.model.periods import ANNUAL, frequency, period
from data.package.load import FOLDER

MEMBERS = frames.GROUPS["yangtze"].codes
THREE = ("110000", "120000", "130000")


@pytest.fixture(scope="module")
def cells(catalog):
    """The values of every province as they are shown, by indicator, period and code."""
    found = defaultdict(dict)
    with (FOLDER / "tables" / "province_values.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row.pop("indicator_id")
            less = catalog.indicators[name].subtract or 0.0
            own = {
                code: round(float(text) - less, 9)
                for code, text in row.items()
                if code.isdigit() and text
            }
            found[name, period(row["period"])] |= own
    for (name, code, number), one in catalog.observations.items():
        if code in THREE:
            found[name, number][code] = one.value
    return found


def test_sums_of_the_four_are_those_of_their_rows(catalog, cells):
    counted = 0
    for (name, number), own in cells.items():
        row = catalog.indicators[name]
        if row.aggregation != "sum":
            continue
        made = frames.values_of(catalog, row, MEMBERS).get(number)
        if set(MEMBERS) <= own.keys():
            assert made == pytest.approx(sum(own[code] for code in MEMBERS)), (name, number)
            counted += 1
        else:
            assert made is None, (name, number)
    assert counted > 500


@pytest.mark.thorough
def test_positions_are_those_of_the_sorted_rows(catalog, cells):
    ranked = 0
    for name, row in catalog.indicators.items():
        years = [n for (i, n) in cells if i == name and frequency(n) == ANNUAL]
        if not years:
            continue
        slugs = tuple(region.slug for region in catalog.provinces)
        view = View(slugs, row.theme, name, min(years), max(years))
        topic = selection(catalog, view, name)
        found = distribution(catalog, topic, "published", numbers_of(catalog, topic, "published"))
        if found is None:
            continue
        own = {
            c: v
            for c, v in cells[name, found.period].items()
            if (c, found.period) not in topic.suspects
        }
        assert len(found.standings) == len(own) >= LEAST, name
        in_order = sorted(own.values(), reverse=True)
        for one in found.chosen:
            assert one.rank == in_order.index(own[one.code]) + 1, (name, one.name)
        ranked += 1
    assert ranked > 60
