"""Where there is no page, or it failed: header, navigation and search, plain words, a way on."""

import re

import pytest
from dash import Dash
from flask.testing import FlaskClient

from serving.asking import asking

READER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def texts(page: str) -> str:
    """What a page says before its first script."""
    return re.sub(r"<[^>]+>", " ", page.partition("<script")[0])


def read(client: FlaskClient, address: str, status: int) -> str:
    answer = client.get(address, headers=READER)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    return answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/nowhere", "本站没有地址为 /nowhere 的页面"),
        ("/regions/shanghai", "没有“shanghai”这一地区的页面，可查看北京、天津、河北。"),
        ("/indicators/gdp", "本站没有地址为 /indicators/gdp 的页面"),
        ("/present/nowhere", "本站没有地址为 /present/nowhere 的页面"),
    ],
)
def test_an_unknown_address_is_said_so_among_the_ways_on(
    client: FlaskClient, address: str, said: str
) -> None:
    page = read(client, f"{address}?region=hebei", 404)
    assert said in texts(page)
    assert "<title>页面不存在 · " in page
    assert '<body data-page="missing"' in page
    for way in ("总览", "指标", "方案任务", "平台地图", "地区", "汇报", "返回总览"):
        assert way in texts(page)
    assert 'href="/indicators?region=hebei"' in page  # the filter goes on too
    assert 'id="search-input"' in page
    assert 'id="first-answer"' in page


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("/regions", "/regions/beijing"),
        ("/regions/", "/regions/beijing"),
        ("/regions?theme=green&from=2015", "/regions/beijing?theme=green&from=2015"),
        ("/regions/?region=tianjin,hebei", "/regions/tianjin?region=tianjin,hebei"),
        ("/regions/hebei/?theme=green", "/regions/hebei?theme=green"),
        ("/plan/?theme=%E7%BB%BF", "/plan?theme=%E7%BB%BF"),
        ("/present/", "/present"),
    ],
)
def test_an_incomplete_address_leads_to_the_page_it_means(
    client: FlaskClient, address: str, to: str
) -> None:
    answer = client.get(address, headers=READER)
    assert (answer.status_code, answer.headers["Location"]) == (302, to)
    assert client.get(to, headers=READER).status_code == 200


def test_what_was_asked_for_is_said_back_as_text_and_not_at_length(client: FlaskClient) -> None:
    page = read(client, "/%3Cscript%3Ealert(1)%3C/script%3E", 404)
    assert "<script>alert" not in page
    assert f"/{'x' * 59}…" in texts(read(client, "/" + "x" * 500, 404))


def test_who_asks_for_a_picture_gets_no_page(client: FlaskClient) -> None:
    answer = client.get("/favicon.png", headers={"Accept": "image/avif,image/webp,image/*"})
    assert answer.status_code == 404
    assert len(answer.data) < 1000


@pytest.mark.parametrize("address", ["/api/v1/nowhere", "/static/nowhere.js", "/assets/nowhere"])
def test_what_programs_ask_for_gets_no_page(client: FlaskClient, address: str) -> None:
    with client.get(address, headers=READER) as answer:
        assert answer.status_code == 404
        assert len(answer.get_data(as_text=True)) < 1000


def test_a_method_that_no_page_takes_is_refused_in_words(client: FlaskClient) -> None:
    answer = client.post("/plan", headers=READER)
    assert answer.status_code == 405
    assert "请求有误" in texts(answer.get_data(as_text=True))
    assert client.post("/plan").mimetype == "application/json"


@pytest.fixture
def failing(app: Dash, monkeypatch: pytest.MonkeyPatch) -> Dash:
    def fail(*_: object) -> None:
        raise RuntimeError("nothing goes")

    monkeypatch.setattr(app.answers, "content", fail)
    return app


@pytest.mark.usefixtures("failing")
def test_a_page_that_fails_says_so_and_leads_on(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    page = read(client, "/plan?theme=green", 500)
    assert "页面未能打开" in texts(page)
    assert 'href="/?theme=green"' in page
    assert 'id="search-input"' in page
    assert "nothing goes" not in page
    assert "RuntimeError: nothing goes" in caplog.text
    with asking("from-proxy-1"):
        assert "请提供编号：from-proxy-1" in texts(read(client, "/plan", 500))
        assert "编号" not in texts(read(client, "/nowhere", 404))


def test_where_nothing_can_be_made_plain_words_are_left(
    failing: Dash, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing.answers, "refusal", failing.answers.content)
    page = read(client, "/plan", 500)
    assert "页面未能打开" in texts(page)
    assert '<a style="color:#0f5c9c" href="/">返回总览</a>' in page
    assert "编号" not in page
    with asking("from-proxy-1"):
        assert "请提供编号：from-proxy-1" in texts(read(client, "/plan", 500))
