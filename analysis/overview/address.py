"""What the overview looks at, and its two-way street to the query string: a View, and by which
measure of the prefecture-level units its map is coloured."""

from dataclasses import dataclass

from analysis.maps.area_shading import bases
from analysis.query import Key, Query, written
from analysis.state import view as views
from analysis.state.view import Choices, View
from data.model.areas import PREFECTURE
from data.model.catalog import Catalog

KEYS = ("ground",)  # beside those of a View
SAID = "prefecture，加点和口径，如 prefecture.product"


@dataclass(frozen=True, slots=True)
class OverviewView:
    """A View, and what colours the ground of its map: a measure of the prefecture-level units, ""
    for the indicator of the View by regions."""

    view: View
    ground: str = ""


def grounds(catalog: Catalog) -> tuple[str, ...]:
    """What the map may be coloured by: its polygons are the prefecture-level units."""
    return tuple(base for base in bases(catalog) if base.startswith(f"{PREFECTURE}."))


def overview_view(
    text: str, options: Choices, known: tuple[str, ...]
) -> tuple[OverviewView, tuple[str, ...]]:
    """What a query string asks the overview for, and remarks on what could not be read. As
    `analysis.state.view.view`: never raises."""
    query = Query.of(text)
    key = Key("ground", "地图底色的口径", known, said=SAID if known else "本版数据没有分市的资料")
    chosen = OverviewView(views.read(query, options), query.filled(key) or "")
    return chosen, tuple(query.remarks)


def query_of(chosen: OverviewView, options: Choices) -> str:
    """The query string of what the overview looks at, defaults left out; "" for the default."""
    return written({**views.values(chosen.view, options), "ground": chosen.ground})
