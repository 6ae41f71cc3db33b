"""Broken tables stop the start, one message per fault."""

import shutil
from pathlib import Path

import pytest

import app as composition


def test_broken_tables_stop_the_start_with_a_message_each(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(edition, folder)
    table = folder / "tables" / "observations.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    cells = lines[10].split(",")
    lines[10] = ",".join([*cells[:3], "很多", *cells[4:]])
    lines[20] = lines[20].replace(lines[20].split(",")[1], "999999", 1)
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setenv("DATA_DIR", str(folder))
    with pytest.raises(SystemExit) as stop:
        _ = composition.__getattr__("server")
    assert stop.value.code == 3
    messages = [record.getMessage() for record in caplog.records]
    assert len(messages) == 2
    assert "第 11 行" in messages[0] and "value" in messages[0] and "很多" in messages[0]
    assert "第 21 行" in messages[1] and "999999" in messages[1]
