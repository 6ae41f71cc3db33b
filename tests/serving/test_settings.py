"""The settings are read from the environment; what is not said there is default."""

from ipaddress import ip_network
from pathlib import Path

from serving.settings import Settings


def test_nothing_said_is_default():
    assert Settings.of({}) == Settings()
    assert Settings.of({"BASE_PATH": "", "MAP_REVIEW_NUMBER": " "}) == Settings()


def test_each_setting_has_its_variable():
    found = Settings.of(
        {
            "DATA_DIR": "a", "STATIC_DIR": "b", "PLOTLY_BUNDLE": "c", "SCRIPTS_DIR": "d",
            "BRIEFINGS_DIR": "e", "CACHE_DIR": "f", "BASE_PATH": "/g/",
            "MAP_REVIEW_NUMBER": "GS（2024）0650号", "ALLOWED_HOSTS": "h.example, .i.example",
            "HOST": "J.example", "MARK": " 内部资料 ", "FACTS": " postgresql://reader:word@h/f ",
            "METRICS_FROM": "10.0.0.0/8", "LOG": "json",
        }
    )  # fmt: skip
    paths = (
        found.data_folder, found.static_folder, found.plotly_bundle, found.scripts_folder,
        found.briefings_folder, found.cache_folder,
    )  # fmt: skip
    assert paths == tuple(map(Path, "abcdef"))
    assert (found.base_path, found.map_review) == ("/g/", "GS（2024）0650号")
    assert found.mark == "内部资料"
    assert found.facts == "postgresql://reader:word@h/f"
    assert "word" not in repr(found)
    assert (found.metrics_from, found.log) == ((ip_network("10.0.0.0/8"),), "json")
    assert found.hosts - Settings().hosts == {"h.example", ".i.example", "j.example"}


def test_nobody_may_be_said_to_read_the_metrics():
    assert Settings.of({"METRICS_FROM": ""}).metrics_from == ()
