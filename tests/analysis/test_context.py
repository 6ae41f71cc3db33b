"""What is remembered of a catalog is remembered once, and goes with it."""

import gc
import weakref

from analysis.context import remembered
from app import Settings, create_app
from callbacks.likely import likely
from data.package import load as package


def test_a_result_is_computed_once_for_each_catalog_and_arguments(catalog):
    asked = []

    @remembered(8)
    def told(catalog, word):
        asked.append((catalog, word))
        return word * 2

    other = package.load()
    assert [told(catalog, "a"), told(catalog, "a"), told(other, "a"), told(catalog, "b")] == [
        "aa", "aa", "aa", "bb",
    ]  # fmt: skip
    assert asked == [(catalog, "a"), (other, "a"), (catalog, "b")]


def test_no_more_than_so_many_results_are_kept(catalog):
    asked = []

    @remembered(2)
    def told(catalog, number):
        asked.append(number)
        return number

    for number in (1, 2, 3, 1):
        told(catalog, number)
    assert asked == [1, 2, 3, 1]


def test_four_catalogs_that_were_used_and_dropped_are_gone():
    known = []
    for _ in range(4):
        app = create_app(Settings())
        site = app.answers.site
        for page, state in list(likely(site))[:40]:
            app.answers._content(page, state)
        assert len(site.catalog.memory) >= 6
        known.append(weakref.ref(site.catalog))
        del app, site
    gc.collect()
    assert [one() for one in known] == [None] * 4
