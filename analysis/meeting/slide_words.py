"""Slides of words: the cover, points of one's own, and conclusions, which the data give where the
speaker wrote none."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.meeting.slides import Sight, Slide
from analysis.series.evidence import credit, evidence, merged, told_together
from analysis.series.selection import Selection, aggregate, selection
from analysis.text import sentences
from analysis.text.periods import span_text
from analysis.text.table import Table
from data.model.catalog import Catalog
from data.model.plan import WHOLE_PLAN

MOST_FOUND = 6  # conclusions that the data give
CONCLUSIONS = "主要结论"


def cover(catalog: Catalog, at: Sight) -> Slide:
    """The first page: title, subtitle, who presents, and the date as it was written."""
    scene = at.scene
    return Slide(
        scene=scene,
        choice=at.choice,
        layout="cover",
        title=at.title(""),
        filter_text="",
        subtitle=at.filled(scene.subtitle or ""),
        body=at.filled(scene.body or ""),
        date=at.filled(scene.date or ""),
        note=scene.note_zh or "",
    )


def text(catalog: Catalog, at: Sight) -> Slide:
    """A heading and the speaker's own points."""
    return Slide(
        scene=at.scene,
        choice=at.choice,
        layout="text",
        title=at.title(""),
        filter_text="",
        points=tuple(map(at.filled, at.scene.points)),
        note=at.scene.note_zh or "",
    )


def conclusions(catalog: Catalog, at: Sight) -> Slide:
    """The speaker's own conclusions, or the findings of the theme's headline indicators; of the
    whole plan those of the first one of each theme."""
    if at.scene.points:
        title = CONCLUSIONS if at.scene.title == "finding" else at.title(CONCLUSIONS)
        return replace(text(catalog, at), layout="conclusions", title=title)
    topics = [topic for topic in _topics(catalog, at) if aggregate(catalog, topic) is not None]
    topics = topics[:MOST_FOUND]
    found = [sentences.finding(catalog, one, aggregate(catalog, one)) for one in topics]
    every = [evidence(catalog, one, one.scope.codes, one.years) for one in topics]
    rows = tuple((one.indicator.short_zh, said) for one, said in zip(topics, found, strict=True))
    span = span_text(at.view.start, at.view.end)
    theme = catalog.themes[at.view.theme].name_zh
    return Slide(
        scene=at.scene,
        choice=at.choice,
        layout="conclusions" if found else "words",
        title=at.title(f"{at.scope.name}{CONCLUSIONS}"),
        filter_text=f"{theme} · {at.scope.name} · {span}",
        points=tuple(found),
        source=credit(merged(every)),
        sources=merged(every),
        footnotes=told_together(catalog, every),
        note=at.scene.note_zh or "",
        table=Table("主要结论", ("指标", "结论"), rows),
        absence="" if found else "所选年份的数值本站未收录。",
    )


def _topics(catalog: Catalog, at: Sight) -> Iterable[Selection]:
    themes = catalog.themes if at.view.theme == WHOLE_PLAN else [at.view.theme]
    for theme in themes:
        headlines = catalog.headlines(theme)
        for row in headlines[:1] if at.view.theme == WHOLE_PLAN else headlines:
            view = replace(at.view, theme=theme, indicator=row.indicator_id)
            yield selection(catalog, view, row.indicator_id)
