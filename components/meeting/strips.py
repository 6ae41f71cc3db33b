"""The strip of the provinces on the stage: where the chosen regions stand among all of them."""

from typing import Any

from dash import html

from analysis.meeting.scenes import Slide
from components.charts.strip import STAGE, strip_picture
from components.unbroken import unbroken


def strip(slide: Slide) -> html.Div | None:
    """The strip under a drawing; None unless the regions are seen against the provinces."""
    found = slide.study.distribution if slide.study is not None else None
    if found is None:
        return None
    drawn: Any = strip_picture(found, STAGE)
    lacking = html.P(unbroken(f"{found.held}。")) if found.missing else None
    return html.Div([drawn, lacking], className="strip-box")
