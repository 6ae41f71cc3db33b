"""Words about platforms that several pages say: what type one is, how partial the list is."""

from data.model.catalog import Catalog, Platform

UNKNOWN = "本站未收录"


def kind(place: Platform, catalog: Catalog) -> str | None:
    """The type of a place and, of an N platform, what it rests on; None where the tier says it."""
    if place.type_zh == catalog.tiers[place.tier].name_zh:
        return None  # said already
    if place.tier != "node":
        return place.type_zh or UNKNOWN
    if place.type_basis is None:
        return place.type_zh or "未注明"
    return f"{place.type_zh}（{catalog.names['type_basis', place.type_basis]}）"


def node_note(catalog: Catalog) -> str:
    """How partial the list of N platforms is, counted from the table."""
    nodes = [p for p in catalog.platforms if p.tier == "node"]
    named = sum(p.status == "designated" for p in nodes)
    official = catalog.tiers["node"].official_count
    return (
        f"N 为部分名单：文件列明 {official} 个，本站收录 {len(nodes)} 个，"
        f"其中 {named} 个有来源佐证；重合点错位显示。"
    )
