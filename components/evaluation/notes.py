"""Where the page's numbers come from, and its files."""

from typing import Any

from dash import html

from analysis.evaluation.summary import EvaluationSummary
from analysis.pages import Page
from components import files
from components.sources import listed


def tree(found: EvaluationSummary, query: str) -> list[Any]:
    """Sources and files."""
    return [
        html.H2("来源与下载"),
        html.P(["来源：", *listed(found.sources)], className="credit"),
        files.take_away(Page.EVALUATION, query),
    ]
