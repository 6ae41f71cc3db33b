"""The ids of everything a callback reads or writes."""

from enum import StrEnum


class Id(StrEnum):
    """Component ids; used in the layout and in the callbacks alike."""

    CANVAS = "canvas"
    NAV = "nav"
    OVERVIEW = "overview"
    SHEET = "sheet"
    REMARKS = "remarks"
    REGIONS = "region-toggles"
    THEMES = "theme-chips"
    YEARS = "year-range"
    RESET = "reset"
    LEAD = "lead"
    CARDS = "cards"
    CLAIMS = "claims"
    TREND = "trend"
    TREND_TEXT = "trend-text"
    TREND_DATA = "trend-data"
    BARS = "bars"
    BARS_TEXT = "bars-text"
    BARS_DATA = "bars-data"
    MAP = "map"
    MAP_TEXT = "map-text"
    PLATFORM_CHOICE = "platform-choice"
    PLATFORM = "platform"
    TOAST = "toast"


class Place(StrEnum):
    """Places of the pages that stand in templates, not in Dash's layout."""

    STUDY_HEAD = "study-head"
    SCALES = "scales"
    KINDS = "kinds"
    TAKE_AWAY = "take-away"
    STUDY = "study"
    STUDY_TABLE = "study-table"
    STUDY_FOOT = "study-foot"
    STUDY_SIDE = "study-side"
    COVERAGE = "coverage"
    PROFILE = "profile"
    ATLAS = "atlas"
    ATLAS_TOOLS = "atlas-tools"
    ATLAS_HEAD = "atlas-head"
    ATLAS_KEY = "atlas-key"
    ATLAS_LIST = "atlas-list"
    ATLAS_PANEL = "atlas-panel"
    ATLAS_MATRIX = "atlas-matrix"
    FLOW = "flow"
    FLOW_TEXT = "flow-text"
    FLOW_FOOT = "flow-foot"
    FLOW_DATA = "flow-data"


class Page(StrEnum):
    """The pages, by the name the browser knows them by."""

    OVERVIEW = "overview"
    DESK = "desk"
    PLATFORMS = "platforms"
    PROFILE = "profile"
