"""The server's work under wrk: kept views, new views, and bare endpoints beside them."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from tools.bench.questions import Question
from tools.bench.servers import BUILD, BenchError
from tools.bench.views import Views

SCRIPT = Path(__file__).with_name("wrk.lua")
CONNECTIONS = (1, 8, 64)
SLICES = 2  # each endpoint is measured in slices, in turn with the others: noise meets all alike
SECONDS = 3  # of a slice
PATIENCE = 30  # s; 64 connections may have to wait for new views
UNSEEN = 30_000  # more views than any run can ask for
MARK = "BENCH "


@dataclass(frozen=True, slots=True)
class Shot:
    """One run of wrk: answers a second, ms at two percentiles, and what failed."""

    rate: float
    p50: float
    p99: float
    failed: int
    answers: int


@dataclass(frozen=True, slots=True)
class Aim:
    """An endpoint under load: a file of addresses to ask for, or none where it takes none."""

    name: str
    address: str
    queries: Path | None
    seconds: int = SECONDS

    @property
    def first_query(self) -> str:
        """The address that is asked for first."""
        return self.queries.read_text("ascii").partition("\n")[0] if self.queries else ""


def require_wrk() -> str:
    """The wrk program."""
    program = shutil.which("wrk")
    if program is None:
        raise BenchError("没有找到 wrk，请以管理员身份运行：apt-get install wrk")
    return program


def aims(question: Question, floor: str, views: Views) -> list[Aim]:
    """A kept view, new views, and the bare endpoints."""
    known, unseen = BUILD / "known.txt", BUILD / "unseen.txt"
    known.write_text("/\n", "ascii")  # the view that is shown first, whose answer the floor has too
    unseen.write_text("".join(f"/{query}\n" for query in views.unseen(UNSEEN)), "ascii")
    return [
        Aim("cached", question.address, known),
        Aim("uncached", question.address, unseen),
        Aim("bare_same_size", f"{floor}/same-size", None),
        Aim("bare_same_answer", f"{floor}/same-answer", None, 2),
        Aim("bare_small", f"{floor}/small", None, 1),
    ]


def measure(question: Question, targets: list[Aim]) -> dict[str, dict[str, float]]:
    """For each endpoint and number of connections the medians over the slices."""
    shots: dict[str, list[Shot]] = {}
    skip = 0  # how many of the new views have been used up
    for connections in CONNECTIONS:
        for _ in range(SLICES):
            for aim in targets:
                if aim.name == "cached":
                    question.make_known([aim.first_query])  # new views may have displaced it
                shot = shoot(question, aim, connections, skip)
                shots.setdefault(f"{aim.name}@{connections}", []).append(shot)
                skip += shot.answers + connections if aim.name == "uncached" else 0
    if skip > UNSEEN:
        raise BenchError(f"未见过的视图不够用：需要 {skip} 个")
    return {name: together(several) for name, several in shots.items()}


def together(several: list[Shot]) -> dict[str, float]:
    """Medians of the slices; failures and answers are summed."""
    rows = [asdict(shot) for shot in several]
    sums = {key: float(sum(row[key] for row in rows)) for key in ("failed", "answers")}
    return {key: float(median(row[key] for row in rows)) for key in ("rate", "p50", "p99")} | sums


def shoot(question: Question, aim: Aim, connections: int, skip: int) -> Shot:
    """One slice of wrk with one thread: two cores are shared with the server."""
    command = [
        require_wrk(), "--threads", "1", "--connections", str(connections),
        "--duration", f"{aim.seconds}s", "--timeout", f"{PATIENCE}s",
        "--script", str(SCRIPT), aim.address,
    ]  # fmt: skip
    done = subprocess.run(
        command, env={**os.environ, **asking(question, aim, skip)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.startswith(MARK)]
    if not lines:
        raise BenchError(f"wrk 没有给出结果：{done.stderr or done.stdout}")
    seen = json.loads(lines[0].removeprefix(MARK))
    return Shot(seen["answers"] / seen["seconds"], seen["p50"] / 1000, seen["p99"] / 1000,
                seen["failed"], seen["answers"])  # fmt: skip


def asking(question: Question, aim: Aim, skip: int) -> Mapping[str, str]:
    """What wrk.lua needs to know, as environment."""
    before, after = question.parts
    headers = "\n".join(f"{key}: {value}" for key, value in question.headers.items())
    return {
        "BENCH_BEFORE": before, "BENCH_AFTER": after, "BENCH_HEADERS": headers,
        "BENCH_QUERIES": str(aim.queries or ""), "BENCH_SKIP": str(skip),
    }  # fmt: skip
