"""A file that somebody hands in, as cells or as what it says: read by a process of its own, with
limits, so that a hostile or broken file ends that process and nothing else."""

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from data.imports.cells import Book, Unreadable
from data.imports.imported import Import
from data.imports.limits import MOST_BYTES, SECONDS
from data.imports.wire import book_in, import_in

ROOT = Path(__file__).parents[2]
READING = "data.imports.reading"
TOO_MUCH = f"{SECONDS} 秒内没有读完，文件过大或已损坏：请只保留数据所在的工作表，或分成几个文件"
DIED = "文件过大或已损坏，没有读出：请用表格软件打开后另存为 .xlsx 或 .csv"


def read(content: bytes, name: str) -> Book:
    """The cells of a CSV, XLSX or XLS file, or of a web page; `name` is the file's own. Raises
    Unreadable with what is wrong and what to do."""
    return book_in(_answer(content, name, "book"))


def read_in(content: bytes, name: str) -> Import:
    """What such a file says (recognise.py), found within the same limits. Raises Unreadable."""
    found = read_any(content, name)
    if isinstance(found, Book):
        raise Unreadable("这是企业和项目登记表：请在数据台的草稿中上传")
    return found


def read_any(content: bytes, name: str) -> Import | Book:
    """What such a file says, or its cells where it is a register of enterprises and projects
    (register_heads.py). Raises Unreadable."""
    found = _answer(content, name, "import")
    return book_in(found["register"]) if "register" in found else import_in(found)


def _answer(content: bytes, name: str, wanted: str) -> dict[str, Any]:
    """What the reading process says of a file."""
    if not content:
        raise Unreadable("文件是空的：请重新导出")
    if len(content) > MOST_BYTES:
        raise Unreadable(f"文件超过 {MOST_BYTES // 1_000_000} MB：请只保留数据，或分成几个文件")
    text = base64.b64encode(content).decode("ascii")
    try:
        done = subprocess.run(
            [sys.executable, "-m", READING],
            input=json.dumps({"name": name, "content": text, "wanted": wanted}).encode(),
            capture_output=True,
            timeout=SECONDS,
            cwd=ROOT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(TOO_MUCH) from error
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:  # it died, or was made to: out of memory, out of time
        raise Unreadable(DIED) from error
    if "refusal" in found:
        raise Unreadable(found["refusal"])
    return found
