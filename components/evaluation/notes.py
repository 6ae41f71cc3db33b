"""Where the page's numbers come from, and its files."""

from typing import Any

from dash import html

from analysis.evaluation.summary import EvaluationSummary
from analysis.pages import Page
from components import files
from components.sources import cited, once


def tree(found: EvaluationSummary, query: str) -> list[Any]:
    """Sources, each publication once, and files."""
    published = once(found.sources)
    return [
        html.H2("来源与下载"),
        html.Details(
            [
                html.Summary(f"全部来源（{len(published)} 处）"),
                html.Ul([html.Li(cited(one)) for one in published]),
            ],
            className="evaluation-sources",
        ),
        files.take_away(Page.EVALUATION, query),
    ]
