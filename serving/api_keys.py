"""The keys of the API that no page has."""

from collections.abc import Sequence

from analysis import links
from analysis.query import Key, whole_key
from data.model.catalog import Catalog

MOST = 10_000  # rows of one answer
FORMAT = Key("format", "json（缺省）或 csv", ("json", "csv"))
LIMIT = whole_key("limit", f"至多给出的行数；缺省与上限均为 {MOST}", 1, MOST)
OFFSET = whole_key("offset", "略过的行数；缺省为 0", 0, 1_000_000_000)
FIELDS = "fields"
MEASURE = "measure"


def format_key(kinds: Sequence[str]) -> Key:
    """In which form a list is asked for."""
    return Key(FORMAT.name, f"{kinds[0]}（缺省）或 {'、'.join(kinds[1:])}", tuple(kinds))


def fields_key(names: Sequence[str]) -> Key:
    """Which fields of its rows a list shall have."""
    meaning = "每行给出的字段，可填多个，以逗号分隔；缺省为全部"
    return Key(FIELDS, meaning, tuple(names), is_list=True)


def measure_key(catalog: Catalog) -> Key:
    """The measures of the plan whose facts are asked for."""
    ids = tuple(measure.measure_id for measure in catalog.plan.measures)
    meaning = "方案措施的编号，可填多个，以逗号分隔；缺省为全部"
    return Key(MEASURE, meaning, ids, is_list=True)


def data_key(catalog: Catalog) -> Key:
    """The edition that is asked for, which serving/editions.py has taken off: what still names one
    here can only be this."""
    meaning = "数据版本的版本号（16 位），缺省为现行版本；以前的版本一直可以查询，版本号见更新说明"
    return Key(links.DATA, meaning, (catalog.digest,))
