"""The colours of the map of platforms, light and dark, and the mark of each tier.

assets/80-platforms.css holds the same values for the page around the map.
"""

from dataclasses import dataclass

from components import theme


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as in components/theme.py."""

    ink: str
    body: str
    muted: str
    hair: str
    surface: str
    accent: str
    border: str
    unshaded: str
    shades: tuple[str, str]
    flow: str
    tiers: dict[str, str]


LIGHT = Palette(
    ink=theme.INK,
    body=theme.BODY,
    muted=theme.MUTED,
    hair=theme.HAIR,
    surface=theme.SURFACE,
    accent=theme.ACCENT,
    border=theme.BORDER,
    unshaded=theme.UNSHADED,
    shades=theme.SHADES,
    flow="#8a3ffc",
    tiers={
        **theme.TIER_COLOURS,
        "pilot_zone": "#6b4fa0",
        "cluster": "#00727f",
        "base": "#7a5230",
    },
)
DARK = Palette(
    ink="#eef2f6",
    body="#c8d1da",
    muted="#9aa7b4",
    hair="#2d3945",
    surface="#18212b",
    accent="#74b4e9",
    border="#8496a8",
    unshaded="#26323f",
    shades=("#223a50", "#3d78a8"),
    flow="#c59bff",
    tiers={
        "wing": "#ff8479",
        "zone": "#f3b544",
        "node": "#dbe3ea",
        "pilot_zone": "#c3a9f0",
        "cluster": "#4fc6d2",
        "base": "#dcae80",
    },
)
PALETTES = {"light": LIGHT, "dark": DARK}

# The name plotly knows a tier's mark by, the character that stands for it, its size in pixels.
MARKS: dict[str, tuple[str, str, int]] = {
    "wing": (*theme.TIER_MARKS["wing"], 19),
    "zone": (*theme.TIER_MARKS["zone"], 14),
    "node": (*theme.TIER_MARKS["node"], 9),
    "pilot_zone": ("triangle-up", "▲", 10),
    "cluster": ("square", "■", 9),
    "base": ("cross", "✚", 10),
}
