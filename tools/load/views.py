"""What is asked for: documents, answers about views as the browser asks, and files of a page."""

import json
import re
import urllib.request
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any

from analysis.pages import PAGES, Page
from analysis.state.view import View, query_of
from tools.bench.servers import BenchError
from tools.bench.views import Views
from tools.load.client import Question, question

CALLBACK = "/_dash-update-component"
STARTED = ("/_dash-layout", "/_dash-dependencies")  # what Dash asks for at each start of a page
EDITION = re.compile(rb'id="first-answer">.*?"edition":"([^"]+)"', re.DOTALL)
NAMED = re.compile(rb'(?:src|href)="(/(?:static|_dash-component-suites)/[^"]+)"')
DOORS = (
    "/",
    "/",
    "/",
    "/indicators",
    "/platforms",
    "/areas",
    "/evaluation",
    "/plan",
    "/regions/hebei",
)
BY_DOOR = 0.7  # part of the visits that begin at a page as it is
POPULAR = 0.9  # part of the changes that lead to views which are prepared


class Asked:
    """Questions to one server, whose callbacks it has named itself."""

    def __init__(self, port: int) -> None:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{STARTED[1]}", timeout=60) as answer:
            known: list[dict[str, Any]] = json.load(answer)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
            found = EDITION.search(answer.read())
        if found is None:
            raise BenchError("首页没有写明数据的版本")
        self._edition = found[1].decode()
        self._callbacks = {
            one["inputs"][0]["property"]: one
            for one in known
            if one["inputs"]
            and one["inputs"][0]["id"] == "address"
            and not one["clientside_function"]
        }

    def answer(self, page: str, address: str) -> Question:
        """The question about another view of a page, the same for everybody as a browser's is."""
        found = self._callbacks[page]
        number = zlib.crc32(f"{page} {address}".encode())
        names = found["output"].strip(".").split("...")
        parts = (name.split("@")[0].rpartition(".") for name in names)
        body = {
            "output": found["output"],
            "outputs": [{"id": one, "property": name} for one, _, name in parts],
            "inputs": [
                {
                    "id": "address",
                    "property": page,
                    "value": {"number": number, "address": address, "edition": self._edition},
                }
            ],
            "changedPropIds": [f"address.{page}"],
        }
        heads = {"Referer": f"http://127.0.0.1{address}"}
        return question(CALLBACK, "POST", json.dumps(body).encode(), heads)

    def changed(self, address: str) -> Question:
        """The question of a page that is there already about another view of it."""
        return self.answer(page_of(address), address)


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses of views: those that the navigation opens, those that are prepared for everybody,
    and ever new ones."""

    doors: Sequence[str]
    popular: Sequence[str]
    unseen: Sequence[str]

    def first(self, chance: Random) -> str:
        """Where a visit begins: mostly at a page as it is, else at a link that was passed on."""
        return chance.choice(self.doors if chance.random() < BY_DOOR else self.popular)

    def next(self, chance: Random) -> str:
        """An address as people come to it: mostly one that others come to."""
        return chance.choice(self.popular if chance.random() < POPULAR else self.unseen)


def places(count: int) -> Places:
    """The prepared views, and so many new ones of the overview and the indicators in turn."""
    views = Views()
    options, slugs = views.options, tuple(views.options.regions)
    subsets = [some for size in range(1, len(slugs) + 1) for some in combinations(slugs, size)]
    years = options.first_year, options.settled_year
    popular = [
        PAGES[Page.OVERVIEW].path + query_of(View(some, theme, row.indicator_id, *years), options)
        for some in subsets
        for theme in options.themes
        for row in views.catalog.headlines(theme)
    ]
    paths = (PAGES[Page.OVERVIEW].path, PAGES[Page.INDICATORS].path)
    unseen = [paths[at % 2] + query for at, query in enumerate(views.unseen(count))]
    return Places(DOORS, popular, unseen)


def page_of(address: str) -> str:
    """The name of the page of an address."""
    first = address[1:].partition("?")[0].partition("/")[0]
    return first or str(Page.OVERVIEW)


def files_of(document: bytes) -> list[Question]:
    """The scripts and styles that a document names."""
    return [question(path.decode()) for path in dict.fromkeys(NAMED.findall(document))]
