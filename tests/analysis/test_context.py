"""What is remembered of a catalog is remembered once, and goes with it."""

import gc
import weakref
from dataclasses import replace

import pytest

from analysis.context import remembered
from analysis.state.view import choices
from callbacks import answers_of
from callbacks.likely import likely
from callbacks.site import OneEdition, Site
from components.charts.atlas import Boundaries
from data.cache import Cache


def test_a_result_is_computed_once_for_each_catalog_and_arguments(catalog):
    asked = []

    @remembered(8)
    def told(catalog, word):
        asked.append((catalog, word))
        return word * 2

    other = replace(catalog)
    assert [told(catalog, "a"), told(catalog, "a"), told(other, "a"), told(catalog, "b")] == [
        "aa", "aa", "aa", "bb",
    ]  # fmt: skip
    assert asked == [(catalog, "a"), (other, "a"), (catalog, "b")]


def test_a_changed_copy_of_a_catalog_remembers_nothing_of_the_first(catalog):
    @remembered(8)
    def told(catalog):
        return catalog.version

    assert told(catalog) == catalog.version
    assert told(replace(catalog, version="2000-01-01")) == "2000-01-01"


def test_no_more_than_so_many_results_are_kept(catalog):
    asked = []

    @remembered(2)
    def told(catalog, number):
        asked.append(number)
        return number

    for number in (1, 2, 3, 1):
        told(catalog, number)
    assert asked == [1, 2, 3, 1]


@pytest.mark.thorough
def test_four_catalogs_that_were_used_and_dropped_are_gone(tmp_path, edition, read_once):
    known = []
    for number in range(4):
        catalog = read_once(edition)
        shapes = Boundaries("p", "v", "c", "o")
        site = Site(catalog, choices(catalog), ("a", "b"), shapes, "index", OneEdition(catalog))
        answers = answers_of(site, Cache(tmp_path / f"{number}-0"))
        assert answers.prepare(list(likely(answers.site))[:40]) == 40
        assert len(catalog.memory) >= 6
        known.append(weakref.ref(catalog))
        del answers, site, catalog
    gc.collect()
    assert [one() for one in known] == [None] * 4


@pytest.mark.thorough
def test_a_frozen_catalog_goes_when_what_is_remembered_of_it_is_let_go(edition, read_once):
    """gunicorn.conf.py freezes what is there before the workers are made."""
    catalog = read_once(edition)
    gc.freeze()
    try:
        choices(catalog)
        known = weakref.ref(catalog)
        catalog.memory.clear()
        del catalog
        assert known() is None
    finally:
        gc.unfreeze()
