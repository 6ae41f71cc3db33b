"""The Trend: lines that may be drawn, cut where nothing was published and at every break."""

import pytest

from analysis.overview.trend import trend


@pytest.fixture(scope="module")
def trend_of(catalog, topic_of):
    def build(indicator_id, *slugs, start=2010, end=2024):
        topic = topic_of(indicator_id, *slugs, start=start, end=end)
        return trend(catalog, topic, start, end)

    return build


def spans(line):
    return [(piece[0].year, piece[-1].year) for piece in line.pieces]


def test_each_chosen_region_has_a_line(trend_of):
    assert [line.label for line in trend_of("gdp").lines] == ["北京", "天津", "河北"]
    assert [line.label for line in trend_of("gdp", "hebei").lines] == ["河北"]


def test_a_point_carries_its_value_and_its_phrase(trend_of):
    point = trend_of("rd_expenditure").lines[0].pieces[-1][-1]
    assert (point.year, point.value, point.text) == (2024, 3278.4, "3,278.4\u2009亿元")


def test_points_stand_in_the_unit_that_is_shown(trend_of):
    shown = trend_of("valid_invention_patents")
    assert shown.subtitle.startswith("万件")
    point = shown.lines[2].pieces[-1][-1]
    assert (point.year, point.value, point.text) == (2023, 6.4631, "6.46\u2009万件")


def test_lines_are_cut_at_every_break(trend_of):
    shown = trend_of("so2_emissions")
    assert [spans(line) for line in shown.lines] == [[(2010, 2015), (2016, 2019), (2020, 2024)]] * 3
    assert [(b.before, b.after) for b in shown.breaks] == [(2015, 2016), (2019, 2020)]


def test_lines_are_cut_at_every_gap(trend_of):
    beijing, tianjin, hebei = trend_of("pm25").lines
    assert spans(beijing) == [(2013, 2013), (2016, 2016), (2018, 2020), (2022, 2024)]
    assert spans(tianjin) == [(2013, 2013), (2020, 2020), (2022, 2023)]
    assert spans(hebei) == [(2018, 2018), (2020, 2021), (2023, 2023)]


def test_only_breaks_between_the_chosen_years_are_marked(trend_of):
    assert [b.after for b in trend_of("so2_emissions", start=2016).breaks] == [2020]
    assert [b.after for b in trend_of("so2_emissions", end=2019).breaks] == [2016]
    assert trend_of("so2_emissions", start=2020).breaks == ()
    assert trend_of("gdp").breaks == ()


def test_the_nation_stands_beside_the_regions_only_where_its_size_can(trend_of):
    labels = {line.label: line.is_reference for line in trend_of("gdp_per_capita").lines}
    assert labels == {"北京": False, "天津": False, "河北": False, "全国": True}
    assert "全国" not in {line.label for line in trend_of("gdp").lines}
    assert "全国" not in {line.label for line in trend_of("so2_emissions").lines}


def test_the_three_have_a_line_where_no_region_has_its_own(trend_of):
    for slugs in ([], ["beijing"]):
        (line,) = trend_of("base_stations_5g", *slugs).lines
        assert (line.slug, line.label, spans(line)) == (
            "jjj",
            "三地",
            [(y, y) for y in (2022, 2023, 2024)],
        )


def test_the_three_have_a_line_beside_the_regions_only_when_all_are_chosen(trend_of):
    assert [line.label for line in trend_of("little_giants").lines] == ["天津", "河北", "三地"]
    assert [line.label for line in trend_of("little_giants", "tianjin", "hebei").lines] == [
        "天津",
        "河北",
    ]


def test_what_exists_only_for_the_nation_is_drawn_for_the_nation(trend_of):
    (line,) = trend_of("product_quality_pass").lines
    assert (line.label, spans(line)) == ("全国", [(2020, 2020), (2023, 2024)])


def test_the_subtitle_gives_unit_price_basis_and_years(trend_of):
    assert trend_of("gdp").subtitle == "亿元，现价，2010—2024 年"
    assert trend_of("gdp_index_prev100").subtitle == "%，不变价，2010—2024 年"
    assert trend_of("population", start=2020, end=2020).subtitle == "万人，2020 年"


def test_the_table_holds_the_same_numbers_newest_first(trend_of):
    table = trend_of("rd_expenditure").table
    assert table.caption == "R&D经费内部支出（亿元）"
    assert table.columns == ("年份", "北京", "天津", "河北")
    assert table.rows[0] == ("2024", "3,278.4", "620.6", "967.8")
    assert table.rows[-1] == ("2010", "821.8", "229.6", "155.4")
    assert len(table.rows) == 15


def test_the_table_says_what_was_not_published(trend_of):
    rows = {row[0]: row[1:] for row in trend_of("pm25").table.rows}
    assert rows["2024"] == ("30.5", "本站未收录", "本站未收录")
    assert rows["2021"] == ("本站未收录", "本站未收录", "38.8")
    assert "2015" not in rows  # nobody published anything


def test_the_table_keeps_qualifiers(trend_of):
    assert trend_of("little_giants").table.rows[1] == (
        "2022※",
        "本站未收录",
        "本站未收录",
        "1,100多",
    )


def test_an_empty_trend_says_why(trend_of):
    shown = trend_of("product_quality_pass", end=2015)
    assert (shown.lines, shown.table.rows) == ((), ())
    assert shown.absence == "2010—2015 年的数值本站未收录；本站收录年份为 2020—2024 年。"
    assert trend_of("product_quality_pass").absence == ""


def test_years_before_the_first_and_after_the_last_are_empty_too(trend_of):
    assert trend_of("gdp_per_capita", start=2010, end=2012).absence.startswith(
        "2010—2012 年的数值本站未收录"
    )
    assert trend_of("gdp_v3", start=2018, end=2024).absence.startswith(
        "2018—2024 年的数值本站未收录"
    )
