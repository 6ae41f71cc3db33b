"""Hold scripts and stylesheets to the oldest browser: ``python -m tools.browser_floor [FILE …]``.

Names everything in ``assets/`` (or in the files given) that Chromium 86 does not
know; the rules are in ``tools/scripts/floor.mjs``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import npm

FOLDERS = ("assets",)
ESLINT = npm.WORK / "node_modules" / "eslint" / "bin" / "eslint.js"


def faults(paths: Sequence[str] = FOLDERS, folder: Path = npm.ROOT) -> str:
    """What ESLint says of some files or folders below a folder; "" where nothing is wrong."""
    node = npm.prepared(with_checks=True)
    config = npm.WORK / "eslint.config.mjs"
    command = [*node, str(ESLINT), "--config", str(config), "--max-warnings", "0", *paths]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the faults and return the exit code."""
    paths = sys.argv[1:] if arguments is None else arguments
    try:
        found = faults(paths or FOLDERS)
    except (npm.NpmError, OSError) as error:
        found = f"未能检查脚本与样式：{error}。"
    if found:
        print(found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
