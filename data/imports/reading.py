"""The process that reads one file: JSON in; out its cells, what it says, or the refusal.

`python -m data.imports.reading`, started by file.py and by nobody else.
"""

import base64
import json
import os
import resource
import sys
from typing import Any

from data.imports.cells import Book, Sheet, Unreadable
from data.imports.limits import MEMORY, SECONDS
from data.imports.wire import book_out, import_out

TEXTS = {
    b"<?xml": "XML 格式的表格",
    b"mime-version:": "网页存档",
}  # what begins so in small letters
FOREIGN = {b"%PDF": "PDF", b"\x89PNG": "图片", b"\xff\xd8\xff": "图片", b"{\\rtf": "文字文档",
           b"Rar!": "压缩包", b"7z\xbc\xaf": "压缩包", b"\x1f\x8b": "压缩包"}  # fmt: skip


def parsed(content: bytes, name: str) -> Book:
    """The cells of a file, by what it is and not by how it is called. Raises Unreadable."""
    from data.imports.delimited import rows
    from data.imports.web_page import is_page, page
    from data.imports.workbook import OLE, ZIP, workbook

    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith((ZIP, OLE)):
        return workbook(content, name)
    for magic, kind in FOREIGN.items():
        if content.startswith(magic):
            raise Unreadable(f"这是{kind}，不是数据表：请上传 .csv、.xlsx 或 .xls")
    if is_page(content):
        return page(content, name)
    for beginning, kind in TEXTS.items():
        if start.startswith(beginning):
            raise Unreadable(f"这是{kind}：请用表格软件打开后另存为 .xlsx")
    return Book(name, "csv", (Sheet("", tuple(rows(content))),))


def main() -> None:
    """Read the file on standard input within the limits, and answer on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)  # who looks at a page goes first
    asked = json.load(sys.stdin)
    try:
        answer = _said(base64.b64decode(asked["content"]), asked["name"], asked["wanted"])
    except Unreadable as refusal:
        answer = {"refusal": str(refusal)}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))


def _said(content: bytes, name: str, wanted: str) -> dict[str, Any]:
    """A file's cells, or what it says."""
    book = parsed(content, name)
    if wanted == "book":
        return book_out(book)
    from data.imports.recognise import recognised
    from data.imports.register_heads import is_register

    if is_register(book):
        return {"register": book_out(book)}
    return import_out(recognised(book))


if __name__ == "__main__":
    main()
