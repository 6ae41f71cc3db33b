"""What every page is made from, and how an address becomes what the page shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dash.development.base_component import Component

from analysis.pages import Page
from analysis.platforms.address import PlatformChoices, platform_choices
from analysis.state.view import Choices
from components.charts.atlas import Boundaries
from components.content import Content, Parts
from data.model.catalog import Catalog

Remarks = tuple[str, ...]  # what of an address could not be read


@dataclass(frozen=True)
class Site:
    """The data, and where the shapes of the maps and the index of the search are published:
    `shapes` for the overview's map, `boundaries` for the map of platforms."""

    catalog: Catalog
    options: Choices
    shapes: tuple[str, str]
    boundaries: Boundaries
    index: str

    @cached_property
    def known(self) -> PlatformChoices:
        """What an address of the map of platforms may name."""
        return platform_choices(self.catalog)


@dataclass(frozen=True)
class Binding:
    """A page: `read` makes its state of path and query, with remarks; `show` what it shows of a
    state; `frame` its layout with these parts in their places."""

    read: Callable[[Site, str, str], tuple[Any, Remarks]]
    show: Callable[[Site, Any], Content]
    frame: Callable[[Site, Parts], Component]


Bindings = Mapping[Page, Binding]
