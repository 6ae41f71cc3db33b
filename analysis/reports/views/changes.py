"""The changes between two editions as a Document."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from analysis.changes.address import pinned
from analysis.changes.groups import (
    MOST_ROWS,
    Valued,
    by_indicator,
    by_region,
    by_theme,
    groups,
    spans_text,
)
from analysis.changes.items import MOST_NAMED, STATE_NAMES, Item
from analysis.changes.sentences import range_text, restated_lines, said_otherwise
from analysis.changes.summary import ChangesSummary
from analysis.changes.values import Entry, Restatement, Revision
from analysis.document.document import Section
from analysis.reports.views.seen import Seen, part, said, table_figure
from analysis.series.quantities import number
from analysis.state.view import Choices
from analysis.text.table import Table
from data.model.catalog import Indicator

REVISED = ("主题", "指标", "地区与时期", "原数值", "现数值", "变动", "幅度")
NEW = ("主题", "指标", "个数", "地区与时期")
WITHDRAWN = ("主题", "指标", "地区与时期", "原数值", "说明")
RESTATED = ("主题", "指标", "变动", "个数", "地区与时期")
MARKS = ("类别", "变动", "指标", "地区与时期", "内容")
SAID = ("主题", "指标卡片", "原表述", "现表述")
ITEMS = ("类别", "变动", "名称")
OTHER_UNIT = "单位不同"
LEADING, NONE = "（首句）", "（无）"
V = TypeVar("V", bound=Valued)
Rows = list[tuple[str, ...]]


def changes(found: ChangesSummary, options: Choices) -> Seen:
    """The finding, then values that were revised, came, went or are described otherwise, marks,
    what the overview says, and what is listed."""
    own = found.found
    return Seen(
        title=f"更新说明：{'—'.join(found.editions)}",
        filter_text=f"{found.filter_text} · {'—'.join(found.editions)}",
        query=pinned(found.chosen, options),
        lead=said("changes", (found.headline,)),
        sections=(
            *_values(found, ("revised", "修订"), own.revised, REVISED, _revised),
            *_values(found, ("new", "新增"), own.new, NEW, _new),
            *_values(found, ("withdrawn", "撤回"), own.withdrawn, WITHDRAWN, _withdrawn),
            *_values(found, ("restated", "状态与来源"), own.restated, RESTATED, _restated),
            *_marks(found),
            *_said(found),
            *_items(found),
        ),
        remarks=_remarks(own.restated),
    )


def _values(
    found: ChangesSummary,
    named: tuple[str, str],
    values: Sequence[V],
    columns: tuple[str, ...],
    rows: Callable[[Sequence[V]], Rows],
) -> tuple[Section, ...]:
    """Values in a table, theme by theme; `named` are key and heading of the part."""
    key, heading = named
    every = tuple(
        (found.names[theme], *row) for theme, own in by_theme(values).items() for row in rows(own)
    )
    count = f"{number(len(values), 0)} 个"
    return part(key, heading, (table_figure(key, Table(heading, columns, every), count),))


def _revised(values: Sequence[Revision]) -> Rows:
    """A value a row; of an indicator with many a row a region, with the newest of them."""
    return [
        row
        for own in by_indicator(values)
        for row in (
            map(_revised_row, own)
            if len(own) <= MOST_ROWS
            else (_revised_rows(some) for some in by_region(own))
        )
    ]


def _revised_row(one: Revision) -> tuple[str, ...]:
    percent = one.change.percent_text if one.change else ""
    where = f"{one.region.short_zh} {spans_text([one.period])}"
    return (_name(one.indicator), where, *_ends(one), percent)


def _revised_rows(own: Sequence[Revision]) -> tuple[str, ...]:
    last = own[-1]
    where = f"{last.region.short_zh} {spans_text(one.period for one in own)}"
    count = f"（{number(len(own), 0)} 个，右为 {spans_text([last.period])}）"
    return (_name(last.indicator), f"{where}{count}", *_ends(last), range_text(own))


def _ends(one: Revision) -> tuple[str, str, str]:
    return one.old_text, one.new_text, one.change.text if one.change else OTHER_UNIT


def _new(values: Sequence[Entry]) -> Rows:
    return [
        (_name(group.indicator), number(group.count, 0), group.text) for group in groups(values)
    ]


def _withdrawn(values: Sequence[Entry]) -> Rows:
    """A value a row with the reason; many of an indicator are one line."""
    rows: Rows = []
    for own in by_indicator(values):
        name = _name(own[0].indicator)
        if len(own) > MOST_ROWS:
            rows.append((name, groups(own)[0].text, f"共 {number(len(own), 0)} 个", ""))
        else:
            rows += [
                (name, f"{one.region.short_zh} {spans_text([one.period])}", one.text, one.reason)
                for one in own
            ]
    return rows


def _restated(values: Sequence[Restatement]) -> Rows:
    return [
        (_name(line.group.indicator), line.text, number(line.group.count, 0), line.group.text)
        for line in restated_lines(values)
    ]


def _name(row: Indicator) -> str:
    return f"{row.short_zh}（{row.unit_zh}）" if row.unit_zh else row.short_zh


def _marks(found: ChangesSummary) -> tuple[Section, ...]:
    rows = tuple(
        (one.kind, STATE_NAMES[one.state], one.indicator.short_zh, one.where, one.text)
        for one in found.found.marks
    )
    name = "口径与数值标注"
    return part("marks", name, (table_figure("marks", Table(name, MARKS, rows)),))


def _said(found: ChangesSummary) -> tuple[Section, ...]:
    """What the overview of each theme said and says: its leading sentence, its cards."""
    rows: Rows = []
    for one in found.found.statements:
        if one.is_said_otherwise:
            rows.append((one.name, LEADING, one.old or NONE, one.new or NONE))
        rows += [(one.name, card.title, card.old or NONE, card.new or NONE) for card in one.cards]
    return part(
        "sentences", "总览表述", (table_figure("said", Table("总览表述", SAID, tuple(rows))),)
    )


def _items(found: ChangesSummary) -> tuple[Section, ...]:
    every = found.found.items
    kinds = dict.fromkeys(one.kind for one in every)
    rows = tuple(
        row for kind in kinds for row in _listed([one for one in every if one.kind == kind], found)
    )
    return part("items", "条目", (table_figure("items", Table("条目", ITEMS, rows)),))


def _listed(own: Sequence[Item], found: ChangesSummary) -> Iterable[tuple[str, ...]]:
    """The names of a kind and state together, those with a remark each alone; where there are too
    many, how many of each theme, as on the page."""
    kind, unit = own[0].kind, own[0].unit
    for state, called in STATE_NAMES.items():
        some = [one for one in own if one.state == state]
        if len(some) <= MOST_NAMED:
            plain = "、".join(one.name for one in some if not one.detail)
            yield from ((kind, called, text) for text in filter(None, (plain, *_told(some))))
            continue
        counted = Counter(found.names.get(one.theme, "其他") for one in some)
        yield kind, called, "、".join(f"{theme} {count} {unit}" for theme, count in counted.items())


def _told(items: Iterable[Item]) -> tuple[str, ...]:
    """What has a remark, with it."""
    return tuple(f"{one.name}（{one.detail}）" for one in items if one.detail)


def _remarks(restated: Sequence[Restatement]) -> tuple[str, ...]:
    """What counts as a description."""
    told = "、".join(f"{what} {number(n, 0)} 个" for what, n in said_otherwise(restated).items())
    return (f"数值不变而说明有变的：{told}。",) if told else ()
