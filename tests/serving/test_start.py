"""Broken tables stop the start, one message per fault; what died before it is cleared away."""

import shutil
from pathlib import Path

import pytest
from dash import Dash

import app as composition
from data.briefings.store import Briefings
from data.files import clear_away
from data.model.needs import TECH_CONTRACT_VALUE

pytestmark = pytest.mark.thorough


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
    monkeypatch.setenv("TRUSTED_PROXIES", "127.0.0.1")
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "store"))
    with pytest.raises(SystemExit) as stop:
        _ = composition.__getattr__("server")
    assert stop.value.code == 3
    messages = [record.getMessage() for record in caplog.records]
    assert len(messages) == 2
    assert "第 11 行" in messages[0] and "value" in messages[0] and "很多" in messages[0]
    assert "第 21 行" in messages[1] and "999999" in messages[1]


def test_what_killed_writers_left_is_swept_at_the_start(half_written: Path, app: Dash) -> None:
    assert half_written.parent.is_dir() and not half_written.exists()


def test_briefings_that_can_only_be_read_do_not_stop_the_start(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr("data.briefings.store.locked", refused)
    clear_away(Briefings(tmp_path, known=None).sweep)
    assert "read-only" in caplog.text


def test_a_table_that_lacks_what_a_page_names_stops_the_start(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(edition, folder)
    for table in (
        "indicators", "observations", "scenes", "plan_links", "claim_checks", "breaks", "conflicts",
    ):  # fmt: skip
        path = folder / "tables" / f"{table}.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text(
            "".join(line for line in lines if TECH_CONTRACT_VALUE not in line), encoding="utf-8"
        )
    monkeypatch.setenv("DATA_DIR", str(folder))
    with pytest.raises(SystemExit):
        _ = composition.__getattr__("server")
    said = [record.getMessage() for record in caplog.records]
    assert any(
        "tables/indicators.csv" in one and TECH_CONTRACT_VALUE in one and "请补上" in one
        for one in said
    )


def test_a_mark_that_cannot_stand_on_a_page_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("MARK", "字" * 21)
    with pytest.raises(SystemExit) as stop:
        _ = composition.__getattr__("server")
    assert stop.value.code == 3
    (said,) = [record.getMessage() for record in caplog.records]
    assert said.startswith("设置有误：MARK=字") and "不超过 20 字" in said
