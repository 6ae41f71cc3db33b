"""What changed between two editions as every file carries it: a value a row, then marks, what the
overview says, and what is listed."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.changes.items import STATE_NAMES
from analysis.changes.summary import ChangesSummary
from analysis.changes.values import Entry, Restatement, Revision
from data.model.catalog import Catalog, Observation
from data.model.periods import written
from reports.columns import Columns, FileColumn

KINDS = {"revised": "修订", "new": "新增", "withdrawn": "撤回", "restated": "说明变动"}


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value that changed: `kind` and its name, whose it is and when (ISO 8601), the numbers of
    the two editions as they are published (None where an edition has none), their difference in
    `change_unit` and in percent of the old one (None where that means nothing), then what is said
    of each; `note` is what else is said otherwise, of a withdrawn value why it was taken back."""

    kind: str
    kind_name: str
    theme: str
    indicator_id: str
    indicator: str
    region_code: str
    region: str
    period: str
    unit: str
    old_value: float | None
    new_value: float | None
    change: float | None
    change_unit: str
    change_percent: float | None
    old_qualifier: str
    new_qualifier: str
    old_status: str
    new_status: str
    old_source: str
    new_source: str
    note: str


VALUE_COLUMNS: Columns = (
    FileColumn("变动", 10, "kind_name"),
    FileColumn("主题", 14, "theme"),
    FileColumn("指标编号", 24, "indicator_id"),
    FileColumn("指标", 34, "indicator"),
    FileColumn("地区代码", 11, "region_code"),
    FileColumn("地区", 9, "region"),
    FileColumn("时期", 10, "period"),
    FileColumn("单位", 12, "unit"),
    FileColumn("原数值", 14, "old_value"),
    FileColumn("现数值", 14, "new_value"),
    FileColumn("差", 14, "change"),
    FileColumn("差的单位", 12, "change_unit"),
    FileColumn("变动幅度（%）", 14, "change_percent"),
    FileColumn("原限定词", 10, "old_qualifier"),
    FileColumn("现限定词", 10, "new_qualifier"),
    FileColumn("原状态", 24, "old_status"),
    FileColumn("现状态", 24, "new_status"),
    FileColumn("原来源", 50, "old_source"),
    FileColumn("现来源", 50, "new_source"),
    FileColumn("说明", 50, "note"),
)


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark that came, went or changed, and what it says (of one that went what it said)."""

    kind: str
    state: str
    state_name: str
    indicator_id: str
    indicator: str
    where: str
    text: str


MARK_COLUMNS: Columns = (
    FileColumn("类别", 14, "kind"),
    FileColumn("变动", 8, "state_name"),
    FileColumn("指标编号", 24, "indicator_id"),
    FileColumn("指标", 34, "indicator"),
    FileColumn("地区与时期", 30, "where"),
    FileColumn("内容", 80, "text"),
)


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """What the overview of a theme said and says: its leading sentence (`card` is ""), or a
    card."""

    theme: str
    card: str
    old_text: str
    new_text: str


SENTENCE_COLUMNS: Columns = (
    FileColumn("主题", 14, "theme"),
    FileColumn("指标卡片（空为首句）", 24, "card"),
    FileColumn("原表述", 80, "old_text"),
    FileColumn("现表述", 80, "new_text"),
)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A thing that came, went or changed; `detail` is what of it changed where that is known."""

    kind: str
    state: str
    state_name: str
    theme: str
    name: str
    detail: str


ITEM_COLUMNS: Columns = (
    FileColumn("类别", 16, "kind"),
    FileColumn("变动", 8, "state_name"),
    FileColumn("主题", 14, "theme"),
    FileColumn("名称", 90, "name"),
    FileColumn("修改的内容", 40, "detail"),
)


@dataclass(frozen=True, slots=True)
class ChangesReport:
    """The changes of a choice of editions, regions and theme: filters in words, the headline, the
    two editions (version and digest), and the rows."""

    title: str
    filters: tuple[tuple[str, str], ...]
    headline: str
    from_version: str
    from_digest: str
    data_version: str
    data_digest: str
    values: tuple[ValueRow, ...]
    marks: tuple[MarkRow, ...]
    sentences: tuple[SentenceRow, ...]
    items: tuple[ItemRow, ...]
    address: str = ""  # under which the same changes stay


def changes_report(found: ChangesSummary, editions: tuple[Catalog, Catalog]) -> ChangesReport:
    """The report of a summary; its two editions, the earlier first, name their codes."""
    (old, new), themes = found.chosen.ends, found.names
    return ChangesReport(
        title=f"更新说明：{'—'.join(found.editions)}",
        filters=(("版本", "—".join(found.editions)), ("范围", found.filter_text)),
        headline=found.headline,
        from_version=old.version,
        from_digest=old.digest,
        data_version=new.version,
        data_digest=new.digest,
        values=tuple(_values(found, editions)),
        marks=tuple(
            MarkRow(
                m.kind, m.state, STATE_NAMES[m.state], m.indicator.indicator_id,
                m.indicator.name_zh, m.where, m.text,
            )
            for m in found.found.marks
        ),
        sentences=tuple(_sentences(found)),
        items=tuple(
            ItemRow(
                i.kind, i.state, STATE_NAMES[i.state], themes.get(i.theme, ""), i.name, i.detail
            )
            for i in found.found.items
        ),
    )  # fmt: skip


def _values(found: ChangesSummary, editions: tuple[Catalog, Catalog]) -> Iterable[ValueRow]:
    every: tuple[tuple[str, tuple[Entry | Revision | Restatement, ...]], ...] = (
        ("revised", found.found.revised),
        ("new", found.found.new),
        ("withdrawn", found.found.withdrawn),
        ("restated", found.found.restated),
    )
    for kind, own in every:
        for one in own:
            yield _value_row(kind, one, found.names[one.indicator.theme], editions)


def _value_row(
    kind: str,
    one: Entry | Revision | Restatement,
    theme: str,
    editions: tuple[Catalog, Catalog],
) -> ValueRow:
    old, new = _pair(kind, one)
    change = one.change if isinstance(one, Revision) else None
    row, region = one.indicator, one.region
    note = one.reason if isinstance(one, Entry) else "；".join(p.text for p in one.restated)
    return ValueRow(
        kind=kind,
        kind_name=KINDS[kind],
        theme=theme,
        indicator_id=row.indicator_id,
        indicator=row.name_zh,
        region_code=region.region_code,
        region=region.short_zh,
        period=written(one.period),
        unit=row.unit_zh,
        old_value=old.value if old else None,
        new_value=new.value if new else None,
        change=change.amount if change else None,
        change_unit=change.unit if change else "",
        change_percent=change.percent if change else None,
        old_qualifier=_qualifier(old),
        new_qualifier=_qualifier(new),
        old_status=editions[0].names["obs_status", old.status] if old else "",
        new_status=editions[1].names["obs_status", new.status] if new else "",
        old_source=old.source.dated if old else "",
        new_source=new.source.dated if new else "",
        note=note,
    )


def _pair(
    kind: str, one: Entry | Revision | Restatement
) -> tuple[Observation | None, Observation | None]:
    """The value as the two editions have it."""
    if isinstance(one, Revision | Restatement):
        return one.old, one.new
    return (one.value, None) if kind == "withdrawn" else (None, one.value)


def _qualifier(one: Observation | None) -> str:
    found = one.qualifier if one else None
    return f"{found.prefix_zh or ''}{found.suffix_zh or ''}" if found else ""


def _sentences(found: ChangesSummary) -> Iterable[SentenceRow]:
    for one in found.found.statements:
        if one.is_said_otherwise:
            yield SentenceRow(one.name, "", one.old, one.new)
        for card in one.cards:
            yield SentenceRow(one.name, card.title, card.old, card.new)
