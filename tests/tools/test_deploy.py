"""What the ways to run the product promise: the image, the unit, the bundle."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from serving import alive
from tools import bundle

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "deploy" / "jing-jin-ji.service"


@pytest.fixture(scope="module")
def stages():
    """The instructions of the Dockerfile, by stage."""
    text = (ROOT / "Dockerfile").read_text("utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    found = [line.split(None, 1) for line in text.splitlines() if line.strip()]
    starts = [i for i, (name, _) in enumerate(found) if name == "FROM"]
    return [found[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]


def said(stage, name):
    return [" ".join(rest.split()) for instruction, rest in stage if instruction == name]


def test_the_image_runs_as_nobody_and_is_watched_by_python(stages):
    last = stages[-1]
    assert said(last, "USER") == ["10001:10001"]
    (check,) = said(last, "HEALTHCHECK")
    assert 'CMD ["python", "-m", "serving.alive"]' in check
    assert said(last, "CMD") == ['["gunicorn", "app:server", "--config", "gunicorn.conf.py"]']
    assert not re.search(r"curl|wget|apt-get|npm ", " ".join(rest for _, rest in last))


def test_all_that_is_installed_is_locked_and_node_stays_behind(stages):
    installed = [run for stage in stages for run in said(stage, "RUN") if "pip install" in run]
    assert len(installed) == 2 and all("--require-hashes" in run for run in installed)
    assert not any("node" in rest for _, rest in stages[-1])
    named = re.findall(r"requirements[\w-]*\.txt", (ROOT / "Dockerfile").read_text())
    assert set(named) == {"requirements.txt", "requirements-node.txt"}


def test_what_is_copied_is_there_and_is_let_in(stages):
    let_in = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    assert all((ROOT / name).exists() for name in let_in)
    copied = [copy.split()[0] for stage in stages for copy in said(stage, "COPY")
              if not copy.startswith("--from")]  # fmt: skip
    assert {name for name in copied if name != "."} <= set(let_in)
    code = {"analysis", "callbacks", "components", "data", "reports", "serving", "app.py"}
    assert code <= set(let_in)


def settings():
    """The settings that the README names, and those of Python."""
    table = (ROOT / "README.md").read_text("utf-8").partition("## Running it")[2]
    return {*re.findall(r"`([A-Z_]{3,})`", table), "PATH", "PYTHONUNBUFFERED"}


def test_image_and_unit_set_what_there_is(stages):
    environ = re.findall(r"(\w+)=", " ".join(said(stages[-1], "ENV")))
    unit = re.findall(
        r"\b([A-Z_]+)=\S", " ".join(re.findall("^Environment=(.*)$", UNIT.read_text(), re.M))
    )
    assert len(environ) > 5 and set(environ) <= settings()
    assert len(unit) > 5 and set(unit) <= settings()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_takes_the_unit_and_finds_it_closed(tmp_path):
    own = tmp_path / UNIT.name
    own.write_text(
        UNIT.read_text().replace("/opt/jing-jin-ji/current/.venv/bin/python", sys.executable)
    )
    found = subprocess.run(
        ["systemd-analyze", "verify", str(own)], capture_output=True, text=True, check=False
    )
    assert UNIT.name not in found.stderr, found.stderr
    security = ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(own)]
    rated = subprocess.run(security, capture_output=True, text=True, check=False)
    assert rated.returncode == 0, rated.stdout[-300:]


def test_whether_the_server_answers(monkeypatch):
    assert "127.0.0.1:1/health" in alive.fault_of({"PORT": "1"})
    monkeypatch.setattr(alive, "fault_of", lambda _: "")
    assert alive.main() == 0


LOCK = """numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:aa
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:dd
dash==4.4.1 \\
    --hash=sha256:ee
"""


def test_a_lock_for_one_python_has_its_lines_only():
    assert bundle.lock_for("3.11", "x86_64", LOCK) == (
        "numpy==2.4.6 \\\n    --hash=sha256:aa\ndash==4.4.1 \\\n    --hash=sha256:ee\n"
    )
    assert bundle.lock_for("3.13", "x86_64", LOCK).count("sha256") == 3


def test_every_line_of_the_lock_is_read():
    lock = (ROOT / "requirements.txt").read_text()
    found = bundle.lock_for("3.11", "x86_64", lock)
    assert found.count("==") > 60 and ";" not in found
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", found.strip()))


@pytest.mark.thorough
def test_the_bundle_has_the_program_and_no_tests():
    found = {path.as_posix() for path in bundle.program()}
    assert {"app.py", "serving/metrics.py", "data/tables/observations.csv", "docs/desk.md"} <= found
    assert any(path.startswith("data/geo/") for path in found)
    assert not [path for path in found if "__pycache__" in path or path.startswith("tests/")]
    assert bundle.version() == bundle.version()


def bundled(folder, version, status=0):
    """A bundle whose program does no more than say its version, and starts or not."""
    program = folder / "program"
    (program / "gunicorn").mkdir(parents=True)
    starts = f"import os, sys; print({version!r}, os.environ['STORE_DIR']); sys.exit({status})"
    (program / "gunicorn" / "__main__.py").write_text(starts)
    (program / "requirements.txt").write_text("")
    (folder / "wheels").mkdir()
    for name in bundle.COMMANDS:
        shutil.copy(ROOT / "deploy" / name, folder / name)
    (folder / "VERSION").write_text(f"{version}\n")
    sums = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n"
        for path in folder.rglob("*")
        if path.is_file()
    ]
    (folder / "SHA256SUMS").write_text("".join(sums))
    return folder / "install.sh"


def ran(*command):
    return subprocess.run(
        ["sh", *map(str, command)], capture_output=True, text=True, check=False,
        env={**os.environ, "PIP_NO_INPUT": "1"},
    )  # fmt: skip


@pytest.mark.thorough
def test_versions_stand_side_by_side_and_what_people_made_stays(tmp_path):
    site = tmp_path / "site with a space"
    python = ("--python", sys.executable)
    first = bundled(tmp_path / "a", "1.0-aa")
    assert ran(first, *python, site).returncode == 0
    (site / "var" / "store" / "kept").write_text("an edition")
    assert ran(site / "run.sh").stdout.split()[0] == "1.0-aa"
    assert ran(site / "roll-back.sh").returncode == 1  # nothing before it

    second = bundled(tmp_path / "b", "1.1-bb")
    assert ran(second, *python, site).returncode == 0
    assert ran(site / "run.sh").stdout == f"1.1-bb {site}/var/store\n"
    again = ran(second, *python, site)
    assert again.returncode == 0 and (site / "previous").readlink() == Path("versions/1.0-aa")

    broken = ran(bundled(tmp_path / "c", "1.2-cc", status=3), *python, site)
    assert broken.returncode == 1 and "原版本不变" in broken.stderr
    assert not (site / "versions" / "1.2-cc").exists()
    damaged = bundled(tmp_path / "d", "1.3-dd")
    (tmp_path / "d" / "program" / "requirements.txt").write_text("# other")
    assert "不完整" in ran(damaged, *python, site).stderr
    assert ran(site / "run.sh").stdout.split()[0] == "1.1-bb"

    assert ran(site / "roll-back.sh").returncode == 0
    assert ran(site / "run.sh").stdout.split()[0] == "1.0-aa"
    assert ran(site / "roll-back.sh").returncode == 0  # and forward again
    assert ran(site / "run.sh").stdout.split()[0] == "1.1-bb"
    assert "现有" in ran(site / "roll-back.sh", "9.9").stderr
    assert (site / "var" / "store" / "kept").read_text() == "an edition"
