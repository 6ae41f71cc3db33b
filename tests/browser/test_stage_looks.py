"""Every scene of the prepared briefing for every region on every screen: nothing too small, cut
off, touching or pale."""

from pathlib import Path

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Page, Route
from stage_page import REGION_KEYS, open_stage, scene_count

pytestmark = pytest.mark.browser

LOOKS = (Path(__file__).parent / "stage_looks.js").read_text(encoding="utf-8")
SIZES = [(1920, 1080), (3840, 2160), (2560, 1080), (1280, 720), (1024, 768)]


def flaws(page: Page) -> list[str]:
    """What is wrong on any scene for any choice of regions, each with where it is."""
    found = []
    for region, key in REGION_KEYS.items():
        page.keyboard.press(key)
        page.keyboard.press("Home")
        for scene in range(1, scene_count(page) + 1):
            found += [f"{region} {scene}: {flaw}" for flaw in page.evaluate(LOOKS)]
            page.keyboard.press("PageDown")
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_scene_is_whole_and_large_on_a_dark_stage(
    chromium: Browser, guard: Guard, size: tuple[int, int]
) -> None:
    page = new_page(chromium, guard, size)
    open_stage(page)
    assert flaws(page) == []
    assert guard.outside == []
    assert guard.errors == []
    page.close()


def test_every_scene_is_whole_and_large_on_a_light_stage(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (1920, 1080))
    open_stage(page)
    page.keyboard.press("t")
    assert flaws(page) == []
    page.close()


def test_a_long_title_of_ones_own_leaves_every_scene_large(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (1920, 1080))

    def retitled(route: Route) -> None:
        deck = route.fetch().json()
        for scene in deck["scenes"]:
            for shown in scene["slides"].values():
                shown["title"] = "三地产业协同的长标题" * 8
        route.fulfill(json=deck)

    page.route("**/present/scenes.json*", retitled)
    open_stage(page)
    assert [flaw for flaw in flaws(page) if " px" in flaw] == []
    page.close()


def test_the_check_sees_what_is_wrong(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (1920, 1080))
    open_stage(page)
    page.add_style_tag(content="#count { font-size: 20px; color: #445566 } #title { height: 2px }")
    page.add_style_tag(content="#where { position: relative; left: -200px }")
    seen = " ".join(page.evaluate(LOOKS))
    for wrong in ("is 20.0 px", "has contrast", "touches", "leaves its place"):
        assert wrong in seen
    page.close()
