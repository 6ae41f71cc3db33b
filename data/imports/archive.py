"""The ZIP file that an XLSX workbook is: refused before it is unpacked where it is too large, and
what calamine does not tell of its cells: which a formula fills, which are shown in percent."""

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property

from data.imports.cells import Unreadable
from data.imports.limits import MOST_RATIO, MOST_UNPACKED

SMALL = 1_000_000  # bytes: what is not larger may be packed as tightly as it will
CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*?)(/?)>\s*(<(?:\w+:)?f[\s/>])?")
PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
STYLE = re.compile(rb'\bs="([0-9]+)"')
SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
FORMAT = re.compile(r"<(?:\w+:)?numFmt\s[^>]*>")
FORMATS = re.compile(r"<(?:\w+:)?cellXfs[\s>].*?</(?:\w+:)?cellXfs>", re.DOTALL)
STYLED = re.compile(r"<(?:\w+:)?xf\s[^>]*>")
PERCENT = {"9", "10"}  # number formats that every workbook knows
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """Of a sheet: how many rows and columns its cells reach over, which a formula fills, which are
    shown in percent."""

    rows: int
    columns: int
    computed: frozenset[Place]
    percent: frozenset[Place]


class Archive:
    """An XLSX workbook's ZIP file, of bearable size."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self.file = file
        self.names = frozenset(file.namelist())

    @property
    def has_macros(self) -> bool:
        """Whether there is a VBA project in it."""
        return any(name.lower().endswith("vbaproject.bin") for name in self.names)

    @property
    def has_links(self) -> bool:
        """Whether it takes values from other workbooks."""
        return any("/externallinks/" in name.lower() for name in self.names)

    def facts(self, sheet: str) -> Facts | None:
        """What is told of a sheet; None where its part is not found."""
        path = self._paths.get(sheet)
        return _facts(self.file.read(path), self._percent) if path in self.names else None

    @cached_property
    def _paths(self) -> dict[str, str]:
        """Where each sheet lies, by its name."""
        targets = {}
        for tag in RELATION.findall(self._text("xl/_rels/workbook.xml.rels")):
            found = dict(ATTRIBUTE.findall(tag))
            targets[found.get("Id")] = found.get("Target", "")
        paths = {}
        for tag in SHEET.findall(self._text("xl/workbook.xml")):
            found = dict(ATTRIBUTE.findall(tag))
            target = targets.get(found.get("r:id"), "").removeprefix("/xl/").removeprefix("xl/")
            paths[_unescaped(found.get("name", ""))] = f"xl/{target}"
        return paths

    @cached_property
    def _percent(self) -> frozenset[int]:
        """The numbers of the cell styles that show percent."""
        text = self._text("xl/styles.xml")
        own = {
            found.get("numFmtId")
            for tag in FORMAT.findall(text)
            if "%" in (found := dict(ATTRIBUTE.findall(tag))).get("formatCode", "")
        }
        block = FORMATS.search(text)
        tags = STYLED.findall(block[0]) if block else []
        ids = [dict(ATTRIBUTE.findall(tag)).get("numFmtId") for tag in tags]
        return frozenset(n for n, one in enumerate(ids) if one in PERCENT | own)

    def _text(self, path: str) -> str:
        return self.file.read(path).decode("utf-8", "replace") if path in self.names else ""


def opened(content: bytes) -> Archive:
    """The archive of a workbook, once its directory says that it is of bearable size. Raises
    Unreadable, and what zipfile raises for a file that is none."""
    file = zipfile.ZipFile(io.BytesIO(content))
    unpacked = sum(entry.file_size for entry in file.infolist())
    if unpacked > MOST_UNPACKED or unpacked > max(SMALL, MOST_RATIO * len(content)):
        raise Unreadable("工作簿解压后过大：请只保留数据所在的工作表，另存后再上传")
    archive = Archive(file)
    if "xl/workbook.xml" not in archive.names and "xl/workbook.bin" not in archive.names:
        raise Unreadable("不是 Excel 工作簿：请用表格软件另存为 .xlsx 或 .csv")
    return archive


def _facts(content: bytes, styles: frozenset[int]) -> Facts:
    computed, percent = set(), set()
    rows = columns = 0
    for found in CELL.finditer(content):
        place = PLACE.search(found[1])
        if place is None:
            continue
        column, row = _column(place[1]), int(place[2])
        rows, columns = max(rows, row), max(columns, column + 1)
        if found[3]:
            computed.add((row - 1, column))
        style = STYLE.search(found[1]) if styles else None
        if style and int(style[1]) in styles:
            percent.add((row - 1, column))
    return Facts(rows, columns, frozenset(computed), frozenset(percent))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


ENTITIES = (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;"), ("&", "&amp;"))


def _unescaped(name: str) -> str:
    for sign, entity in ENTITIES:
        name = name.replace(entity, sign)
    return name
