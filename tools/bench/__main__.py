"""Measure the app beside a floor without a framework: ``python -m tools.bench``."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError

from tools.bench import report
from tools.bench.load import require_wrk
from tools.bench.rounds import run
from tools.bench.rows import rows
from tools.bench.servers import BUILD, BenchError, alone
from tools.bench.views import MOST_ROUNDS

BUSY = 0.5  # load a core above which other work disturbs the measurement
OUTPUT = BUILD.with_suffix(".json")


def leave(number: int, _frame: object) -> None:
    """Leave by the normal way out when asked to stop, so that the servers are ended too."""
    sys.exit(128 + number)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the JSON; the exit status says whether it could be done."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=12, choices=range(6, MOST_ROUNDS + 1),
                        metavar="N", help=f"6 to {MOST_ROUNDS}, default 12")  # fmt: skip
    parser.add_argument("--output", type=Path, default=OUTPUT, help="default build/bench.json")
    chosen = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, leave)
    began, load = time.monotonic(), os.getloadavg()[0]
    if load > BUSY * (os.cpu_count() or 1):
        print(f"这台机器正忙（负载 {load:.1f}），结果会不稳。", file=sys.stderr)
    try:
        require_wrk()
        with alone():
            results = run(chosen.rounds, lambda text: print(text, file=sys.stderr, flush=True))
    except BenchError as error:
        print(f"未能测量：{error}。", file=sys.stderr)
        return 1
    except (OSError, PlaywrightError) as error:
        print(f"测量中断，服务或浏览器不再回答：{error}", file=sys.stderr)
        return 1
    found = rows(results)
    report.write(chosen.output, chosen.rounds, results, found)
    print(report.table(found))
    print(f"\n{chosen.rounds} 轮，用时 {time.monotonic() - began:.0f} 秒；只有比值可以跨机器比较。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
