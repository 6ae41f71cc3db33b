"""What a scene of the evaluation asks the page for: the page's own state, read by the page's own
rules."""

from dataclasses import replace
from urllib.parse import parse_qsl

from analysis.evaluation.address import (
    BY_SIZE,
    EvaluationView,
    evaluation_choices,
    evaluation_view,
)
from analysis.evaluation.summary import EvaluationSummary, evaluation_summary
from analysis.meeting.slides import Sight
from analysis.query import written
from analysis.state.view import choices
from analysis.text.periods import span_text
from data.model.catalog import Catalog

PAGE = "协同评价"


def seen(catalog: Catalog, at: Sight) -> EvaluationSummary:
    """The summary of the page for a scene in the choice's regions: its filters are the page's own
    query; years are the page's where the scene has none. The watch list is of what worsened, the
    largest change first."""
    scene = at.scene
    years = {"from": scene.start, "to": scene.end}
    own = {name: str(year) for name, year in years.items() if year is not None}
    query = written({**dict(parse_qsl(scene.filters or "")), **own})
    found, _ = evaluation_view(query, choices(catalog), evaluation_choices(catalog))
    view = replace(found.view, regions=at.view.regions)
    return evaluation_summary(catalog, replace(found, view=view, sort=BY_SIZE))


def filter_text(at: Sight, chosen: EvaluationView, *parts: str) -> str:
    """The filter in words: the page, the regions, what else is said, and the years."""
    span = span_text(chosen.view.start, chosen.view.end)
    return " · ".join(filter(None, (PAGE, at.scope.name, *parts, span)))
