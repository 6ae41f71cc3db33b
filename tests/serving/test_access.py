"""What those need who come by keyboard or hear the page, in every document as it is sent."""

import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from components.elements import VOID

PAGES = (
    "/", "/?theme=green&region=hebei", "/indicators", "/indicators?chart=table&against=population",
    "/plan", "/plan?theme=green", "/platforms?place=F3&flows=1", "/platforms?search=zzz",
    "/areas?area=131125", "/regions/hebei", "/nowhere", "/present/edit",
)  # fmt: skip
LANDMARKS = {"header": "banner", "nav": "navigation", "aside": "complementary", "main": "main"}


class Document(HTMLParser):
    """The elements before the first script, and the text of each as it is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, Any], list[str]]] = []
        self.elements: list[tuple[str, dict[str, Any], str]] = []
        self.starts: list[tuple[str, dict[str, Any]]] = []
        self.feed(text.partition("<body")[2].partition(">")[2].partition("<script")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.starts.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _, _ in self.open):
            while True:
                name, attrs, texts = self.open.pop()
                self.elements.append((name, attrs, "".join(texts)))
                if name == tag:
                    return

    def handle_data(self, data: str) -> None:
        for _, _, texts in self.open:
            texts.append(data)

    def all(self, tag: str) -> list[dict[str, Any]]:
        return [attrs for name, attrs in self.starts if name == tag]


@pytest.fixture(scope="module")
def read(app: Dash) -> Callable[[str], Document]:
    """The document of an address, asked for once."""
    client = app.server.test_client()
    return cache(lambda address: Document(client.get(address).get_data(as_text=True)))


@pytest.fixture(params=PAGES)
def document(request: pytest.FixtureRequest, read: Callable[[str], Document]) -> Document:
    return read(request.param)


def test_the_first_link_leads_past_what_every_page_begins_with(document: Document) -> None:
    first = document.all("a")[0]
    assert first["class"] == "skip-link"
    (main,) = document.all("main")
    assert first["href"] == f"#{main['id']}"
    assert main["tabindex"] == "-1"


def test_headings_begin_with_one_and_leave_none_out(document: Document) -> None:
    levels = [int(tag[1]) for tag, _ in document.starts if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    steps = list(pairwise(levels))
    assert [(a, b) for a, b in steps if b > a + 1] == []


def test_every_table_has_a_caption_and_heads(document: Document) -> None:
    tables = [i for i, (tag, _) in enumerate(document.starts) if tag == "table"]
    for at in tables:
        assert document.starts[at + 1][0] == "caption", document.starts[at]
    heads = [attrs for tag, attrs, text in document.elements if tag == "th" and text.strip()]
    assert [one for one in heads if one.get("scope") not in ("col", "row", "rowgroup")] == []


def test_landmarks_of_one_kind_have_different_names(document: Document) -> None:
    found = [
        (attrs.get("role") or LANDMARKS[tag], attrs.get("aria-label"))
        for tag, attrs in document.starts
        if tag in LANDMARKS or attrs.get("role") in ("search", "region")
    ]
    assert len(found) == len(set(found))
    assert [kind for kind, name in found if kind in ("navigation", "search") and not name] == []


@pytest.mark.thorough
def test_what_is_shown_is_told_in_one_place(read: Callable[[str], Document]) -> None:
    """A script writes it; the places it is taken from say nothing by themselves."""
    for address in PAGES[:-1]:
        document = read(address)
        (place,) = [a for _, a in document.starts if a.get("id") == "announced"]
        assert place["role"] == "status"
        told = [text for _, attrs, text in document.elements if "data-told" in attrs]
        assert all(told), address
        assert len(told) >= 1 or address == "/nowhere"
        assert [a for _, a in document.starts if "data-told" in a and "aria-live" in a] == []


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "总体经济 · 三地 · 2010—2024 年 · 总览"),
        ("/?theme=green&region=hebei&from=2015", "绿色低碳 · 河北 · 2015—2024 年 · 总览"),
        ("/indicators?region=beijing,hebei", "地区生产总值 · 北京、河北 · 2010—2024 年 · 指标"),
        ("/plan", "三地 · 2010—2024 年 · 方案任务"),
        ("/plan?theme=green&to=2020", "加速绿色低碳转型 · 三地 · 2010—2020 年 · 方案任务"),
        ("/platforms?region=tianjin", "天津 · 2010—2024 年 · 平台地图"),
        ("/platforms?place=F3", "天津滨海新区 · 三地 · 2010—2024 年 · 平台地图"),
        ("/areas?area=131125", "安平县 · 制造业 · 产业布局"),
        ("/regions/hebei?from=2015", "河北 · 2015—2024 年 · 地区"),
        ("/nowhere", "页面不存在"),
    ],
)
def test_the_title_says_page_and_filter(client: FlaskClient, address: str, title: str) -> None:
    page = client.get(address).get_data(as_text=True)
    assert f"<title>{title} · 京津冀产业协同发展监测</title>" in page
