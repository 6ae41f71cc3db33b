"""A chart of the overview is an entry of one table: page, content and callback follow from it."""

from dataclasses import replace

import pytest
from dash import Dash

from analysis.overview.summary import summary
from analysis.pages import Page
from callbacks import answers_of, overview
from components.overview import page
from components.overview.charts import CHARTS


def places(chart):
    return {chart.id, chart.text_id, chart.data_id}


def of_page(frame):
    return {getattr(part, "id", None): part for _, part in frame._traverse_with_paths()}


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_each_has_its_panel_with_text_figure_and_numbers(catalog, options, chart):
    assert places(chart) <= set(of_page(page.frame(catalog, {})))
    shown = page.shown(summary(catalog, options.default()), catalog, options, ("a", "b"))
    assert places(chart) <= set(shown.parts)


def test_one_more_entry_is_one_more_chart_everywhere(app, catalog, monkeypatch):
    more = (*CHARTS, replace(CHARTS[1], id="more", label="又一张图"))
    monkeypatch.setattr(page, "CHARTS", more)
    monkeypatch.setattr(overview, "CHARTS", more)
    site = app.answers.site
    answer = answers_of(site).to(Page.OVERVIEW, {"number": 1, "address": "/"})
    assert {"more", "more-text", "more-data"} <= set(answer)
    frame = page.frame(catalog, answers_of(site).content("/")[0].parts)
    figure = of_page(frame)["more"]
    assert figure.figure is not None
    other = Dash("other", use_async=False)
    overview.register(other, answers_of(site))
    written = next(key for key in other.callback_map if "lead.tree" in key)
    assert "more.figure" in written and "more-text.tree" in written
