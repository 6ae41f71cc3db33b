"""What the desk is put together from: cards, tables, fields, buttons, messages."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from components import theme
from components.attributes import attributes
from components.unbroken import dated


def card(title: str, *children: Any, name: str) -> html.Section:
    """A part of the page under its title."""
    head = html.H2(title, id=f"{name}-title", className="h5")
    return html.Section(
        [head, *children],
        className="card card-body desk-card",
        **attributes(aria_labelledby=f"{name}-title"),
    )


def table(
    label: str, heads: Sequence[str], rows: Iterable[Sequence[Any]], is_stacked: bool = False
) -> html.Div:
    """A table, which `label` names. Where the screen is narrow it is moved sideways, or has its
    cells one below the other."""
    body = [
        html.Tr([html.Td(dated(cell) if isinstance(cell, str) else cell) for cell in row])
        for row in rows
    ]
    found = html.Table(
        [html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])), html.Tbody(body)],
        className=f"table table-sm align-middle mb-0{' desk-stack' if is_stacked else ''}",
        **attributes(aria_label=label),
    )
    reached = attributes(role="group", aria_label=label)
    return html.Div(found, className="table-responsive", tabIndex=0, **reached)


def field(label: str, control: Any, remark: str = "") -> html.Div:
    """A control under its label; `remark` says more below it."""
    text = html.Label([html.Span(label, className="desk-label"), control], className="w-100")
    return html.Div(
        [text, html.Div(remark, className="form-text") if remark else None], className="desk-field"
    )


def select(name: Any, options: Mapping[str, str], chosen: str | None = None) -> dbc.Select:
    """A list to choose from: labels by their values."""
    entries = [{"value": value, "label": label} for value, label in options.items()]
    return dbc.Select(id=name, options=entries, value=chosen, size="sm")


def button(text: str, name: Any, colour: str = "primary", hint: str = "") -> dbc.Button:
    """A button; `hint` says more than its text where that is not clear by itself."""
    return dbc.Button(
        text, id=name, color=colour, size="sm", outline=colour != "primary", title=hint or None
    )


def badge(text: str, colour: str) -> dbc.Badge:
    """A state in a word."""
    dark = "dark" if colour in ("warning", "info") else None
    return dbc.Badge(text, color=colour, text_color=dark, className="desk-badge")


def message(text: str, colour: str = "success", more: Sequence[str] = ()) -> dbc.Alert:
    """What came of something, with the single points of it."""
    points = html.Ul([html.Li(dated(one)) for one in more], className="mb-0") if more else None
    return dbc.Alert([*dated(text), points], color=colour, className="mb-2")


def fold(title: str, *children: Any, is_open: bool = False) -> html.Details:
    """What can be folded away."""
    return html.Details([html.Summary(title), *children], open=is_open, className="desk-fold")


def unchanged_text(count: int) -> str:
    """；3 个没有变化; "" of none."""
    return f"；{count} 个没有变化" if count else ""


def awaited(place: Component, **said: Any) -> dcc.Loading:
    """A place that says that it is waited for where that takes more than a moment."""
    return dcc.Loading(place, type="dot", color=theme.ACCENT, delay_show=300, **said)
