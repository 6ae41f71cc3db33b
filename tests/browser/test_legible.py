"""The overview on every screen: what is written in a figure is large enough and inside it, nothing
is cut off or covered, and the charts keep their place from one theme to the next."""

from collections import defaultdict
from typing import Any

import pytest
from conftest import Guard, new_page
from playwright.sync_api import Browser, CDPSession, Page
from views import open_view

pytestmark = pytest.mark.browser

THEMES = ("overall", "layout", "chains", "innovation", "digital", "green", "quality",
          "enterprises", "opening")  # fmt: skip
Screen = tuple[int, int, float]  # CSS pixels, and how many of the screen's own make one
FITTING: tuple[Screen, ...] = ((1440, 900, 1), (1920, 1080, 1))  # without scrolling
SCREENS: tuple[Screen, ...] = (
    (1280, 720, 1), (1366, 657, 1), (1366, 768, 1), (1440, 789, 1), *FITTING,
    (1536, 864, 1.25), (1280, 720, 1.5),  # 1920x1080 at 125 % and 150 %
    (1093, 614, 1.25), (911, 512, 1.5),  # 1366x768
)  # fmt: skip
STACKED = 1024  # narrower, charts and cards stand below each other
PHONES: tuple[Screen, ...] = ((320, 640, 2), (360, 740, 2), (390, 844, 2))
LEAST_TYPE = 12  # pixels
LEAST_HEIGHT = {"trend": 150, "bars": 96, "map": 300}  # of a figure
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""  # WCAG 1.4.12
READER_STYLE = """document.addEventListener('DOMContentLoaded', () => {
  document.head.appendChild(document.createElement('style')).textContent = `STYLE`;
});""".replace("STYLE", SPACING)

# Waits until every figure has the size of its place, then measures everything at once.
MEASURE = """async ({ leastType, leastHeight }) => {
  const frame = () => new Promise(requestAnimationFrame);
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const box = (e) => e.getBoundingClientRect();
  const fits = (plot) => plot.size && Math.abs(box(plot).width - plot.size.width) < 1 &&
    Math.abs(box(plot).height - plot.size.height) < 1 &&
    Math.abs(box(plot).height - plot._fullLayout.height) < 1 &&
    Math.abs(box(plot).width - plot._fullLayout.width) < 1;
  const plots = every('main .js-plotly-plot');
  await frame();
  for (let i = 0; i < 200 && !plots.every(fits); i += 1) await frame();
  await Promise.all(plots.map((plot) => plot.drawing));
  await frame();
  const found = [];
  const tell = (what, text) => found.push(`${what}: ${text}`);
  const isSeen = (e) => box(e).width > 0 && getComputedStyle(e).visibility !== 'hidden';
  const written = (e) => {  // a heading is as wide as its words, without the room beside them
    if (e.tagName !== 'H2') return box(e);
    const words = document.createRange();
    words.selectNodeContents(e);
    return words.getBoundingClientRect();
  };
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;  // a line is higher than its type

  plots.forEach((plot) => {
    if (!fits(plot)) tell('not drawn at its size', plot.id);
    if (box(plot).height < leastHeight[plot.id]) tell('low', `${plot.id} ${box(plot).height}`);
    const inside = box(plot);
    const texts = every('svg text', plot).filter(isSeen);
    texts.forEach((text) => {
      const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
      if (size < leastType - .01) tell('small', `${plot.id} ${text.textContent} ${size}`);
      const { left, right, top, bottom } = box(text);
      if (left < inside.left - 1 || right > inside.right + 1 || top < inside.top - 1 ||
          bottom > inside.bottom + 1) tell('outside its figure', `${plot.id} ${text.textContent}`);
    });
    texts.forEach((a, i) => texts.slice(i + 1).filter((b) => overlap(box(a), box(b)))
      .forEach((b) => tell('texts collide', `${a.textContent} ${b.textContent}`)));
  });

  const elsewhere = 'svg, .data-view, select, .visually-hidden';
  every('main *, .filter-bar .chip').filter((e) => !e.closest(elsewhere)).forEach((e) => {
    const { overflowX, overflowY, display } = getComputedStyle(e);
    const words = (e.className || e.tagName) + ' ' + e.textContent.slice(0, 40);
    if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth && overflowX !== 'auto' &&
        display !== 'inline') tell('cut at its side', words);
    if (overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 1) tell('cut below', words);
  });
  every('.header h1, .scale-end').filter(isSeen).forEach((e) => {
    const words = document.createRange();
    words.selectNodeContents(e);
    const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top)));
    if (lines.size > 1) tell('parted', e.textContent);
  });
  every('.card-switch').forEach((card) => {
    const line = card.querySelector('.spark');
    const words = every('span', card).filter((e) => !e.children.length && isSeen(e));
    if (line && isSeen(line)) words.filter((e) => overlap(box(e), box(line)))
      .forEach((e) => tell('runs into its line', e.textContent));
    words.filter((e) => box(e).bottom > box(card).bottom)
      .forEach((e) => tell('out of its card', e.textContent));
  });
  const places = every('.lead, .cards, .claims, .panel').filter(isSeen);
  places.forEach((a, i) => places.slice(i + 1).filter((b) => overlap(box(a), box(b)))
    .forEach((b) => tell('places collide', `${a.className}, ${b.className}`)));
  every('.panel').forEach((panel) => {
    const parts = every('h2, .subtitle, .panel-figure, .foot, .platform-choice, summary', panel)
      .filter((e) => isSeen(e) && !e.closest('.foot .notes'));
    parts.forEach((a, i) => parts.slice(i + 1).filter((b) => overlap(written(a), written(b)))
      .forEach((b) => tell('parts collide', `${a.textContent}, ${b.textContent}`)));
    parts.filter((e) => box(e).bottom > box(panel).bottom)
      .forEach((e) => tell('out of its panel', e.textContent));
  });
  const { scrollWidth, scrollHeight } = document.documentElement;
  const tops = every('.panel-trend, .panel-map').map((e) => Math.round(box(e).top + scrollY));
  return { found, width: scrollWidth, height: scrollHeight, tops };
}"""


class Measured:
    """A page that is measured on one screen after the other."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._screen: CDPSession = page.context.new_cdp_session(page)

    def on(self, screen: Screen) -> dict[str, Any]:
        """What is found on this screen, how large the page is, and where the charts begin."""
        width, height, scale = screen
        self._screen.send(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False},
        )
        least = {"leastType": LEAST_TYPE, "leastHeight": LEAST_HEIGHT}
        told: dict[str, Any] = self.page.evaluate(MEASURE, least)
        return told


def faults(told: dict[str, Any], screen: Screen) -> list[str]:
    """What must not be: what was found, scrolling sideways, and scrolling where all should fit."""
    found: list[str] = list(told["found"])
    if told["width"] > screen[0]:
        found.append(f"scrolls sideways: {told['width']}")
    if screen in FITTING and told["height"] > screen[1]:
        found.append(f"scrolls: {told['height']}")
    return found


@pytest.mark.parametrize("region", ["", "&region=hebei"], ids=["three", "one"])
def test_every_theme_is_legible_on_every_screen(
    chromium: Browser, guard: Guard, region: str
) -> None:
    page = new_page(chromium, guard, (1440, 900))
    measured = Measured(page)
    found: dict[str, list[str]] = {}
    tops: dict[Screen, set[tuple[int, ...]]] = defaultdict(set)
    for theme in THEMES:
        open_view(page, f"?theme={theme}{region}")
        for screen in (*FITTING, PHONES[0]) if region else (*SCREENS, *PHONES):
            told = measured.on(screen)
            tops[screen].add(tuple(told["tops"]))
            if wrong := faults(told, screen):
                found[f"{theme} {screen}"] = wrong
        page.evaluate("document.querySelectorAll('.notes').forEach((e) => { e.open = true; })")
        if wrong := measured.on((1366, 768, 1))["found"]:
            found[f"{theme}, notes unfolded"] = wrong
    page.close()
    assert found == {}
    if not region:
        beside = {s: places for s, places in tops.items() if s[0] >= STACKED}
        assert {s: places for s, places in beside.items() if len(places) > 1} == {}
    assert guard.outside == guard.errors == []


def test_with_wide_spacing_of_text_nothing_vanishes(chromium: Browser, guard: Guard) -> None:
    page = new_page(chromium, guard, (1440, 900))
    page.add_init_script(READER_STYLE)
    measured = Measured(page)
    for theme in ("overall", "innovation", "enterprises"):
        open_view(page, f"?theme={theme}")
        assert page.locator(".lead").evaluate("e => parseFloat(getComputedStyle(e).letterSpacing)")
        for screen in ((1440, 900, 1.0), (1366, 768, 1.0), (390, 844, 2.0), (320, 640, 2.0)):
            told = measured.on(screen)
            assert told["width"] <= screen[0], (theme, screen)
            assert told["found"] == [], (theme, screen)
    page.close()


FAULTS = {  # a style that breaks the page → what is found
    ".panel-bars .panel-figure { height: 54px !important; }": "low: bars",
    "#trend .xtick text { font-size: 11px !important; }": "small: trend",
    "#bars .bars text { transform: translateX(400px); }": "outside its figure: bars",
    "#map .scattergeo text { transform: translate(200px, 200px); }": "texts collide",
    ".panel { max-height: 90px; }": "out of its panel",
    ".credit { overflow: hidden; white-space: nowrap; }": "cut at its side: credit",
    ".card-switch { position: relative; } .spark { position: absolute; left: 14px; top: 36px; }":
        "runs into its line",
    ".card-switch { max-height: 60px; min-height: 0; }": "out of its card",
    ".panel-map h2 { margin-right: -80px; letter-spacing: 12px; }": "parts collide",
    ".panel-trend { position: relative; top: -40px; }": "places collide",
    ".header h1 { width: 120px; white-space: normal; }": "parted",
}  # fmt: skip


def test_what_is_wrong_is_found(page: Page) -> None:
    open_view(page, "?theme=innovation")
    measured = Measured(page)
    assert measured.on((1366, 768, 1))["found"] == []
    for fault, words in FAULTS.items():
        style = page.add_style_tag(content=fault)
        found = measured.on((1366, 768, 1))["found"]
        assert any(one.startswith(words) for one in found), (fault, found)
        style.evaluate("e => e.remove()")
    assert faults({"found": [], "width": 1367, "height": 700}, (1366, 768, 1))
    assert faults({"found": [], "width": 1440, "height": 901}, (1440, 900, 1))
