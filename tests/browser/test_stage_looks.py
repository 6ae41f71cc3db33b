"""Every scene of the prepared briefing for every region on every screen: nothing too small, cut
off, touching or pale."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, Page, Route
from stage_page import REGION_KEYS, open_stage, scene_count

pytestmark = pytest.mark.browser

LOOKS = (Path(__file__).parent / "stage_looks.js").read_text(encoding="utf-8")
SIZES = [(1920, 1080), (3840, 2160), (2560, 1080), (1280, 720), (1024, 768)]


def flaws(page: Page, regions: Iterable[str] = ("beijing", "tianjin", "hebei")) -> list[str]:
    """What is wrong on any scene as it was prepared and for each of the regions, each with where
    it is; a key that a scene has no slide for shows the same again and is not looked at."""
    found = []
    for scene in range(1, scene_count(page) + 1):
        seen = set()
        for region in ("prepared", *regions):
            page.keyboard.press(REGION_KEYS.get(region, "y"))
            where = page.locator("#where").inner_text()
            if where not in seen:
                found += [f"{region} {scene}: {flaw}" for flaw in page.evaluate(LOOKS)]
            seen.add(where)
        page.keyboard.press("PageDown")
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_scene_is_whole_and_large_on_a_dark_stage(
    chromium: Browser, guard: Guard, size: tuple[int, int]
) -> None:
    page = new_page(chromium, guard, size)
    open_stage(page)
    is_usual = size == (1920, 1080)
    assert flaws(page, [name for name in REGION_KEYS if is_usual or "-" not in name]) == []
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


HAND = """() => {
  const { form } = document.body.dataset, found = [];
  const scale = document.getElementById("stage").getBoundingClientRect().width
    / parseFloat(document.getElementById("stage").style.width);
  const walker = document.createTreeWalker(document.getElementById("stage"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const box = node.parentElement;
    if (!node.textContent.trim() || box.closest("#controls, .overlay, [hidden]")) continue;
    const said = `“${node.textContent.trim().slice(0, 16)}”`;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, width } = range.getBoundingClientRect();
    if (!width) continue;
    const drawn = box.closest("svg") ? box.getScreenCTM().a / scale : 1;
    const size = parseFloat(getComputedStyle(box).fontSize) * scale * drawn;
    if (size < 11.5) found.push(`${said} is ${size.toFixed(1)} px`);
    if (left < -1 || right > innerWidth + 1) found.push(`${said} leaves the window`);
  }
  const slide = document.getElementById("slide");
  slide.scrollTop = slide.scrollHeight;
  const last = document.getElementById("body").lastElementChild;
  const end = document.querySelector("#stage > footer").getBoundingClientRect().top;
  if (last && last.getBoundingClientRect().bottom > end + 2) found.push("the end is out of reach");
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  return found.map((flaw) => `${innerWidth} ${form}: ${flaw}`);
}"""


def test_every_scene_is_legible_in_the_hand(chromium: Browser, guard: Guard) -> None:
    """Phones held upright and sideways, a tablet: nothing too small, cut off or out of reach. A
    phone that is turned asks for the drawings of its new form."""
    page = new_page(chromium, guard, (390, 844))
    open_stage(page)
    found = []
    for width, height in ((390, 844), (820, 1180), (844, 390)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            "(box) => document.querySelector('svg.lines')?.getAttribute('viewBox')"
            ".startsWith(box) ?? true",
            arg="0 0 716" if width < height else "0 0 1",
        )
        page.keyboard.press("Home")
        for scene in range(1, scene_count(page) + 1):
            found += [f"{scene}: {flaw}" for flaw in page.evaluate(HAND)]
            page.keyboard.press("PageDown")
    assert found == []
    assert guard.errors == []
    page.close()


OF_ONES_OWN = [
    *({"layout": "task", "theme": theme} for theme in ("chains", "green", "enterprises")),
    {"layout": "pair", "theme": "overall", "regions": ["beijing", "hebei"]},
    {"layout": "numbers-chart", "theme": "overall", "indicator_id": "gdp"},
    {"layout": "number", "theme": "overall", "indicator_id": "gdp"},
    {"layout": "place", "theme": "layout", "subject": "W2"},
    {"layout": "chain", "theme": "chains", "subject": "hydrogen"},
    {"layout": "areas", "theme": "layout", "subject": "manufacturing"},
    {"layout": "areas", "theme": "layout", "subject": "ict", "filters": "map=share&area=110108"},
    {"layout": "map", "theme": "layout", "indicator_id": "gdp", "filters": "ground=county.density"},
    {"layout": "map", "theme": "layout", "indicator_id": "gdp",
     "filters": "ground=prefecture.product&area=130600"},
    {"layout": "gaps", "theme": "overall"},
    {"layout": "gaps", "theme": "overall", "filters": "reference=beijing", "start": 2018},
    {"layout": "index", "theme": "overall"},
    {"layout": "index", "theme": "overall", "filters": "weights=green:2&trust=AB&base=2016"},
    {"layout": "watch", "theme": "overall"},
    {"layout": "chart", "theme": "overall", "indicator_id": "gdp", "frame": "provinces"},
    {"layout": "bars", "theme": "overall", "indicator_id": "gdp", "frame": "provinces"},
    {"layout": "numbers-chart", "theme": "overall", "indicator_id": "gdp", "frame": "provinces"},
]  # fmt: skip


def test_layouts_that_only_ones_own_briefings_have_are_whole(
    chromium: Browser, guard: Guard, briefings_folder: Path
) -> None:
    """Tasks with dated facts, two regions, one place, one chain: in a meeting room as prepared
    and for every two regions, on a high screen and on a phone as prepared."""
    scenes = [{"scene_id": f"own-{i}", **one} for i, one in enumerate(OF_ONES_OWN)]
    form = {"format": "jing-jin-ji-briefing-1", "name": "版式", "revision": "1", "scenes": scenes}
    path = briefings_folder / "版式.json"
    path.write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")
    page = new_page(chromium, guard, (1920, 1080))
    open_stage(page, "?briefing=版式")
    assert scene_count(page) == len(scenes)
    assert flaws(page, [name for name in REGION_KEYS if "-" in name]) == []
    for size in ((1080, 1920), (390, 844)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        open_stage(page, "?briefing=版式")
        found = []
        for _ in scenes:
            found += page.evaluate(HAND)
            page.keyboard.press("PageDown")
        assert found == []
    assert guard.errors == []
    page.close()
    path.unlink()


def test_the_check_sees_what_is_wrong(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (1920, 1080))
    open_stage(page, "?scene=regions")
    page.add_style_tag(content="#count { font-size: 20px; color: #445566 } #title { height: 2px }")
    page.add_style_tag(content="#where { position: relative; left: -200px }")
    seen = " ".join(page.evaluate(LOOKS))
    for wrong in ("is 20.0 px", "has contrast", "touches", "leaves its place"):
        assert wrong in seen
    page.close()
