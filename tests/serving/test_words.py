"""No page, file or answer of the API has words of the workshop (tests/forbidden.py)."""

import csv
import io

import pytest

from tests.forbidden import forbidden, identifiers, read, strings

PAGES = [
    *(f"/?theme={theme}" for theme in ("overall", "layout", "chains", "innovation", "digital")),
    *(f"/?theme={theme}" for theme in ("green", "quality", "enterprises", "opening")),
    "/", "/?theme=green&indicator=so2_emissions", "/indicators",
    "/indicators?indicator=gdp_v3", "/indicators?indicator=co2_sectoral&scale=share3",
    "/areas", "/areas?area=131125&sector=ict&map=share",
    "/platforms", "/platforms?place=N03", "/platforms?flows=1", "/plan", "/regions/beijing",
    "/regions/hebei?to=2020", "/present", "/present/edit",
    "/reports", "/reports?report=region&region=hebei", "/reports?report=task",
    "/reports?report=evaluation", "/reports?report=briefing", "/reports.html",
]  # fmt: skip
FILES = [
    "/overview.csv?theme=digital", "/indicators.csv?indicator=so2_emissions",
    "/areas.csv", "/platforms.csv", "/regions/tianjin.csv", "/plan.csv",
]  # fmt: skip
ANSWERS = [
    "/overview.json?theme=opening", "/indicators.json?indicator=pm25&scale=share_nation",
    "/areas.json", "/platforms.json?flows=1", "/regions/hebei.json", "/present/scenes.json",
    "/api/v1/indicators", "/api/v1/progress", "/api/v1/official-names",
]  # fmt: skip
IDS = frozenset({"indicator_id", "place_id", "claim_id", "id", "numerator_id", "denominator_id"})


@pytest.mark.thorough
@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_them(client, address):
    with client.get(address) as answer:
        page = answer.get_data(as_text=True)
    assert forbidden(page) == []
    assert identifiers(read(page)) == []


@pytest.mark.parametrize("address", FILES)
def test_no_file_has_them(client, address):
    with client.get(address) as answer:
        taken = answer.get_data(as_text=True)
    assert forbidden(taken) == []
    rows = csv.DictReader(io.StringIO(taken.removeprefix("\ufeff")))
    cells = [cell for row in rows for cell in row.values() if cell and not cell.isascii()]
    assert cells
    assert identifiers(cells) == []


@pytest.mark.thorough
@pytest.mark.parametrize("address", ANSWERS)
def test_no_answer_of_the_api_has_them(client, address):
    with client.get(address) as answer:
        assert forbidden(answer.get_data(as_text=True)) == []
        said = [text for text in strings(answer.json, IDS) if not text.isascii()]
    assert said
    assert identifiers(said) == []


def test_the_description_of_the_api_has_them_only_as_addresses(client):
    with client.get("/api/v1/openapi.json") as answer:
        assert forbidden(answer.get_data(as_text=True)) == []


def test_the_words_are_found():
    page = '<p title="见 gdp_v3">据仓库</p><script>const a_b = 1</script><a href="/x?y=a_b">甲</a>'
    assert forbidden(page) == ["仓库"]
    assert identifiers(read(page)) == ["见 gdp_v3"]
    assert identifiers(["引用：甲. /indicators?indicator=gdp_v3&data=0a1b"]) == []
    assert identifiers(["见 gdp_v3 /indicators?indicator=gdp"]) != []
