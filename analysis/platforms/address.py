"""What the map of platforms looks at, and its two-way street to the query string."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from analysis.state import view as views
from analysis.state.view import Choices, View, partly, remark
from data.model.catalog import Catalog

LAYERS = ("wing", "zone", "node")  # shown unless the address says otherwise
NO_LAYER = "none"
UNPUBLISHED = "none"  # the industry of places whose industries are not published
STATUSES = ("official", "designated", "unconfirmed")
LINES = ("prefecture", "province", "county")
SCHEMES = ("light", "dark")
LONGEST_SEARCH = 40


@dataclass(frozen=True, slots=True)
class PlatformsView:
    """What the map of platforms looks at: a View, the layers of places, what places are kept,
    the one that is open, and how the map is drawn. None: not chosen."""

    view: View
    layers: tuple[str, ...] = LAYERS
    industry: str | None = None
    type: str | None = None
    status: str | None = None
    search: str = ""
    place: str | None = None
    is_shaded: bool = False
    lines: str = LINES[0]
    has_flows: bool = False
    flow_year: int | None = None
    scheme: str = SCHEMES[0]


@dataclass(frozen=True, slots=True)
class Keys:
    """What the keys of a PlatformsView may hold beside those of a View."""

    layers: tuple[str, ...]
    industries: tuple[str, ...]
    types: tuple[str, ...]
    places: tuple[str, ...]


def keys(catalog: Catalog) -> Keys:
    """The keys that the catalog's tables give."""
    return Keys(
        layers=tuple(catalog.tiers),
        industries=(*catalog.places.industries, UNPUBLISHED),
        types=tuple(catalog.places.types),
        places=tuple(place.platform_id for place in catalog.platforms),
    )


def platforms_view(
    query: str, options: Choices, known: Keys
) -> tuple[PlatformsView, tuple[str, ...]]:
    """The atlas a query string asks for, and remarks on what could not be read.

    As `analysis.state.view.view`: unknown keys are ignored, a bad value falls back to its default
    and is remarked on. Never raises.
    """
    looked_at, remarks = views.view(query, options)
    given = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))
    more: list[str] = []
    chosen = PlatformsView(
        view=looked_at,
        layers=_layers(given, known, more),
        industry=_maybe(given, "industry", known.industries, more),
        type=_maybe(given, "type", known.types, more),
        status=_maybe(given, "status", STATUSES, more),
        search=" ".join(given.get("search", "").split())[:LONGEST_SEARCH],
        place=_maybe(given, "place", known.places, more),
        is_shaded=_one_of(given, "shade", ("0", "1"), more) == "1",
        lines=_one_of(given, "lines", LINES, more),
        has_flows=_one_of(given, "flows", ("0", "1"), more) == "1",
        flow_year=_year(given, options, more),
        scheme=_one_of(given, "scheme", SCHEMES, more),
    )
    return chosen, (*remarks, *more)


def search(chosen: PlatformsView, options: Choices) -> str:
    """The query string of an atlas, defaults left out; "" for the default one."""
    layers = ",".join(chosen.layers) or NO_LAYER
    pairs = {
        "layers": layers if chosen.layers != LAYERS else "",
        "industry": chosen.industry,
        "type": chosen.type,
        "status": chosen.status,
        "search": chosen.search,
        "place": chosen.place,
        "shade": "1" if chosen.is_shaded else "",
        "lines": chosen.lines if chosen.lines != LINES[0] else "",
        "flows": "1" if chosen.has_flows else "",
        "flow_year": str(chosen.flow_year or ""),
        "scheme": chosen.scheme if chosen.scheme != SCHEMES[0] else "",
    }
    kept = {key: value for key, value in pairs.items() if value}
    first = views.search(chosen.view, options)
    if not kept:
        return first
    own = urlencode(kept, safe=",")
    return f"{first}&{own}" if first else f"?{own}"


def with_layer(chosen: PlatformsView, layer: str, known: Keys) -> tuple[str, ...]:
    """The layers with one switched on or off, in their fixed order."""
    wanted = set(chosen.layers) ^ {layer}
    return tuple(name for name in known.layers if name in wanted)


def _some(allowed: Collection[str]) -> str:
    return "、".join(list(allowed)[:8]) + (" 等" if len(allowed) > 8 else "")


def _one_of(
    given: Mapping[str, str], key: str, allowed: tuple[str, ...], remarks: list[str]
) -> str:
    """The value of a key, or the first of those allowed."""
    return _maybe(given, key, allowed, remarks) or allowed[0]


def _maybe(
    given: Mapping[str, str], key: str, allowed: Collection[str], remarks: list[str]
) -> str | None:
    """The value of a key, None where it is not given or empty or not allowed."""
    value = given.get(key, "")
    if value and value not in allowed:
        remarks.append(remark(key, value, _some(allowed)))
        return None
    return value or None


def _layers(given: Mapping[str, str], known: Keys, remarks: list[str]) -> tuple[str, ...]:
    if "layers" not in given:
        return LAYERS
    asked = {part.strip() for part in given["layers"].split(",")} - {"", NO_LAYER}
    found = tuple(name for name in known.layers if name in asked)
    if asked - set(found):
        say = partly if found else remark
        remarks.append(say("layers", given["layers"], _some(known.layers)))
        return found or LAYERS
    return found


def _year(given: Mapping[str, str], options: Choices, remarks: list[str]) -> int | None:
    years = [str(year) for year in range(options.first_year, options.last_year + 1)]
    asked = _maybe(given, "flow_year", years, remarks)
    return int(asked) if asked else None
