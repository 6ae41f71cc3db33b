"""Which views the measurement of facts asks for."""

from urllib.parse import parse_qs, urlsplit

from data.model.periods import period
from tools.bench.facts import EACH, views
from tools.synthetic_facts import FIRST

COUNTIES = ("110101", "130109")


def test_every_page_is_asked_for_views_of_what_there_is():
    found = views(30, 3, COUNTIES)
    assert {len(addresses) for addresses in found.values()} == {EACH}
    for address in found["areas"]:
        query = parse_qs(urlsplit(address).query)
        assert query["fact"][0] in {"synthetic_001", "synthetic_002", "synthetic_003"}
        assert FIRST <= period(query["period"][0]) < FIRST + 30
        assert query["area"][0] in COUNTIES
    for address in found["indicators"]:
        query = parse_qs(urlsplit(address).query)
        first, last = period(query["from"][0]), period(query["to"][0])
        assert FIRST <= first < last < FIRST + 30


def test_the_views_are_the_same_each_time():
    assert views(30, 3, COUNTIES) == views(30, 3, COUNTIES)
