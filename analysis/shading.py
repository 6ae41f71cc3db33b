"""The Shading: the values that colour the map's three regions."""

from dataclasses import dataclass

from analysis import measures, sentences
from analysis.subject import Subject, observed
from data.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Shading:
    """Values by region code in one year; the ends of the colour scale as phrases."""

    caption: str
    values: dict[str, float]
    texts: dict[str, str]
    low: str
    high: str


def shading(catalog: Catalog, topic: Subject) -> Shading:
    """The subject's values of all three regions in the latest year; empty where the
    regions have no values of their own. A filtered-out region keeps its value: the map
    dims it, so that the colours do not change their meaning with the filter."""
    codes = [r.region_code for r in topic.provinces]
    year = measures.latest_year(topic.panel[codes])
    name = topic.indicator.short_zh
    if year is None:
        return Shading(f"{name}没有分地区数值，不着色", {}, {}, "", "")
    row = topic.panel.loc[year, codes].dropna()
    phrases = {str(code): observed(catalog, topic, str(code), year) for code in row.index}
    names = {r.region_code: r.short_zh for r in topic.provinces}
    texts = {code: q.text if q else "" for code, q in phrases.items()}
    low, high = str(row.idxmin()), str(row.idxmax())
    return Shading(
        caption=f"底色：{sentences.year_text(year)}{name}",
        values={str(code): float(row.loc[code]) for code in row.index},
        texts={
            code: f"{names[code]} {sentences.year_text(year)} {text}"
            for code, text in texts.items()
        },
        low=texts[low],
        high=texts[high],
    )
