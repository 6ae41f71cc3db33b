"""The product on many facts: ``python -m tools.bench.facts FOLDER``, after ``python -m
tools.synthetic_facts FOLDER``. Apart from the usual run, which it would make minutes longer.
"""

import argparse
import json
import random
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

import duckdb
import psutil  # type: ignore[import-untyped]

from analysis import links
from data.model.periods import written
from data.package.load import FOLDER, load
from serving.api_keys import MOST
from serving.lists.paging import TOTAL
from tools.bench.questions import CALLBACK
from tools.bench.servers import APP, MEGABYTE, Server, serving
from tools.synthetic_facts import FIRST

EACH, PARTS = 40, 12  # views of a page, parts of the list
REGIONS = ("beijing", "tianjin", "hebei")


def views(months: int, indicators: int, counties: Sequence[str]) -> dict[str, list[str]]:
    """Addresses that nobody has asked for, by page: of indicators and months at random."""
    draw = random.Random(1)

    def name() -> str:
        return f"synthetic_{draw.randint(1, indicators):03}"

    def span() -> str:
        first = draw.randint(0, months - 25)
        last = draw.randint(first + 12, months - 1)
        return f"freq=M&from={written(FIRST + first)}&to={written(FIRST + last)}"

    def where() -> str:
        return ",".join(draw.sample(REGIONS, draw.randint(1, 3)))

    def areas() -> str:
        at = written(FIRST + draw.randint(0, months - 1))
        return f"/areas?fact={name()}&period={at}&area={draw.choice(counties)}"

    makers: dict[str, Callable[[], str]] = {
        "areas": areas,
        "indicators": lambda: f"/indicators?indicator={name()}&{span()}&region={where()}",
        "overview": lambda: f"/?from={draw.randint(2000, 2012)}&region={where()}",
        "evaluation": lambda: f"/evaluation?from={draw.randint(2005, 2016)}&region={where()}",
        "platforms": lambda: f"/platforms?area={draw.choice(counties)}&region={where()}",
        "plan": lambda: f"/plan?from={draw.randint(2000, 2016)}&region={where()}",
    }
    return {page: [make() for _ in range(EACH)] for page, make in makers.items()}


def asked(server: Server, page: str, addresses: Sequence[str]) -> list[float]:
    """Milliseconds of the answers to these addresses, one after the other, as a browser asks."""
    with urllib.request.urlopen(f"{server.address}/_dash-dependencies") as got:
        listed = json.load(got)
    output = next(
        entry["output"] for entry in listed
        for one in entry["inputs"] if (one["id"], one["property"]) == ("address", page)
    )  # fmt: skip
    parts = [part.rpartition(".") for part in output.strip(".").split("...")]
    body = {
        "output": output,
        "outputs": [{"id": name, "property": key} for name, _, key in parts],
        "changedPropIds": [f"address.{page}"],
    }
    found = []
    for number, address in enumerate(addresses):
        value = {"number": number + 1, "address": address}
        inputs = [{"id": "address", "property": page, "value": value}]
        request = urllib.request.Request(
            f"{server.address}{CALLBACK}",
            json.dumps({**body, "inputs": inputs}).encode(),
            {"Content-Type": "application/json", "Accept-Encoding": "gzip"},
        )
        began = time.perf_counter()
        with urllib.request.urlopen(request, timeout=60) as answer:
            answer.read()
        found.append((time.perf_counter() - began) * 1000)
    return found


def parts(server: Server) -> list[float]:
    """Milliseconds of parts of all published values, each begun somewhere in the list."""
    draw, found = random.Random(2), list[float]()
    first = f"{server.address}{links.VALUES}?limit=1"
    with urllib.request.urlopen(first, timeout=60) as answer:
        total = int(answer.headers[TOTAL])
    for _ in range(PARTS):
        start = draw.randint(0, max(total - MOST, 0))
        began = time.perf_counter()
        path = f"{server.address}{links.VALUES}?limit={MOST}&offset={start}"
        with urllib.request.urlopen(path, timeout=60) as answer:
            answer.read()
        found.append((time.perf_counter() - began) * 1000)
    return found


def product(folder: Path) -> Iterator[str]:
    """The start, the pages, and the memory of a worker, as lines of a table."""
    own = {**APP.environ, "DATA_DIR": str(folder / "data"), "FACTS": str(folder / "facts")}
    target = replace(APP, environ={**own, "CACHE_DIR": str(folder / "cache")})
    with serving(target):  # what is made once at the first start is made
        pass
    counties = [area.code for area in load(FOLDER).areas.of("county") if area.is_mapped]
    size = _counted(folder)
    with serving(target) as server:
        yield f"| 启动 | {server.start_seconds:.1f} s |"
        for page, addresses in views(*size, counties).items():
            before = _worked(server)
            found = sorted(asked(server, page, addresses))
            each = (_worked(server) - before) / len(found) * 1000
            spent = f"p50 {median(found):.0f} ms，最慢 {found[-1]:.0f} ms"
            yield f"| /{page}，新视图 | {spent}，平均占用处理器 {each:.0f} ms |"
        found = sorted(parts(server))
        spent = f"p50 {median(found):.0f} ms，最慢 {found[-1]:.0f} ms"
        yield f"| 全部公布值中的 {MOST:,} 行 | {spent} |"
        master = psutil.Process(server.process.pid)
        most = max(p.memory_full_info().pss for p in master.children()) / MEGABYTE
        yield f"| 一个工作进程的内存（PSS） | {most:.0f} MB |"


def _worked(server: Server) -> float:
    """CPU seconds of the workers so far: what other work on the machine does not change."""
    workers = psutil.Process(server.process.pid).children()
    return sum(float(t.user + t.system) for t in (one.cpu_times() for one in workers))


def _counted(folder: Path) -> tuple[int, int]:
    """How many months and indicators there are."""
    with duckdb.connect() as store:
        asked_for = "SELECT count(DISTINCT period), count(DISTINCT indicator_id)"
        found = store.execute(f"{asked_for} FROM '{folder}/facts/1-regions.parquet'").fetchone()
    return (int(found[0]), int(found[1])) if found else (0, 0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.facts", description=__doc__)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args(arguments)
    print("| 产品 | |\n|---|---|")
    for line in product(chosen.folder.resolve()):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
