"""The ids of everything a callback reads or writes, and the names of the pages."""

from enum import StrEnum


class Id(StrEnum):
    """Component ids; used in the layout and in the callbacks alike."""

    ADDRESS = "address"
    NAV = "nav"
    PAGE = "page"
    REMARKS = "remarks"
    REGIONS = "region-toggles"
    THEMES = "theme-chips"
    YEARS = "year-range"
    RESET = "reset"
    TOAST = "toast"
    # /; the places around a chart are named for it (components/overview/charts.py)
    LEAD = "lead"
    CARDS = "cards"
    CLAIMS = "claims"
    TREND = "trend"
    BARS = "bars"
    MAP = "map"
    MAP_TEXT = "map-text"
    PLATFORM_CHOICE = "platform-choice"
    PLATFORM = "platform"
    # /indicators
    STUDY_HEAD = "study-head"
    SCALES = "scales"
    KINDS = "kinds"
    TAKE_AWAY = "take-away"
    STUDY = "study"
    STUDY_TABLE = "study-table"
    STUDY_FOOT = "study-foot"
    STUDY_SIDE = "study-side"
    COVERAGE = "coverage"
    # /regions/<slug>
    PROFILE = "profile"
    # /plan
    PLAN_RAIL = "plan-rail"
    PLAN_HEAD = "plan-head"
    PLAN_GOALS = "plan-goals"
    PLAN_TASKS = "plan-tasks"
    PLAN_CHAINS = "plan-chains"
    PLAN_PATTERN = "plan-pattern"
    PLAN_SAFEGUARDS = "plan-safeguards"
    PLAN_LEDGER = "plan-ledger"
    # /platforms
    ATLAS = "atlas"
    ATLAS_TOOLS = "atlas-tools"
    ATLAS_HEAD = "atlas-head"
    ATLAS_OPENED = "atlas-opened"
    ATLAS_KEY = "atlas-key"
    ATLAS_LIST = "atlas-list"
    ATLAS_PANEL = "atlas-panel"
    ATLAS_MATRIX = "atlas-matrix"
    FLOW = "flow"
    FLOW_TEXT = "flow-text"
    FLOW_FOOT = "flow-foot"
    FLOW_DATA = "flow-data"


class Page(StrEnum):
    """The pages, by the name the browser and the address component know them by."""

    OVERVIEW = "overview"
    INDICATORS = "indicators"
    PLATFORMS = "platforms"
    REGIONS = "regions"
    PLAN = "plan"
