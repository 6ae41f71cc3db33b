"""Colours are spelt once, in the table; stylesheets and figures take them from it."""

import re
from pathlib import Path

import pytest

from app import ASSETS
from components import colours, custom_properties, palette, theme
from serving.desk_files import STYLES as DESK_STYLES
from serving.present import STYLES as EDITOR_STYLES
from serving.published import STYLES
from serving.stage import SHEETS as STAGE_STYLES

ROOT = Path(__file__).parents[2]
MEETING = ASSETS / "meeting"
TABLE = ROOT / "components" / "colours.py"
FOLDERS = ("assets", "components", "callbacks", "serving", "reports")
COLOUR = re.compile(r"(?:#|%23)(?:[0-9a-f]{6}|[0-9a-f]{3})(?![\w-])|rgba?\([^)]*\d[^)]*\)", re.I)
# A custom property does not reach the margins of paper, a backdrop (before Chromium 122), a
# picture in an address, or a file that is taken away: these write the colours of the table out.
WRITTEN_OUT = {
    "assets/core/paper.css": {colours.PAGE["muted"]},
    "assets/platforms/platforms.css": {colours.DARK["muted"]},
    "assets/core/briefing.css": {colours.PAGE["veil"]},
    "assets/meeting/editor.css": {colours.PAGE["veil"]},
    "assets/indicators/picture.js": {colours.PAGE[n] for n in ("ink", "muted", "paper")},
    "components/charts/frame.py": {"rgba(0,0,0,0)"},
    # a workbook has greys of its own
    "reports/xlsx.py": {
        colours.PAGE["ink"], colours.PAGE["accent"], "#5a6572", "#c9d1d9", "#e8eef4",
    },
}  # fmt: skip
PLACED = {"depth"}  # custom properties that scripts and components set on elements
SHEETS = {
    "pages": (custom_properties.PAGES, [ASSETS / name for name in STYLES]),
    "editor": (
        custom_properties.PAGES,
        [ROOT / name for name in EDITOR_STYLES],
    ),
    "stage": (custom_properties.STAGE, [MEETING / name for name in STAGE_STYLES["stage"]]),
    "notes": (custom_properties.NOTES, [MEETING / name for name in STAGE_STYLES["notes"]]),
}


def written_in(path: Path) -> set[str]:
    found = COLOUR.findall(path.read_text("utf-8"))
    return {colour.lower().replace("%23", "#") for colour in found}


def test_no_colour_is_written_out_but_where_the_table_cannot_reach() -> None:
    paths = [
        path
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".css", ".js", ".py"} and path != TABLE
    ]
    found = {str(path.relative_to(ROOT)): written_in(path) for path in paths}
    assert {name: colour for name, colour in found.items() if colour} == WRITTEN_OUT


@pytest.mark.parametrize("name", SHEETS)
def test_every_custom_property_of_a_stylesheet_is_known(name: str) -> None:
    properties, paths = SHEETS[name]
    text = "\n".join([properties, *(path.read_text("utf-8") for path in paths)])
    needed = set(re.findall(r"var\(--([\w-]+)\)", text))  # those without a value instead
    declared = set(re.findall(r"--([\w-]+)\s*:", text))
    assert needed
    assert needed <= declared | PLACED


def test_the_properties_are_those_of_the_table() -> None:
    blocks = {
        selector: dict(re.findall(r"--([\w-]+): ([^;]+);", block))
        for selector, block in re.findall(r"(\S+) \{\n(.*?)\}", custom_properties.PAGES, re.S)
    }
    assert list(blocks) == [":root", '[data-scheme="dark"]']
    assert blocks[":root"] == {**colours.PAGE, "font": theme.FONT}
    assert {**colours.PAGE, **blocks['[data-scheme="dark"]']} == colours.DARK
    assert f"--beijing: {colours.STAGE['beijing']};" in custom_properties.STAGE
    assert f"--beijing: {colours.STAGE_LIGHT['beijing']};" in custom_properties.STAGE
    assert f"--back: {colours.NOTES['back']};" in custom_properties.NOTES


def test_figures_take_their_colours_from_the_table() -> None:
    assert theme.REGION_COLOURS["hebei"] == colours.TABLE["hebei"].page
    assert palette.LIGHT.tiers["wing"] == colours.TABLE["tier-wing"].page
    assert palette.DARK.tiers["wing"] == colours.TABLE["tier-wing"].dark


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT, MARK, ACROSS_A_ROOM = 4.5, 3.0, 7.0  # WCAG 2.2: 1.4.3, 1.4.11, and 1.4.6 for the stage
WORDS = ("ink", "body", "muted", "good", "bad")
REGIONS = tuple(colours.REGIONS)  # the names at the ends of lines, and their marks
TIERS = tuple(f"tier-{tier}" for tier in palette.MARKS)
ON_THE_MAP = (*TIERS, "flow")
GROUNDS_OF_MAPS = ("surface", "shade-low", "shade-high", "unshaded")
# What is written or drawn over what, in which scheme: (schemes, colours, grounds, least contrast).
PAGES = {"page": colours.PAGE, "dark": colours.DARK}
STAGES = {"stage": colours.STAGE, "light": colours.STAGE_LIGHT, "notes": colours.NOTES}
STAGE_MAPS = {"stage": colours.STAGE, "light": colours.STAGE_LIGHT}
OVER = (
    (PAGES, (*WORDS, *REGIONS, "accent", "seal"), ("surface", "page"), TEXT),
    (PAGES, (*WORDS, *REGIONS, "accent", "chosen-ink"), ("accent-soft", "row-ground"), MARK),
    (PAGES, ("ink", "chosen-ink"), ("accent-soft", "row-ground", "warning-ground"), TEXT),
    (PAGES, ("on-strong",), ("accent", "ink", "bad"), TEXT),
    (PAGES, ON_THE_MAP, GROUNDS_OF_MAPS, MARK),
    (PAGES, TIERS, ("page",), MARK),
    ({"page": colours.PAGE}, ("explained", "placeholder"), ("surface",), TEXT),
    (STAGES, ("ink", "body", "muted"), ("back",), ACROSS_A_ROOM),
    (STAGES, ("ink", "body", "muted", *REGIONS, "good", "bad"), ("back", "raised"), TEXT),
    (STAGES, ("on-chosen",), ("chosen",), TEXT),
    (STAGE_MAPS, (*REGIONS, *TIERS[:3]), ("back", "land", "shade"), MARK),
)  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "name", "ground", "least"),
    [
        pytest.param(scheme, name, ground, least, id=f"{title}-{name}-{ground}")
        for schemes, names, grounds, least in OVER
        for title, scheme in schemes.items()
        for name in names
        for ground in grounds
    ],
)
def test_what_is_written_or_drawn_stands_out_from_its_ground(
    scheme: dict[str, str], name: str, ground: str, least: float
) -> None:
    assert contrast(scheme[name], scheme[ground]) >= least


def test_the_numbers_within_stacked_shares_are_readable() -> None:
    for region in ("beijing", "tianjin", "hebei"):
        assert contrast(colours.PAGE["surface"], colours.PAGE[region]) >= TEXT


def test_every_stylesheet_of_the_pages_is_served():
    found = {path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*.css")}
    pages = {name for name in found if not name.startswith(("meeting/", "desk/"))}
    assert pages == set(STYLES)
    assert {name for name in found if name.startswith("desk/")} <= set(DESK_STYLES)
