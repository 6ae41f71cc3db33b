"""Words about platforms that several pages say: what type one is, on which lists it stands, how
partial the list is."""

from analysis.text.platform_lists import NO_LIST, NODE, numbers
from data.model.catalog import Catalog, Platform

UNKNOWN = "本站未收录"


def kind(place: Platform, catalog: Catalog) -> str | None:
    """The type of a place and, of an N platform, what it rests on; None where the tier says it."""
    if place.type_zh == catalog.tiers[place.tier].name_zh:
        return None  # said already
    if place.tier != NODE:
        return place.type_zh or UNKNOWN
    if place.type_basis is None:
        return place.type_zh or "未注明"
    return f"{place.type_zh}（{catalog.names['type_basis', place.type_basis]}）"


def node_note(catalog: Catalog) -> str:
    """How partial the list of N platforms is, counted from the table."""
    nodes = [p for p in catalog.platforms if p.tier == NODE]
    named = sum(p.status == "designated" for p in nodes)
    return (
        f"N 为部分名单：{numbers(catalog)}，本站收录 {len(nodes)} 个，其中 {named} 个有来源佐证。"
    )


def lists(place: Platform, catalog: Catalog) -> str | None:
    """The lists that some source says a place is on, in short; of N that none is named for, that
    it is not confirmed; None of any other tier."""
    known = catalog.places.lists
    named = "、".join(known[name].short_zh for name in catalog.places.lists_of(place))
    return named or (NO_LIST if place.tier == NODE else None)
