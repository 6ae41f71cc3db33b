"""First figures in every line chart: a hollow mark, and a dashed step to it."""

import plotly.graph_objects as go
import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import indicator_summary
from analysis.overview.summary import summary
from components.charts.line_chart import strokes_of
from components.charts.lines import DASH, lines
from components.charts.multiples import multiple_figure, panel_figure
from components.charts.sparkline import sparkline
from components.charts.study import line_figure
from components.elements import written

OLD = "gdp_v4"  # in the edition its 2023 is a first figure


@pytest.fixture
def study(catalog, view_of):
    return indicator_summary(catalog, IndicatorsView(view_of(OLD)))


@pytest.fixture(params=["overview", "lines", "multiples", "panels"])
def figure(request, catalog, view_of, study):
    drawn = {
        "overview": lambda: lines(summary(catalog, view_of(OLD)).trend),
        "lines": lambda: line_figure(study, ()),
        "multiples": lambda: multiple_figure(study),
        "panels": lambda: panel_figure(study, study),
    }
    return drawn[request.param]()


@pytest.mark.thorough
def test_the_step_into_a_first_figure_is_dashed_and_nothing_else(figure):
    go.Figure({"data": figure["data"], "layout": figure["layout"]})
    dashed = [trace for trace in figure["data"] if trace["line"].get("dash") == DASH]
    assert [trace["x"] for trace in dashed] == [[2022, 2023]] * len(dashed)
    assert len(dashed) * 2 == len(figure["data"])
    assert {trace["hoverinfo"] for trace in dashed} == {"skip"}


def test_its_mark_is_hollow_and_no_full_line_leads_to_it(figure):
    own = [trace for trace in figure["data"] if trace["mode"] == "lines+markers"]
    for trace in own:
        at = trace["x"].index(2023)
        assert trace["x"][at - 1] is None
        assert trace["marker"]["symbol"][at].endswith("-open")
        assert trace["marker"]["size"][at] > 0
        assert not trace["marker"]["symbol"][trace["x"].index(2022)].endswith("-open")


def test_names_stand_at_the_ends_as_before(catalog, view_of):
    """The places of names are those of lines, not of traces."""
    figure = lines(summary(catalog, view_of(OLD)).trend)
    names = [note["text"] for note in figure["layout"]["annotations"]]
    assert sum("北京" in name for name in names) == 1


def test_small_lines_are_dashed_and_hollow_too(catalog, view_of):
    cards = summary(catalog, view_of(OLD)).cards
    trails = next(card.trails for card in cards if card.indicator == OLD)
    text = written(sparkline(trails) or "")
    assert text.count("<polyline") == 2
    assert text.count("stroke-dasharray") == 1
    assert text.count('fill="#fff"') + text.count('fill="#ffffff"') == 1


@pytest.mark.parametrize("firsts, found", [
    (set(), [([1, 2, 3, 4], False)]),
    ({4}, [([1, 2, 3], False), ([3, 4], True)]),
    ({3}, [([1, 2], False), ([2, 3], True), ([3, 4], False)]),
    ({3, 4}, [([1, 2], False), ([2, 3, 4], True)]),
    ({1}, [([1, 2, 3, 4], False)]),
])  # fmt: skip
def test_a_piece_is_cut_where_its_look_changes(firsts, found):
    assert strokes_of([1, 2, 3, 4], lambda year: year in firsts) == found
    assert strokes_of([1], lambda year: True) == []
