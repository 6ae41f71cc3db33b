"""A report to be read: paragraphs, figures and tables, without anything to choose."""

from collections.abc import Iterator
from typing import Any

from dash import html

from analysis.document.document import Cited, Document, Section, Sentence
from analysis.document.ending import full_stop
from analysis.document.numbering import numbers
from components.elements import element
from components.reports.cells import pieces, told_of
from components.reports.preview import (
    BY_RULES,
    HEADS,
    captions,
    closing,
    figure,
    head,
    place,
)
from components.reports.sentences import OWN
from data.model.catalog import Catalog

CELLS = "所据数值"


def sheet(document: Document, catalog: Catalog) -> list[Any]:
    """The whole report."""
    said = numbers(one.level for one in document.sections)
    named = iter(captions(document))
    body = [
        part
        for one, number in zip(document.sections, said, strict=True)
        for part in _section(one, number, catalog, named)
    ]
    return [
        *head(document),
        *_paragraph(document.lead, catalog),
        *body,
        *closing(document),
    ]


def _section(one: Section, number: str, catalog: Catalog, named: Iterator[str]) -> list[Any]:
    level = HEADS.get(one.level, "h5")
    return [
        element(level, f"{number}{one.heading}", id=place(one), class_="report-head"),
        *_paragraph(one.sentences, catalog),
        *(
            figure(shown, caption, catalog.shapes)
            for shown, caption in zip(one.figures, named, strict=False)
        ),
    ]


def _paragraph(sentences: tuple[Sentence, ...], catalog: Catalog) -> list[Any]:
    if not sentences:
        return []
    cells = [f"{cell.text}：{told}" for one in sentences for cell in one.cells
             if (told := told_of(cell, catalog))]  # fmt: skip
    return [
        html.P([part for one in sentences for part in _said(one)], className="report-paragraph"),
        html.P(BY_RULES, className="report-rule") if any(not o.is_own for o in sentences) else None,
        html.Details(
            [html.Summary(f"{CELLS}（{len(cells)}）"), html.Ul([html.Li(text) for text in cells])],
            className="report-data report-closing",
        )
        if cells
        else None,
    ]


def _said(one: Sentence) -> list[Any]:
    if one.is_own:
        return [element("span", OWN, class_="report-own-mark"), one.text, full_stop(one.text)]
    said = [part.text if isinstance(part, Cited) else part for part in pieces(one)]
    return [*said, full_stop(one.text)]
