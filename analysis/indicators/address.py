"""What the indicators page looks at, and its two-way street to the query string."""

from dataclasses import dataclass, replace

from analysis.query import Fault, Key, Query, period_key, written
from analysis.series.frames import FULL_NAMES
from analysis.series.scales import SCALES
from analysis.state import frequency
from analysis.state import view as views
from analysis.state.view import Choices, View
from data.model.periods import ANNUAL

KEYS = ("freq", "scale", "base", "chart", "against", "events", "frame")  # beside those of a View
CHARTS = ("line", "bars", "stack", "multiples", "scatter", "table", "meta")
FRAME_MEANING = (
    f"对照范围：{'、'.join(f'{key}（{name}）' for key, name in FULL_NAMES.items())}；缺省为不设"
)


@dataclass(frozen=True, slots=True)
class IndicatorsView:
    """What the indicators page looks at: a View, and how its numbers are to be taken.

    `base` is the index's base year (None: the first year all shown regions have),
    `against` a second indicator to be set beside the first, `frame` what the regions are seen
    against (analysis.series.frames, "" for nothing); the summary says why one may not.
    """

    view: View
    scale: str = "published"
    base: int | None = None
    chart: str = "line"
    against: str | None = None
    events: bool = False
    frame: str = ""


def keys(options: Choices) -> dict[str, Key]:
    """The query keys of the page beside those of a View, by name."""
    found = (
        frequency.key(options),
        Key("scale", "数值形式；缺省为 published（公布值）", tuple(SCALES)),
        period_key("base", "定基指数的基期", options.first_year, options.last_year),
        Key("chart", "页面上的图形，不影响数据", CHARTS),
        Key("against", "对照指标的编号", options.every_indicator),
        Key("events", "页面上是否标注政策时点，不影响数据", ("0", "1")),
        Key("frame", FRAME_MEANING, tuple(FULL_NAMES)),
    )
    return {key.name: key for key in found}


def indicators_view(text: str, options: Choices) -> tuple[IndicatorsView, tuple[str, ...]]:
    """What a query string asks the page for, and remarks on what could not be read.

    As `analysis.state.view.view`: unknown keys are ignored, a bad value falls back to its default
    and is remarked on. Never raises.
    """
    query = Query.of(text)
    own = options.of(frequency.asked(query, options))
    known = keys(own)
    looked_at = views.read(query, own)
    chosen = IndicatorsView(
        view=looked_at,
        scale=query.one(known["scale"]) or "published",
        base=query.period(known["base"]),
        chart=query.one(known["chart"]) or CHARTS[0],
        against=query.one(_against(known["against"], looked_at, options)),
        events=query.one(known["events"]) == "1",
        frame=query.one(known["frame"]) or "",
    )
    return chosen, tuple(query.remarks)


def query_of(chosen: IndicatorsView, options: Choices) -> str:
    """The query string of what the page looks at, defaults left out; "" for the default."""
    own = {
        "freq": chosen.view.frequency if chosen.view.frequency != ANNUAL else "",
        "scale": chosen.scale if chosen.scale != "published" else "",
        "base": str(chosen.base or ""),
        "chart": chosen.chart if chosen.chart != CHARTS[0] else "",
        "against": chosen.against,
        "events": "1" if chosen.events else "",
        "frame": chosen.frame,
    }
    usual = options.of(chosen.view.frequency)
    return written({**views.values(chosen.view, usual), **own})


def clashes(text: str, options: Choices) -> tuple[Fault, ...]:
    """An indicator set against itself."""
    own = options.of(frequency.asked(Query.of(text), options))
    shown = views.view(text, own)[0].indicator
    if Query.of(text).given.get("against") != shown:
        return ()
    others = tuple(i for i in own.every_indicator if i != shown)
    return (Fault("对照指标不能是指标本身", "against", shown, others),)


def _against(key: Key, looked_at: View, options: Choices) -> Key:
    """Any indicator of any frequency but the one that is looked at."""
    every = dict.fromkeys(i for own in options.every.values() for i in own.every_indicator)
    others = tuple(i for i in every or key.allowed if i != looked_at.indicator)
    return replace(key, allowed=others, said=f"{'、'.join(key.allowed[1:4])} 等另一项指标")
