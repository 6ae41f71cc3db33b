"""What the page of areas looks at, and its two-way street to the query string."""

from dataclasses import dataclass

from analysis.maps.drill import openable
from analysis.query import Key, Query, written
from analysis.state import view as views
from analysis.state.view import Choices, View
from data.model.catalog import Catalog

KEYS = ("sector", "map", "area")  # beside those of a View
QUOTIENT, SHARE = MEASURES = ("quotient", "share")
INDUSTRY = "manufacturing"  # the one that is shown first, where the tables have it


@dataclass(frozen=True, slots=True)
class AreasView:
    """What the page of areas looks at: the regions of a View, an industry, by which measure the
    map is coloured, and the area that is open ("" for none)."""

    view: View
    industry: str
    measure: str = QUOTIENT
    area: str = ""


@dataclass(frozen=True, slots=True)
class AreaChoices:
    """What an AreasView may hold: industries, and codes of areas that can be opened."""

    industries: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def industry(self) -> str:
        """The industry that is shown unless the address says otherwise; "" without any."""
        first = next(iter(self.industries), "")
        return INDUSTRY if INDUSTRY in self.industries else first


def area_choices(catalog: Catalog) -> AreaChoices:
    """The choices that the catalog's tables give."""
    return AreaChoices(tuple(catalog.areas.industries), openable(catalog))


def keys(known: AreaChoices) -> dict[str, Key]:
    """The query keys of the page beside those of a View, by name."""
    found = (
        Key("sector", f"人口普查的行业门类；缺省为 {known.industry}", known.industries),
        Key("map", "地图的口径：quotient 区位商，share 比重；缺省为 quotient", MEASURES),
        Key(
            "area",
            "打开的地区；平台地图只列其中的平台",
            known.areas,
            said="三地、设区市或县（市、区）的六位代码（GB/T 2260），如 131125",
        ),
    )
    return {key.name: key for key in found}


def areas_view(
    text: str, options: Choices, choices: AreaChoices
) -> tuple[AreasView, tuple[str, ...]]:
    """What a query string asks the page for, and remarks on what could not be read. As
    `analysis.state.view.view`: never raises."""
    query, known = Query.of(text), keys(choices)
    chosen = AreasView(
        view=views.read(query, options),
        industry=query.filled(known["sector"]) or choices.industry,
        measure=query.filled(known["map"]) or QUOTIENT,
        area=query.filled(known["area"]) or "",
    )
    return chosen, tuple(query.remarks)


def query_of(chosen: AreasView, options: Choices, choices: AreaChoices) -> str:
    """The query string of what the page looks at, defaults left out; "" for the default."""
    return written(
        {
            "sector": "" if chosen.industry == choices.industry else chosen.industry,
            "map": "" if chosen.measure == QUOTIENT else chosen.measure,
            "area": chosen.area,
            **views.values(chosen.view, options),
        }
    )
