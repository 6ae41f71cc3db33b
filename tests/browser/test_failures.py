"""A question that fails: the page stays readable under its own address, says so, and asks again."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from views import lead, open_view, query

pytestmark = pytest.mark.browser

CALLBACKS = re.compile("/_dash-update-component")
LOGIN = "<!doctype html><title>登录</title><form></form>"


def exception(route: Route) -> None:
    """What Dash sends when a callback has failed."""
    number = route.request.post_data_json["inputs"][0]["value"]["number"]
    side = {"address": {"failure": {"number": number, "status": 500}}}
    route.fulfill(json={"multi": True, "sideUpdate": side, "response": {}})


FAULTS: dict[str, tuple[Callable[[Route], None], str]] = {
    "exception": (exception, "服务器出错"),
    "500": (lambda r: r.fulfill(status=500, json={"error": "x"}), "服务器出错（500）"),
    "400": (lambda r: r.fulfill(status=400, json={"error": "x"}), "未接受该请求（400）"),
    "401": (lambda r: r.fulfill(status=401, body="no"), "登录已过期"),
    "login page": (lambda r: r.fulfill(body=LOGIN, content_type="text/html"), "返回内容不是数据"),
    "server gone": (lambda r: r.abort(), "无法连接服务器"),
}


@pytest.fixture(autouse=True)
def errors_are_meant(page, guard):
    """The browser reports the failed requests on its console."""
    yield
    guard.errors.clear()


def alert(page: Page):
    return page.get_by_role("alert")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_leaves_the_page_says_so_and_can_be_tried_again(page: Page, fault: str) -> None:
    open_view(page)
    before = lead(page)
    answer, words = FAULTS[fault]
    page.route(CALLBACKS, answer)
    page.get_by_role("link", name="创新体系").click()
    expect(alert(page)).to_contain_text(words)
    assert query(page) == ""
    assert lead(page) == before
    assert page.evaluate("document.body.dataset.waiting") is None
    expect(page.get_by_role("link", name="总体经济")).to_have_attribute("aria-current", "true")
    page.unroute_all(behavior="wait")
    alert(page).get_by_role("button", name="重试").click()
    expect(page.locator("#lead")).to_contain_text("4,866.8")
    assert query(page) == "theme=innovation"
    expect(alert(page)).to_have_count(0)


@pytest.mark.parametrize("fault", ["500", "server gone", "login page"])
def test_the_same_link_asks_again_after_a_failure(page: Page, fault: str) -> None:
    open_view(page)
    page.route(CALLBACKS, FAULTS[fault][0])
    page.get_by_role("link", name="创新体系").click()
    expect(alert(page)).to_be_visible()
    page.unroute_all(behavior="wait")
    page.get_by_role("link", name="创新体系").click()
    expect(page.locator("#lead")).to_contain_text("4,866.8")


def test_a_way_back_that_fails_leads_to_where_the_page_is(page: Page) -> None:
    open_view(page)
    for number in range(22):  # more than the browser keeps answers
        page.evaluate("(a) => window.jing_jin_ji.open(a)", f"/?from={1990 + number % 30}")
        page.wait_for_function(
            "(y) => location.search.includes(y)",
            arg=f"from={1990 + number}" if number != 20 else "",
        )  # 2010 is the default and may be left out
    before = page.url
    page.route(CALLBACKS, FAULTS["500"][0])
    page.evaluate("history.go(-21)")
    expect(alert(page)).to_contain_text("服务器出错")
    page.wait_for_url(before)
    page.unroute_all(behavior="wait")


@pytest.mark.parametrize("path", ["/plan", "/platforms"])
def test_another_page_that_fails_leaves_this_one(page: Page, path: str) -> None:
    open_view(page)
    page.route(CALLBACKS, FAULTS["server gone"][0])
    page.evaluate("(a) => window.jing_jin_ji.open(a)", path)
    expect(alert(page)).to_contain_text("无法连接服务器")
    assert "115,049.6" in lead(page)
    page.unroute_all(behavior="wait")
    alert(page).get_by_role("button", name="重试").click()
    page.wait_for_url(f"**{path}")
    expect(page.locator(f"#page [data-page={path.strip('/')}]")).to_be_visible()


def test_an_expired_session_offers_to_sign_in_again(page: Page) -> None:
    open_view(page)
    page.route(CALLBACKS, FAULTS["401"][0])
    page.get_by_role("link", name="创新体系").click()
    page.unroute_all(behavior="wait")
    with page.expect_navigation():
        alert(page).get_by_role("button", name="重新登录").click()


def test_an_answer_that_does_not_come_is_given_up_and_said_so(timed_page: Page) -> None:
    page = timed_page
    open_view(page)
    held: list[Route] = []
    page.route(CALLBACKS, lambda route: held.append(route))
    page.get_by_role("link", name="创新体系").click()
    page.clock.fast_forward(21_000)
    expect(alert(page)).to_contain_text("响应超时")
    assert query(page) == ""
    page.unroute_all(behavior="ignoreErrors")


def test_an_older_failure_does_not_stand_against_a_newer_answer(page: Page) -> None:
    open_view(page)
    held: list[Route] = []
    page.route(CALLBACKS, lambda route: held.append(route))
    for address in ("/?theme=green", "/?theme=digital"):
        with page.expect_request(CALLBACKS):
            page.evaluate("(a) => window.jing_jin_ji.open(a)", address)
    held[0].abort()
    page.wait_for_timeout(200)
    expect(alert(page)).to_have_count(0)
    held[1].continue_()
    expect(page.locator("#lead")).to_contain_text("软件业务收入")
    expect(alert(page)).to_have_count(0)


def test_what_is_asked_ahead_and_fails_says_nothing(page: Page) -> None:
    open_view(page)
    page.route(CALLBACKS, FAULTS["500"][0])
    page.get_by_role("link", name="创新体系").hover()
    page.mouse.down()
    page.mouse.move(700, 880)
    page.mouse.up()
    page.wait_for_timeout(300)
    expect(alert(page)).to_have_count(0)
    assert (
        json.loads(page.evaluate("JSON.stringify(document.body.dataset.waiting ?? null)")) is None
    )
