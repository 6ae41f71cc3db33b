"""What the map of platforms looks at, and its two-way street to the query string."""

from dataclasses import dataclass

from analysis.maps.area_shading import bases
from analysis.maps.drill import openable
from analysis.query import Key, Query, period_key, written
from analysis.state import view as views
from analysis.state.view import Choices, View
from data.model.catalog import Catalog

PLACES = ("layers", "industry", "type", "status", "list", "search", "area", "place")
DRAWING = ("ground", "shade", "lines", "flows", "flow_year", "scheme")  # of the map alone
KEYS = (*PLACES, *DRAWING)  # beside those of a View
LAYERS = ("wing", "zone", "node")  # shown unless the address says otherwise
NO_LAYER = "none"
UNPUBLISHED = "none"  # the industry of places whose industries are not published
UNLISTED = "none"  # the list of N platforms that no source names one for
STATUSES = ("official", "designated", "unconfirmed")
LINES = ("prefecture", "province", "county")
SCHEMES = ("light", "dark")
LONGEST_SEARCH = 40
AREAS = "三地、设区市或县（市、区）的六位代码（GB/T 2260），如 130638"
BASES = "county 或 prefecture，加点和口径，如 county.density、prefecture.product"
LACKING = "本版数据没有分市县的资料"


@dataclass(frozen=True, slots=True)
class PlatformsView:
    """What the map of platforms looks at: a View, the layers of places, what places are kept,
    the area and the place that are open, and how the map is drawn: its `ground` is coloured by a
    measure of areas, or else the indicator of the View where it `is_shaded`. None: not chosen."""

    view: View
    layers: tuple[str, ...] = LAYERS
    industry: str | None = None
    type: str | None = None
    status: str | None = None
    list: str | None = None
    search: str = ""
    area: str | None = None
    place: str | None = None
    ground: str | None = None
    is_shaded: bool = False
    lines: str = LINES[0]
    has_flows: bool = False
    flow_year: int | None = None
    scheme: str = SCHEMES[0]


@dataclass(frozen=True, slots=True)
class PlatformChoices:
    """What a PlatformsView may hold beside its View."""

    layers: tuple[str, ...]
    industries: tuple[str, ...]
    types: tuple[str, ...]
    lists: tuple[str, ...]
    places: tuple[str, ...]
    areas: tuple[str, ...]
    grounds: tuple[str, ...]


def platform_choices(catalog: Catalog) -> PlatformChoices:
    """The choices that the catalog's tables give."""
    return PlatformChoices(
        layers=tuple(catalog.tiers),
        industries=(*catalog.places.industries, UNPUBLISHED),
        types=tuple(catalog.places.types),
        lists=(*catalog.places.lists, UNLISTED),
        places=tuple(place.platform_id for place in catalog.platforms),
        areas=openable(catalog),
        grounds=bases(catalog),
    )


def keys(options: Choices, known: PlatformChoices) -> dict[str, Key]:
    """The query keys of the page beside those of a View, by name: PLACES, then DRAWING."""
    drawn = "页面显示方式，不影响数据"
    found = (
        Key(
            "layers",
            f"图层，可填多个，以逗号分隔；缺省为 {','.join(LAYERS)}",
            (*known.layers, NO_LAYER),
            is_list=True,
            said="、".join(known.layers),
        ),
        Key("industry", "产业；none 为产业本站未收录", known.industries),
        Key("type", "N 平台的类型", known.types),
        Key("status", "认定依据", STATUSES),
        Key("list", "名录；none 为没有来源写明名录的 N 平台", known.lists),
        Key("search", "名称、地点、产业中的字词", (), longest=LONGEST_SEARCH),
        Key(
            "area",
            "打开的地区，只列其中的平台",
            known.areas,
            said=AREAS if known.areas else LACKING,
        ),
        Key("place", "页面上打开的平台，不影响数据", known.places),
        Key(
            "ground",
            "地图底色的级别和口径；文件中附各地区的数值",
            known.grounds,
            said=BASES if known.grounds else LACKING,
        ),
        Key("shade", drawn, ("0", "1")),
        Key("lines", drawn, LINES),
        Key("flows", drawn, ("0", "1")),
        period_key("flow_year", drawn, options.first_year, options.last_year),
        Key("scheme", drawn, SCHEMES),
    )
    return {key.name: key for key in found}


def platforms_view(
    text: str, options: Choices, choices: PlatformChoices
) -> tuple[PlatformsView, tuple[str, ...]]:
    """What a query string asks the map for, and remarks on what could not be read.

    As `analysis.state.view.view`: unknown keys are ignored, a bad value falls back to its default
    and is remarked on. Never raises.
    """
    query, known = Query.of(text), keys(options, choices)
    chosen = PlatformsView(
        view=views.read(query, options),
        layers=_layers(query, known["layers"]),
        industry=query.filled(known["industry"]),
        type=query.filled(known["type"]),
        status=query.filled(known["status"]),
        list=query.filled(known["list"]),
        search=" ".join(query.given.get("search", "").split())[:LONGEST_SEARCH],
        area=query.filled(known["area"]),
        place=query.filled(known["place"]),
        ground=query.filled(known["ground"]),
        is_shaded=query.filled(known["shade"]) == "1",
        lines=query.filled(known["lines"]) or LINES[0],
        has_flows=query.filled(known["flows"]) == "1",
        flow_year=_year(query.filled(known["flow_year"])),
        scheme=query.filled(known["scheme"]) or SCHEMES[0],
    )
    return chosen, tuple(query.remarks)


def query_of(chosen: PlatformsView, options: Choices) -> str:
    """The query string of what the map looks at, defaults left out; "" for the default."""
    layers = ",".join(chosen.layers) or NO_LAYER
    own = {
        "layers": layers if chosen.layers != LAYERS else "",
        "industry": chosen.industry,
        "type": chosen.type,
        "status": chosen.status,
        "list": chosen.list,
        "search": chosen.search,
        "area": chosen.area,
        "place": chosen.place,
        "ground": chosen.ground,
        "shade": "1" if chosen.is_shaded else "",
        "lines": chosen.lines if chosen.lines != LINES[0] else "",
        "flows": "1" if chosen.has_flows else "",
        "flow_year": str(chosen.flow_year or ""),
        "scheme": chosen.scheme if chosen.scheme != SCHEMES[0] else "",
    }
    return written({**views.values(chosen.view, options), **own})


def with_layer(chosen: PlatformsView, layer: str, known: PlatformChoices) -> tuple[str, ...]:
    """The layers with one switched on or off, in their fixed order."""
    wanted = set(chosen.layers) ^ {layer}
    return tuple(name for name in known.layers if name in wanted)


def _layers(query: Query, key: Key) -> tuple[str, ...]:
    """The layers asked for; none at all can be asked for too."""
    text = query.given.get(key.name)
    if text is None:
        return LAYERS
    if text.strip() in ("", NO_LAYER):
        return ()
    return tuple(name for name in query.some(key) if name != NO_LAYER) or LAYERS


def _year(text: str | None) -> int | None:
    return int(text) if text else None
