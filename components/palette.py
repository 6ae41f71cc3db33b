"""The colours of the map of platforms, light and dark, and the mark of each tier."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.document.look import TIERS
from components import colours, theme

# The name plotly knows a tier's mark by, the character that stands for it, its size in pixels.
MARKS: dict[str, tuple[str, str, int]] = {
    "wing": (*theme.TIER_MARKS["wing"], 19),
    "zone": (*theme.TIER_MARKS["zone"], 14),
    "node": (*theme.TIER_MARKS["node"], 9),
    "pilot_zone": (*TIERS["pilot_zone"], 10),
    "cluster": (*TIERS["cluster"], 9),
    "base": (*TIERS["base"], 10),
}


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as in components/colours.py."""

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


def _palette(scheme: Mapping[str, str]) -> Palette:
    return Palette(
        ink=scheme["ink"],
        body=scheme["body"],
        muted=scheme["muted"],
        hair=scheme["hair"],
        surface=scheme["surface"],
        accent=scheme["accent"],
        border=scheme["border"],
        unshaded=scheme["unshaded"],
        shades=(scheme["shade-low"], scheme["shade-high"]),
        flow=scheme["flow"],
        tiers={tier: scheme[f"tier-{tier}"] for tier in MARKS},
    )


LIGHT, DARK = _palette(colours.PAGE), _palette(colours.DARK)
PALETTES = {"light": LIGHT, "dark": DARK}
