"""A region's part of the evaluation is what the evaluation says of it."""

from dataclasses import replace

import pytest

from analysis.coordination.division import division
from analysis.coordination.gaps import LACKING, REFERENCE, gaps
from analysis.regions.coordination import coordination
from analysis.state.view import View
from analysis.watch.watched import worsened_count

SLUGS = ("beijing", "tianjin", "hebei")


def region_of(catalog, slug):
    return next(one for one in catalog.provinces if one.slug == slug)


def part(catalog, slug, start=2010, end=2024):
    return coordination(catalog, region_of(catalog, slug), start, end)


@pytest.mark.parametrize("slug", ["beijing", "tianjin"])
def test_a_region_is_set_against_the_one_that_is_usually_1(catalog, slug):
    own = region_of(catalog, slug)
    found = part(catalog, slug)
    whole = gaps(catalog, REFERENCE, 2014, 2024)
    assert [gap for row in found.rows for gap in row.gaps] == list(whole.of(own))
    assert found.reference.slug == REFERENCE


def test_the_one_that_is_1_is_told_of_both_others(catalog):
    found = part(catalog, "hebei")
    assert found.rows == gaps(catalog, REFERENCE, 2014, 2024).rows
    assert {gap.region.slug for row in found.rows for gap in row.gaps} == {"beijing", "tianjin"}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_highest_quotient_is_the_greatest_of_the_region(catalog, slug):
    found = part(catalog, slug)
    code = region_of(catalog, slug).region_code
    labour = division(catalog, 2014, 2024)
    every = {own.value: row for row in labour.rows for own in row.quotients if own.code == code}
    assert found.most.quotient.value == max(every)
    assert found.most.sector == every[max(every)]
    assert found.most.year == labour.last


@pytest.mark.parametrize("slug", SLUGS)
def test_it_counts_what_the_watch_list_has(catalog, slug):
    assert part(catalog, slug).worsened == worsened_count(
        catalog, View((slug,), "", "", 2014, 2024)
    )


@pytest.mark.parametrize(("years", "looked_at"), [((2010, 2024), (2014, 2024)),
                                                  ((2018, 2022), (2018, 2022)),
                                                  ((2010, 2012), (2012, 2012))])  # fmt: skip
def test_years_begin_with_coordinated_development(catalog, years, looked_at):
    found = part(catalog, "tianjin", *years)
    assert (found.start, found.end) == looked_at


def test_an_edition_without_measures_says_so(catalog):
    bare = replace(catalog, digest="bare", gap_measures=(), sectors=())
    found = part(bare, "beijing")
    assert (found.rows, found.most, found.lacking) == ((), None, LACKING)
