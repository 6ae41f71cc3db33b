"""The lists as a Data Package (version 2 of the standard): each as a table, with its columns."""

from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from analysis import links
from analysis.marking import marked
from data.model.catalog import Catalog
from reports.columns import FileColumn
from reports.csv import MARK_HEAD
from reports.published import PublishedRow, published_values
from reports.sdmx.codes import FREQUENCIES
from serving.api_keys import LIMIT, MOST, OFFSET
from serving.lists.listed import Listed
from serving.lists.table import LISTS

PROFILES = "https://datapackage.org/profiles/2.0/"  # names of the standard; nothing asks for them
NAME, TITLE = "jing-jin-ji-monitor", "京津冀产业协同发展监测"
TYPES: Mapping[Any, str] = {
    int: "integer",
    int | None: "integer",
    float: "number",
    float | None: "number",
    bool: "boolean",
}
YES_NO = {"trueValues": ["是"], "falseValues": ["否"]}
KEYS = {links.VALUES: ["指标编号", "地区代码", "期间"]}
# How many rows the lists have that may have more than one answer holds; counted, not computed.
COUNTS: Mapping[str, Callable[[Catalog], int]] = {
    links.VALUES: lambda catalog: len(published_values(catalog))
}
# What is a choice of a visitor's, not of the data.
LEFT_OUT = (links.ROWS,)
DESCRIPTION = (
    "本站各列表，各为一张表；空值为没有数值，备注写明原因。"
    f"超过 {MOST:,} 行的表分为若干文件，各有表头，依次相接即为全表。"
)


def data_package(catalog: Catalog, most: int = MOST) -> dict[str, Any]:
    """The descriptor of an edition. Paths are below that of the descriptor; all name the edition. A
    list of more rows than an answer holds (`most`) has a path for each part, which has the header
    too: readers in Python and R leave out all but the first. Licences are not said: those of the
    publishers hold, and are not held here."""
    bodies = dict.fromkeys(
        name for source in catalog.sources.values() for name in source.publishers_zh
    )
    return {
        "$schema": f"{PROFILES}datapackage.json",
        "name": NAME,
        "id": catalog.digest,
        "title": TITLE,
        "version": catalog.version,
        "description": DESCRIPTION,
        "sources": [
            {
                "title": one.citation,
                **({"path": one.address} if one.address else {}),
                **({"version": one.published} if one.published else {}),
            }
            for one in catalog.sources.values()
        ],
        "contributors": [{"title": name, "roles": ["publisher"]} for name in bodies],
        "resources": [_resource(catalog, one, most) for one in LISTS if _is_in(one)],
    }


def _is_in(listed: Listed) -> bool:
    is_table = bool(listed.columns) and not listed.is_of_editions
    return is_table and listed.path not in LEFT_OUT


def _resource(catalog: Catalog, listed: Listed, most: int) -> dict[str, Any]:
    hints = get_type_hints(listed.kind)
    fields = [_field(catalog, listed, column, hints) for column in listed.columns]
    if marked():
        fields.append({"name": MARK_HEAD, "type": "string"})
    key = KEYS.get(listed.path)
    return {
        "$schema": f"{PROFILES}dataresource.json",
        "name": listed.operation.replace("_", "-"),
        "type": "table",
        "title": listed.title,
        "path": _path(catalog, listed, most),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILES}tableschema.json",
            "fields": fields,
            "missingValues": [""],
            **({"primaryKey": key} if key else {}),
        },
    }


def _path(catalog: Catalog, listed: Listed, most: int) -> str | list[str]:
    """Where the rows are; of more than an answer holds, where each part is."""
    whole = f"{listed.path.removeprefix(links.API)}?format=csv&{links.DATA}={catalog.digest}"
    count = COUNTS[listed.path](catalog) if listed.path in COUNTS else 0
    if count <= most:
        return whole
    starts = range(0, count, most)
    return [f"{whole}&{LIMIT.name}={most}&{OFFSET.name}={start}" for start in starts]


def _field(
    catalog: Catalog, listed: Listed, column: FileColumn, hints: dict[str, Any]
) -> dict[str, Any]:
    """A column; a code with its name beside it is a text."""
    name = column.fields if isinstance(column.fields, str) else ""
    kind = TYPES.get(hints.get(name), "string")
    found = {"name": column.label, "type": kind, **(YES_NO if kind == "boolean" else {})}
    categories = _categories(catalog, name) if listed.kind is PublishedRow else []
    return {**found, **({"categories": categories} if categories else {})}


def _categories(catalog: Catalog, name: str) -> list[dict[str, str]]:
    """The values that a column of codes may have, with their names; none for another."""
    if name == "frequency":
        return [{"value": one.code, "label": one.name_zh} for one in FREQUENCIES]
    if name == "region_code":
        return [{"value": r.region_code, "label": r.name_zh} for r in catalog.regions.values()]
    return []
