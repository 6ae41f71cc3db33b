"""The files of the evaluation: all of it is computed again from the CSV alone (evaluated.py)."""

import random
from math import fsum, isclose, log

import orjson
import pytest

from analysis.evaluation.address import evaluation_choices, evaluation_view
from analysis.evaluation.summary import evaluation_summary
from reports.evaluation import evaluation_report
from reports.evaluation_files import SHEETS, evaluation_book, evaluation_csv, evaluation_json
from reports.evaluation_rows import KINDS
from tests.reports import evaluated
from tests.reports.evaluated import CODES, PAIRS, Rows

QUERIES = (
    "",
    "reference=beijing&from=2016&to=2022",
    "weights=innovation:2,green:0.5,opening:0&without=trade,software&base=2018",
)


@pytest.fixture(scope="module")
def report_of(catalog, options):
    def found(query=""):
        chosen, remarks = evaluation_view(query, options, evaluation_choices(catalog))
        assert not remarks
        return evaluation_report(catalog, evaluation_summary(catalog, chosen))

    return found


@pytest.fixture(scope="module", params=QUERIES, ids=["usual", "beijing", "changed"])
def rows(request, report_of):
    return Rows(evaluation_csv(report_of(request.param)))


def same(told, computed):
    """Every number that is told is the computed one, and there are some."""
    assert told
    for key, value in told.items():
        again = computed(*key)
        assert isclose(value, again, rel_tol=1e-9, abs_tol=1e-9), (key, value, again)


def test_ratios_are_computed_again(rows):
    values = evaluated.measures(rows)

    def ratio(item, code, base, year):
        return values[item, code][year][0] / values[item, f"CN-{base}"][year][0]

    same(rows.told("ratio"), ratio)


def test_measures_shares_and_coefficients_are_computed_again(rows):
    values = evaluated.measures(rows)

    def three(item, year, place):
        return [values[item, code][year][place] for code in CODES]

    def people(year):
        return [rows.values["population", code][year] for code in CODES]

    same(rows.told("measure"), lambda item, code, _, year: values[item, code][year][0])
    same(
        rows.told("share"),
        lambda item, code, _, year: values[item, code][year][1] / fsum(three(item, year, 1)) * 100,
    )
    same(rows.told("cv"), lambda i, _c, _b, year: evaluated.variation(three(i, year, 0), [1] * 3))
    same(
        rows.told("cv_weighted"),
        lambda item, _c, _b, year: evaluated.variation(three(item, year, 0), people(year)),
    )
    same(
        rows.told("theil"),
        lambda item, _c, _b, year: evaluated.theil(three(item, year, 1), three(item, year, 2)),
    )


def test_no_year_is_left_out_that_all_three_have(rows):
    values = evaluated.measures(rows)
    told = {(item, year) for item, _, _, year in rows.told("measure")}
    years = {year for _, year in told}
    for item in {item for item, _ in told}:
        every = set.intersection(*(set(values[item, code]) for code in CODES))
        inside = {year for year in every if min(years) <= year <= max(years)}
        assert {year for one, year in told if one == item} == inside


def test_the_division_of_labour_is_computed_again(rows):
    def quotient(name, code, _base, year):
        found = evaluated.sector_shares(rows, year)
        return found[code][name] / found["JJJ"][name]

    def krugman(pair, _code, _base, year):
        one, other = (evaluated.sector_shares(rows, year)[code] for code in PAIRS[pair])
        return fsum(abs(one[name] - other[name]) for name in one)

    same(rows.told("quotient"), quotient)
    same(rows.told("krugman"), krugman)
    same(
        rows.told("sector_share"),
        lambda name, code, _, year: evaluated.sector_shares(rows, year)[code][name] * 100,
    )


def test_every_link_is_computed_again_and_none_is_dropped_for_nothing(rows):
    links = evaluated.index_of(rows).links
    told = rows.told("link")
    assert sum(value is not None for value in told.values()) > 100
    for (part, _, _, year), value in told.items():
        again = links[part][year]
        assert (value is None) == (again is None), (part, year)
        assert value is None or isclose(value, again, rel_tol=1e-9, abs_tol=1e-12), (part, year)


def base_of(rows, kind="index"):
    return {row["编号"]: int(row["单位"][:4]) for row in rows.kinds[kind]}


def test_the_index_its_dimensions_and_contributions_are_computed_again(rows):
    index, base = evaluated.index_of(rows), base_of(rows)["index"]
    levels = index.levels(base)
    same(rows.told("index"), lambda _i, _c, _b, year: levels[year])
    assert [year for _, _, _, year in rows.told("index")] == list(levels)
    last = max(levels)

    def contribution(part, _code, _base, year):
        before, after = levels[year - 1], levels[year]
        return index.parts_of(year)[part] * (after - before) / log(after / before)

    def since(part, _code, _base, year):
        logs = fsum(index.parts_of(y).get(part, 0) for y in range(base + 1, year + 1))
        return logs * (levels[year] - levels[base]) / log(levels[year] / levels[base])

    def dimension(name, _code, _base, year):
        first = base_of(rows, "dimension")[name]
        years = range(min(first, year) + 1, max(first, year) + 1)
        logs = fsum(index.means(y)[name][0] for y in years)
        return 100 * evaluated.exp(logs if year > first else -logs)

    told = rows.told("contribution")
    same(told, contribution)
    assert isclose(fsum(told.values()), levels[last] - levels[last - 1], abs_tol=1e-12 * 100)
    same(rows.told("contribution_since"), since)
    same(rows.told("dimension"), dimension)


def test_the_bands_of_what_is_left_out_and_the_other_mean_are_computed_again(rows):
    index, base = evaluated.index_of(rows), base_of(rows)["index"]
    whole = index.levels(base)
    weighing = [name for name, weight in index.weights.items() if weight]
    scenarios = {
        "parts": [index.without(part=part).levels(base) for part in index.dimensions],
        "dimensions": [index.without(dimension=name).levels(base) for name in weighing],
    }
    for name, others in scenarios.items():
        held = [one for one in (whole, *others) if len(one) == len(whole)]
        for kind, end in (("band_low", min), ("band_high", max)):
            told = {k: v for k, v in rows.told(kind).items() if k[0] == name}
            same(told, lambda _i, _c, _b, y, end=end, held=held: end(one[y] for one in held))
    arithmetic = index.levels(base, is_arithmetic=True)
    told = {k: v for k, v in rows.told("other_choice").items() if k[0] == "arithmetic"}
    same(told, lambda _i, _c, _b, year: arithmetic[year])


@pytest.mark.thorough
def test_the_band_of_weights_is_that_of_other_draws_too(rows):
    """Dirichlet draws of another generator: 5 and 95 percent of the last year, within a point."""
    index, base = evaluated.index_of(rows), base_of(rows)["index"]
    given = {name: weight for name, weight in index.weights.items() if weight}
    whole, draw = fsum(given.values()), random.Random(7)
    shapes = {name: 10 * weight * len(given) / whole for name, weight in given.items()}
    lasts = []
    for _ in range(400):
        own = {name: draw.gammavariate(shape, 1) for name, shape in shapes.items()}
        weights = {**index.weights, **own}
        other = evaluated.Index(index.links, index.dimensions, weights, index.years)
        lasts.append(list(other.levels(base).values())[-1])
    lasts.sort()
    year = max(index.levels(base))
    for kind, place in (("band_low", 20), ("band_high", 380)):
        told = rows.told(kind)["weights", "JJJ", "", year]
        assert abs(told - lasts[place]) < 0.03 * told, kind


def test_every_kind_has_words_and_a_sheet(report_of):
    report = report_of()
    assert {row.kind for row in report.rows} <= set(KINDS)
    listed = [kind for kinds in SHEETS.values() for kind in kinds]
    assert sorted(listed) == sorted(KINDS)
    names = [sheet.name for sheet in evaluation_book(report).sheets]
    assert names == [*SHEETS, "回落清单"]


def test_the_json_has_the_same_rows_and_the_watch_list(report_of):
    report = report_of("sign=all")
    found = orjson.loads(evaluation_json(report))
    assert len(found["rows"]) == len(report.rows) and len(found["watch"]) == len(report.watch) > 0
    assert found["metadata"]["sources"] == list(report.sources)


def test_each_publication_is_named_once(report_of):
    sources = report_of().sources
    assert len(sources) == len(set(sources)) > 0
