"""Our own index of the real tables, computed again by other code from the CSV files."""

import csv
from collections import defaultdict
from math import exp, log

import pytest

from analysis.evaluation.index import open_index
from analysis.evaluation.what_if import WhatIf
from data.package.load import FOLDER

BJ, TJ, HB = CODES = ("110000", "120000", "130000")


def rows_of(table):
    with (FOLDER / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def values():
    found = defaultdict(dict)
    for row in rows_of("observations"):
        if len(row["period"]) == 4:
            found[row["indicator_id"], int(row["period"])][row["region_code"]] = float(row["value"])
    return found


@pytest.fixture(scope="module")
def cuts():
    """The years after a break, by indicator, whatever lies between."""
    found = defaultdict(list)
    for row in rows_of("breaks"):
        found[row["indicator_id"]].append((int(row["before"]), int(row["after"])))
    for row in rows_of("survey_series"):
        for cut in rows_of("survey_breaks"):
            if cut["survey"] == row["survey"]:
                found[row["indicator_id"]].append((int(cut["before"]), int(cut["after"])))
    return found


def level(form, x, n):
    if form == "ratio":
        return sum(x.values()) / sum(n.values())
    if form == "share_jinji":
        return (x[TJ] + x[HB]) / sum(x.values())
    if form == "spread":
        each = [x[code] / n[code] for code in CODES]
        return max(each) - min(each)
    if form == "theil":
        pairs = [(x[c] / sum(x.values()), n[c] / sum(n.values())) for c in CODES]
        return sum(y * log(y / w) for y, w in pairs)
    return (x[HB] / n[HB]) / (x[BJ] / n[BJ])


def three(values, name, year):
    found = {code: v for code, v in values[name, year].items() if code in CODES}
    return found if len(found) == 3 else None


def move(row, year, values, cuts):
    """The logarithm of a part's change, None where there is no link."""
    names = [row[role] for role in ("numerator_id", "denominator_id", "weights_id") if row[role]]
    if any(a < year and b > year - 1 for name in names for a, b in cuts[name]):
        return None
    at = {(name, y): three(values, name, y) for name in names for y in (year - 1, year)}
    if row["form"] == "growth":
        needed = [(names[0], year), (names[1], year - 1), (names[1], year), (names[2], year - 1)]
        if not all(at[key] for key in needed):
            return None
        g, n0, n1, v = (at[key] for key in needed)
        grown = sum(v[code] * g[code] / 100 for code in CODES) / sum(v.values())
        return log(grown * sum(n0.values()) / sum(n1.values()))
    if not all(at.values()):
        return None
    one = dict.fromkeys(CODES, 1.0)
    before, after = (
        level(row["form"], at[names[0], y], at[names[1], y] if len(names) > 1 else one)
        for y in (year - 1, year)
    )
    return int(row["direction"]) * log(after / before)


@pytest.fixture(scope="module")
def steps(values, cuts):
    """The change of the index in each year, and how many links it has."""
    found = {}
    for year in range(2015, 2025):
        moves = defaultdict(list)
        for row in rows_of("index_parts"):
            own = move(row, year, values, cuts) if row["is_on"] == "true" else None
            if own is not None:
                moves[row["dimension"]].append(own)
        means = [sum(one) / len(one) for one in moves.values()]
        found[year] = sum(means) / len(means), sum(map(len, moves.values()))
    return found


def test_every_year_is_as_other_code_has_it(catalog, steps):
    found = open_index(catalog, WhatIf())
    assert found.years[:11] == tuple(range(2014, 2025))
    value = 100.0
    for year, own in zip(found.years[1:11], found.values[1:11], strict=True):
        value *= exp(steps[year][0])
        assert own == pytest.approx(value, rel=1e-9)


def test_as_many_links_are_used(catalog, steps):
    found = open_index(catalog, WhatIf())
    for year, (_, count) in steps.items():
        assert sum(one.is_in and year in one.years for one in found.contributions) == count


def test_the_design_counts_what_it_should():
    rows = {row["part"]: row for row in rows_of("index_parts")}
    assert rows["sulphur"]["is_on"] == "false"
    assert not any("software_exports" in row.values() for row in rows.values())
    assert sum(row["is_on"] == "true" for row in rows.values()) >= 20
