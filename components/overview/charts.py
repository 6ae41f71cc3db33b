"""The charts of the overview, in their order on the page.

A new one is an entry of CHARTS, with an Id of its own: the page makes a panel of it, the callback
an output for each of its places. A chart in need of more room than a row of its own has a rule
for its panel (`panel-<id>`) in assets/core/page.css.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.overview.summary import Summary
from analysis.overview.trend import Trend
from analysis.pages import Page
from analysis.series.breaks import BREAK_MARK
from analysis.series.evidence import Evidence
from components import files, words
from components.charts.bars import bars
from components.charts.described import bars_in_words, lines_in_words
from components.charts.frame import Figure
from components.charts.lines import lines
from components.ids import Id
from components.overview.panels import data_view


class Told(NamedTuple):
    """What is said around a chart; each line of the foot stands on a line of its own."""

    title: str
    subtitle: str
    foot: list[str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its panel, made from the Summary of a view: `label` names the panel to those
    who hear the page, `figure` draws it, `told` says what it shows, `described` says it to
    those who do not see it, `data` are the numbers behind it (of the summary and the view's
    query)."""

    id: Id
    label: str
    figure: Callable[[Summary], Figure]
    told: Callable[[Summary], Told]
    described: Callable[[Summary], str]
    data: Callable[[Summary, str], list[Any]]

    @property
    def text_id(self) -> str:
        """The place of what is said around the chart."""
        return f"{self.id}-text"

    @property
    def data_id(self) -> str:
        """The place of the numbers behind the chart."""
        return f"{self.id}-data"

    @property
    def fold_id(self) -> str:
        """The fold with the numbers, which the picture points to."""
        return f"{self.id}-fold"


def _trend_figure(summary: Summary) -> Figure:
    return lines(summary.trend)


def _marks(trend: Trend) -> str:
    return "；".join(f"{b.after} 年起，{b.reason_zh}" for b in trend.breaks)


def _break_legend(trend: Trend) -> str:
    """What the mark of a break in the table means."""
    return f"{BREAK_MARK} 与此前年份口径不同，不可直接比较：{_marks(trend)}" if trend.breaks else ""


def _trend_told(summary: Summary) -> Told:
    """In the foot breaks with their reasons; what the values and the indicator are."""
    trend = summary.trend
    marks = _marks(trend)
    notes = "".join([*trend.evidence.told, trend.evidence.caveat])
    foot = [f"口径调整：{marks}" if marks else "", f"注：{notes}" if notes else ""]
    return Told(trend.title, trend.subtitle, foot, trend.evidence)


def _trend_described(summary: Summary) -> str:
    return f"{lines_in_words(summary.trend, summary.trend.subtitle)}{words.NUMBERS_BEHIND}"


def _trend_data(summary: Summary, query: str) -> list[Any]:
    trend = summary.trend
    return [
        files.take_away(Page.OVERVIEW, query),
        *data_view(trend.table, _break_legend(trend), trend.evidence),
    ]


def _bars_figure(summary: Summary) -> Figure:
    return bars(summary.comparison.bars, summary.comparison.absence)


def _bars_told(summary: Summary) -> Told:
    """In the foot the formula; notes on the year's values that the trend above has not said, and
    the remark that stands with them if it is one for all."""
    found, proof = summary.comparison, summary.comparison.evidence
    remark = f"口径：{proof.remarks[0]}。" if len(proof.remarks) == 1 else ""
    notes = [note for note in proof.told if note not in summary.trend.evidence.told]
    foot = [found.formula, "".join([*notes, remark])]
    return Told(found.title, found.subtitle, foot, proof)


def _bars_described(summary: Summary) -> str:
    found = summary.comparison
    told = bars_in_words(found.bars, found.subtitle, found.absence)
    return f"{told}{words.NUMBERS_BEHIND}"


def _bars_data(summary: Summary, _query: str) -> list[Any]:
    found = summary.comparison
    return data_view(found.table, found.formula, found.evidence)


CHARTS = (
    Chart(Id.TREND, words.TREND_LABEL, _trend_figure, _trend_told, _trend_described, _trend_data),
    Chart(Id.BARS, words.BARS_LABEL, _bars_figure, _bars_told, _bars_described, _bars_data),
)
