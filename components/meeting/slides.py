"""A slide as elements: everything between the header and the source line but the title."""

from collections.abc import Callable, Mapping
from typing import Any

from dash import html

from analysis.indicators.lines import strokes
from analysis.meeting.scenes import Slide
from analysis.meeting.shown import alone, layout_of
from analysis.text.clauses import clauses, fresh
from analysis.text.periods import period_text
from components.charts.described import lines_in_words
from components.charts.stage_lines import Manner, stage_lines
from components.meeting import areas, evaluation, maps, words
from components.meeting.bars import bars
from components.meeting.forms import WIDE, Form, Size
from components.meeting.lists import entries, marks
from components.meeting.numbers import figure, name, parts
from components.meeting.pairs import pairs
from components.meeting.strips import strip
from components.meeting.task import task
from components.unbroken import unbroken
from data.model.catalog import Catalog

STRIP = 250  # px of the stage that the strip of provinces takes from the drawing above it
COMMON_DIGITS, DIGIT = 8, 80  # a longer main number takes its room from the chart beside it


def body(slide: Slide, catalog: Catalog, form: Form = WIDE) -> list[Any]:
    """What stands on the stage under the title, by the layout really shown; `form` gives the
    sizes of drawings."""
    return BODIES[layout_of(slide)](slide, catalog, form)


def _words(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [html.P(unbroken(slide.absence), className="absence")]


def _number(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    """One number as large as the room allows, a few more as large as they fit side by side."""
    return [
        html.Div(
            [figure(one, "main", "".join(slide.footnotes)) for one in slide.numbers],
            className="numbers",
        ),
        parts(slide.parts),
        _said(slide),
    ]


def _chart(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    lines = _lines(slide, _above_strip(slide, form.alone), with_values=not form.is_tall)
    return [_said(slide), lines, _last_values(slide) if form.is_tall else None, strip(slide)]


def _above_strip(slide: Slide, size: Size) -> Size:
    """The size of a drawing that leaves room for the strip of provinces below it."""
    is_shared = slide.study is not None and slide.study.distribution is not None
    return (size[0], size[1] - STRIP) if is_shared else size


def _last_values(slide: Slide) -> html.Ul:
    """What the ends of the lines say where the picture has no room for it."""
    assert slide.study is not None
    ends = [(line, line.pieces[-1][-1]) for line in strokes(slide.study).lines]
    items = [
        html.Li(
            [
                name(line.slug, line.label),
                html.Strong(unbroken(point.text)),
                html.Small(period_text(point.year)),
            ]
        )
        for line, point in ends
    ]
    return html.Ul(items, className="parts ends")


def _numbers_chart(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    first, *others = slide.numbers or alone(slide)
    below = strip(slide)
    said = "".join(slide.footnotes)
    same = slide.parts or tuple(one for one in others if one.name == first.name)
    seconds = [one for one in others if one.name != first.name]
    side = [
        figure(first, "main", said, "" if below else clauses(slide.sentence)),
        parts(same, first.quantity),
        html.Div([figure(one, "second", said) for one in seconds], className="seconds"),
        html.P(unbroken(slide.absence), className="instead") if slide.absence else None,
    ]
    digits = len(first.quantity.number) if first.quantity else 0
    width, height = _above_strip(slide, form.beside)
    width -= 0 if form.is_tall else max(0, digits - COMMON_DIGITS) * DIGIT
    lines = _lines(slide, (width, height), with_values=False)
    picture = html.Div([lines, below], className="stacked") if below else lines
    return [html.Div(side, className="side"), picture]


def _lines(slide: Slide, size: Size, with_values: bool) -> html.Div:
    assert slide.study is not None
    drawn = strokes(slide.study)
    if not drawn.lines:
        return html.Div(html.P(drawn.absence, className="absence"), className="picture")
    manner = Manner(
        unit=slide.study.unit,
        with_values=with_values,
        holds=slide.holds,
        title=slide.title,
        description=lines_in_words(drawn, slide.study.subtitle),
    )
    picture: Any = stage_lines(drawn, size, manner)
    return html.Div(picture, className="picture")


def _said(slide: Slide) -> html.Div | None:
    """The sentence beside the title, and why another's value stands here, if it does."""
    sentence = fresh(slide.sentence, slide.title)
    found = [
        html.P(unbroken(text), className=kind)
        for kind, text in (("sentence", sentence), ("instead", slide.absence))
        if text
    ]
    return html.Div(found, className="said") if found else None


def _bars(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [_said(slide), *bars(slide), strip(slide)]


def _list(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [_said(slide), entries(slide.columns, slide.entries)]


def _marks(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [_said(slide), marks(slide.tasks)]


def _pair(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return [pairs(slide)]


def _task(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return task(slide, catalog)


def _map(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return maps.platforms(slide, catalog)


def _place(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return maps.place(slide, catalog)


def _cover(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return words.cover(slide)


def _points(slide: Slide, catalog: Catalog, form: Form) -> list[Any]:
    return words.points(slide)


BODIES: Mapping[str, Callable[[Slide, Catalog, Form], list[Any]]] = {
    "cover": _cover,
    "text": _points,
    "conclusions": _points,
    "task": _task,
    "chain": _list,
    "pair": _pair,
    "place": _place,
    "words": _words,
    "number": _number,
    "chart": _chart,
    "numbers-chart": _numbers_chart,
    "map": _map,
    "areas": areas.areas,
    "gaps": evaluation.apart,
    "index": evaluation.both,
    "watch": evaluation.watched,
    "bars": _bars,
    "list": _list,
    "latest": _list,
    "marks": _marks,
}
