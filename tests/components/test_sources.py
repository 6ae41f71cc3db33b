"""Sources as links: publisher and date, where the address is known, and nothing of a carrier."""

import re
from html import escape

import pytest

from components.elements import written
from components.sources import cited, credit, followed, linked, outside, without_addresses
from data.model.sources import Source

ADDRESS = "https://www.stats.gov.cn/sj/ndsj/"


def source(title, address=None, published=None, publishers=("国家统计局",)):
    return Source("s1", title, None, publishers, published, address, None)


@pytest.mark.parametrize(
    ("published", "text"),
    [("2017", "2017 年"), ("2023-05", "2023 年 5 月"), ("2025-12-24", "2025 年 12 月 24 日")],
)
def test_a_date_is_said_as_far_as_it_is_known(published, text):
    assert source("《年鉴》", None, published).dated == f"国家统计局《年鉴》（{text}）"


def test_a_document_whose_address_is_known_is_a_link_that_leaves_the_site():
    text = written(cited(source("《年鉴》", ADDRESS, "2024")))
    assert text.startswith("<a ")
    assert f'href="{ADDRESS}"' in text
    assert 'rel="noopener noreferrer"' in text
    assert 'target="_blank"' in text
    assert 'class="outside"' in text
    assert "（新窗口打开）" in text
    assert re.sub("<[^>]*>", "", text) == "国家统计局《年鉴》（新窗口打开）（2024 年）"


def test_a_document_without_an_address_is_its_name():
    assert cited(source("《年鉴》")) == ["国家统计局《年鉴》", ""]
    assert source("《年鉴》").dated == "国家统计局《年鉴》"


def test_paper_has_only_short_addresses():
    assert 'data-printed="https://a.cn/"' in written(outside("https://a.cn/", "甲"))
    assert "data-printed" not in written(outside(f"https://a.cn/{'x' * 60}", "甲"))


def test_a_credit_names_two_documents_and_counts_the_rest_which_paper_names():
    three = [source(f"《{name}》") for name in "甲乙丙"]
    credited = written(credit(three))
    assert credited.startswith("来源：国家统计局《甲》；国家统计局《乙》<")
    assert '<span class="screen-only">等 3 处</span>' in credited
    assert credited.endswith('<span class="print-only">；国家统计局《丙》</span>')
    assert "only" not in written(credit(three[:2]))
    assert credit([]) == ["来源：无（本站未收录数值）"]


def test_what_a_check_took_stays_beside_its_linked_document(catalog):
    known = next(one for one in catalog.sources.values() if one.address)
    text = written(linked([f"{known.citation}（北京 2024 年 1 亿元）", "别的"], catalog))
    assert f'href="{known.address}"'.replace("&", "&amp;") in text
    plain = re.sub("<[^>]*>", "", text).replace("（新窗口打开）", "")
    assert "（北京 2024 年 1 亿元）" in plain
    assert plain.endswith("；别的")


def test_no_address_of_a_carrier_is_a_link(catalog):
    for one in catalog.sources.values():
        assert one.address is None or re.match(r"https?://", one.address)
        assert "github" not in (one.address or "")


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://a.cn/b", "data:text/html,x", "纸本"]
)
def test_nothing_but_an_address_of_the_web_is_a_link(text):
    assert written(followed(text)) == escape(text)
    assert "href" not in written(followed(f'{text} "><script>'))


def test_an_address_is_not_read_aloud():
    text = "新华社 2017-12-20 http://a.cn/b?c=1（文中称新机场）；产业：公开报道"
    assert without_addresses(text) == "新华社 2017-12-20（文中称新机场）；产业：公开报道"
