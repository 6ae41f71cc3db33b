"""What people have answered about the names of a source, remembered in one file (mappings.csv):
the next file of the same source is not asked about again."""

import csv
import io
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from data.files import locked, write_whole
from data.imports.mapping import Answers
from data.imports.names import Subject

INDICATOR, REGION = "indicator", "region"


@dataclass(frozen=True, slots=True)
class Answer:
    """A row: for which source (a publisher), of what kind, the name as the file writes it with its
    unit and frequency (A, Q, M; both "" for a region), what it stands for, and who said so when
    (ISO 8601)."""

    source: str
    kind: str
    name: str
    unit: str
    frequency: str
    target: str
    who: str
    at: str

    @property
    def key(self) -> tuple[str, ...]:
        """What it is an answer to; a later one to the same takes its place."""
        return self.source, self.kind, self.name, self.unit, self.frequency


HEADER = tuple(field.name for field in fields(Answer))


class Mappings:
    """The answers in one file, which several processes may write to."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def answers(self, source: str) -> Answers:
        """What was answered for a source."""
        own = [one for one in self._read() if one.source == source]
        return Answers(
            subjects={
                Subject(one.name, one.unit, one.frequency): one.target
                for one in own
                if one.kind == INDICATOR
            },
            regions={one.name: one.target for one in own if one.kind == REGION},
        )

    def remember(self, given: list[Answer]) -> None:
        """Keep answers, over earlier ones to the same. Raises OSError."""
        with locked(self._path.with_suffix(".lock")):
            found = {one.key: one for one in (*self._read(), *given)}
            out = io.StringIO()
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(HEADER)
            writer.writerows(astuple(one) for one in sorted(found.values(), key=lambda a: a.key))
            write_whole(self._path, out.getvalue().encode(), is_durable=True)

    def _read(self) -> list[Answer]:
        """Every answer; a line that is damaged asks again, and nothing else."""
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return []
        rows = list(csv.reader(io.StringIO(text)))
        return [Answer(*row) for row in rows[1:] if len(row) == len(HEADER)]
