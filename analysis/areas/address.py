"""What the page of areas looks at, and its two-way street to the query string."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from analysis.maps.drill import openable
from analysis.query import NAMED, Key, Query, written
from analysis.series.facts import below
from analysis.state import view as views
from analysis.state.view import Choices, View
from data.model.catalog import Catalog
from data.model.periods import written as periods_written

KEYS = ("sector", "map", "area", "fact", "period")  # beside those of a View
QUOTIENT, SHARE = MEASURES = ("quotient", "share")
LONGEST, LONGEST_PERIOD = 64, 7  # signs of an indicator, and of a period
INDUSTRY = "manufacturing"  # the one that is shown first, where the tables have it


@dataclass(frozen=True, slots=True)
class AreasView:
    """What the page of areas looks at: the regions of a View, an industry, by which measure the
    map is coloured, and the area that is open ("" for none). Where `fact` is an indicator the map
    shows its values in `period` instead (0: the newest)."""

    view: View
    industry: str
    measure: str = QUOTIENT
    area: str = ""
    fact: str = ""
    period: int = 0


@dataclass(frozen=True, slots=True)
class AreaChoices:
    """What an AreasView may hold: industries, codes of areas that can be opened, and indicators
    that a store has values of below the regions, with their periods."""

    industries: tuple[str, ...]
    areas: tuple[str, ...]
    facts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def industry(self) -> str:
        """The industry that is shown unless the address says otherwise; "" without any."""
        first = next(iter(self.industries), "")
        return INDUSTRY if INDUSTRY in self.industries else first


def area_choices(catalog: Catalog) -> AreaChoices:
    """The choices that the catalog's tables give."""
    return AreaChoices(tuple(catalog.areas.industries), openable(catalog), below(catalog))


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
        Key(
            "fact",
            "分县指标的代码，地图改按该指标；缺省为按行业",
            tuple(known.facts),
            longest=0 if known.facts else LONGEST,
        ),
        Key("period", "分县指标的期间，如 2024、2024-03；缺省为最新", (), longest=LONGEST_PERIOD),
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
    chosen = _with_fact(chosen, query, choices)
    return chosen, tuple(query.remarks)


def _with_fact(chosen: AreasView, query: Query, known: AreaChoices) -> AreasView:
    """With the indicator of a store and its period; without one it is another page's key."""
    name, when = query.given.get("fact", ""), query.given.get("period", "")
    periods = {periods_written(one): one for one in known.facts.get(name, ())}
    if name and name not in known.facts:
        query.remark("fact", name, "、".join([*known.facts][:NAMED]) or "本站没有分县指标")
    elif name and when and when not in periods:
        query.remark("period", when, f"{next(iter(periods))} 到 {[*periods][-1]}")
    return replace(chosen, fact=name, period=periods.get(when, 0)) if periods else chosen


def query_of(chosen: AreasView, options: Choices, choices: AreaChoices) -> str:
    """The query string of what the page looks at, defaults left out; "" for the default."""
    return written(
        {
            "sector": "" if chosen.industry == choices.industry else chosen.industry,
            "map": "" if chosen.measure == QUOTIENT else chosen.measure,
            "area": chosen.area,
            "fact": chosen.fact,
            "period": periods_written(chosen.period) if chosen.period else "",
            **views.values(chosen.view, options),
        }
    )
