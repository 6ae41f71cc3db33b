"""Every colour by its role, in each scheme. Stylesheets take them as custom properties
(custom_properties.py): the role `muted` is `var(--muted)`; figures through theme.py and palette.py.
What documents are drawn in too stands in analysis/document/look.py.
"""

from collections.abc import Mapping
from typing import NamedTuple

from analysis.document.look import WHITE


class Tones(NamedTuple):
    """A role's colour: on the pages; on the map of platforms in the dark, where it is another;
    on the stage and on the stage in the light; in the speaker's window, where it is another than
    on the stage. None where a scheme does not have the role."""

    page: str | None = None
    dark: str | None = None
    stage: str | None = None
    stage_light: str | None = None
    notes: str | None = None


# Text and grounds
WORDS = {
    "ink": Tones(WHITE["ink"], "#eef2f6", "#f2f6fb", "#101a26"),
    "body": Tones(WHITE["body"], "#c8d1da", "#c9d4e1", "#2f3a47"),
    "muted": Tones(WHITE["muted"], "#9aa7b4", "#a3b1c2", "#47535f"),
    "hair": Tones(WHITE["hair"], "#2d3945", "#22364f", "#d8dfe7", "#2a3a4d"),
    "page": Tones("#f5f7f9", "#10161d"),
    "surface": Tones(WHITE["surface"], "#18212b"),
    "paper": Tones("#ffffff"),
    "accent": Tones(WHITE["accent"], "#74b4e9"),
    "accent-soft": Tones("#e7f0f8", "#1d3446"),
    "accent-deep": Tones("#0b4a80"),
    "on-strong": Tones("#ffffff", "#10161d"),  # text on an accent, on ink, on a fault
    "seal": Tones("#b3261e", "#e0685f"),
    "good": Tones(WHITE["good"], "#6fd8ac", "#6fd8ac", "#14593f"),
    "bad": Tones(WHITE["bad"], "#ff9d8c", "#ff9d8c", "#8a2216"),
}
REGIONS = {
    "beijing": Tones(WHITE["beijing"], "#f0846a", "#ff8a6b", "#9a2f19"),
    "tianjin": Tones(WHITE["tianjin"], "#69b0e4", "#6cb8f7", "#12507f"),
    "hebei": Tones(WHITE["hebei"], "#5cc29d", "#5fd6a6", "#14593f"),
    "jjj": Tones(WHITE["jjj"], "#eef2f6", "#f2f6fb", "#101a26"),
    "nation": Tones(WHITE["nation"], "#b4bfcc", "#b4bfcc", "#4c5864"),
}
MAPS = {
    "tier-wing": Tones(WHITE["tier-wing"], "#ff9a8f", "#ff9a8f", "#8f1d17"),
    "tier-zone": Tones(WHITE["tier-zone"], "#f3b544", "#f2b84b", "#7a4a00"),
    "tier-node": Tones(WHITE["tier-node"], "#dbe3ea", "#b9c6d6", "#2f3d4c"),
    "tier-pilot_zone": Tones(WHITE["tier-pilot_zone"], "#c3a9f0"),
    "tier-cluster": Tones(WHITE["tier-cluster"], "#4fc6d2"),
    "tier-base": Tones(WHITE["tier-base"], "#c3c873"),
    "flow": Tones("#7427e8", "#c59bff"),
    "shade-low": Tones("#e6eff7", "#1c3044"),  # pale to deep: marks stay readable on both
    "shade-high": Tones("#8fb8d9", "#2c5d88"),
    # six classes of a map, pale to deep; on the dark stage from dark to bright
    "class-1": Tones(WHITE["class-1"], None, "#16283b", "#edf2f7"),
    "class-2": Tones(WHITE["class-2"], None, "#1d3d5c", "#d5e2ef"),
    "class-3": Tones(WHITE["class-3"], None, "#2a5780", "#b2cbe5"),
    "class-4": Tones(WHITE["class-4"], None, "#3f78ab", "#80a9d3"),
    "class-5": Tones(WHITE["class-5"], None, "#6aa3d6", "#3f7fbb"),
    "class-6": Tones(WHITE["class-6"], None, "#b9dcf7", "#10558f"),
    "unshaded": Tones(WHITE["unshaded"], "#26323f"),
    "border": Tones(WHITE["border"], "#8496a8", "#8fa6c0", "#56677a"),
    "land": Tones(None, None, "#15283f", "#eef2f6"),
    "shade": Tones(None, None, "#275b8f", "#9cc3e4"),
}
# What is chosen, pointed at, marked or waited for
STATES = {
    "chosen-line": Tones("#9fc3e2", "#3f6d92"),
    "chosen-ink": Tones("#0b4576", "#d3e8fa"),
    "years-line": Tones("#9fc3e2"),
    "row-ground": Tones("#f8fafc", "#1f2a35"),
    "warning-ground": Tones("#fdf6e8", "#3a3120"),
    "fault-ground": Tones("#fbeceb"),
    "explained": Tones("#8a5a00"),
    "explained-line": Tones("#a46a00"),
    "waiting": Tones("#e9edf2"),
    "waiting-light": Tones("#f2f5f8"),
    "shadow": Tones("rgb(22 32 44 / 14%)"),
    "shadow-failure": Tones("rgba(22, 32, 44, .18)"),
    "shadow-dialog": Tones("rgb(22 32 44 / 28%)"),
    "veil": Tones("rgb(22 32 44 / 45%)"),
}
# Lines and fields of tables and forms
LINES = {
    "rule": Tones(WHITE["rule"]),
    "rule-strong": Tones("#9aa6b2"),
    "stripe": Tones("#f6f8fa"),
    "cell-neutral": Tones("#d5dde5"),
    "cell-line": Tones("#b3bec9"),
    "field-line": Tones("#b9c3ce"),
    "placeholder": Tones("#68747f"),
    "tool-ground": Tones("#dbe6f0"),
    "tool-idle": Tones("#c3cad2"),
    "idle": Tones("#8894a0"),
    "idle-ground": Tones("#eef1f4"),
    "idle-line": Tones("#dde3e9"),
}
STAGE_GROUNDS = {
    "back": Tones(None, None, "#0b1624", "#ffffff", "#10161f"),
    "raised": Tones(None, None, "#13233a", "#eef2f6"),
    "line": Tones(None, None, "#2f6090", "#0f5c9c"),
    "chosen": Tones(None, None, "#27527d", "#0b4f88"),
    "on-chosen": Tones(None, None, "#ffffff", "#ffffff"),
    "black": Tones(None, None, "#000000", "#000000"),
}
TABLE: Mapping[str, Tones] = {
    **WORDS,
    **REGIONS,
    **MAPS,
    **STATES,
    **LINES,
    **STAGE_GROUNDS,
}


def scheme(column: str) -> dict[str, str]:
    """The colours of a column of the table by role, without the roles it leaves open."""
    found = ((role, getattr(tones, column)) for role, tones in TABLE.items())
    return {role: colour for role, colour in found if colour is not None}


PAGE = scheme("page")
DARK = {**PAGE, **scheme("dark")}
STAGE = scheme("stage")
STAGE_LIGHT = scheme("stage_light")
NOTES = {**STAGE, **scheme("notes")}
