"""The pages that are measured, each beside a floor that draws the same charts."""

import json
from dataclasses import dataclass

from components.ids import Id


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its name in the table, its path, the charts that make it whole, and the file of
    the floor that draws the same."""

    name: str
    path: str
    charts: tuple[str, ...]
    floor: str

    @property
    def script(self) -> str:
        """What page.js must know before it runs in this page."""
        return f"window.benchCharts = {json.dumps(self.charts)};"


OVERVIEW = Sheet("总览", "/", (Id.TREND.value, Id.BARS.value, Id.MAP.value), "index.html")
DESK = Sheet("指标", "/indicators", (Id.STUDY.value,), "desk.html")
AREAS = Sheet("布局", "/areas", (Id.AREAS_MAP.value, Id.AREAS_SLOPES.value), "areas.html")
EVALUATION = Sheet("评价", "/evaluation", (Id.OPEN_INDEX.value,), "evaluation.html")
ATLAS = Sheet("平台", "/platforms", (Id.ATLAS.value,), "atlas.html")
SHEETS = (OVERVIEW, DESK, AREAS, EVALUATION, ATLAS)
