"""A section of changes: its title with their number, and a fold a theme."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from dash import html
from dash.development.base_component import Component

from analysis.changes.groups import Valued, by_theme
from analysis.changes.summary import ChangesSummary
from analysis.series.quantities import number
from components.attributes import attributes

MOST_OPEN = 24  # values of a section that are shown at once; of more only the first theme's
V = TypeVar("V", bound=Valued)


def section(name: str, title: str, count: str, *parts: Any) -> html.Section:
    """A section under its title, with its number."""
    return html.Section(
        [
            html.H2([title, html.Span(count, className="count")], id=f"{name}-title"),
            *parts,
        ],
        id=name,
        className="panel changes-part",
        key=name,
        **attributes(aria_labelledby=f"{name}-title"),
    )


def fold(key: str, title: str, count: str, is_open: bool, *parts: Any) -> html.Details:
    """What can be folded away, under its title and number."""
    summary = html.Summary([html.Span(title), html.Span(count, className="count")])
    return html.Details([summary, *parts], open=is_open, key=key, className="changes-fold")


def by_themes(
    name: str,
    found: ChangesSummary,
    values: Sequence[V],
    table: Callable[[Sequence[V]], Component],
) -> list[html.Details]:
    """The values theme by theme, each a table in a fold."""
    themes = by_theme(values)
    return [
        fold(
            f"{name}-{theme}",
            found.names[theme],
            f"{number(len(own), 0)} 个",
            len(values) <= MOST_OPEN or place == 0,
            table(own),
        )
        for place, (theme, own) in enumerate(themes.items())
    ]


def table(class_: str, heads: Sequence[str], bodies: Sequence[Any]) -> html.Table:
    """A table with these heads; `bodies` are its groups of rows."""
    return html.Table(
        [html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])), *bodies],
        className=f"changes-table of-{class_}",
    )
