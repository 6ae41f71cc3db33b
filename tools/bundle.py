"""One archive that installs without a network: ``python -m tools.bundle``.

In it are the program with built scripts, tables and geometry, the packages of the lock as wheels
for each Python and machine that is supported, and `install.sh` (deploy/). Its version is that of
the project with a digest of the program, so that two programs never share a folder.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from packaging.requirements import Requirement

from tools import npm, own_scripts, plotly_bundle

BUNDLES = npm.ROOT / "build" / "bundle"
NAME = "jing-jin-ji"
PYTHONS = ("3.11", "3.12", "3.13")
MACHINES = ("x86_64", "aarch64")
GLIBC = ("2014", "_2_24", "_2_26", "_2_27", "_2_28")  # of manylinux: from 2017 to 2018 and later
FOLDERS = (
    "analysis", "assets", "callbacks", "components", "data", "deploy", "docs", "reports", "serving",
    "tools", "build/scripts", "build/vendor",
)  # fmt: skip
FILES = ("app.py", "gunicorn.conf.py", "requirements.txt", "README.md", "CHANGELOG.md")
LEFT_OUT = re.compile(r"__pycache__|\.pyc$|/bench/|/load/|\.png$")
COMMANDS = ("install.sh", "roll-back.sh", "run.sh")  # of deploy/, beside the program


class BundleError(Exception):
    """The bundle cannot be made; the message says why, in the reader's language."""


def program() -> Iterator[Path]:
    """The files of the program, by their paths from the root."""
    for name in FILES:
        yield Path(name)
    for folder in FOLDERS:
        for path in sorted((npm.ROOT / folder).rglob("*")):
            found = path.relative_to(npm.ROOT)
            if path.is_file() and not LEFT_OUT.search(found.as_posix()):
                yield found


def version() -> str:
    """The project's version and a digest of its program."""
    digest = hashlib.sha256()
    for path in program():
        digest.update(f"{path.as_posix()}\0".encode())
        digest.update(hashlib.sha256((npm.ROOT / path).read_bytes()).digest())
    project = tomllib.loads((npm.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return f"{project['version']}-{digest.hexdigest()[:8]}"


def lock_for(python: str, machine: str, lock: str) -> str:
    """The lines of a lock that hold for a Python on Linux, without the conditions."""
    known = {
        "python_version": python, "python_full_version": f"{python}.0", "sys_platform": "linux",
        "platform_system": "Linux", "os_name": "posix", "platform_machine": machine,
        "implementation_name": "cpython", "platform_python_implementation": "CPython",
    }  # fmt: skip
    kept = []
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        said, *hashes = entry.split(" \\\n")
        wanted = Requirement(said)
        if wanted.marker is None or wanted.marker.evaluate(known):
            kept.append(" \\\n".join([f"{wanted.name}{wanted.specifier}", *hashes]))
    return "\n".join(kept) + "\n"


def fetch(python: str, machine: str, wheels: Path) -> None:
    """Download the wheels of a Python and a machine, checked by the hashes of the lock."""
    lock = BUNDLES / f"lock-{python}-{machine}.txt"
    lock.write_text(lock_for(python, machine, (npm.ROOT / "requirements.txt").read_text("utf-8")))
    platforms = [f"--platform=manylinux{glibc}_{machine}" for glibc in GLIBC]
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check",
        "--no-deps",
        "--only-binary=:all:", "--require-hashes", f"--python-version={python}",
        "--implementation=cp", *platforms, f"--platform=linux_{machine}", "--dest", str(wheels),
        "--requirement", str(lock),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(f"Python {python} / {machine} 的软件包未能下载：{done.stderr[-800:]}")


def gather(name: str, machines: Sequence[str]) -> Path:
    """The folder of what is in the bundle."""
    folder = BUNDLES / name
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    for path in program():
        target = folder / "program" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(npm.ROOT / path, target)
    for command in COMMANDS:
        shutil.copy(npm.ROOT / "deploy" / command, folder / command)
    (folder / "VERSION").write_text(f"{name.removeprefix(f'{NAME}-')}\n")
    for machine in machines:
        for python in PYTHONS:
            print(f"正在下载 Python {python} / {machine} 的软件包…", flush=True)
            fetch(python, machine, wheels)
    sums = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    (folder / "SHA256SUMS").write_text("".join(sums))
    return folder


def pack(folder: Path) -> Path:
    """The folder as one archive, the same whenever it is made of the same."""
    archive = folder.with_name(f"{folder.name}.tar.gz")

    def plain(found: tarfile.TarInfo) -> tarfile.TarInfo:
        found.uid = found.gid = found.mtime = 0
        found.uname = found.gname = "root"
        found.mode = 0o755 if found.isdir() or found.name.endswith(".sh") else 0o644
        return found

    with (
        archive.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in sorted(folder.rglob("*")):
            tar.add(path, f"{folder.name}/{path.relative_to(folder)}", False, filter=plain)
    return archive


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the bundle, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    parser.add_argument("--machine", action="append", choices=MACHINES, help="default x86_64")
    machines = parser.parse_args(arguments).machine or MACHINES[:1]
    if own_scripts.main() or plotly_bundle.main(["--strict"]):
        return 1
    BUNDLES.mkdir(parents=True, exist_ok=True)
    try:
        folder = gather(f"{NAME}-{version()}", machines)
    except (BundleError, OSError) as error:
        print(f"未能制作离线安装包：{error}")
        return 1
    archive = pack(folder)
    print(f"{archive.relative_to(npm.ROOT)}：{archive.stat().st_size / 1_000_000:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
