"""Colours, marks and type by role, as plain values; assets/10-tokens.css holds the same."""

INK = "#16202c"
BODY = "#3a4653"
MUTED = "#5b6876"
HAIR = "#e1e6ec"
SURFACE = "#ffffff"
ACCENT = "#0f5c9c"
SEAL = "#b3261e"

REGION_COLOURS = {
    "beijing": "#c4472b",
    "tianjin": "#1b6ca8",
    "hebei": "#2c8c6b",
    "jjj": "#16202c",
    "nation": "#7b8794",
}
# One mark per region beside its colour, so that a greyscale print still tells them apart:
# the name plotly knows it by, and the character that stands for it in text.
REGION_MARKS = {
    "beijing": ("circle", "●"),
    "tianjin": ("square", "■"),
    "hebei": ("diamond", "◆"),
    "jjj": ("triangle-up", "▲"),
    "nation": ("cross", "✚"),
}
TIER_COLOURS = {"wing": "#b3261e", "zone": "#d98a00", "node": "#3b4a5a"}
TIER_MARKS = {"wing": ("star", "★"), "zone": ("diamond", "◆"), "node": ("circle", "●")}

SHADES = ("#e6eff7", "#8fb8d9")  # pale to deep: labels and marks stay readable on both
UNSHADED = "#eceff3"
BORDER = "#56677a"

FONT = '"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
