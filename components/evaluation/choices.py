"""Choices of the page that are links: one of several is current."""

from collections.abc import Callable, Iterable

from dash import html

from components.attributes import attributes
from components.filters import link

To = Callable[..., str]  # the address of the page with some fields of its state changed


def chips(
    label: str, options: Iterable[tuple[str, str]], chosen: str, to: Callable[[str], str]
) -> html.Div:
    """A group of links, by name and text; `to` gives the address of each."""
    return html.Div(
        [
            html.Span(label, className="filter-label"),
            *(
                link(
                    to(name),
                    className="chip",
                    children=text,
                    **(attributes(aria_current="true") if name == chosen else {}),
                )
                for name, text in options
            ),
        ],
        className="chips evaluation-choices",
        role="group",
        **attributes(aria_label=label),
    )
