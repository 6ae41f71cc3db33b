"""Bundle the pages' own scripts: ``python -m tools.own_scripts``.

The modules of ``assets/`` become one file a page below ``build/scripts/``, in the
language of the oldest browsers that read it. Without them no page works: where they are out of
date and cannot be made, this fails and says what to do.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools import npm

ENTRIES = {
    "monitor": npm.ROOT / "assets" / "core" / "main.js",
    "stage": npm.ROOT / "assets" / "meeting" / "stage.js",
    "notes": npm.ROOT / "assets" / "meeting" / "notes.js",
    "editor": npm.ROOT / "assets" / "meeting" / "editor.js",
    "single": npm.ROOT / "assets" / "core" / "single.js",
    "preview": npm.ROOT / "assets" / "meeting" / "preview.js",
}
OUTPUT = npm.ROOT / "build" / "scripts"
BUNDLES = tuple(OUTPUT / f"{name}.js" for name in ENTRIES)
STAMP = OUTPUT / "stamp"
TOLD = 20  # lines of the log, when a script has a fault


def source_files() -> list[Path]:
    """Return everything the bundles are made from."""
    own = (npm.ROOT / "assets").rglob("*.js")
    return [*own, *npm.LOCK, npm.SOURCE / "build-own.mjs"]


def make_bundles(mark: str) -> None:
    """Build them below build/ and put them in place together."""
    print("正在构建页面脚本…", flush=True)
    node = npm.prepared()
    fresh = npm.WORK / "own"
    named = [f"{name}={entry}" for name, entry in ENTRIES.items()]
    npm.run([*node, "build-own.mjs", str(fresh), *named], "页面脚本有误，esbuild 没有接受")
    OUTPUT.mkdir(parents=True, exist_ok=True)
    STAMP.unlink(missing_ok=True)  # never a stamp beside bundles it does not belong to
    for bundle in BUNDLES:
        (fresh / bundle.name).replace(bundle)
    STAMP.write_text(mark, "ascii")


def main() -> int:
    """Make the bundles if they are missing or out of date, and return the exit code."""
    try:
        mark = npm.fingerprint(source_files())
        if not npm.is_made_from(STAMP, mark, BUNDLES):
            make_bundles(mark)
    except (npm.NpmError, OSError) as error:
        print(f"未能构建页面脚本：{error}。没有这些脚本页面无法使用，请处理后重新运行。")
        if npm.LOG.is_file():
            print("\n".join(npm.LOG.read_text("utf-8", "replace").splitlines()[-TOLD:]))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
