"""The ledger as HTML: the figure with its qualifier, and what each check says."""

import re

import pytest

from analysis.claims.ledger import counts, ledger
from analysis.state.view import View
from analysis.view_links import Links
from components.elements import written
from components.plan.ledger import ledger_section


@pytest.fixture(scope="module")
def rows(catalog, options):
    links = Links(View(tuple(options.regions), "overall", "", 2010, 2024), options)
    found = ledger(catalog)
    text = written(ledger_section(found, counts(found), catalog, links))
    parts = re.split(r'(?=<li id="claim-)', text)
    return {re.match(r'<li id="claim-(\w+)"', part)[1]: part for part in parts[1:]}


def plain(html):
    return re.sub(r"<[^>]+>", "", html)


def test_all_33_are_there_each_with_a_verdict(rows):
    assert len(rows) == 33
    assert all('class="verdict verdict-' in row for row in rows.values())


def test_a_qualifier_stays_with_its_number(rows):
    assert "近3,000" in plain(rows["S11"])
    assert "1,100多家" in plain(rows["S07"])
    assert "超过9 万" in plain(rows["S16"])


@pytest.mark.parametrize(
    ("claim", "formula", "verdict"),
    [
        ("S01", "25,334.1 ÷ 25,114.4 − 1 = +0.9%", "有差异，已说明"),
        ("S02", "(1 + 4.5%)^9 = 1.486", "互相推算"),
        ("S04", "25,114.4 ÷ 401,644.0 = 6.25%", "相符"),
        ("S04", "25,334.1 ÷ 380,648.9 = 6.66%", "口径不同"),
        ("S06", "25,160 ÷ (1 + 15.8%) ≈ 21,727", "推算"),
    ],
)
def test_a_formula_stands_beside_its_verdict(rows, claim, formula, verdict):
    checks = rows[claim].split('<div class="check">')[1:]
    assert any(formula in plain(check) and verdict in plain(check) for check in checks)


def test_a_check_opens_the_rows_it_used(rows):
    assert re.search(r'href="/indicators\?[^"]*chart=table"', rows["S01"])


def test_a_value_of_the_nation_stands_with_its_source_and_no_link_to_a_table_without_it(rows):
    first = rows["S04"].split('<div class="check">')[1]
    assert "来源：" in first
    assert "全国 2022 年 401,644.0 亿元" in plain(first)
    assert "<a " not in first


def test_a_link_of_a_check_holds_its_values_in_any_view(catalog, options):
    links = Links(View(("hebei",), "overall", "", 2023, 2024), options)
    address = links.operands("va_industry")
    assert "region=" not in address
    assert "from=" not in address


def test_what_cannot_be_checked_says_why(rows):
    assert "无法核对" in rows["S23"]
    assert "本站未收录各地城区 5G 覆盖的数据" in rows["S23"]


def test_a_filter_says_how_many_there_are_in_all(catalog, options):
    links = Links(View(tuple(options.regions), "digital", "", 2010, 2024), options)
    some = ledger(catalog)[:5]
    assert "全部共 33 个" in written(ledger_section(some, counts(some), catalog, links))


def test_no_row_no_section(catalog, options):
    links = Links(View(tuple(options.regions), "overall", "", 2010, 2024), options)
    assert ledger_section([], counts([]), catalog, links) is None
