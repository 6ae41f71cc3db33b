"""A store of facts that goes away while the product runs: said in words, on every way out, and
only where its values are needed."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from dash import Dash, html
from flask import Flask

from analysis import links
from callbacks.site import OneEdition
from data.cube.contract import FACTS, StoreAway
from data.cube.facts import Facts
from data.cube.memory import MemoryCube
from data.model.periods import period
from data.package.facts import with_facts
from serving import api
from serving.fact_faults import say_unknown

NAME, JAN = "made_monthly", period("2024-01")
QUERY = f"?indicator={NAME}&freq=M&from=2024-01&to=2024-02"


class Switched:
    """A store that can be away."""

    def __init__(self, rows):
        self.cube, self.table, self.is_away = MemoryCube(FACTS, rows), FACTS, False

    def values(self, where, columns=()):
        self._answer()
        return self.cube.values(where, columns)

    def aggregate(self, question):
        self._answer()
        return self.cube.aggregate(question)

    def _answer(self):
        if self.is_away:
            raise StoreAway("数据库暂时无法读取，请稍后再试")


@pytest.fixture
def build(frozen):
    """Make a catalog over a store, whose values have a source."""

    def made(source=None):
        said = (None, "A", "A", source or next(iter(frozen.sources)))
        store = Switched([
            (NAME, code, JAN + month, 1.5, *said)
            for code in ("110000", "120000", "110101") for month in (0, 1)
        ])  # fmt: skip
        row = replace(
            frozen.indicators["gdp"], indicator_id=NAME, headline=None, real_growth_id=None,
            subtract=None, name_zh="合成指标（合成数据，非真实）",
        )  # fmt: skip
        whole = replace(frozen, indicators=MappingProxyType({**frozen.indicators, NAME: row}))
        tables = {"fact_indicators": [{"indicator_id": NAME}]}
        return with_facts(whole, tables, Facts.of(store)), store

    return made


@pytest.fixture
def served(build, new_app, tmp_path):
    """A client of an app over a store, and the store."""
    known, store = build()
    store.theme = known.indicators[NAME].theme
    app = new_app(known=known, cache_folder=tmp_path / "cache", static_folder=tmp_path / "static")
    return app.server.test_client(), store


@pytest.mark.thorough
def test_page_file_and_lists_say_so_while_it_is_away_and_answer_again_after(served):
    client, store = served
    store.is_away = True
    page = client.get(f"/indicators{QUERY}", headers={"Accept": "text/html"})
    assert page.status_code == 503
    assert "SELECT" not in page.text and "Traceback" not in page.text
    assert ">重试</a>" in page.text
    theme = store.theme
    for address in (
        f"{links.ROWS}{QUERY}",
        f"{links.ROWS}{QUERY}&format=csv",
        f"/indicators.csv{QUERY}",
        f"/indicators.xlsx{QUERY}",
        f"{links.VALUES}?theme={theme}",
        f"{links.VALUES}?theme={theme}&format=sdmx-csv",
    ):
        answer = client.get(address)
        assert answer.status_code == 503, address
        assert "稍后" in answer.json["error"], address
    assert client.get("/indicators?indicator=gdp").status_code == 200
    assert client.get(links.CATALOGUE).status_code == 200
    store.is_away = False
    assert client.get(f"/indicators{QUERY}").status_code == 200
    rows = client.get(f"{links.ROWS}{QUERY}").json["observations"]
    assert {row["value"] for row in rows if row["region_code"] == "110000"} == {1.5}


@pytest.fixture
def asked(build):
    """A client of the lists alone, over a store with values."""
    known, store = build()
    app = Dash("lists", server=Flask("lists"), use_async=False)
    app.layout = html.Div()
    api.register(app, known, OneEdition(known))
    return app.server.test_client(), known, store


def test_published_values_have_those_of_the_store_part_by_part(asked):
    client, known, _ = asked
    whole = client.get(f"{links.VALUES}?limit=1").json["metadata"]["page"]["total"]
    theme = known.indicators[NAME].theme
    found = client.get(f"{links.VALUES}?theme={theme}").json["values"]
    own = [row for row in found if row["indicator_id"] == NAME]
    assert [(row["region_code"], row["period"]) for row in own] == [
        ("110000", "2024-01"), ("110000", "2024-02"),
        ("120000", "2024-01"), ("120000", "2024-02"),
    ]  # fmt: skip
    assert whole == len(known.observations) + 4
    sdmx = client.get(f"{links.VALUES}?theme={theme}&format=sdmx-csv").text
    assert sdmx.count(f",{NAME},") == 4


def test_catalogue_and_resources_name_the_publishers_of_the_store(asked):
    client, known, _ = asked
    publisher = next(iter(known.sources.values())).publishers_zh[0]
    rows = client.get(links.RESOURCES).json["resources"]
    assert publisher in next(row["provider"] for row in rows if row["code"] == NAME)


def test_what_the_tables_lack_is_in_the_log_by_name(build, caplog):
    say_unknown(build()[0])
    assert caplog.text == ""
    say_unknown(build("no_such_source")[0])
    assert "“no_such_source”（made_monthly）" in caplog.text
    assert "tables/sources.csv" in caplog.text


def test_a_store_that_is_away_then_is_no_failure(build, caplog):
    known, store = build()
    store.is_away = True
    say_unknown(known)
    assert "没有核对事实库" in caplog.text
