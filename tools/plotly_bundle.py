"""Build the slim plotly.js of the dashboard: ``python -m tools.plotly_bundle``.

The file holds only the traces the dashboard draws, a quarter of plotly's own file. Without Node or
without a reachable npm registry it cannot be made; the app then serves plotly's own full file (or
the bundle made earlier, if there is one).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tools import npm

SOURCE_FILES = (*npm.LOCK, npm.SOURCE / "plotly-entry.js", npm.SOURCE / "build-plotly.mjs")
BUNDLE = npm.ROOT / "build" / "vendor" / "plotly.min.js"
STAMP = BUNDLE.with_name("plotly.min.js.stamp")


def make_bundle(mark: str) -> None:
    """Build it below build/ and put the result in place."""
    print("正在构建精简版 plotly.js（首次约一分钟）…", flush=True)
    node = npm.prepared()
    fresh = npm.WORK / "plotly.min.js"
    npm.run([*node, "build-plotly.mjs", str(fresh)], "esbuild 构建失败")
    BUNDLE.parent.mkdir(parents=True, exist_ok=True)
    STAMP.unlink(missing_ok=True)  # never a stamp beside a bundle it does not belong to
    fresh.replace(BUNDLE)
    STAMP.write_text(mark, "ascii")


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the bundle if it is missing or out of date, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.plotly_bundle", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="exit with 1 if it cannot be made")
    strict: bool = parser.parse_args(arguments).strict
    try:
        mark = npm.fingerprint(SOURCE_FILES)
        if not npm.is_made_from(STAMP, mark, [BUNDLE]):
            make_bundle(mark)
    except (npm.NpmError, OSError) as error:
        instead = "继续使用先前构建的文件" if BUNDLE.is_file() else "使用 plotly 自带的完整文件"
        print(f"未能构建精简版 plotly.js：{error}。应用将{instead}。")
        return 1 if strict else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
