"""Lists on the stage: regions, gaps and sources as rows; the eight tasks with their marks."""

from collections.abc import Sequence

from dash import html

from analysis.meeting.scenes import Entry
from analysis.plan.distribution import STANDINGS, Spread
from analysis.plan.tasks import TaskBrief
from components.attributes import attributes
from components.meeting.numbers import glyph
from components.unbroken import unbroken

LONGEST_NUMBER = 12  # characters; what is longer is words
DENSE = 9  # rows; more stand in smaller type, and without further columns in two columns


def entries(columns: Sequence[str], rows: Sequence[Entry]) -> html.Div:
    """Entries as a table, or as a list in columns of text where a row is only a name."""
    size = " dense" if len(rows) > DENSE else ""
    if not any(row.values for row in rows):
        items = [html.Li(unbroken(row.name)) for row in rows]
        return html.Div(html.Ol(items), className=f"names{size}")
    head = html.Thead(html.Tr([_head(name) for name in columns]))
    lines = html.Tbody([_entry(row, columns[1:]) for row in rows])
    return html.Div(html.Table([head, lines]), className=f"entries{size}{_kind(columns, rows)}")


def _kind(columns: Sequence[str], rows: Sequence[Entry]) -> str:
    """Numbers of regions stand in large type at the right; beside columns of words smaller; words
    of regions stand at the left."""
    at = [i for i, name in enumerate(columns[1:]) if _slug(name)]
    texts = [row.values[i] for row in rows for i in at]
    if not at or max(map(len, texts), default=0) > LONGEST_NUMBER:
        return ""
    has_words = any(len(text) > LONGEST_NUMBER for row in rows for text in row.values)
    return " regional mixed" if has_words else " regional"


def facts(rows: Sequence[Entry]) -> html.Dl:
    """What is known of one thing: names and texts."""
    return html.Dl(
        [html.Div([html.Dt(row.name), html.Dd(unbroken("；".join(row.values)))]) for row in rows],
        className="facts",
    )


def _slug(label: str) -> str | None:
    return {"北京": "beijing", "天津": "tianjin", "河北": "hebei"}.get(label)


def _head(name: str) -> html.Th | html.Td:
    return html.Th([glyph(_slug(name)), name], scope="col") if name else html.Td()


def _entry(row: Entry, columns: Sequence[str]) -> html.Tr:
    """A row; each cell also says its column, for where the head is not shown."""
    cells = [
        html.Td(
            unbroken(text) or "–",
            className=None if text else "blank",
            **attributes(data_label=column),
        )
        for column, text in zip(columns, row.values, strict=True)
    ]
    return html.Tr([html.Th([glyph(row.slug), unbroken(row.name)], scope="row"), *cells])


def marks(tasks: Sequence[TaskBrief]) -> html.Div:
    """The tasks, each with its measures and, region by region, how its indicators stand (the
    nation's are on the plan's page); the key says what the signs mean."""
    found = dict.fromkeys((s.slug, s.label) for task in tasks for s in task.spread)
    labels = [(slug, label) for slug, label in found if slug != "nation"]
    columns = [_head(label) for _, label in labels]
    head = html.Tr([html.Th("重点任务", scope="col"), html.Th("措施", scope="col"), *columns])
    lines = [_task(task, labels) for task in tasks]
    return html.Div(
        [html.Table([html.Thead(head), html.Tbody(lines)]), html.P(_key(tasks), className="key")],
        className="tasks",
    )


def _task(task: TaskBrief, labels: Sequence[tuple[str, str]]) -> html.Tr:
    by_slug = {one.slug: one for one in task.spread}
    lacking = f"，{task.without} 项无统计指标" if task.without else ""
    cells = [
        html.Td(_standing(by_slug.get(slug)), className="standing", **attributes(data_label=label))
        for slug, label in labels
    ]
    measures = html.Td(unbroken(f"{len(task.measures)} 项{lacking}"), className="measures")
    return html.Tr([html.Th(task.task.name_zh, scope="row"), measures, *cells])


def _standing(spread: Spread | None) -> list[html.Span]:
    """A sign and a number for each way in which any of the indicators stands."""
    if spread is None:
        return [html.Span("–", className="absent")]
    return [
        html.Span(
            [html.Span(sign, **attributes(aria_hidden="true")), str(number)],
            className=f"tally {fields[0]}",
            **attributes(aria_label=f"{number} 项{word}"),
        )
        for fields, sign, word in STANDINGS
        if (number := _number(spread, fields))
    ]


def _number(spread: Spread, fields: Sequence[str]) -> int:
    return sum(spread.now[field] for field in fields)


def _key(tasks: Sequence[TaskBrief]) -> list[html.Span]:
    spreads = [one for task in tasks for one in task.spread]
    used = [row for row in STANDINGS if any(_number(one, row[0]) for one in spreads)]
    return [
        html.Span([html.Span(sign), word], className=f"tally {fields[0]}")
        for fields, sign, word in used
    ]
