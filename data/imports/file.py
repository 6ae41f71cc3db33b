"""A file that somebody hands in, as cells: read by a process of its own, with limits, so that a
hostile or broken file ends that process and nothing else."""

import base64
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from data.imports.cells import Book, Sheet, Unreadable, Value
from data.imports.limits import MOST_BYTES, SECONDS

ROOT = Path(__file__).parents[2]
READING = "data.imports.reading"
TOO_MUCH = f"{SECONDS} 秒内没有读完，文件过大或已损坏：请只保留数据所在的工作表，另存后再上传"
DIED = "文件过大或已损坏，没有读出：请用表格软件打开后另存为 .xlsx 或 .csv"


def read(content: bytes, name: str) -> Book:
    """The cells of a CSV, XLSX or XLS file; `name` is the file's own. Raises Unreadable with what
    is wrong and what to do."""
    if not content:
        raise Unreadable("文件是空的：请重新导出")
    if len(content) > MOST_BYTES:
        raise Unreadable(f"文件超过 {MOST_BYTES // 1_000_000} MB：请只保留数据，或分成几个文件")
    asked = json.dumps({"name": name, "content": base64.b64encode(content).decode("ascii")})
    try:
        done = subprocess.run(
            [sys.executable, "-m", READING],
            input=asked.encode(),
            capture_output=True,
            timeout=SECONDS,
            cwd=ROOT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(TOO_MUCH) from error
    return _book(done.stdout)


def _book(answer: bytes) -> Book:
    try:
        found: dict[str, Any] = json.loads(answer)
    except ValueError as error:  # it died, or was made to: out of memory, out of time
        raise Unreadable(DIED) from error
    if "refusal" in found:
        raise Unreadable(found["refusal"])
    sheets = tuple(_sheet(one) for one in found["sheets"])
    return Book(found["name"], found["kind"], sheets, tuple(found["remarks"]))


def _sheet(found: dict[str, Any]) -> Sheet:
    places = {key: frozenset((a, b) for a, b in found[key]) for key in ("computed", "percent")}
    rows = tuple(tuple(_cell(cell) for cell in row) for row in found["rows"])
    return Sheet(found["name"], rows, places["computed"], places["percent"])


def _cell(found: Any) -> Value:
    """Dates travel as {"date": "2024-01-01"}; JSON's numbers are floats here."""
    if isinstance(found, dict):
        return date.fromisoformat(found["date"])
    return float(found) if isinstance(found, int) and not isinstance(found, bool) else found
