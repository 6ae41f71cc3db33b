"""What is wrong with a table, said so that a person can mend it."""

from dataclasses import dataclass

FIRST_ROW = 2  # of a table: the header is row 1


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it is, what stands there, and what is expected instead."""

    file: str
    row: int | None
    column: str | None
    value: str | None
    expected: str

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"第 {self.row} 行")
        if self.column is not None:
            place.append(f"列 {self.column}")
        found = f"，现为“{self.value}”" if self.value is not None else ""
        return f"{'，'.join(place)}{found}：{self.expected}"


class BrokenTables(Exception):
    """The tables cannot be used; `faults` lists every fault that was found."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
