"""A PostgreSQL of its own, of Debian's programs (tools/browser_tools.py installs them), that is
gone afterwards: tests and measurements speak to it."""

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.browser_tools import postgres_programs

OWNER = "postgres"  # PostgreSQL does not run as root
SAID = 2000  # characters of what a program said before it failed


class Postgres:
    """A cluster that sorts texts as Chinese does, not by code points, behind a socket of its own;
    it can be stopped and started. Raises RuntimeError with what was said where that fails."""

    def __init__(self, folder: Path) -> None:
        programs = postgres_programs()
        if programs is None:
            raise RuntimeError("没有 PostgreSQL（Debian 软件包 postgresql）")
        self.folder, self._programs = folder, programs
        self.address = f"postgresql:///postgres?host={folder}&user={OWNER}"
        self._run("initdb", "-D", folder / "data", "-U", OWNER, "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=zh-Hans-CN",
                  "--no-sync")  # fmt: skip

    def start(self) -> None:
        """Have it answer."""
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=30"
        self._run("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "-o",
                  options, "start")  # fmt: skip

    def stop(self) -> None:
        """End it at once."""
        self._run("pg_ctl", "-D", self.folder / "data", "-w", "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._programs / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", OWNER, "--", *command]
        output = self.folder / "output"  # no pipe: the server keeps what it was given
        with output.open("ab") as log:
            done = subprocess.run(command, stdout=log, stderr=log, cwd=self.folder, check=False)
        if done.returncode:
            raise RuntimeError(f"{program}: {output.read_text('utf-8', 'replace')[-SAID:]}")


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A cluster that answers, in a folder with a short path: that of a socket may not be long."""
    folder = Path(tempfile.mkdtemp(prefix="cube-"))
    shutil.chown(folder, OWNER if os.geteuid() == 0 else getpass.getuser())
    try:
        cluster = Postgres(folder)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
