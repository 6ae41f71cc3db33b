"""What is listed beside the values, in two editions: indicators, facts, platforms, documents …
What came, what went, and of what something else is said now."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from analysis.series import observations
from data.model.catalog import Catalog, Indicator
from data.model.scenes import FINDING, LAYOUTS, Scene

CHAINS = "chains"  # the theme that chains belong to
CAME, WENT, CHANGED = STATES = ("came", "went", "changed")
STATE_NAMES: Mapping[str, str] = {CAME: "新增", CHANGED: "修改", WENT: "删除"}
MOST_NAMED = 40  # things of a kind and state that are named; the file of all rows has every one
# What of an indicator is named where it is another; all else of it is 其他属性.
ATTRIBUTES = {
    "name_zh": "名称",
    "short_zh": "简称",
    "theme": "主题",
    "unit_zh": "单位",
    "decimals": "小数位数",
    "direction": "方向",
    "aggregation": "合计方式",
    "price_basis": "价格基准",
    "definition_zh": "定义",
    "method_note": "方法说明",
    "caveat": "注意事项",
    "superseded_by": "替代口径",
    "visible": "是否存档",
}
OTHER = "其他属性"
UNTOLD = frozenset({"order", "headline", "indicator_id"})  # where a thing stands on a page


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of an edition: its name for people, the theme it belongs to ("" for none), and all
    that is said of it."""

    name: str
    theme: str
    content: Any


Listed = Mapping[Any, Thing]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things: what they are called, in what they are counted, how an edition lists
    them."""

    name: str
    unit: str
    of: Callable[[Catalog], Listed]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that came, went or changed; `detail` says what of it changed, where that is
    known."""

    kind: str
    unit: str
    state: str
    name: str
    theme: str
    detail: str = ""


def items(before: Catalog, after: Catalog) -> tuple[Item, ...]:
    """Everything that came, went or changed, kind by kind."""
    return tuple(item for kind in KINDS for item in _items(kind, kind.of(before), kind.of(after)))


def _items(kind: Kind, old: Listed, new: Listed) -> Iterable[Item]:
    about = kind.name, kind.unit
    for key, thing in new.items():
        if key not in old:
            yield Item(*about, CAME, thing.name, thing.theme)
        elif old[key].content != thing.content:
            detail = _detail(old[key].content, thing.content)
            if detail is not None:
                yield Item(*about, CHANGED, thing.name, thing.theme, detail)
    for key, thing in old.items():
        if key not in new:
            yield Item(*about, WENT, thing.name, thing.theme)


def _detail(old: Any, new: Any) -> str | None:
    """What of an indicator is another; "" of other things; None where only its place on a page
    is."""
    if not isinstance(new, Indicator):
        return ""
    other = [f.name for f in fields(new) if getattr(old, f.name) != getattr(new, f.name)]
    named = (ATTRIBUTES.get(name, OTHER) for name in other if name not in UNTOLD)
    return "、".join(dict.fromkeys(named)) or None


def _indicators(catalog: Catalog) -> Listed:
    return {i: Thing(row.name_zh, row.theme, row) for i, row in catalog.indicators.items()}


def _sums(catalog: Catalog) -> Listed:
    """The sums over the provinces that shares of the nation are made with."""
    return {
        name: Thing(row.name_zh, row.theme, own)
        for name, row in catalog.indicators.items()
        if (own := observations.province_sums(catalog, name))
    }


def _facts(catalog: Catalog) -> Listed:
    parts = {measure.measure_id: measure.part_id for measure in catalog.plan.measures}
    return {f.fact_id: Thing(f.fact_zh, parts[f.measure_id], f) for f in catalog.plan.facts}


def _measures(catalog: Catalog) -> Listed:
    """Of a measure also what speaks to it."""
    plan = catalog.plan
    speaking = {
        measure.measure_id: frozenset((link.kind, link.target_id) for link in links)
        for measure in plan.measures
        for links in [plan.links_of(measure.measure_id)]
    }
    return {
        m.measure_id: Thing(m.name_zh, m.part_id, (m.name_zh, m.gap_zh, speaking[m.measure_id]))
        for m in plan.measures
    }


def _platforms(catalog: Catalog) -> Listed:
    return {p.platform_id: Thing(p.name_zh, "", p) for p in catalog.platforms}


def _lists(catalog: Catalog) -> Listed:
    return {i: Thing(one.name_zh, "", one) for i, one in catalog.places.lists.items()}


def _listings(catalog: Catalog) -> Listed:
    return {
        (one.name_zh, one.document_zh, one.list_id): Thing(
            f"{one.name_zh}（{one.document_zh}）", "", one
        )
        for one in catalog.places.listings
    }


def _names(catalog: Catalog) -> Listed:
    official = catalog.plan.official
    parts = {measure.measure_id: measure.part_id for measure in catalog.plan.measures}
    return {
        (n.kind, n.name_zh, n.batch_zh, n.region_codes): Thing(
            n.name_zh, parts[official.kinds[n.kind].measure_id], n
        )
        for n in official.names
    }


def _claims(catalog: Catalog) -> Listed:
    return {c.claim_id: Thing(c.name_zh, c.theme, c) for c in catalog.claims}


def _chains(catalog: Catalog) -> Listed:
    plan = catalog.plan
    return {
        c.chain_id: Thing(c.name_zh, CHAINS, (c, plan.nodes_of(c.chain_id))) for c in plan.chains
    }


def _events(catalog: Catalog) -> Listed:
    return {e.event: Thing(e.name_zh, "", e) for e in catalog.events}


def _scenes(catalog: Catalog) -> Listed:
    return {s.scene_id: Thing(_title(catalog, s), "", replace(s, order=0)) for s in catalog.scenes}


def _title(catalog: Catalog, scene: Scene) -> str:
    """A scene whose title is made from the data has none of its own: theme and layout name it."""
    if scene.title != FINDING:
        return scene.title
    return f"{catalog.themes[scene.theme].name_zh}：{LAYOUTS[scene.layout].name_zh}"


def _sources(catalog: Catalog) -> Listed:
    """Documents: rows of one document, read in several copies, are one."""
    return {one.dated: Thing(one.dated, "", None) for one in catalog.sources.values()}


KINDS = (
    Kind("指标", "项", _indicators),
    Kind("分省合计", "项", _sums),
    Kind("进展与安排", "条", _facts),
    Kind("方案措施", "项", _measures),
    Kind("产业合作平台", "个", _platforms),
    Kind("平台名单", "份", _lists),
    Kind("平台名单依据", "条", _listings),
    Kind("官方认定名称", "个", _names),
    Kind("方案中的数字", "条", _claims),
    Kind("产业链", "条", _chains),
    Kind("政策事件", "项", _events),
    Kind("汇报页面", "页", _scenes),
    Kind("资料来源", "份", _sources),
)
