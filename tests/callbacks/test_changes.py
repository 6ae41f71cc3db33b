"""The page of changes over HTTP: two editions side by side, by regions and themes; one alone."""

import re
from dataclasses import dataclass

import pytest
from asking import show

from analysis.changes.editions import EditionLine
from data.model.catalog import Catalog
from tests.edited import edited

REVISED = ("gdp", "110000", 2023)
TAKEN = ("rd_expenditure", "130000", 2024)


@dataclass(frozen=True)
class Two:
    """The edition that is served, and one before it."""

    after: Catalog
    before: Catalog

    def listed(self):
        return tuple(EditionLine(one.digest, one.version) for one in (self.after, self.before))

    def catalog(self, digest):
        return {one.digest: one for one in (self.after, self.before)}[digest]


@pytest.fixture(scope="module")
def earlier(catalog):
    values = {REVISED: catalog.observations[REVISED].value * 1.01, TAKEN: None}
    return edited(catalog, values, digest="0123456789abcdef", version="2026-11-01")


@pytest.fixture(scope="module")
def two(new_app, catalog, earlier):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.OneEdition", lambda served: Two(served, earlier))
        return new_app().server.test_client()


def text(html):
    return re.sub(r"<[^>]+>", "", html)


def test_without_a_store_it_says_that_there_is_one_edition(client):
    shown = show(client, "/changes")
    assert shown["page"] == "changes"
    assert "只有一个数据版本" in shown["html"]["changes-head"]
    assert "<select" not in shown["html"]["changes-head"]
    assert shown["html"]["changes"] == ""


def test_the_header_leads_there_and_the_navigation_does_not(client, catalog):
    document = client.get("/").get_data(as_text=True)
    assert re.search(rf'<a [^>]*href="/changes"[^>]*>版本 {catalog.version}</a>', document)
    assert "更新说明" not in show(client, "/")["html"]["nav"]


def test_what_was_revised_and_what_came_is_told(two, catalog, earlier):
    shown = show(two, "/changes")["html"]
    said = text(shown["changes-head"])
    assert (
        f"{catalog.version} 版与 2026-11-01 版相比，新增数值 1 个，修订 1 个，涉及 2 项指标" in said
    )
    old, new = (one.observations[REVISED].value for one in (earlier, catalog))
    revised = text(shown["changes"].partition('id="new"')[0])
    assert "北京 2023 年" in revised
    assert f"{old:,.1f}{new:,.1f}" in revised
    assert "−0.99%" in revised
    assert "河北 2024 年" in text(shown["changes"].partition('id="new"')[2])


def test_editions_regions_and_theme_follow_the_address(two, catalog, earlier):
    back = show(two, f"/changes?from={catalog.digest}&to={earlier.digest}")["html"]
    assert "2026-11-01 版与" in text(back["changes-head"])
    assert 'id="withdrawn"' in back["changes"]
    hebei = show(two, "/changes?region=hebei")["html"]["changes"]
    assert 'id="revised"' not in hebei
    assert 'id="new"' in hebei
    green = show(two, "/changes?theme=green")["html"]
    assert "所选范围内没有变动" in green["changes-head"]
    assert 'href="/changes?region=' in green["region-toggles"]
    assert 'aria-current="true"' in show(two, "/changes?theme=innovation")["html"]["changes-side"]


def test_every_edition_can_be_chosen_and_the_files_name_both(two, catalog, earlier):
    shown = show(two, "/changes?theme=green")["html"]["changes-head"]
    for key in ("from", "to"):
        (select,) = re.findall(rf'<select[^>]*data-key="{key}".*?</select>', shown)
        assert re.findall(r'value="([^"]*)"', select) == ["", catalog.digest, earlier.digest]
    pinned = f"?theme=green&amp;from={earlier.digest}&amp;to={catalog.digest}"
    assert f'href="/changes.csv{pinned}"' in shown


def test_there_are_no_years_to_choose(two):
    assert show(two, "/changes")["html"]["year-range"] == ""
    assert "年份" not in show(two, "/changes")["html"]["paper"]


def test_what_is_no_edition_is_said_and_the_usual_ones_are_shown(two):
    shown = show(two, "/changes?from=2015&to=nothing")
    assert "链接中的 from=2015 无法识别" in shown["remarks"]
    assert "2026-11-01</span> 版相比" in shown["html"]["changes-head"]


@pytest.mark.thorough
def test_an_edition_that_cannot_be_used_any_more_is_not_set_beside(new_app, earlier):
    class Lost(Two):
        def catalog(self, digest):
            raise KeyError(digest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.OneEdition", lambda served: Lost(served, earlier))
        client = new_app().server.test_client()
    for address in ("/changes", f"/changes?from={earlier.digest}"):
        assert "只有一个数据版本" in show(client, address)["html"]["changes-head"]
    assert client.get("/changes.json").status_code == 200


def test_who_keeps_the_data_finds_the_desk(client):
    assert 'href="/desk/"' in show(client, "/changes")["html"]["changes-head"]
