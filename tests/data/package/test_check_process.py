"""A data package is checked in a process of its own, which may fail alone."""

import json
import shutil
import subprocess

import pytest

from data.package import check_process
from data.package.faults import Fault


@pytest.fixture
def answered(monkeypatch):
    """Have the process answer this, or not at all."""

    def answer(stdout):
        def run(command, **_):
            if stdout is None:
                raise subprocess.TimeoutExpired(command, 1)
            return subprocess.CompletedProcess(command, 0, stdout, b"")

        monkeypatch.setattr(subprocess, "run", run)

    return answer


@pytest.mark.parametrize("row", [None, 3])
def test_faults_come_back_as_they_were_found(answered, tmp_path, row):
    fault = {"file": "a.csv", "row": row, "column": "x", "value": "约", "expected": "应为数"}
    answered(json.dumps({"faults": [fault]}).encode())
    assert check_process.faults_of(tmp_path) == [Fault("a.csv", row, "x", "约", "应为数")]


@pytest.mark.parametrize(
    "stdout", [None, b"", b"Killed", b"[]", b"{}", b'{"faults": [{"file": 1}]}']
)
def test_a_check_that_does_not_end_well_is_a_fault(answered, tmp_path, stdout):
    answered(stdout)
    (fault,) = check_process.faults_of(tmp_path)
    assert fault.file == "数据包"
    assert "没有完成" in fault.expected


def test_what_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(check_process, "LARGEST", 10)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("read"))
    (tmp_path / "a.csv").write_bytes(b"x" * 11)
    (fault,) = check_process.faults_of(tmp_path)
    assert "11 字节" in fault.expected


@pytest.mark.thorough
def test_the_process_finds_what_the_start_finds(edition, tmp_path):
    folder = tmp_path / "package"
    for part in ("tables", "geo"):
        shutil.copytree(edition / part, folder / part)
    shutil.copy(edition / "datapackage.json", folder)
    assert check_process.faults_of(folder) == []
    path = folder / "tables" / "units.csv"
    path.write_text(path.read_text(encoding="utf-8") + "x,,,\n", encoding="utf-8")
    assert {fault.file for fault in check_process.faults_of(folder)} == {"tables/units.csv"}


@pytest.mark.thorough
def test_a_process_that_needs_too_long_is_stopped(edition):
    assert "没有完成" in check_process.faults_of(edition, seconds=1)[0].expected
