"""Links of the plan's page: to places, to other views, to parts of the page."""

from collections.abc import Iterable
from typing import Any

from dash import html

from analysis import links
from components.attributes import attributes
from data.model.catalog import Platform


def place_link(place: Platform) -> html.A:
    """A platform by its short name."""
    address = links.place(place)
    return html.A(place.short_zh, href=address, title=place.name_zh, **attributes(data_view=""))


def listed(links: Iterable[html.A]) -> list[html.A | str]:
    """Links as a sentence lists them."""
    return [part for link in links for part in ("、", link)][1:]


def opened(address: str, children: Any, **props: Any) -> html.A:
    """A link to another view, opened in place."""
    return html.A(children, href=address, **attributes(data_view=""), **props)


def anchor(target: str, children: Any, **props: Any) -> html.A:
    """A link to a part of this page."""
    return html.A(children, href=f"#{target}", **props)
