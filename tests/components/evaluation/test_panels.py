"""The panels of the evaluation as they are read: words beside colours, and links."""

import re
from dataclasses import replace

import pytest

from analysis.coordination.division import division
from analysis.coordination.gaps import gaps
from analysis.evaluation.coupling import envelope
from analysis.evaluation.measures import dispersions
from analysis.evaluation.official import official
from analysis.evaluation.others import others
from analysis.view_links import Links
from components.elements import written
from components.evaluation import division as division_panel
from components.evaluation import gaps as gaps_panel
from components.evaluation import measures as measures_panel
from components.evaluation import official as official_panel
from components.evaluation import others as others_panel
from data.model.gaps import Sector
from tests.forbidden import forbidden, identifiers, read


@pytest.fixture(scope="module")
def ways(options):
    return Links(options.default(), options)


@pytest.fixture(scope="module")
def with_sectors(catalog):
    names = {"va_industry": "工业", "va_transport": "交通", "va_finance": "金融"}
    return replace(
        catalog, sectors=tuple(Sector(i, n, name) for n, (i, name) in enumerate(names.items()))
    )


@pytest.fixture(scope="module")
def panels(catalog, with_sectors, ways):
    found = gaps(catalog, "hebei", 2014, 2024)
    return {
        "head": written(gaps_panel.head(found)),
        "gaps": written(gaps_panel.tree(found, ways)),
        "measures": written(
            measures_panel.tree(dispersions(catalog, 2014, 2024), catalog.provinces, ways)
        ),
        "division": written(division_panel.tree(division(with_sectors, 2014, 2024), ways)),
        "official": written(official_panel.tree(official(catalog))),
        "others": written(others_panel.tree(others(catalog), envelope(catalog))),
    }


def test_no_panel_speaks_of_the_project(panels):
    for name, html in panels.items():
        texts = read(html)
        assert texts and not forbidden(" ".join(texts)), name
        assert not identifiers(texts), name


def test_no_text_runs_out_of_its_words(panels):
    for name, html in panels.items():
        said = " ".join(read(html))
        assert not re.search(r"。。|；；|，，|None|nan|\{|\}", said), name


def test_each_pair_is_told_by_mark_and_word_and_number(panels, catalog):
    html = panels["gaps"]
    rows = re.findall(r"<tr>.*?</tr>", html)
    told = [row for row in rows if "gaps-verdict" in row]
    assert len(told) == 2 * len(catalog.gap_measures)
    for row in told:
        assert re.search(r"\d\.\d\d → \d\.\d\d", row)
        assert ("◁▷" in row) == ("扩大" in row) and ("▷◁" in row) == ("缩小" in row)


def test_a_measure_opens_its_indicator(panels):
    assert "indicator=gdp_per_capita" in panels["gaps"]
    assert "indicator=va_finance" in panels["division"]


def test_years_stand_at_the_name_where_both_pairs_have_the_same(panels):
    assert panels["gaps"].count("2016—2024 年") == 1


def test_quotients_are_read_and_not_only_shaded(panels):
    cells = re.findall(r'class="quotient quotient-\d"[^>]*>([^<]*)<', panels["division"])
    assert len(cells) == 9 and all(re.fullmatch(r"\d\.\d\d", cell) for cell in cells)


def test_both_sides_stand_in_one_line(panels):
    assert "差异扩大；" in panels["measures"] and "差异缩小。" in panels["measures"]
    assert "n = 3" in panels["measures"]


def test_older_bases_are_tables_of_their_own(panels):
    assert "官方指数（2010 年=100）：各期的上年数值与上一期一致" in panels["official"]
    assert panels["official"].count("<svg") == 6


def test_the_methods_name_the_two_ends_of_the_span(panels):
    assert "耦合协调度最低的取法：" in panels["others"]


def test_what_an_edition_lacks_is_said(catalog, ways):
    bare = replace(
        catalog, gap_measures=(), sectors=(), areas=replace(catalog.areas, index_editions=())
    )
    found = gaps(bare, "hebei", 2014, 2024)
    assert gaps_panel.tree(found, ways) == [] and "本版数据没有" in written(gaps_panel.head(found))
    assert measures_panel.tree(dispersions(bare, 2014, 2024), bare.provinces, ways) == []
    assert "本版数据没有" in written(division_panel.tree(division(bare, 2014, 2024), ways))
    assert "本版数据没有" in written(official_panel.tree(official(bare)))
    assert "0.9969" in written(others_panel.tree(others(bare), envelope(bare)))
