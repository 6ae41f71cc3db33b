"""The Shading: the values that colour the map's three regions."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.series import measures, observations
from analysis.series.absence import NOT_HELD, absence
from analysis.series.evidence import evidence
from analysis.series.selection import Selection, observed
from analysis.text.periods import period_text, span_text
from analysis.text.provisional import dated
from data.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Shading:
    """Values by region code in one year, and where they stand between the light end of the
    colour scale (0) and the strong one (1); `amounts` are the phrases of the values, `low` and
    `high` those of the smallest and the largest, `texts` with region and year; `absent` are the
    regions without a value and `absence` what is said of them; the official sources."""

    caption: str
    values: dict[str, float]
    strengths: dict[str, float]
    amounts: dict[str, str]
    texts: dict[str, str]
    low: str
    high: str
    absent: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    absence: str = NOT_HELD


def shading(catalog: Catalog, topic: Selection) -> Shading:
    """The selection's values of all three regions in the latest year; empty where the
    regions have no values of their own. A filtered-out region keeps its value, so that the
    colours do not change their meaning with the filter."""
    names = {r.region_code: r.short_zh for r in topic.scope.everyone}
    year = measures.latest_year(topic.columns[code] for code in names)
    name = topic.indicator.short_zh
    if year is None:
        return Shading(f"{_nothing(catalog, topic)}，不着色", {}, {}, {}, {}, "", "")
    values = {c: topic.columns[c][year] for c in names if year in topic.columns[c]}
    phrases = {code: observed(catalog, topic, code, year) for code in values}
    amounts = {code: q.text if q else "" for code, q in phrases.items()}
    absent = [code for code in names if code not in values]
    low, high = (pick(values, key=lambda code: values[code]) for pick in (min, max))
    first = observations.provisional_mark(catalog)  # which the caption says in words
    return Shading(
        caption=f"底色：{dated(topic, values, year)}{name}",
        values=values,
        strengths=strengths(values),
        amounts=amounts,
        texts={code: f"{names[code]} {period_text(year)} {text}" for code, text in amounts.items()},
        low=amounts[low].removesuffix(first),
        high=amounts[high].removesuffix(first),
        absent=tuple(names[code] for code in absent),
        sources=evidence(catalog, topic, values, [year]).sources,
        absence=absence(catalog, topic.indicator.indicator_id, absent, [year]),
    )


def _nothing(catalog: Catalog, topic: Selection) -> str:
    """That the regions have no values: in the chosen years where they have some in others."""
    row, codes = topic.indicator, topic.scope.whole.codes
    if not observations.has_values(catalog, row.indicator_id, codes):
        return f"{row.short_zh}的分地区数值本站未收录"
    why = absence(catalog, row.indicator_id, codes, range(topic.start, topic.end + 1))
    span = span_text(topic.start, topic.end)
    return f"{row.short_zh} {span}的分地区数值{why}"


def strengths(values: Mapping[str, float]) -> dict[str, float]:
    """Where values stand on the colour scale, 0 to 1. It begins at 0 where the smallest value
    is less than half of the largest, so that colours differ as values do, else at the smallest,
    so that values near each other are told apart (the key says how near); where all are equal
    each has the strong end."""
    if not values:
        return {}
    low, high = min(values.values()), max(values.values())
    start = 0.0 if 0 <= low < high / 2 else low
    if high == low:
        return dict.fromkeys(values, 1.0)
    return {key: (value - start) / (high - start) for key, value in values.items()}
