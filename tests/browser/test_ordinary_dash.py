"""Any component of Dash can stand on any page, with any callback."""

import pytest
from conftest import Guard, new_page, serving
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_a_dropdown_and_a_pattern_matching_callback_work_on_a_page(chromium: Browser) -> None:
    with serving(module="ordinary_app", PYTHONPATH="tests/browser") as address:
        guard = Guard(address)
        page = new_page(chromium, guard, (1440, 900))
        scripts: list[str] = []
        page.on("request", lambda r: scripts.append(r.url) if "/dash/dcc/" in r.url else None)
        page.goto("/")
        expect(page.locator("#lead")).to_be_visible()
        assert scripts == []
        page.locator("body[data-ready]").wait_for()
        page.get_by_role("link", name="方案任务").click()
        expect(page.locator(".said-first")).to_have_text("已选 甲")
        expect(page.locator(".said-second")).to_have_text("已选 丙")
        assert scripts
        page.get_by_role("button", name="丙").click()
        page.get_by_role("option", name="丁").click()
        expect(page.locator(".said-second")).to_have_text("已选 丁")
        expect(page.locator(".said-first")).to_have_text("已选 甲")
        page.get_by_role("link", name="绿色低碳", exact=True).first.click()
        page.wait_for_url("**/plan?theme=green")
        expect(page.locator(".said-second")).to_have_text("已选 丁")
        page.get_by_role("link", name="总览", exact=True).click()
        expect(page.locator("#lead")).to_contain_text("二氧化硫")
        page.go_back()
        expect(page.locator(".said-second")).to_have_text("已选 丙")
        page.close()
    assert guard.outside == guard.errors == []
