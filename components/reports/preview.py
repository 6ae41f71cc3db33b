"""The report as it will be: headings, sentences with switches, figures and tables, sources."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.document.chart import Chart, Map
from analysis.document.document import Document, Figure, Section
from analysis.document.numbering import numbers
from analysis.text.table import Table
from components.attributes import attributes
from components.charts.still.chart import still_charts
from components.charts.still.map import still_map
from components.elements import element
from components.reports.sentences import Desk, kept_list, own_form, paragraph

HEADS = {1: "h3", 2: "h4"}
SHORT = 10  # signs of a cell that is not broken
# A number with its qualifier, unit and mark: 近 3,000 亿元（初）, −5.1%, 0.95 ※.
NUMBER = re.compile(r"[近约超逾过▲▼+−-]*\s*\d[\d,.]*\s*\S{0,7}(?:（[^）]{1,8}）)?")
BY_RULES = "规则生成，数字与图表同源"
SOURCES, REMARKS = "资料来源", "说明"


def preview(document: Document, desk: Desk) -> list[Any]:
    """The whole report; what is not used is there too, and seen not to be used."""
    said = numbers(one.level for one in document.sections)
    named = iter(captions(document))
    body = [
        _section(one, number, desk, named)
        for one, number in zip(document.sections, said, strict=True)
    ]
    return [
        *head(document),
        *paragraph(document.lead, desk),
        *body,
        *closing(document),
    ]


def head(document: Document) -> list[Any]:
    """Mark, title, and of what it is."""
    return [
        html.P(document.mark, className="report-mark") if document.mark else None,
        html.H2(document.title),
        html.P(document.subtitle, className="subtitle"),
        html.P(
            [
                f"{document.filter_text}；数据版本 ",
                html.Span(document.version, className="whole-date"),
            ],
            className="report-filter",
        ),
    ]


def outline(document: Document) -> html.Nav:
    """The parts of the report, as links to them."""
    said = numbers(one.level for one in document.sections)
    return html.Nav(
        [
            html.A(
                f"{number}{one.heading}", href=f"#{place(one)}", className=f"of-level-{one.level}"
            )
            for one, number in zip(document.sections, said, strict=True)
        ],
        className="report-outline",
        **attributes(aria_label="报告目录"),
    )


def place(section: Section) -> str:
    """The id of a section in the page."""
    return f"part-{section.key.replace('.', '-')}"


def _section(one: Section, number: str, desk: Desk, named: Iterator[str]) -> Any:
    """A part; what stands in it has keys, so that a field that is open stays open."""
    level = HEADS.get(one.level, "h5")
    return element(
        "section",
        element(level, f"{number}{one.heading}", id=place(one), class_="report-head", key="head"),
        *paragraph(one.sentences, desk, one),
        element("p", BY_RULES, class_="report-rule", key="rule") if one.sentences else None,
        *(
            figure(shown, caption, desk.catalog.shapes)
            for shown, caption in zip(one.figures, named, strict=False)
        ),
        kept_list(one),
        own_form(one, one.heading),
        class_="report-part",
        key=one.key,
    )


def captions(document: Document) -> list[str]:
    """What stands before the title of each figure: 图1, 表1, each counted for itself."""
    counts = {"图": 0, "表": 0}
    found = []
    for shown in (one for section in document.sections for one in section.figures):
        kind = "表" if shown.chart is None else "图"
        counts[kind] += 1
        found.append(f"{kind}{counts[kind]}")
    return found


def figure(shown: Figure, caption: str, shapes: Path) -> Any:
    """A picture over its table, which is folded; a table alone where there is no picture. Maps are
    drawn on the boundaries in the folder `shapes`."""
    chart = shown.chart
    drawn = _drawn(chart, shapes)
    data: Component | None = table(shown.table, shown.title) if shown.table else None
    if drawn and data is not None:
        data = html.Details([html.Summary("查看数据"), data], className="report-data")
    notes = [*shown.footnotes, shown.source if shown.source else ""]
    parts = [
        html.P([html.Strong(f"{caption}  {shown.title}")], className="report-caption"),
        html.P(shown.subtitle, className="subtitle") if shown.subtitle else None,
        *drawn,
        data,
        *(html.P(note, className="note") for note in notes if note),
    ]
    return element(
        "div",
        *parts,
        class_="report-figure",
        role="group",
        aria_label=f"{caption} {shown.title}",
        key=shown.key,
    )


def _drawn(chart: Chart | Map | None, shapes: Path) -> list[Any]:
    """The drawings of a picture; a map says by which number it was passed, or that it was not."""
    if isinstance(chart, Map):
        drawn = still_map(chart, shapes)
        return [drawn, html.P(chart.review, className="note")] if drawn else []
    return still_charts(chart) if chart else []


def table(found: Table, title: str = "") -> html.Div:
    """A table that scrolls in its place where it is wider; under its caption, unless that is the
    title over it. Columns of words stand on the left, short cells on one line."""
    looks = [_look(cells) for cells in zip(*found.rows, strict=True)]
    heads = zip(found.columns, looks, strict=True) if looks else ((c, "") for c in found.columns)
    return html.Div(
        html.Table(
            [
                html.Caption(found.caption) if found.caption not in ("", title) else None,
                html.Thead(
                    html.Tr([html.Th(name, scope="col", className=look) for name, look in heads])
                ),
                html.Tbody([_row(row, looks) for row in found.rows]),
            ],
            className="report-table",
        ),
        className="report-scroll",
        tabIndex="0",
        role="region",
        **attributes(aria_label=found.caption or title or "数据"),
    )


def _look(cells: Sequence[str]) -> str:
    """The class of a column: of words, where most of its cells are no numbers; of short cells; or
    "" for other numbers."""
    said = [cell for cell in cells if cell.strip("—–- ")]
    words = [cell for cell in said if not NUMBER.fullmatch(cell)]
    is_short = max(map(len, said), default=0) <= SHORT
    return " ".join(["is-text"] * (len(words) * 2 > len(said)) + ["is-short"] * is_short)


def _row(cells: Sequence[str], looks: Sequence[str]) -> html.Tr:
    first, *others = zip(cells, looks, strict=True)
    return html.Tr(
        [
            html.Th(first[0], scope="row"),
            *(html.Td(cell, className=look) for cell, look in others),
        ]
    )


def closing(document: Document) -> list[Any]:
    """Remarks on scope, and every source."""
    return [
        part
        for name, texts in ((REMARKS, document.remarks), (SOURCES, document.sources))
        if texts
        for part in (
            html.H3(name, className="report-head"),
            html.Ul([html.Li(text) for text in texts], className="report-closing"),
        )
    ]
