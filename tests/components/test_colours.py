"""The stylesheet and the figures share one set of colours, readable on their ground."""

import re
from pathlib import Path

import pytest

from components import theme

TOKENS = dict(
    re.findall(r"--([\w-]+): (#[0-9a-f]{6});",
               (Path(__file__).parents[2] / "assets" / "10-tokens.css").read_text("utf-8"))
)  # fmt: skip
SAME = {
    "ink": theme.INK, "body": theme.BODY, "muted": theme.MUTED, "hair": theme.HAIR,
    "surface": theme.SURFACE, "accent": theme.ACCENT,
    "shade-low": theme.SHADES[0], "shade-high": theme.SHADES[1], "unshaded": theme.UNSHADED,
    **theme.REGION_COLOURS,
    **{f"tier-{tier}": colour for tier, colour in theme.TIER_COLOURS.items()},
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_a_colour_is_the_same_in_stylesheet_and_figures(name: str) -> None:
    assert TOKENS[name] == SAME[name]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["ink", "body", "muted", "accent", "good", "bad"])
@pytest.mark.parametrize("ground", ["surface", "page"])
def test_text_is_readable(name: str, ground: str) -> None:
    assert contrast(TOKENS[name], TOKENS[ground]) >= 4.5


@pytest.mark.parametrize("name", ["beijing", "tianjin", "hebei", "nation"])
def test_marks_are_visible(name: str) -> None:
    assert contrast(TOKENS[name], TOKENS["surface"]) >= 3
