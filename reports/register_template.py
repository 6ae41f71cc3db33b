"""The workbook in which enterprises and projects are registered: as a template, or with the rows
that are held; read back by data/imports/register_file.py."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.marking import marked
from data.imports.register_heads import AREA, CHAIN, COLUMNS, HEADS, STAGE, VALUE
from data.imports.register_words import WORDS
from data.model.catalog import Catalog
from reports.xlsx import HEAD, PRODUCT, RULE, empty_book, number_format

SHEET, GUIDE, LISTS = "登记表", "填写说明", "选项"
MORE_ROWS = 5_000  # below those filled in, with lists to choose from
WIDTHS = (26, 34, 8, 26, 26, 14, 12, 8, 8, 16, 16, 14, 10)
GUIDE_TEXT = (
    "一行一个企业或项目；同一代码只写一行，再次上传时按代码更新。",
    "代码：企业写 18 位统一社会信用代码，项目写项目代码。",
    "所在地：从列表选择，或写三地的六位代码、没有重名的名称；只知道到市的写市。",
    "产业链、环节、类别、规模、状态：从列表选择。企业的状态为存续、停业、注销，"
    "项目为拟建、在建、投产、停建、终止。",
    "行业：GB/T 4754 代码，如 C36、3670；不明的留空。",
    "日期：写 2019、2019-03 或 2019-03-08；不明的留空。",
    "数值：企业写营业收入，项目写总投资，单位万元，只写数；没有的留空，不要填 0。",
    "数值与年份同填同空。",
    "注销或终止的不要删行，把状态改为注销或终止，并写明日期。",
    "本表只汇总使用：页面和文件只有合计，少于 3 个的不列，不逐条列出。",
)
Row = Mapping[str, str]


def register_book(catalog: Catalog, rows: Sequence[Row]) -> bytes:
    """The workbook: the rows, how they are filled in, and what may be chosen."""
    out = BytesIO()
    book = empty_book(out)
    book.set_properties({"title": "企业和项目登记表", "author": PRODUCT, "comments": marked()})
    data, guide, lists = (book.add_worksheet(name) for name in (SHEET, GUIDE, LISTS))
    options = _options(catalog)
    _lists(lists, options)
    _data(book, data, [_said(catalog, row) for row in rows])
    for at, name in enumerate(options):
        letter = chr(ord("A") + at)
        source = f"={LISTS}!${letter}$2:${letter}${len(options[name]) + 1}"
        place, last = COLUMNS.index(name), len(rows) + MORE_ROWS
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        data.data_validation(1, place, last, place, rule)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    guide.set_column(0, 0, 100)
    for at, text in enumerate([*([marked()] if marked() else []), *GUIDE_TEXT]):
        guide.write_string(at, 0, text, wrapped)
    book.close()
    return out.getvalue()


def _options(catalog: Catalog) -> dict[str, list[str]]:
    """What may be chosen, by column."""
    own = {region.region_code for region in catalog.provinces}
    areas = [
        _area(catalog, area.code)
        for area in catalog.areas.by_code.values()
        if catalog.areas.province_of(area.code) in own
    ]
    return {
        **{name: list(words) for name, words in WORDS.items()},
        AREA: areas,
        CHAIN: [chain.name_zh for chain in catalog.plan.chains],
        STAGE: [stage.name_zh for stage in catalog.plan.stages],
    }


def _area(catalog: Catalog, code: str) -> str:
    """An area as its list offers it: 130102 石家庄市长安区."""
    area = catalog.areas.by_code.get(code)
    if area is None:
        return code
    above = catalog.areas.by_code.get(area.parent)
    before = above.name_zh if above and above.level == "prefecture" else ""
    return f"{code} {before}{area.name_zh}"


def _said(catalog: Catalog, row: Row) -> list[str]:
    """A row in the words of the template."""
    chains = {chain.chain_id: chain.name_zh for chain in catalog.plan.chains}
    stages = {stage.stage: stage.name_zh for stage in catalog.plan.stages}
    known: Mapping[str, Mapping[str, str]] = {
        CHAIN: chains,
        STAGE: stages,
        AREA: {row[AREA]: _area(catalog, row[AREA])},
        **{
            name: {code: word for word, code in reversed(tuple(words.items()))}
            for name, words in WORDS.items()
        },
    }
    if row["kind"] == "project":
        known = {**known, "status": {**known["status"], **OF_PROJECTS}}
    return [known.get(name, {}).get(row[name], row[name]) for name in COLUMNS]


OF_PROJECTS = {"operating": "投产", "suspended": "停建", "ended": "终止"}


def _data(book: Workbook, sheet: Worksheet, rows: Iterable[Sequence[str]]) -> None:
    """The rows under their heads; texts as text, so that a date or a code stays what it is."""
    head = book.add_format({"bold": True, "bg_color": HEAD, "bottom": 1, "bottom_color": RULE})
    text = book.add_format({"num_format": "@", "valign": "top"})
    amount = book.add_format({"num_format": number_format(2)})
    value = COLUMNS.index(VALUE)
    for place, name in enumerate(COLUMNS):
        sheet.set_column(place, place, WIDTHS[place], amount if place == value else text)
        sheet.write_string(0, place, HEADS[name][0], head)
    for at, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if cell and place == value:
                sheet.write_number(at, place, float(cell), amount)
            elif cell:
                sheet.write_string(at, place, cell, text)
    sheet.freeze_panes(1, 2)


def _lists(sheet: Worksheet, options: Mapping[str, Sequence[str]]) -> None:
    for place, (name, entries) in enumerate(options.items()):
        sheet.set_column(place, place, 28)
        for at, entry in enumerate([HEADS[name][0], *entries]):
            sheet.write_string(at, place, entry)
