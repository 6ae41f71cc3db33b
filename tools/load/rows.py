"""What was measured, as lines of a table: what was seen, what is asked for, whether it is so."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tools.load.client import Answer


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `most` is the bar, none where the number is only told."""

    part: str
    name: str
    value: float
    unit: str = ""
    most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the bar is kept."""
        return self.most is None or self.value <= self.most


@dataclass(slots=True)
class Seen:
    """What a crowd has seen: seconds of each good answer, statuses of others, what was lost."""

    seconds: list[float] = field(default_factory=list)
    refused: dict[int, int] = field(default_factory=dict)
    lost: int = 0
    reopened: int = 0

    def take(self, answer: Answer) -> None:
        """Note an answer."""
        if answer.status < 400:
            self.seconds.append(answer.seconds)
        else:
            self.refused[answer.status] = self.refused.get(answer.status, 0) + 1

    @property
    def failed(self) -> int:
        """How many did not get what they asked for."""
        return self.lost + sum(self.refused.values())

    def ms(self, part: float) -> float:
        """The time in ms within which so great a part of the answers was there; nan of none."""
        return percentile(self.seconds, part) * 1000


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest of the values that so great a part of them does not exceed; nan of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)] if ordered else math.nan


def table(rows: Iterable[Row]) -> str:
    """The lines in Markdown."""
    lines = ["| 情形 | 项目 | 结果 | 要求 | |", "|---|---|--:|--:|---|"]
    for row in rows:
        said = f"{row.value:,.{1 if row.value % 1 else 0}f} {row.unit}".strip()
        bar = "" if row.most is None else f"≤ {row.most:,g} {row.unit}".strip()
        met = "" if row.most is None else "达到" if row.is_met else "**未达到**"
        lines.append(f"| {row.part} | {row.name} | {said} | {bar} | {met} |")
    return "\n".join(lines)
