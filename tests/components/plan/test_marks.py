"""The table of marks: every value opens its row; what cannot be said says why, once."""

import re

import pytest

from analysis.plan.marks import marks
from analysis.state.view import View
from analysis.view_links import Links
from components.elements import written
from components.plan.marks import columns, marks_table, row_id

ALL = ("beijing", "tianjin", "hebei")


@pytest.fixture(scope="module")
def table_of(catalog, options):
    def build(name, *slugs, start=2010, end=2024):
        view = View(slugs or ALL, "overall", "", start, end)
        links = Links(view, options)
        return written(marks_table("layout", [marks(catalog, view, name)], catalog, links))

    return build


def test_a_row_says_value_year_direction_and_pace_as_worked_out_by_hand(table_of):
    row = table_of("va_industry").split("<tr>")[2]
    assert "5,927.2" in row
    assert ">2024<" in row
    assert "比 2013 年增长 77.6%" in row  # 5,927.2 ÷ 3,338.2 − 1
    assert "改善较快" not in table_of("va_industry")
    assert "按现价计算，不作评价" in table_of("va_industry")
    hebei = table_of("so2_emissions").split("<tr>")[-1]
    assert "改善较快" in hebei
    assert "2021—2024 年年均下降 4.02%（以 2020 年为基期）" in hebei


def test_a_value_opens_the_rows_of_its_region_as_a_table(table_of):
    address = re.search(r'href="(/indicators[^"]*region=hebei[^"]*)"', table_of("va_industry"))
    assert address is not None
    assert "chart=table" in address[1]
    assert "indicator=va_industry" in address[1] or "theme=layout" in address[1]


def test_the_first_year_is_named_where_it_is_not_the_base(table_of):
    text = table_of("va_finance")
    assert "比 2016 年" in text
    assert "2013、2014 年本站未收录" in text


def test_an_arrow_is_never_the_only_sign(table_of):
    text = table_of("va_industry") + table_of("so2_emissions")
    signs = re.findall(r"([▲▼—]) </span>(比|为|与|高于|低于)?", text)
    assert {arrow for arrow, _ in signs} >= {"▲", "▼"}
    assert [arrow for arrow, word in signs if not word] == []


def test_a_neutral_indicator_has_no_good_or_bad(table_of):
    text = table_of("va_secondary")
    assert "tone-good" not in text
    assert "tone-bad" not in text
    assert "中性指标" in text


def test_a_reason_that_all_regions_share_stands_once_over_their_rows(table_of):
    text = table_of("va_secondary")
    assert text.count("中性指标，不作评价") == 1
    assert 'rowspan="3"' in text


def test_a_region_without_a_value_says_so_in_one_cell(table_of):
    text = table_of("units_transferred_to_hebei")
    assert text.count('colspan="5"') == 2
    assert "所选年份的数值本站未收录" in text


def test_values_of_the_three_together_are_marked_as_such(table_of):
    text = table_of("national_clusters")
    assert "仅有京津冀数" in text
    assert "三地" in text


def test_every_column_has_its_head_and_the_rows_their_anchor(table_of):
    text = table_of("va_industry", "hebei")
    assert re.findall(r'<th scope="col">([^<]+)</th>', text) == list(columns(2013))
    assert f'id="{row_id("layout", "va_industry")}"' in text
    assert text.count("<tr>") == 2


@pytest.mark.parametrize(
    ("start", "head"),
    [(2010, "2013（或 2014）年以来"), (2016, "2016 年以来"), (2022, "起始年以来")],
)
def test_the_column_since_the_base_follows_the_years(table_of, start, head):
    text = table_of("va_industry", start=start)
    assert re.findall(r'<th scope="col">([^<]+)</th>', text)[4:6] == [head, "2022 年以来"]
    assert ("2013 年" in text) == (start <= 2013)


def test_opposite_signs_of_direction_and_pace_are_put_down_to_their_years(table_of):
    text = table_of("co2_steel", "tianjin")
    assert "比 2013 年下降 21.2%" in text
    assert "年均增长 0.21%" in text
    assert "起止年份不同：方向 2013—2022 年，速度 2010—2022 年" in text
    assert "起止年份不同" not in table_of("so2_emissions")
