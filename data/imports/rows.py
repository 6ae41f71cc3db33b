"""A table's CSV text with rows put in, changed and taken out, every other byte as it was."""

import csv
import io
from bisect import bisect_left
from collections.abc import Iterable, Mapping

Key = tuple[str, ...]
Row = Mapping[str, str]


class TableText:
    """The text of a table by its rows' keys, which the columns `key` make."""

    def __init__(self, text: str, key: Iterable[str]) -> None:
        self._key = tuple(key)
        lines = text.splitlines(keepends=True)
        reader = csv.reader(lines)
        self.header = next(reader)
        self._head = "".join(lines[: reader.line_num])
        self._texts: dict[Key, str] = {}
        self._rows: dict[Key, dict[str, str]] = {}
        before = reader.line_num
        for cells in reader:
            row = dict(zip(self.header, cells, strict=False))
            key_of = self._of(row)
            self._texts[key_of] = "".join(lines[before : reader.line_num])
            self._rows[key_of] = row
            before = reader.line_num
        self.is_changed = False

    def row(self, key: Key) -> Row | None:
        """The row with a key."""
        return self._rows.get(key)

    def rows(self) -> Iterable[Row]:
        """Every row, in the order of the table."""
        return self._rows.values()

    def put(self, row: Row) -> None:
        """Write a row, over the one with the same key."""
        full = {name: row.get(name, "") for name in self.header}
        key = self._of(full)
        self._texts[key], self._rows[key] = _line(full.values()), full
        self.is_changed = True

    def take(self, key: Key) -> None:
        """Leave a row out, if it is there."""
        self.is_changed = self._texts.pop(key, None) is not None or self.is_changed
        self._rows.pop(key, None)

    def text(self, is_sorted: bool = True) -> str:
        """The table. New rows stand where their keys belong among the others, which keep their
        order; at the end where the table has an order of its own."""
        if not is_sorted or not self.is_changed:
            return self._head + "".join(_ended(line) for line in self._texts.values())
        ordered: list[Key] = []
        for key in self._texts:
            is_last = not ordered or key >= ordered[-1]
            ordered.insert(len(ordered) if is_last else bisect_left(ordered, key), key)
        return self._head + "".join(_ended(self._texts[key]) for key in ordered)

    def _of(self, row: Row) -> Key:
        return tuple(row.get(name, "") for name in self._key)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _ended(line: str) -> str:
    return line if line.endswith(("\n", "\r")) else f"{line}\n"
