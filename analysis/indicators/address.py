"""What the indicators page looks at, and its two-way street to the query string."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from analysis.series.scales import SCALES
from analysis.state import view as views
from analysis.state.view import Choices, View, remark

CHARTS = ("line", "bars", "stack", "multiples", "scatter", "table", "meta")


@dataclass(frozen=True, slots=True)
class IndicatorsView:
    """What the indicators page looks at: a View, and how its numbers are to be taken.

    `base` is the index's base year (None: the first year all shown regions have),
    `against` a second indicator set beside the first.
    """

    view: View
    scale: str = "published"
    base: int | None = None
    chart: str = "line"
    against: str | None = None
    events: bool = False


def indicators_view(query: str, options: Choices) -> tuple[IndicatorsView, tuple[str, ...]]:
    """The desk a query string asks for, and remarks on what could not be read.

    As `analysis.state.view.view`: unknown keys are ignored, a bad value falls back to its default
    and is remarked on. Never raises.
    """
    looked_at, remarks = views.view(query, options)
    given = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))
    more: list[str] = []
    chosen = IndicatorsView(
        view=looked_at,
        scale=_one_of(given, "scale", tuple(SCALES), more),
        base=_base(given, options, more),
        chart=_one_of(given, "chart", CHARTS, more),
        against=_against(given, looked_at, options, more),
        events=_one_of(given, "events", ("0", "1"), more) == "1",
    )
    return chosen, (*remarks, *more)


def search(chosen: IndicatorsView, options: Choices) -> str:
    """The query string of a desk, defaults left out; "" for the default desk."""
    pairs = {
        "scale": (chosen.scale, "published"),
        "base": (str(chosen.base or ""), ""),
        "chart": (chosen.chart, CHARTS[0]),
        "against": (chosen.against or "", ""),
        "events": ("1" if chosen.events else "", ""),
    }
    kept = {key: value for key, (value, default) in pairs.items() if value != default}
    first = views.search(chosen.view, options)
    if not kept:
        return first
    return f"{first}&{urlencode(kept)}" if first else f"?{urlencode(kept)}"


def _one_of(
    given: Mapping[str, str], key: str, allowed: Collection[str], remarks: list[str]
) -> str:
    """The value of a key, or the first of those allowed."""
    fallback = next(iter(allowed))
    value = given.get(key, fallback)
    if value in allowed:
        return value
    remarks.append(remark(key, value, "、".join(allowed)))
    return fallback


def _base(given: Mapping[str, str], options: Choices, remarks: list[str]) -> int | None:
    years = {str(y): y for y in range(options.first_year, options.last_year + 1)}
    text = given.get("base")
    if text is None or text in years:
        return years[text] if text else None
    span = f"{options.first_year} 到 {options.last_year} 的年份"
    remarks.append(remark("base", text, span))
    return None


def _against(
    given: Mapping[str, str], looked_at: View, options: Choices, remarks: list[str]
) -> str | None:
    asked = given.get("against")
    if asked is None:
        return None
    if options.theme_of(asked) is not None and asked != looked_at.indicator:
        return asked
    examples = "、".join([i for ids in options.indicators.values() for i in ids][1:4])
    remarks.append(remark("against", asked, f"{examples} 等另一项指标"))
    return None
