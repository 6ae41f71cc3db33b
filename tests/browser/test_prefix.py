"""Behind nginx under /jjj/: every page is clicked through, and nothing is asked for elsewhere."""

import re
from collections.abc import Iterator

import pytest
from conftest import Guard, close_all, is_well, new_page, serving
from playwright.sync_api import Browser, Page, expect
from stage_page import PATIENCE, at_scene
from views import open_page

from tools.nginx import nginx
from tools.ports import unused_port

pytestmark = pytest.mark.browser

# `end` "/": nginx takes the prefix off, as most proxies do; "": it passes it on.
SERVER = """
server {{
  listen 127.0.0.1:{port};
  proxy_set_header Host $http_host;
  location /jjj/ {{ proxy_pass {app}{end}; }}
  location / {{ return 418 "outside of the prefix"; }}
}}
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    kept = tmp_path_factory.mktemp("briefings")
    with serving(BASE_PATH="/jjj/", BRIEFINGS_DIR=str(kept)) as address:
        yield address


@pytest.fixture(scope="module", params=["/", ""], ids=["taken off", "left on"])
def site(
    request: pytest.FixtureRequest, app: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of nginx before the app, with the prefix."""
    port = unused_port()
    own = SERVER.format(port=port, app=app, end=request.param)
    with nginx(own, port, tmp_path_factory.mktemp("nginx")):
        address = f"http://127.0.0.1:{port}/jjj"
        assert is_well(address)
        yield address


@pytest.fixture
def below(chromium: Browser, site: str) -> Iterator[Page]:
    """A page of the site; every request of it must be under the prefix and succeed."""
    guard = Guard(site)
    opened = new_page(chromium, guard, (1440, 900))
    yield opened
    close_all(opened)
    assert guard.outside == guard.errors == []


def go(page: Page, name: str, path: str) -> None:
    """Follow the navigation to a page, and wait until it is there."""
    page.get_by_role("navigation", name="页面").get_by_role("link", name=name, exact=True).click()
    expect(page).to_have_url(re.compile(f"/jjj{path}"))


def test_every_page_is_reached_and_filtered(below: Page, site: str) -> None:
    open_page(below, f"{site}/")
    expect(below.locator("#map .choroplethlayer path").first).to_be_attached()
    for name, path, figure in (
        ("指标", "/indicators", "#study.js-plotly-plot"),
        ("方案任务", "/plan", ".plan-title"),
        ("平台地图", "/platforms", "#atlas .choroplethlayer path"),
        ("地区", "/regions/", ".profile-name"),
        ("总览", "/", "#trend.js-plotly-plot"),
    ):
        go(below, name, path)
        expect(below.locator(figure).first).to_be_attached()
    below.get_by_role("button", name="天津", exact=True).click()
    expect(below).to_have_url(re.compile(r"/jjj/\?region=beijing,hebei$"))
    below.reload()
    expect(below.locator("#lead")).to_contain_text("北京")
    below.go_back()
    expect(below).to_have_url(re.compile(r"/jjj/$"))


def test_every_page_is_opened_by_its_address(below: Page, site: str) -> None:
    for path, text in (
        ("/indicators?indicator=gdp", "地区生产总值"), ("/plan?theme=green", "绿色"),
        ("/platforms?place=Z1&flows=1", "产业合作平台"), ("/regions/tianjin", "天津"),
    ):  # fmt: skip
        open_page(below, site + path)
        expect(below.locator("main").first).to_contain_text(text)


def test_files_and_api_are_taken_away(below: Page, site: str) -> None:
    open_page(below, f"{site}/indicators?indicator=gdp")
    links = below.evaluate("[...document.querySelectorAll('#take-away a')].map((a) => a.href)")
    assert len(links) == 9
    for link in links:
        assert link.startswith(f"{site}/")
        assert below.request.get(link).ok, link


def test_a_view_becomes_a_scene_that_is_presented_and_edited(below: Page, site: str) -> None:
    open_page(below, f"{site}/?theme=green")
    below.get_by_role("button", name="加入汇报").click()
    dialog = below.get_by_role("dialog")
    dialog.get_by_role("button", name="加入", exact=True).click()
    expect(below.locator("#toast")).to_contain_text("已加入")
    below.goto(f"{site}/present?briefing=我的汇报")
    expect(below.locator("#count")).not_to_be_empty(timeout=PATIENCE)
    below.goto(f"{site}/present")
    expect(below.locator("#count")).not_to_be_empty(timeout=PATIENCE)
    below.keyboard.press("ArrowRight")
    at_scene(below, 2)
    below.keyboard.press("e")
    expect(below).to_have_url(re.compile("/jjj/present/edit"))
    expect(below.locator("#scenes li").first).to_be_visible()
    below.get_by_role("link", name="总览").click()
    expect(below.locator("#lead")).not_to_be_empty()


def test_a_path_that_is_no_page_leads_to_the_overview(chromium: Browser, site: str) -> None:
    page = chromium.new_context().new_page()
    assert page.goto(f"{site}/nowhere").status == 404
    page.get_by_role("link", name="返回总览").click()
    expect(page).to_have_url(f"{site}/")
    page.context.close()
