"""The matrix of the chains: filled only from sources, the rest visibly empty."""

import re

import pytest

from analysis.plan.chains import chain_brief
from components.elements import written
from components.plan.chains import chains_section
from tests.registered import entity, registered


@pytest.fixture(scope="module")
def body_of(catalog):
    def build(chain_id, *slugs):
        plan = catalog.plan
        regions = tuple(r for r in catalog.provinces if not slugs or r.slug in slugs)
        briefs = [chain_brief(catalog, regions, chain) for chain in plan.chains]
        text = written(chains_section(briefs, regions, plan.stages, catalog))
        return re.search(rf'<tbody id="chain-{chain_id}">(.*?)</tbody>', text, re.S)[1], text

    return build


@pytest.mark.parametrize("chain_id", ["nev", "biomedicine", "robotics", "machine-tools"])
def test_every_cell_of_a_region_has_nodes_or_says_that_none_is_published(
    body_of, catalog, chain_id
):
    body, _ = body_of(chain_id)
    regional = [n for n in catalog.plan.nodes_of(chain_id) if n.region_code != "JJJ"]
    filled = {(n.region_code, n.stage) for n in regional}
    assert body.count("本站未收录") == 3 * len(catalog.plan.stages) - len(filled)


def test_a_cell_has_what_the_register_says_below_what_sources_name(catalog):
    found = registered(catalog, [entity(n, chain_id="hydrogen") for n in range(4)])
    plan = found.plan
    chain = next(one for one in plan.chains if one.chain_id == "hydrogen")
    brief = chain_brief(found, found.provinces, chain)
    assert brief.registered == {("product", "110000"): ("企业 4 家，营业收入 0.5 亿元",)}
    assert brief.registered_regions["110000"] == ("企业 4 家",)
    text = written(chains_section([brief], found.provinces, plan.stages, found, "按登记表"))
    assert '<span class="registered">企业 4\u00a0家，营业收入 0.5\u00a0亿元</span>' in text
    assert "按登记表" in text


def test_without_a_register_nothing_of_it_stands_in_the_matrix(body_of):
    body, text = body_of("robotics")
    assert "registered" not in body
    assert "with-register" not in text


def test_each_node_names_its_source(body_of):
    body, text = body_of("robotics")
    assert body.count('class="node"') == body.count("出处：")
    for target in re.findall(r'href="#(source-[^"]+)"', body):
        assert f'id="{target}"' in text


def test_a_source_with_a_known_address_is_a_link(body_of):
    _, text = body_of("nev")
    listed = re.findall(r'<li id="source-nev-\d+">(.*?)</li>', text, re.S)
    named = next(item for item in listed if "中国新闻网" in item)
    assert 'href="https://www.chinanews.com.cn/cj/2025/12-15/10533901.shtml"' in named
    assert "http" not in re.sub(r"<[^>]*>", "", "".join(listed))
    assert re.search(r'title="出处：[^"]*中国新闻网', text)
    assert re.search(r'title="[^"]*http', text) is None


def test_a_lead_is_named_only_where_it_is_confirmed(body_of):
    assert "河北牵头" in body_of("robotics")[0]
    assert "牵头地区待核实" in body_of("hydrogen")[0]


def test_a_later_name_is_given_where_it_differs(body_of):
    body, _ = body_of("industrial-internet")
    assert "后来的文件称“网络安全和工业互联网”" in body


def test_only_the_chosen_regions_have_rows(body_of):
    body, _ = body_of("robotics", "hebei")
    assert "ink-hebei" in body
    assert "ink-beijing" not in body


def test_no_chain_no_section(catalog):
    assert chains_section([], catalog.provinces, catalog.plan.stages, catalog) is None
