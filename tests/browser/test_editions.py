"""An edition by its digest, and what an open page does when another one goes live."""

import json
import re
import shutil
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import EDITION, Guard, close_all, new_context, new_page, serving
from playwright.sync_api import Browser, Page, expect
from views import open_page, settled

from data.editions.deeds import Person
from data.editions.publishing import Publishing
from tools.load.proxy import proxied

pytestmark = pytest.mark.browser

GDP = "gdp,110000,2024,"
WHO = Person("zhang", "test")
YESTERDAY = datetime.now(UTC) - timedelta(days=1)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Publishing:
    """A store with the edition, live, and the same with another value before it."""
    folder = tmp_path_factory.mktemp("editions")
    other = folder / "other"
    shutil.copytree(EDITION, other)
    table = other / "tables" / "observations.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = (
        line.replace(line.split(",")[3], "51234.5", 1) if line.startswith(GDP) else line
        for line in lines
    )
    table.write_text("".join(changed), encoding="utf-8")
    found = Publishing(folder / "store", lambda _: [])
    found.take_in(WHO, other, YESTERDAY, "先")
    found.take_in(WHO, EDITION, YESTERDAY + timedelta(hours=1), "后")
    return found


@pytest.fixture(scope="module")
def digests(rules: Publishing) -> tuple[str, str]:
    """The edition with the other value, and the one that is live."""
    first, last = rules.schedule.entries()
    return first.edition, last.edition


@pytest.fixture(scope="module")
def site(rules: Publishing, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    kept = tmp_path_factory.mktemp("briefings")
    with serving(STORE_DIR=str(rules.folder), BRIEFINGS_DIR=str(kept)) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, site: str) -> Iterator[Page]:
    guard = Guard(site)
    opened = new_page(chromium, guard, (1366, 768))
    yield opened
    close_all(opened)
    assert guard.outside == guard.errors == []


def bars(page: Page) -> str:
    return page.locator("#bars").inner_text().replace("\u2009", "")


def test_a_pinned_edition_stays_itself_until_it_is_left(
    page: Page, site: str, digests: tuple[str, str]
) -> None:
    open_page(page, f"{site}/?data={digests[0]}")
    settled(page)
    band = page.get_by_role("banner").get_by_role("note")
    expect(band).to_contain_text(f"版本号 {digests[0]}")
    expect(page).to_have_url(f"{site}/editions/{digests[0]}/")
    assert "51,234.5" in bars(page)
    box, header = (one.bounding_box() for one in (band, page.get_by_role("banner")))
    assert box and header and box["width"] >= header["width"] - 1
    page.get_by_role("button", name="天津", exact=True).click()
    expect(page).to_have_url(f"{site}/editions/{digests[0]}/?region=beijing,hebei")
    assert "51,234.5" in bars(page)
    page.get_by_role("navigation", name="页面").get_by_role("link", name="指标", exact=True).click()
    expect(page).to_have_url(re.compile(f"/editions/{digests[0]}/indicators"))
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="查看现行数据").click()
    expect(page).to_have_url(re.compile(f"^{site}/indicators\\?region=beijing,hebei"))
    expect(page.locator(".edition-band")).to_have_count(0)


def test_meeting_mode_of_a_pinned_edition(page: Page, site: str, digests: tuple[str, str]) -> None:
    page.goto(f"{site}/present?data={digests[0]}")
    expect(page.locator("#stage, .stage, body")).not_to_have_count(0)
    expect(page).to_have_url(re.compile(f"/editions/{digests[0]}/present"))
    deck = page.evaluate(
        "fetch(document.documentElement.dataset.base + 'present/scenes.json')"
        ".then((found) => found.json()).then((found) => found.digest)"
    )
    assert deck == digests[0]


def test_an_open_page_takes_nothing_from_an_edition_that_goes_live_meanwhile(
    page: Page, site: str, rules: Publishing, digests: tuple[str, str]
) -> None:
    open_page(page, f"{site}/")
    settled(page)
    assert "51,234.5" not in bars(page)
    rules.roll_back(WHO, digests[0], "试")
    try:
        wait_for_edition(site, digests[0])
        page.get_by_role("button", name="天津", exact=True).click()
        expect(page).to_have_url(f"{site}/?region=beijing,hebei")
        page.wait_for_selector("body[data-ready]", state="attached")
        settled(page)
        assert "51,234.5" in bars(page)
        first = page.locator("#first-answer").text_content() or "{}"
        assert json.loads(first)["edition"] == digests[0]
    finally:
        rules.roll_back(WHO, digests[1], "试毕")
        wait_for_edition(site, digests[1])


@pytest.fixture(scope="module")
def holding(site: str) -> Iterator[str]:
    """The site behind deploy/nginx.conf, which holds answers for some seconds."""
    with proxied(int(site.rpartition(":")[2])) as door:
        yield f"http://127.0.0.1:{door}"


@contextmanager
def reader(chromium: Browser, address: str) -> Iterator[Page]:
    """Somebody who has opened the overview, in a browser of their own."""
    guard = Guard(address)
    opened = new_page(chromium, guard, (1366, 768), new_context(chromium, address))
    open_page(opened, f"{address}/")
    settled(opened)
    yield opened
    close_all(opened)
    assert guard.outside == guard.errors == []


def answers(site: str) -> float:
    """To how many questions the server itself has answered."""
    with urllib.request.urlopen(f"{site}/metrics") as found:
        lines = found.read().decode().splitlines()
    counted = (line for line in lines if line.startswith('monitor_requests_total{kind="answer"'))
    return sum(float(line.rpartition(" ")[2]) for line in counted)


def without_tianjin(page: Page) -> None:
    page.get_by_role("button", name="天津", exact=True).click()
    expect(page).to_have_url(re.compile(r"/\?region=beijing,hebei$"))
    page.wait_for_selector("body[data-ready]", state="attached")
    settled(page)


def test_who_holds_answers_shows_nobody_two_editions(
    chromium: Browser, site: str, holding: str, rules: Publishing, digests: tuple[str, str]
) -> None:
    with (
        reader(chromium, holding) as first,
        reader(chromium, holding) as second,
        reader(chromium, holding) as third,
    ):
        before = answers(site)
        for one in (first, second):
            without_tianjin(one)
        assert answers(site) == before + 1
        rules.roll_back(WHO, digests[0], "试")
        try:
            wait_for_edition(site, digests[0])
            without_tianjin(third)  # who opened the page before: all before, or all after
            shown = json.loads(third.locator("#first-answer").text_content() or "{}")["edition"]
            assert ("51,234.5" in bars(third)) == (shown == digests[0])
            time.sleep(1.1)  # a page is held for a second
            with reader(chromium, holding) as new:
                without_tianjin(new)
                assert "51,234.5" in bars(new)
        finally:
            rules.roll_back(WHO, digests[1], "试毕")
            wait_for_edition(site, digests[1])


def wait_for_edition(site: str, digest: str) -> None:
    """Until the server answers from an edition."""
    for _ in range(300):
        with urllib.request.urlopen(f"{site}/health") as answer:
            if json.load(answer)["data_digest"] == digest:
                return
        time.sleep(0.1)
    pytest.fail(f"{digest} does not go live")


def test_who_looks_for_an_edition_that_is_not_there_is_told(page: Page, site: str) -> None:
    answer = page.request.get(f"{site}/?data={'f' * 16}", headers={"Accept": "text/html"})
    assert answer.status == 410 and "没有这一版数据" in answer.text()


def test_the_folder_of_the_store_is_whole(rules: Publishing) -> None:
    assert rules.ledger.check() == ()
    assert Path(rules.folder / "current.json").is_file()
