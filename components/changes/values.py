"""Values that are revised, new, withdrawn, or of which something else is said."""

from collections.abc import Sequence
from typing import Any

from dash import html

from analysis import links
from analysis.changes.groups import (
    MOST_ROWS,
    Group,
    by_indicator,
    by_region,
    groups,
    spans_text,
)
from analysis.changes.sentences import range_text, restated_lines, said_otherwise
from analysis.changes.summary import ChangesSummary
from analysis.changes.values import Entry, Restatement, Revision
from analysis.series.quantities import number
from components.changes.folds import by_themes, section, table
from components.filters import link
from components.unbroken import dated
from data.model.catalog import Indicator

REVISED = ("指标", "地区与时期", "原数值", "现数值", "变动", "幅度")
NEW = ("指标", "个数", "地区与时期")
WITHDRAWN = ("指标", "地区与时期", "原数值", "说明")
OTHER_UNIT = "单位不同"
RESTATED = ("指标", "变动", "个数", "地区与时期")


def revised_section(found: ChangesSummary) -> Any:
    """Old and new value side by side; None without any."""
    values = found.found.revised
    if not values:
        return None
    return section(
        "revised", "修订", _many(len(values)), *by_themes("revised", found, values, _revised_table)
    )


def _revised_table(values: Sequence[Revision]) -> html.Table:
    bodies = [html.Tbody(_revised_rows(own)) for own in by_indicator(values)]
    return table("revised", REVISED, bodies)


def _revised_rows(own: Sequence[Revision]) -> list[html.Tr]:
    """The values of an indicator, one a row, its name beside all of them; of many a row a region,
    with the newest of them."""
    if len(own) > MOST_ROWS:
        rows = [_region_row(some) for some in by_region(own)]
    else:
        rows = [_revised_row(one) for one in own]
    first, *others = rows
    name = _name(own[0].indicator, rows=len(rows))
    return [html.Tr([name, *first]), *(html.Tr(row) for row in others)]


def _revised_row(one: Revision) -> list[html.Td]:
    percent = one.change.percent_text if one.change else ""
    other = "、".join(said.what for said in one.restated)
    return [
        html.Td(_where(one), className="where"),
        html.Td(one.old_text, className="old"),
        html.Td(one.new_text, className="new"),
        html.Td(one.change.text if one.change else OTHER_UNIT, className="moved"),
        html.Td([percent, _foot(f"{other}同时更新") if other else None], className="share"),
    ]


def _region_row(own: Sequence[Revision]) -> list[html.Td]:
    """The revisions of a region: when and how many, the newest of them, and their range."""
    last = own[-1]
    where = f"{last.region.short_zh} {spans_text(one.period for one in own)}"
    when = spans_text([last.period])
    return [
        html.Td([where, _foot(f"{number(len(own), 0)} 个，右为 {when}")], className="where"),
        html.Td(last.old_text, className="old"),
        html.Td(last.new_text, className="new"),
        html.Td(last.change.text if last.change else OTHER_UNIT, className="moved"),
        html.Td(range_text(own), className="share"),
    ]


def _foot(text: str) -> html.Span:
    return html.Span(text, className="row-foot")


def new_section(found: ChangesSummary) -> Any:
    """By indicator how many values came, of whom and when; None without any."""
    values = found.found.new
    if not values:
        return None
    arrived = found.found.arrived
    every = groups(values)
    count = f"{_many(len(values))}，{number(len(every), 0)} 项指标"
    fresh = sum(group.indicator.indicator_id in arrived for group in every)
    count += f"，其中新增指标 {number(fresh, 0)} 项" if fresh else ""

    def rows(own: Sequence[Entry]) -> html.Table:
        return table("new", NEW, [html.Tbody([_new_row(one, arrived) for one in groups(own)])])

    return section("new", "新增", count, *by_themes("new", found, values, rows))


def _new_row(group: Group, arrived: frozenset[str]) -> html.Tr:
    is_new = group.indicator.indicator_id in arrived
    return html.Tr(
        [
            _name(group.indicator, mark="新增指标" if is_new else ""),
            html.Td(number(group.count, 0), className="many-of"),
            html.Td(group.text, className="where"),
        ]
    )


def withdrawn_section(found: ChangesSummary) -> Any:
    """What was published and is no longer shown; None without any."""
    values = found.found.withdrawn
    if not values:
        return None
    return section(
        "withdrawn",
        "撤回",
        _many(len(values)),
        *by_themes("withdrawn", found, values, _withdrawn_table),
    )


def _withdrawn_table(values: Sequence[Entry]) -> html.Table:
    bodies = [html.Tbody(_withdrawn_rows(own)) for own in by_indicator(values)]
    return table("withdrawn", WITHDRAWN, bodies)


def _withdrawn_rows(own: Sequence[Entry]) -> list[html.Tr]:
    row = own[0].indicator
    if len(own) > MOST_ROWS:
        (group,) = groups(own)
        said = f"{group.text}，共 {number(len(own), 0)} 个"
        return [html.Tr([_name(row), html.Td(said, colSpan=3)], className="many")]
    return [
        html.Tr(
            [
                *([_name(row, rows=len(own))] if place == 0 else []),
                html.Td(_where(one), className="where"),
                html.Td(one.text, className="old"),
                html.Td(dated(one.reason), className="where"),
            ]
        )
        for place, one in enumerate(own)
    ]


def restated_section(found: ChangesSummary) -> Any:
    """Values that are the same, and what else is said of them now; None without any."""
    values = found.found.restated
    if not values:
        return None
    told = "、".join(f"{what} {number(n, 0)} 个" for what, n in said_otherwise(values).items())
    return section(
        "restated",
        "状态与来源",
        f"{_many(len(values))}：{told}",
        *by_themes("restated", found, values, _restated_table),
    )


def _restated_table(values: Sequence[Restatement]) -> html.Table:
    rows = [
        html.Tr(
            [
                _name(line.group.indicator),
                html.Td(line.text, className="moved"),
                html.Td(number(line.group.count, 0), className="many-of"),
                html.Td(line.group.text, className="where"),
            ]
        )
        for line in restated_lines(values)
    ]
    return table("restated", RESTATED, [html.Tbody(rows)])


def _name(row: Indicator, rows: int = 1, mark: str = "") -> html.Th:
    """The indicator, which leads to its values, with its unit."""
    return html.Th(
        [
            link(links.indicator(row.indicator_id), children=row.short_zh, title=row.name_zh),
            html.Span(row.unit_zh, className="unit"),
            html.Span(mark, className="fresh") if mark else None,
        ],
        scope="row" if rows == 1 else "rowgroup",
        rowSpan=rows,
        className="name",
    )


def _where(one: Entry | Revision) -> str:
    return f"{one.region.short_zh} {spans_text([one.period])}"


def _many(count: int) -> str:
    return f"{number(count, 0)} 个"
