"""The query keys of files and API: what each may hold, and what is wrong with a given query.

A page falls back to a default and says so; a program that asks wrongly is told, never guessed at.
One table of keys validates the query and writes the OpenAPI document.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import parse_qsl

from analysis.indicators.address import CHARTS
from analysis.platforms.address import (
    LAYERS,
    LINES,
    LONGEST_SEARCH,
    NO_LAYER,
    SCHEMES,
    STATUSES,
    Keys,
)
from analysis.series.scales import SCALES
from analysis.state.view import Choices, view

FORMATS = ("json", "csv")
VIEW_KEYS = ("region", "theme", "indicator", "from", "to")
DESK_KEYS = (*VIEW_KEYS, "scale", "base", "chart", "against", "events")
PLACE_KEYS = ("layers", "industry", "type", "status", "search", "place")
DRAWING_KEYS = ("shade", "lines", "flows", "flow_year", "scheme")  # of the map alone
ATLAS_KEYS = (*VIEW_KEYS, *PLACE_KEYS, *DRAWING_KEYS)


@dataclass(frozen=True, slots=True)
class Key:
    """A query key: its meaning in words and the values it may hold; `is_list`: several of
    them with commas between; `is_year`: a range of whole numbers; `longest`: instead of certain
    values any text up to so many characters."""

    name: str
    meaning: str
    allowed: tuple[str, ...]
    is_list: bool = False
    is_year: bool = False
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one key of a query, and what may stand there."""

    error: str
    key: str
    value: str
    allowed: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The fault as the API sends it."""
        return asdict(self)


def keys(options: Choices, known: Keys) -> Mapping[str, Key]:
    """Every key that a file or API address may have, by name."""
    years = tuple(str(y) for y in range(options.first_year, options.last_year + 1))
    ids = tuple(i for part in options.indicators.values() for i in part)
    found = (
        Key(
            "region", "地区，可写多个，用逗号隔开；不写为三地", tuple(options.regions), is_list=True
        ),
        Key("theme", "主题；不写为指标所属的主题", tuple(options.themes)),
        Key("indicator", "指标编号；不写为主题的第一个指标", ids),
        Key("from", "起始年", years, is_year=True),
        Key("to", f"截止年；不写为 {options.settled_year}", years, is_year=True),
        Key("scale", "口径；不写为 published（公布数）", tuple(SCALES)),
        Key("base", "定基指数的基年", years, is_year=True),
        Key("chart", "页面上的图形，不影响数据", tuple(CHARTS)),
        Key("against", "对照指标的编号", ids),
        Key("events", "页面上是否标出政策时点，不影响数据", ("0", "1")),
        Key("format", "json（不写即是）或 csv", FORMATS),
    )
    return {key.name: key for key in (*found, *_place_keys(known, years))}


def _place_keys(known: Keys, years: tuple[str, ...]) -> tuple[Key, ...]:
    """The keys that only the map of platforms has."""
    layers = (*known.layers, NO_LAYER)
    drawn = "页面上的画法，不影响数据"
    return (
        Key(
            "layers", f"图层，可写多个，用逗号隔开；不写为 {','.join(LAYERS)}", layers, is_list=True
        ),
        Key("industry", "产业；none 为产业未见公布", known.industries),
        Key("type", "N 平台的类型", known.types),
        Key("status", "证据", STATUSES),
        Key("search", "名称、地点、产业中的字词", (), longest=LONGEST_SEARCH),
        Key("place", "页面上打开的平台，不影响数据", known.places),
        Key("shade", drawn, ("0", "1")),
        Key("lines", drawn, LINES),
        Key("flows", drawn, ("0", "1")),
        Key("flow_year", drawn, years, is_year=True),
        Key("scheme", drawn, SCHEMES),
    )


def faults(query: str, known: Sequence[Key], options: Choices) -> tuple[Fault, ...]:
    """Everything that is wrong with a query for which only the `known` keys may stand:
    unknown or repeated keys, values that are not allowed, and values that do not go together."""
    pairs = parse_qsl(query, keep_blank_values=True)
    by_name = {key.name: key for key in known}
    counts = Counter(name for name, _ in pairs)
    found = []
    for name, value in pairs:
        key = by_name.get(name)
        if key is None:
            found.append(Fault("没有这个查询键", name, value, tuple(by_name)))
        elif counts[name] > 1:
            found.append(Fault("这个查询键只能出现一次", name, value, key.allowed))
        elif not _holds(key, value):
            found.append(Fault("没有这个值", name, value, key.allowed))
    return tuple(found) or _clashes(query, dict(pairs), options)


def _holds(key: Key, value: str) -> bool:
    if key.longest:
        return len(value) <= key.longest
    parts = [part.strip() for part in value.split(",")] if key.is_list else [value]
    return all(part in key.allowed for part in parts)


def _clashes(query: str, given: Mapping[str, str], options: Choices) -> tuple[Fault, ...]:
    """Values that are right alone and wrong together: theme and indicator, from and to,
    an indicator set against itself."""
    found = []
    theme, indicator = given.get("theme"), given.get("indicator")
    if theme and indicator and indicator not in options.indicators[theme]:
        ids = options.indicators[theme]
        found.append(Fault(f"主题 {theme} 没有这个指标", "indicator", indicator, ids))
    start = int(given.get("from", options.first_year))
    end = int(given.get("to", options.settled_year))
    if start > end:
        years = tuple(str(year) for year in range(options.first_year, end + 1))
        found.append(Fault(f"起始年晚于截止年（{end}）", "from", str(start), years))
    shown = view(query, options)[0].indicator
    if given.get("against") == shown:
        others = tuple(i for ids in options.indicators.values() for i in ids if i != shown)
        found.append(Fault("对照指标不能是指标本身", "against", shown, others))
    return tuple(found)
