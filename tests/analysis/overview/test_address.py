"""The overview and its query string: a View, and what colours the ground."""

import pytest

from analysis.overview.address import OverviewView, grounds, overview_view, query_of


@pytest.fixture(scope="module")
def known(catalog):
    return grounds(catalog)


def test_what_is_written_is_read_again(options, known):
    for ground in ("", *known):
        chosen = OverviewView(options.default("green"), ground)
        assert overview_view(query_of(chosen, options), options, known) == (chosen, ())
    assert query_of(OverviewView(options.default()), options) == ""


def test_its_polygons_are_prefectures(known):
    assert "prefecture.product" in known
    assert all(base.startswith("prefecture.") for base in known)


@pytest.mark.parametrize("ground", ["county.density", "magic"])
def test_what_it_cannot_be_coloured_by_is_remarked_on(options, known, ground):
    chosen, remarks = overview_view(f"?ground={ground}", options, known)
    assert chosen == OverviewView(options.default())
    assert f"ground={ground}" in remarks[0]


def test_an_edition_without_areas_says_so(options):
    _, remarks = overview_view("?ground=prefecture.product", options, ())
    assert "本版数据没有分市的资料" in remarks[0]
