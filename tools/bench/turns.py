"""Turning scenes in meeting mode by key, beside a bare page that writes the same slides."""

import json
import re
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from playwright.sync_api import Browser, Page

from components.elements import written
from tools.bench.floor import inline, write
from tools.bench.servers import BenchError

PAGE = Path(__file__).with_name("turns.html")
FLOOR_PAGE = "stage.html"
SCREEN = {"width": 1920, "height": 1080}
REGIONS = {"0": "all", "1": "beijing", "2": "tianjin", "3": "hebei"}
REST = 60  # ms between two keys, so that each counts by itself
# From the key to the second frame after it: the first one has been painted by then.
WATCH = """() => {
  window.turns = [];
  addEventListener("keydown", () => {
    const began = performance.now();
    const note = () => window.turns.push(performance.now() - began);
    requestAnimationFrame(() => requestAnimationFrame(note));
  }, { capture: true });
}"""

Deck = dict[str, Any]


def build_stage(app: str) -> Deck:
    """Write the floor's page from the app's own deck and stylesheet; the deck."""
    page = _text(f"{app}/present")
    style = re.search(r'href="([^"]+stage[^"]*\.css)"', page)
    if style is None:
        raise BenchError("演示页没有样式表")
    deck: Deck = json.loads(_text(f"{app}/present/scenes.json"))
    slides = [_slide(scene, region) for scene in deck["scenes"] for region in REGIONS.values()]
    content = Template(PAGE.read_text("utf-8")).substitute(
        style=escape(style[1]),
        shared=written(deck["shared"]),
        slides=inline({"slides": {"all": slides}}),
    )
    write(style[1], _text(app + style[1]).encode())
    write(f"/{FLOOR_PAGE}", content.encode())
    return deck


def _slide(scene: Deck, region: str) -> dict[str, str]:
    slide = scene["slides"].get(region) or scene["slides"][scene["opening"]]
    said = {key: slide[key] for key in ("layout", "title", "source")}
    return {**said, "body": written(slide["body"])}


def _text(address: str) -> str:
    with urllib.request.urlopen(address) as got:
        return str(got.read().decode())


def keys(deck: Deck) -> Iterator[str]:
    """Every scene for every choice of regions: the regions' keys, then on to the next page."""
    for _ in deck["scenes"]:
        yield from (*REGIONS, "PageDown")


def turned(browser: Browser, address: str, deck: Deck) -> list[float]:
    """ms of every turn on a page that is open already."""
    with _opened(browser, address) as page:
        for key in keys(deck):
            page.keyboard.press(key)
            page.wait_for_timeout(REST)
        times: list[float] = page.evaluate("() => window.turns")
        return times


@contextmanager
def _opened(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector("body[data-ready]")
        page.evaluate(WATCH)
        yield page
    finally:
        context.close()
