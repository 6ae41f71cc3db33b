"""No text on a screen is smaller than 12 px, on the stage than 24; on paper points count."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[2] / "assets"
SHEETS = sorted(ASSETS.rglob("*.css"))
ROOT_SIZE = 14  # px of 1rem on the smallest screens (core/page.css)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SIZE = re.compile(r"font(?:-size)?:[^;]*?([\d.]+)(px|rem)")
STAGE = {"stage.css", "scenes.css", "hand.css"}  # sizes are px of the stage
# What is a mark and no text: of a region, a tier, an order; the arrow of a table's head.
MARKS = re.compile(r"glyph|\.tier-|::after$")


def sizes(text: str) -> list[tuple[str, float]]:
    """Selectors with the size of their type in px."""
    found = []
    for selector, rule in RULE.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.S)):
        for number, unit in SIZE.findall(rule):
            pixels = float(number) * (ROOT_SIZE if unit == "rem" else 1)
            found += [(part.strip(), pixels) for part in selector.split(",")]
    return found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_text_is_too_small_to_be_read(sheet: Path) -> None:
    is_stage = sheet.parent.name == "meeting" and sheet.name in STAGE
    least = 24 if is_stage else 12
    small = [
        (selector, size)
        for selector, size in sizes(sheet.read_text("utf-8"))
        if size < least and not MARKS.search(selector)
    ]
    assert small == []
