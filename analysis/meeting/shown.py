"""What is really shown of a slide: a single bar says nothing, its number and its years do."""

from analysis.meeting.slides import Number, Slide
from analysis.series.quantities import number


def layout_of(slide: Slide) -> str:
    """The layout on the stage: a single bar says nothing, its number and its years do."""
    bars = slide.comparison.bars if slide.comparison else ()
    is_alone = slide.layout == "bars" and len(bars) == 1 and bars[0].quantity is not None
    return "numbers-chart" if is_alone and slide.study is not None else slide.layout


def alone(slide: Slide) -> tuple[Number, ...]:
    """The only bar of a comparison as a number, with its share of the three."""
    if slide.comparison is None or slide.study is None:
        return ()
    bar, said = slide.comparison.bars[0], slide.study.indicator.short_zh
    scope = f"占三地 {number(bar.share, 1)}%（计算）" if bar.share is not None else bar.label
    return (Number(bar.slug, bar.label, said, bar.quantity, slide.comparison.year, scope),)
