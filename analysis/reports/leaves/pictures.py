"""Slides of one indicator: numbers, lines, bars."""

from dataclasses import replace

from analysis.document.document import Figure, Leaf
from analysis.indicators.summary import IndicatorSummary
from analysis.meeting.scenes import sight
from analysis.meeting.shown import alone
from analysis.meeting.slide_pictures import table
from analysis.meeting.slides import Slide
from analysis.reports.figures.bars import bars_figure, study_bars_figure
from analysis.reports.figures.lines import study_figure
from analysis.reports.figures.provinces import provinces_figure
from analysis.reports.leaves.numbers import part, reading
from analysis.reports.leaves.plain import bare, within
from analysis.series.selection import selection
from analysis.text.clauses import clauses
from data.model.catalog import Catalog


def number(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """The main number and those of the regions under it."""
    main = tuple(reading(one, slide.footnotes) for one in slide.numbers)
    return (replace(bare(slide), readings=(*main, *map(part, slide.parts))),)


def chart(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """Lines with their names and last values at their ends; a file shows one choice of regions: its
    axis is theirs."""
    return (replace(bare(slide), figures=(_lines(slide),)), *_provinces(slide))


def _lines(slide: Slide) -> Figure:
    study = _study(slide)  # the table of the slide has what stands beside the lines too
    return within(study_figure(study, table(study)))


def _provinces(slide: Slide) -> tuple[Leaf, ...]:
    """A slide of its own for all provinces, where the regions are seen against them."""
    figure = provinces_figure(slide.study) if slide.study is not None else None
    if figure is None or slide.study is None:
        return ()
    shown = replace(within(figure), subtitle=figure.subtitle)
    return (
        Leaf(
            title=figure.title,
            sentence=slide.study.standing,
            figures=(shown,),
            source=figure.source,
            footnotes=figure.footnotes,
            note=bare(slide).note,
        ),
    )


def _study(slide: Slide) -> IndicatorSummary:
    assert slide.study is not None
    return slide.study


def bars(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """The regions side by side."""
    if slide.comparison is None:
        figure = study_bars_figure(_study(slide))
    else:
        view = sight(catalog, slide.scene, slide.choice).view
        topic = selection(catalog, view, view.indicator)
        figure = bars_figure(topic, slide.comparison)
    return (replace(bare(slide), figures=(within(figure),)), *_provinces(slide))


def numbers_chart(catalog: Catalog, slide: Slide) -> tuple[Leaf, ...]:
    """The numbers at the left, the lines beside them; of the sentence what the number leaves."""
    first, *others = slide.numbers or alone(slide)
    same = slide.parts or tuple(one for one in others if one.name == first.name)
    seconds = [one for one in others if one.name != first.name]
    readings = (
        reading(first, slide.footnotes),
        *map(part, same),
        *(reading(one, slide.footnotes) for one in seconds),
    )
    leaf = bare(slide)
    said = clauses(slide.sentence)
    sentence = f"{said}{'。' if said else ''}{slide.absence}"
    shown = replace(leaf, sentence=sentence, readings=readings, figures=(_lines(slide),))
    return (shown, *_provinces(slide))
