"""Colours, marks and type by role, as plain values for the pages in the light. The colours
themselves are in colours.py."""

from analysis.document.look import REGIONS as LOOKS
from analysis.document.look import TIERS
from components.colours import PAGE

INK = PAGE["ink"]
BODY = PAGE["body"]
MUTED = PAGE["muted"]
HAIR = PAGE["hair"]
SURFACE = PAGE["surface"]
ACCENT = PAGE["accent"]
SEAL = PAGE["seal"]

# Of the regions, and of other provinces that they are seen against (analysis.series.frames).
REGION_COLOURS = {slug: look.colour for slug, look in LOOKS.items()}
# One mark per region beside its colour, so that a greyscale print still tells them apart:
# the name plotly knows it by, and the character that stands for it in text.
REGION_MARKS = {slug: (look.shape, look.sign) for slug, look in LOOKS.items()}
# And one texture per region where its colour fills an area that touches another's: plotly's names.
REGION_TEXTURES = {slug: LOOKS[slug].texture for slug in ("beijing", "tianjin", "hebei")}
TIER_COLOURS = {tier: PAGE[f"tier-{tier}"] for tier in ("wing", "zone", "node")}
TIER_MARKS = {tier: TIERS[tier] for tier in ("wing", "zone", "node")}

SHADES = (PAGE["shade-low"], PAGE["shade-high"])
CLASSES = tuple(PAGE[f"class-{n}"] for n in range(1, 7))
UNSHADED = PAGE["unshaded"]
BORDER = PAGE["border"]

FONT = '"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
