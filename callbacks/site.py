"""What every page is made from, and how an address becomes what the page shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from dash.development.base_component import Component

from analysis.areas.address import AreaChoices, area_choices
from analysis.changes.address import ChangesView, changes_view
from analysis.changes.editions import EditionLine
from analysis.evaluation.address import EvaluationChoices, evaluation_choices
from analysis.overview.address import grounds
from analysis.pages import Page
from analysis.platforms.address import PlatformChoices, platform_choices
from analysis.state.view import Choices
from components.charts.atlas import Boundaries
from components.content import Content, Parts
from data.briefings.store import BriefingStore
from data.model.catalog import Catalog

Remarks = tuple[str, ...]  # what of an address could not be read


class Editions(Protocol):
    """The editions of the data that may be looked at beside the one that is served."""

    def listed(self) -> tuple[EditionLine, ...]:
        """Every edition, the one that went live last first."""

    def catalog(self, digest: str) -> Catalog:
        """The data of an edition that is listed; KeyError for another, and where they cannot be
        used any more."""


@dataclass(frozen=True, slots=True)
class OneEdition:
    """Without a store there is the edition that is served, and no other."""

    served: Catalog

    def listed(self) -> tuple[EditionLine, ...]:
        """The one edition."""
        return (line_of(self.served),)

    def catalog(self, digest: str) -> Catalog:
        """Its data."""
        if digest != self.served.digest:
            raise KeyError(digest)
        return self.served


def line_of(served: Catalog) -> EditionLine:
    """The edition that is served, whether it is listed or not (a draft that is previewed)."""
    return EditionLine(served.digest, served.version)


def compared(
    editions: Editions, served: Catalog, query: str, options: Choices
) -> tuple[ChangesView, Remarks]:
    """What an address asks the page of changes for, with remarks. Editions whose data cannot be
    used any more are not among those that may be set side by side."""
    listed = editions.listed()
    while True:
        chosen, remarks = changes_view(query, options, listed, line_of(served))
        lost = [one for one in chosen.ends if not _is_there(editions, served, one)]
        if not lost:
            return chosen, remarks
        listed = tuple(one for one in listed if one not in lost)


def _is_there(editions: Editions, served: Catalog, one: EditionLine) -> bool:
    try:
        return one.digest == served.digest or bool(editions.catalog(one.digest))
    except KeyError:
        return False


def pair(editions: Editions, served: Catalog, chosen: ChangesView) -> tuple[Catalog, Catalog]:
    """The data of the two editions that are set side by side, the earlier first."""
    before, after = (
        served if one.digest == served.digest else editions.catalog(one.digest)
        for one in chosen.ends
    )
    return before, after


@dataclass(frozen=True)
class Site:
    """The data, where the shapes of the maps and the index of the search are published (`shapes`
    for the overview's map, `boundaries` for the map of platforms), the other editions, and
    the briefings that are kept."""

    catalog: Catalog
    options: Choices
    shapes: tuple[str, str]
    boundaries: Boundaries
    index: str
    editions: Editions
    briefings: BriefingStore | None = None

    @cached_property
    def known(self) -> PlatformChoices:
        """What an address of the map of platforms may name."""
        return platform_choices(self.catalog)

    @cached_property
    def known_grounds(self) -> tuple[str, ...]:
        """What an address of the overview may colour its map by."""
        return grounds(self.catalog)

    @cached_property
    def known_areas(self) -> AreaChoices:
        """What an address of the page of areas may name."""
        return area_choices(self.catalog)

    @cached_property
    def known_parts(self) -> EvaluationChoices:
        """What an address of the evaluation may name."""
        return evaluation_choices(self.catalog)


@dataclass(frozen=True)
class Binding:
    """A page: `read` makes its state of path and query, with remarks; `show` what it shows of a
    state; `frame` its layout with these parts in their places."""

    read: Callable[[Site, str, str], tuple[Any, Remarks]]
    show: Callable[[Site, Any], Content]
    frame: Callable[[Site, Parts], Component]


Bindings = Mapping[Page, Binding]
