"""Have what the browser tests need, from Chromium to nginx, what sets the office files again, and
PostgreSQL: ``python -m tools.browser_tools``.

Installs Debian's packages where it may (root and apt-get); otherwise says exactly what to
install and fails. Nothing is skipped in silence.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = ("chromium", "wrk", "nginx")  # each in the Debian package of its name
FONT = "fonts-noto-cjk"
OFFICE = ("libreoffice-writer-nogui", "libreoffice-impress-nogui", "libreoffice-calc-nogui")
POSTGRESQL = "postgresql"
CLUSTERS = Path("/usr/lib/postgresql")  # where Debian has the server, a folder a version
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"  # where nginx lies for everybody but root


def missing() -> list[str]:
    """The Debian packages that are still needed."""
    lacking = [name for name in PROGRAMS if not shutil.which(name, path=PATH)]
    lacking += [] if shutil.which("soffice", path=PATH) else OFFICE
    lacking += [] if postgres_programs() else [POSTGRESQL]
    return lacking if has_chinese_font() else [*lacking, FONT]


def postgres_programs() -> Path | None:
    """The folder of the newest PostgreSQL server's programs; None where there is none."""
    found = [path.parent for path in CLUSTERS.glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    elsewhere = shutil.which("initdb", path=PATH)
    return Path(elsewhere).resolve().parent if elsewhere else None


def has_chinese_font() -> bool:
    """Whether fontconfig knows any font for Chinese."""
    if not shutil.which("fc-list"):
        return False
    answer = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False)
    return answer.stdout.strip() != ""


def install(packages: list[str]) -> bool:
    """Install Debian packages; False where that is not possible."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"正在安装浏览器测试所需的系统软件包：{' '.join(packages)}…", flush=True)
    install_them = ["apt-get", "install", "-y", "--no-install-recommends", "fontconfig", *packages]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install_them):
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
    return done.returncode == 0


def main() -> int:
    """Exit status: 0 when everything is there."""
    lacking = missing()
    if not lacking or (install(lacking) and not missing()):
        return 0
    needed = " ".join(missing())
    print(
        f"浏览器测试缺少：{needed}。请以管理员身份运行：apt-get install {needed}", file=sys.stderr
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
