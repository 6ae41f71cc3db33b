"""A file of the register of enterprises and projects: what it says, and into a draft."""

from pathlib import Path
from typing import Any

from callbacks.desk.desk import Desk
from callbacks.desk.filled import Filled, Received
from callbacks.desk.register_tables import table_of
from components.desk.intake import SKIP
from components.desk.parts import unchanged_text
from components.desk.register import WHOLE, file_parts, merged_text
from data.editions.deeds import Refused, written_time
from data.editions.drafts import Upload
from data.imports.cells import Book
from data.imports.register_file import RegisterFile, register_file
from data.imports.register_heads import AREA, CODE
from data.imports.register_merging import merged_register, rows_of
from data.imports.register_names import names_of
from data.model.catalog import Catalog
from data.model.register import ENDED
from data.package.digests import digest
from data.package.register import NAME

ACTION = "replace_tables"
MOST_SAID = 20


def shown(desk: Desk, book: Book, package: Path, catalog: Catalog) -> list[Any]:
    """What a file says, and what it would change in the draft."""
    found, text = register_file(book, names_of(catalog)), table_of(package)
    done = merged_register(text, found.entries)
    return file_parts(found, done, len(_absent(desk, catalog, found, text)))


def merge(desk: Desk, draft_id: str, page: Filled, taken: tuple[Received, Book]) -> str:
    """Take the file into a draft; what came of it, in words. Raises Refused, OSError."""
    received, book = taken
    who = desk.allowed(ACTION, draft_id)
    package = desk.rules.drafts.package(draft_id)
    read, text, catalog = digest(package), table_of(package), desk.catalog(package)
    found = register_file(book, names_of(catalog))
    _refuse_faults(found, page)
    is_whole = page.form.get(WHOLE) is True
    absent = _absent(desk, catalog, found, text) if is_whole else []
    done = merged_register(text, found.entries, absent)
    _refuse_regions(desk, catalog, done.areas)
    if not done.is_any:
        raise Refused("文件与草稿中的登记表相同，没有可并入的变化。")
    told = merged_text(done)
    at, mark = written_time(desk.rules.now()), desk.uploads.mark(received.upload_id)
    upload = Upload(received.name, told, at, who.name, mark)
    desk.rules.replace_tables(who, draft_id, {NAME: done.text.encode()}, upload, read)
    desk.uploads.drop(received.upload_id)
    return f"已并入草稿。{told}{unchanged_text(done.unchanged)}。"


def _absent(desk: Desk, catalog: Catalog, found: RegisterFile, text: str) -> list[str]:
    """The entities of the caller's regions that have not ended and that a file does not list; a
    faulty row lists its own as well as can be told."""
    listed = {entry.row[CODE] for entry in found.entries}
    listed |= {one.cell.text for one in found.faults}
    own = _regions(desk, catalog)
    return [
        code
        for code, row in rows_of(text).items()
        if code not in listed and row["status"] != ENDED and _region(catalog, row[AREA]) in own
    ]


def _refuse_faults(found: RegisterFile, page: Filled) -> None:
    listed = [str(one) for one in found.faults]
    if listed and page.form.get(SKIP) is not True:
        raise Refused(
            f"有 {len(listed)} 处有误。请改正后重新上传，或勾选只并入其余各行。",
            questions={text: text for text in listed[:MOST_SAID]},
        )
    if page.form.get(WHOLE) is True and listed:
        raise Refused("有误的行未并入时，不能把文件当作完整名册：请先改正。")


def _refuse_regions(desk: Desk, catalog: Catalog, areas: set[str]) -> None:
    """Who works for some regions changes no others."""
    own = _regions(desk, catalog)
    names = {
        catalog.region(code).name_zh
        for code in {_region(catalog, area) for area in areas} - own
        if code
    }
    if names:
        raise Refused(f"您的权限不含以下地区：{'、'.join(sorted(names))}。请只上传本地区的登记表。")


def _regions(desk: Desk, catalog: Catalog) -> set[str]:
    """The codes of the regions that the caller works for."""
    own = desk.caller().regions
    return {r.region_code for r in catalog.provinces if not own or r.slug in own}


def _region(catalog: Catalog, area: str) -> str:
    return catalog.areas.province_of(area) if area in catalog.areas.by_code else ""
