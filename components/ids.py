"""The ids of everything a callback reads or writes."""

from enum import StrEnum


class Id(StrEnum):
    """Component ids; used in the layout and in the callbacks alike."""

    CANVAS = "canvas"
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
