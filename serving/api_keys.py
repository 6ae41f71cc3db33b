"""The keys of the API that no page has."""

from analysis import links
from analysis.query import Key
from data.model.catalog import Catalog

FORMAT = Key("format", "json（缺省）或 csv", ("json", "csv"))


def measure_key(catalog: Catalog) -> Key:
    """The measures of the plan whose facts are asked for."""
    ids = tuple(measure.measure_id for measure in catalog.plan.measures)
    meaning = "方案措施的编号，可填多个，以逗号分隔；缺省为全部"
    return Key("measure", meaning, ids, is_list=True)


def data_key(catalog: Catalog) -> Key:
    """The edition that is asked for, which serving/editions.py has taken off: what still names one
    here can only be this."""
    meaning = "数据版本的版本号（16 位），缺省为现行版本；以前的版本一直可以查询，版本号见更新说明"
    return Key(links.DATA, meaning, (catalog.digest,))
