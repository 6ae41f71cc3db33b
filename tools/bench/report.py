"""The table on the terminal and the JSON beside it."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from tools.bench.rounds import Results
from tools.bench.rows import Row

WIDTHS = (36, 10, 10, 8, 14)
TITLES = ("", "应用", "基准", "比值", "目标")


def table(rows: list[Row]) -> str:
    """The rows under the headings of their parts."""
    return "\n".join(_lines(rows))


def _lines(rows: list[Row]) -> Iterator[str]:
    yield _line(TITLES)
    for part, members in groupby(rows, lambda row: row.part):
        yield f"\n{part}"
        for row in members:
            ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
            floor = number(row.floor) if row.floor is not None else ""
            yield _line((f"  {row.name}（{row.unit}）", number(row.app), floor, ratio, goal(row)))


def goal(row: Row) -> str:
    """The limit, and whether it is kept."""
    if row.goal is None:
        return ""
    sign, verdict = "≥" if row.goal.is_least else "≤", "✓" if row.goal.is_met(row) else "✗"
    return f"{sign} {row.goal.limit:.3g} {verdict}"


def number(value: float) -> str:
    """A number with as many digits as it can vouch for."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _line(cells: tuple[str, ...]) -> str:
    first, *others = (
        _pad(cell, width, to_left=i == 0)
        for i, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True))
    )
    return (first + "".join(others)).rstrip()


def _pad(text: str, width: int, to_left: bool) -> str:
    """Pad to a width in columns of the terminal, where a Chinese character takes two."""
    taken = sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
    space = " " * max(0, width - taken)
    return text + space if to_left else space + text


def write(path: Path, rounds: int, results: Results, rows: list[Row]) -> None:
    """All that was measured, and the rows made of it, as JSON."""
    content: dict[str, Any] = {
        "rounds": rounds,
        "rows": [_row(row) for row in rows],
        "measured": asdict(results),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _row(row: Row) -> dict[str, Any]:
    told = {key: value for key, value in asdict(row).items() if key != "goal"}
    told["ratio"] = row.ratio
    if row.goal is not None:
        told["goal"] = asdict(row.goal) | {"is_met": row.goal.is_met(row)}
    return told
