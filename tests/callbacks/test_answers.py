"""Prepared answers are the computed ones byte for byte, and are not computed again."""

from dataclasses import replace

import orjson
import pytest

from analysis.pages import Page
from callbacks import MODULES, answers, answers_of
from callbacks.answers import Answers
from callbacks.likely import likely
from components.content import packed, unpacked
from data.cache import ON_DISK, Cache
from data.recent import NEW

ADDRESSES = {
    Page.OVERVIEW: "/?region=beijing,hebei&theme=innovation",
    Page.INDICATORS: "/indicators",
    Page.PLAN: "/plan?theme=green",
    Page.AREAS: "/areas",
    Page.PLATFORMS: "/platforms",
    Page.REGIONS: "/regions/hebei",
    Page.CHANGES: "/changes",
}


def nothing(*_):
    raise AssertionError("computed, though it was prepared")


UNABLE = {page: replace(module.BINDING, show=nothing) for page, module in MODULES.items()}


@pytest.fixture
def site(app):
    return app.answers.site


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "0a-1b")


def state(site, page):
    path, _, query = ADDRESSES[page].partition("?")
    return MODULES[page].BINDING.read(site, path, query)[0]


def written(answer):
    return orjson.dumps(answer, option=orjson.OPT_NON_STR_KEYS)


@pytest.mark.thorough
@pytest.mark.parametrize("page", ADDRESSES)
def test_a_prepared_answer_is_the_computed_one_byte_for_byte(site, cache, page):
    computed = answers_of(site)
    assert answers_of(site, cache).prepare([(page, state(site, page))]) == 1
    prepared = Answers(site, UNABLE, cache)
    question = {"number": 7, "address": ADDRESSES[page]}
    assert written(prepared.to(page, question)) == written(computed.to(page, question))
    assert written(prepared.page(question)) == written(computed.page(question))
    assert prepared.content(ADDRESSES[page])[0].page == page


def test_a_content_comes_back_as_it_was(site):
    found = MODULES[Page.PLATFORMS].BINDING.show(site, state(site, Page.PLATFORMS))
    for content in (
        found,
        replace(found, parts={**found.parts, "none": None}, remarks=("一", "二")),
    ):
        again = unpacked(packed(content))
        assert (again.page, again.title, again.remarks) == (
            content.page, content.title, content.remarks,
        )  # fmt: skip
        assert list(again.parts) == list(content.parts)
        assert [part and orjson.dumps(part) for part in again.parts.values()] == [
            part and orjson.dumps(part) for part in content.parts.values()
        ]
        assert again.size == content.size


@pytest.mark.thorough
def test_what_is_there_is_not_prepared_again(site, cache):
    wanted = list(likely(site))[:3]
    assert answers_of(site, cache).prepare(wanted) == 3
    assert Answers(site, UNABLE, cache).prepare(wanted) == 3


def test_a_damaged_answer_is_computed_again(site, cache, tmp_path):
    wanted = [(Page.PLAN, state(site, Page.PLAN))]
    answers_of(site, cache).prepare(wanted)
    (path,) = (tmp_path / "0a-1b").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert answers_of(site, cache).prepare(wanted) == 1
    assert path.read_bytes() == whole


def test_preparing_ends_where_no_more_may_be_kept(site, tmp_path):
    cache = Cache(tmp_path / "0a-1b", most=100)
    assert answers_of(site, cache).prepare(list(likely(site))[:2]) == 0
    assert cache.size() == 0


def test_a_process_keeps_no_more_than_its_bytes(site, monkeypatch):
    one = MODULES[Page.OVERVIEW].BINDING.show(site, state(site, Page.OVERVIEW)).size
    monkeypatch.setattr(answers, "REMEMBERED", round(3 * one / NEW))
    found = answers_of(site)
    kept = [found.content(f"/?from={year}")[0] for year in range(2000, 2010)]
    assert sum(content.size for content in kept) > 3 * one
    assert 0 < len(found._kept) <= 4  # some are smaller than the first


@pytest.mark.thorough
def test_every_page_and_every_card_for_every_choice_of_regions_is_prepared_within_its_bytes(
    site, cache, catalog
):
    headlines = sum(len(catalog.headlines(theme)) for theme in catalog.themes)
    # five pages as they open; the plan by theme, the profiles, the areas by industry
    pages = 5 + len(catalog.themes) + len(catalog.provinces) + len(catalog.areas.industries)
    assert answers_of(site, cache).prepare(likely(site)) == headlines * 7 + pages
    assert cache.size() < ON_DISK / 2  # room for tables, the deck, and twice as much
