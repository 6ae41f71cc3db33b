"""The slide of two regions: the theme's headline indicators of both, side by side."""

from collections.abc import Sequence

from analysis.meeting.slides import Pair, Sight, Slide, listed
from analysis.overview.comparison import Comparison, comparison
from analysis.series.evidence import credit, merged, told_together
from analysis.series.selection import Selection, selection
from analysis.text import sentences
from analysis.text.periods import period_text
from analysis.text.provisional import dated
from analysis.text.table import Table
from analysis.text.titles import apart
from data.model.catalog import Catalog

OWN_SCALE = "各行独立刻度，条长只在同一行内可比。"


def pair(catalog: Catalog, at: Sight) -> Slide:
    """The headline indicators that either of the two regions has, a row each, in the last year
    that both have."""
    view = at.view
    topics = (selection(catalog, view, row.indicator_id) for row in catalog.headlines(view.theme))
    found = [(one, comparison(catalog, one, view.end)) for one in topics if one.has_regions]
    pairs = tuple(_pair(topic, bars) for topic, bars in found)
    names = tuple(region.short_zh for region in at.scope.regions)
    used = merged(bars.evidence for _, bars in found)
    rows = tuple((one.name, *one.texts, one.told) for one in pairs)
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="pair" if pairs else "words",
        title=at.title(f"{'与'.join(names)}：{_first(found, pairs)}"),
        filter_text=sentences.filter_text(catalog, view, selection(catalog, view, view.indicator)),
        columns=names,
        pairs=pairs,
        source=credit(used),
        sources=used,
        footnotes=(OWN_SCALE, *told_together(catalog, (bars.evidence for _, bars in found))),
        table=Table("两地比较", ("指标", *names, "两地之比或之差"), rows),
        absence="" if pairs else "所选年份的数值本站未收录。",
    )
    return listed(slide)


def _first(found: Sequence[tuple[Selection, Comparison]], pairs: Sequence[Pair]) -> str:
    """How the two stand in the first indicator that says it, growth aside: 2024 年人均地区生产总值
    北京是河北的 3.5 倍."""
    for (topic, bars), one in zip(found, pairs, strict=True):
        if one.told and bars.year and topic.indicator.measure_type != "growth_rate":
            when = dated(topic, topic.scope.codes, bars.year)
            return f"{when}{sentences.dated_name(topic)}{one.told}"
    return "主要指标"


def _pair(topic: Selection, bars: Comparison) -> Pair:
    left, right = bars.bars
    unit = f"，{topic.shown.unit}" if "=100" not in topic.shown.unit else ""
    year = f"{period_text(bars.year)}" if bars.year else ""
    texts = tuple(one.quantity.bare if one.quantity else one.absence for one in (left, right))
    told = ""
    if left.value is not None and right.value is not None:
        most, least = sorted((left, right), key=lambda one: one.value or 0.0, reverse=True)
        words = apart(topic, most.value or 0.0, least.value or 0.0)
        told = f"{most.label}{words.format(least.label)}" if words else ""
    return Pair(
        name=f"{topic.indicator.short_zh}（{year}{unit}）",
        values=(left.value, right.value),
        texts=(texts[0], texts[1]),
        told=told,
    )
