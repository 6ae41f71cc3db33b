"""The checks of the start, on a data package that somebody else made: in a process of its own.

Whatever the tables hold costs that process its time and its memory, and nobody else theirs.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from data.package.faults import BrokenTables, Fault

ROOT = Path(__file__).parents[2]
SECONDS = 60
BYTES = 2_000_000_000  # of address space; reading today's tables takes half of it
LARGEST = 64_000_000  # bytes of all files of a package
MOST_FAULTS = 1_000  # that are handed back
PACKAGE = "数据包"


def faults_of(package: Path, seconds: int = SECONDS) -> list[Fault]:
    """The faults of the data package in a folder, found in a process that has `seconds` and BYTES;
    a fault too where these do not suffice."""
    size = sum(path.stat().st_size for path in package.rglob("*") if path.is_file())
    if size > LARGEST:
        return [_whole(f"共 {size:,} 字节，不能大于 {LARGEST:,} 字节")]
    command = [
        sys.executable,
        "-m",
        "data.package.check_process",
        str(package.resolve()),
        str(seconds),
    ]
    one_thread = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # a thread is memory
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **one_thread},
            capture_output=True,
            timeout=seconds * 2,  # the processor's time is limited to `seconds`
            check=False,
        )
        found = json.loads(done.stdout)
        return [Fault(**row) for row in found["faults"]]
    except subprocess.TimeoutExpired:
        return [_whole(f"检查超过 {seconds} 秒，没有完成：请减小文件")]
    except (ValueError, TypeError, KeyError):
        return [_whole("检查没有完成（所需的时间或内存超出限制）：请减小文件，或核对其格式")]


def _whole(expected: str) -> Fault:
    return Fault(PACKAGE, None, None, None, expected)


def _found(package: Path) -> list[Fault]:
    from data.package.load import load  # under the limits

    try:
        load(package)
    except BrokenTables as broken:
        return broken.faults
    return []


def main() -> None:
    """Check the package of the first argument, within the seconds of the second; print JSON."""
    package, seconds = Path(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faults = _found(package)[:MOST_FAULTS]
    sys.stdout.write(json.dumps({"faults": [asdict(fault) for fault in faults]}))


if __name__ == "__main__":
    main()
