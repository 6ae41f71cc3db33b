"""The log: sentences or JSON, with the number of the request, and nothing that a person typed."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from serving import logs
from serving.asking import asking, number, number_of, with_number

ROOT = Path(__file__).parents[2]


def written(formatter, message="读取失败", said=None, error=None):
    record = logging.LogRecord("serving.x", logging.ERROR, "", 1, message, (), error)
    if said:
        record.said = said
    return formatter.format(record)


def failure():
    try:
        raise ValueError("坏")
    except ValueError:
        return sys.exc_info()


def test_a_number_is_taken_over_when_it_is_sane_else_made():
    assert number_of("from-proxy.1234") == "from-proxy.1234"
    for strange in ("", "short", "a b c d e f", "x" * 65, "行行行行行行行行", "a\nbbbbbbbb"):
        made = number_of(strange)
        assert len(made) == 12 and int(made, 16) >= 0
    assert number_of("") != number_of("")


def test_outside_of_a_request_there_is_no_number():
    assert number() == "" and with_number("失败") == "失败"
    with asking("from-proxy-1") as found:
        assert number() == found.number == "from-proxy-1"
        assert with_number("失败") == "失败（编号 from-proxy-1）"
    assert number() == ""


def test_sentences_end_with_the_number_before_the_trace():
    with asking("from-proxy-1"):
        text = written(logs.Sentences("%(message)s"), error=failure())
    assert text.startswith("读取失败（编号 from-proxy-1）\nTraceback")
    assert written(logs.Sentences("%(message)s")) == "读取失败"


def test_a_json_line_says_all_in_one_line():
    with asking("from-proxy-1"):
        text = written(logs.Lines(), said={"ms": 1.5}, error=failure())
    assert "\n" not in text
    line = json.loads(text)
    assert (line["level"], line["logger"], line["message"]) == ("error", "serving.x", "读取失败")
    assert (line["request"], line["ms"]) == ("from-proxy-1", 1.5)
    assert line["trace"].endswith("ValueError: 坏\n")
    assert line["time"].endswith("+00:00")
    assert "request" not in json.loads(written(logs.Lines()))


def test_a_query_is_said_by_its_keys_and_values_of_our_own_lists():
    query = "region=hebei,tianjin&from=2015&own=s1:%E5%BC%A0&search=%E6%9D%8E&x=1&theme=%3Cb%3E"
    assert logs.query_said(query) == {
        "region": "hebei,tianjin", "from": "2015", "own": "", "search": "", "x": "", "theme": "",
    }  # fmt: skip
    assert logs.query_said("") == {}
    assert logs.query_said("a b=1&%00=2") == {"?": ""}
    assert len(logs.query_said("&".join(f"k{i}=1" for i in range(999)))) == logs.MOST_KEYS


def test_a_path_is_said_without_names_that_people_gave():
    assert logs.path_said("/present/张三的汇报.html") == "/present/*"
    assert logs.path_said("/api/v1/briefings/mine/scenes") == "/api/v1/briefings/*/scenes"
    assert logs.path_said("/regions/hebei") == "/regions/hebei"
    assert logs.path_said("/a\nb" + "x" * 900) == "/a?b" + "x" * 196


def test_the_setting_has_two_values():
    assert logs.form({}) == "text" and logs.form({"LOG": " json "}) == "json"
    with pytest.raises(logs.WrongLog, match="LOG=xml"):
        logs.form({"LOG": "xml"})


@pytest.mark.thorough
def test_the_settings_are_what_logging_takes():
    """As gunicorn takes them: every record once, to stderr. In a process of its own."""
    program = (
        "import logging, logging.config, sys; from serving import logs;"
        "logging.config.dictConfig(logs.settings(sys.argv[1]));"
        "logging.getLogger('gunicorn.error').info('起'); logging.getLogger('data').warning('慢')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "json"], cwd=ROOT, capture_output=True, check=True
    )
    assert [json.loads(line)["message"] for line in done.stderr.splitlines()] == ["起", "慢"]
    assert done.stdout == b""
