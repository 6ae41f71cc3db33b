"""What a report is asked for, as far as its text depends on it."""

from dataclasses import replace
from typing import Protocol

from analysis.series.selection import Selection, selection
from analysis.state.scope import Scope, scope
from analysis.state.view import View
from analysis.text.periods import span_text
from data.model.catalog import Catalog


class Asked(Protocol):
    """The regions and years of a View, the slugs of the regions that are reported on, the topics
    (themes, which are the tasks of the plan), and the frame the regions are seen against ("" for
    none)."""

    @property
    def view(self) -> View: ...  # noqa: D102
    @property
    def regions(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def topics(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def frame(self) -> str: ...  # noqa: D102


def view_of(catalog: Catalog, asked: Asked, indicator_id: str) -> View:
    """The view of an indicator in the regions and years of a report."""
    theme = catalog.indicators[indicator_id].theme
    return replace(asked.view, regions=asked.regions, theme=theme, indicator=indicator_id)


def topic_of(catalog: Catalog, asked: Asked, indicator_id: str) -> Selection:
    """The selection of such a view."""
    return selection(catalog, view_of(catalog, asked, indicator_id), indicator_id)


def scope_of(catalog: Catalog, asked: Asked) -> Scope:
    """The regions that are reported on."""
    return scope(catalog, asked.regions)


def named(catalog: Catalog, asked: Asked) -> str:
    """Whom a report is of, as a title has it: 京津冀, 北京、天津."""
    own = scope_of(catalog, asked)
    return "京津冀" if own.is_complete else own.name


def topics_text(catalog: Catalog, asked: Asked) -> str:
    """The topics in words: 总体经济; 总体经济等 9 个领域."""
    names = [catalog.themes[topic].name_zh for topic in asked.topics]
    return names[0] if len(names) == 1 else f"{names[0]}等 {len(names)} 个领域"


def filter_text(catalog: Catalog, asked: Asked, what: str) -> str:
    """What is filtered, in words: topics or another choice · regions · years."""
    years = span_text(asked.view.start, asked.view.end)
    return " · ".join(filter(None, (what, scope_of(catalog, asked).name, years)))
