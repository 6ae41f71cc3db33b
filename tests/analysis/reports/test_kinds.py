"""The kinds of reports: what each holds, in its order, and numbers of them worked out by hand."""

from dataclasses import replace

import pytest

from analysis.coordination.gaps import gaps
from analysis.document.chart import Kind
from analysis.document.document import Section
from analysis.reports.address import EVALUATION, MONITOR, REGION, TASK, ReportView, own_options
from analysis.reports.gap_text import gap_sentences
from analysis.reports.headline_table import headline_table
from analysis.reports.indicator_sections import adverse_first
from analysis.reports.kinds import document
from analysis.reports.problems import problems, worsened
from analysis.reports.sentences.paragraph import Paragraph
from analysis.reports.sentences.said import MOST, Said, stated
from analysis.watch.watched import watch_list


@pytest.fixture(scope="module")
def report(catalog, options):
    def build(kind, *topics, regions=(), start=2014, end=2024):
        view = own_options(options).default()
        view = replace(view, regions=regions or view.regions, start=start, end=end)
        return document(catalog, ReportView(view, kind, topics or tuple(options.themes)))

    return build


def sentences(found):
    return [one for part in (found, *found.sections) for one in getattr(part, "sentences", ())]


def plain(one):
    return one.text.replace("\u2009", " ")


def test_a_monitoring_report_has_each_theme_then_the_problems(report, catalog):
    found = report(MONITOR)
    tops = [section.heading for section in found.sections if section.level == 1]
    assert tops == [*(theme.name_zh for theme in catalog.themes.values()), "存在的问题"]
    assert found.title == "京津冀产业协同发展监测简报"
    assert found.lead[0].text.startswith(
        "监测结果显示：按不变价计算，2024 年北京地区生产总值比上年增长 "
    )
    assert found.lead[1].key == "lead.gdp.level"


def test_a_report_of_one_theme_is_called_by_it_and_has_more_of_it(report):
    whole, one = report(MONITOR), report(MONITOR, "innovation")
    assert one.title == "京津冀创新体系监测简报"

    def count(found):
        return sum(s.key in ("rd_expenditure", "rd_personnel_fte", "valid_invention_patents")
                   for s in found.sections)  # fmt: skip

    assert count(one) == 3 > count(whole)


def test_some_regions_are_named_in_title_and_lead(report):
    found = report(MONITOR, "innovation", regions=("beijing", "tianjin"))
    assert found.title == "北京、天津创新体系监测简报"
    assert "三地R&D" not in found.lead[0].text
    assert not [one for one in found.lead if ".gaps." in one.key]


def test_a_region_has_its_level_and_its_share_first(report):
    found = report(REGION, "innovation", regions=("hebei",))
    assert found.title == "河北省产业协同发展专报"
    # 967.8 / 313.1 = 3.091; 967.8 / 4866.8 = 19.89 %, 313.1 / 2046.6 = 15.30 %
    assert [plain(one) for one in found.lead[:2]] == [
        "监测结果显示：2024 年，河北R&D经费内部支出 967.8 亿元，"
        "比 2014 年增长 209.1%（按现价计算）。",
        "2024 年，三地R&D经费内部支出中，河北占 19.9%，比 2014 年提高 4.6 个百分点。",
    ]
    assert [one.heading for one in found.sections if one.level == 1][-3:] == [
        "在协同中的位置",
        "平台与认定",
        "存在的问题",
    ]


def test_a_task_has_its_measures_counted_and_listed_with_what_speaks_to_them(report, catalog):
    found = report(TASK, "innovation")
    measures = catalog.plan.measures_of("innovation")
    assert found.lead[0].cells[0].text == f"{len(measures)} 项"
    section = next(one for one in found.sections if one.key == "innovation.measures")
    rows = section.figures[0].table.rows
    assert [row[0] for row in rows] == [one.name_zh for one in measures]
    assert {row[2] for row in rows if row[1].startswith("暂无指标")} == {
        one.gap_zh for one in measures if one.gap_zh
    }


def test_a_region_has_every_platform_that_lies_in_it(report, catalog):
    found = report(REGION, "innovation", regions=("tianjin",))
    section = next(one for one in found.sections if one.key == "places")
    listed = {row[1] for row in section.figures[0].table.rows}
    assert listed == {p.name_zh for p in catalog.platforms if "120000" in p.region_codes}
    counted = [int(cell.text.split()[0]) for cell in section.sentences[0].cells]
    assert sum(counted) == len(listed)


def test_the_evaluation_has_both_what_came_nearer_and_what_moved_apart(report, catalog):
    found = report(EVALUATION)
    keys = [section.key for section in found.sections]
    assert keys[:2] == ["gaps", "dispersion"]
    apart = {one.key: one for section in found.sections for one in section.sentences}
    assert {"dispersion.apart", "dispersion.together"} <= apart.keys()
    own = gap_sentences(gaps(catalog, "hebei", 2014, 2024), "gaps")
    assert [one.text for one in found.sections[0].sentences] == [one.text for one in own]


def test_problems_are_the_watch_lists_the_largest_move_first(catalog, options):
    view = replace(own_options(options).default(), start=2014, end=2024)
    told = problems(catalog, view, tuple(options.themes))
    (section,) = told.sections
    rows = worsened(watch_list(catalog, view))
    first = rows[0]
    assert section.sentences[1].key == (
        f"problems.{first.indicator.indicator_id}.{first.region.slug}"
    )
    assert section.sentences[0].cells[0].text == f"{len(rows)} 项"
    listed = section.figures[0].table.rows
    assert len(listed) >= len(rows)
    assert told.sources
    assert len(section.sentences) <= 5


def test_nothing_to_watch_is_said(catalog, options):
    view = replace(own_options(options).default(), start=2014, end=2024)
    (section,) = problems(catalog, view, ()).sections
    assert [one.text for one in section.sentences] == [
        "按固定规则检查，没有回落、停滞或滞后的指标。"
    ]
    assert section.figures == ()


def test_a_table_has_the_regions_side_by_side_and_their_sum(catalog, options):
    view = replace(own_options(options).default(), end=2024)
    asked = ReportView(view, topics=("innovation",))
    (found,) = headline_table(catalog, asked, "innovation")
    rows = {row[0]: row for row in found.table.rows}
    assert rows["R&D经费内部支出"][1:] == ("亿元", "2024", "3,278.4", "620.6", "967.8", "4,866.8")
    assert rows["R&D经费投入强度"][-1] == "—"
    alone = ReportView(replace(view, regions=("hebei",)), topics=("innovation",))
    (one,) = headline_table(catalog, alone, "innovation")
    assert one.table.columns == ("指标", "单位", "年份", "河北")


def test_the_worst_paragraph_leads_and_the_others_stay_as_they_are():
    def told(name, size):
        said = Said(stated(name, [name]), 0, size)
        return name, Paragraph(name, (said,))

    found = [told("a", 0.0), told("b", 2.0), told("c", 5.0)]
    assert [name for name, _ in adverse_first(found)] == ["c", "a", "b"]
    assert [name for name, _ in adverse_first(found[:1])] == ["a"]
    assert adverse_first([]) == ()


def test_every_section_has_a_heading(report):
    for kind in (MONITOR, REGION, TASK, EVALUATION):
        found = report(kind)
        assert all(isinstance(one, Section) and one.heading for one in found.sections)
        assert found.remarks[-1].startswith("本文文字按固定规则")


@pytest.mark.parametrize("kind", [MONITOR, REGION, TASK, EVALUATION])
def test_no_section_holds_more_than_five_sentences(report, kind):
    said = {one.key: len(one.sentences) for one in report(kind).sections}
    assert {key: count for key, count in said.items() if count > MOST} == {}


def test_a_report_on_a_region_has_a_picture_of_each_theme(report, options):
    found = report(REGION)
    theme, drawn = "", dict.fromkeys(options.themes, 0)
    for section in found.sections:
        theme = section.key if section.level == 1 else theme
        if theme in drawn:
            drawn[theme] += sum(one.chart is not None for one in section.figures)
    assert set(drawn.values()) == {1}


def test_a_single_year_is_drawn_as_bars_and_of_one_region_not_at_all(report):
    kinds = {
        one.chart.kind
        for section in report(MONITOR, "innovation", start=2022, end=2022).sections
        for one in section.figures
        if one.chart
    }
    assert kinds == {Kind.BARS}
    alone = report(MONITOR, "innovation", regions=("hebei",), start=2022, end=2022)
    assert not [one for section in alone.sections for one in section.figures if one.chart]


@pytest.mark.parametrize("kind", [MONITOR, REGION, TASK, EVALUATION])
def test_every_figure_says_where_it_is_from(report, kind):
    """Its source stands below it, or each row has its own: 依据 is who names a thing."""
    unsaid = [
        one.key
        for section in report(kind).sections
        for one in section.figures
        if not one.source and not (one.table and {"来源", "依据"} & set(one.table.columns))
    ]
    assert not unsaid
