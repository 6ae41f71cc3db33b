"""The heads of a register of enterprises and projects, by which a file is known as one."""

from collections.abc import Mapping

from data.imports.cells import Book, Sheet, text
from data.imports.characters import bare

CODE, NAME, KIND, AREA, CHAIN, STAGE = "code", "name_zh", "kind", "area_code", "chain_id", "stage"
VALUE, VALUE_YEAR = "value", "value_year"
COLUMNS = (
    CODE, NAME, KIND, AREA, CHAIN, STAGE, "industry", "size", "status", "started", "ended", VALUE,
    VALUE_YEAR,
)  # fmt: skip
# What each column is called, the template's own name first.
HEADS: Mapping[str, tuple[str, ...]] = {
    CODE: ("统一社会信用代码或项目代码", "统一社会信用代码", "项目代码", "代码"),
    NAME: ("名称", "企业名称", "项目名称", "单位名称"),
    KIND: ("类别", "企业或项目"),
    AREA: ("所在地", "所在地区", "地区", "地区代码", "行政区划代码"),
    CHAIN: ("产业链", "重点产业链"),
    STAGE: ("环节", "产业链环节"),
    "industry": ("行业", "行业代码"),
    "size": ("规模", "企业规模"),
    "status": ("状态", "经营状态", "建设状态"),
    "started": ("成立或开工日期", "成立日期", "开工日期"),
    "ended": ("注销或终止日期", "注销日期", "终止日期"),
    VALUE: ("数值(万元)", "营业收入或总投资(万元)", "营业收入(万元)", "总投资(万元)"),
    VALUE_YEAR: ("数值年份", "年份"),
}
NEEDED = (CODE, NAME, KIND, AREA, CHAIN, STAGE, "status")


def is_register(book: Book) -> bool:
    """Whether a file is a register: some sheet has the heads of one."""
    return any(head(sheet) for sheet in book.sheets)


def head(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row of the heads among the first ones, and where each column stands."""
    for at, row in enumerate(sheet.rows[:10]):
        labels = {bare(text(cell)): place for place, cell in enumerate(row) if cell is not None}
        places = {
            name: labels[label]
            for name, known in HEADS.items()
            for label in [next((one for one in known if one in labels), "")]
            if label
        }
        if {CODE, CHAIN, STAGE} <= places.keys():
            return at, places
    return None
