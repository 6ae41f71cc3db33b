"""A page's view as a Document says what the page says, and leads back to it."""

from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from analysis import links
from analysis.areas.summary import LIMITS
from analysis.coordination.division import LACKING
from analysis.document.chart import Chart, Map
from analysis.indicators.address import indicators_view
from analysis.indicators.summary import indicator_summary
from analysis.overview.summary import summary
from analysis.pages import PAGES, Page
from analysis.plan.summary import plan_summary
from analysis.reports.page_view import VIEWS, page_view
from analysis.state.view import view

SEEN = [*VIEWS, Page.REGIONS]
# Methods have no data; what is computed of many indicators has its sources at the document's end.
SLUG = {Page.REGIONS: "hebei"}
QUERY = "region=hebei,tianjin&from=2015&to=2022"


def figures(document):
    return [figure for section in document.sections for figure in section.figures]


@pytest.fixture(params=[(page, query) for page in SEEN for query in ("", QUERY)])
def shown(request, catalog, options):
    page, query = request.param
    return page, page_view(catalog, options, page, query, SLUG.get(page, ""))


def test_every_part_has_a_key_of_its_own(shown):
    _, found = shown
    sentences = [one.key for one in found.lead]
    sentences += [one.key for section in found.sections for one in section.sentences]
    for keys in (
        sentences,
        [one.key for one in found.sections],
        [one.key for one in figures(found)],
    ):
        assert len(keys) == len(set(keys))


def test_a_page_without_figures_is_none(shown):
    _, found = shown
    assert figures(found)
    assert found.title
    assert found.filter_text
    assert found.lead


def test_every_picture_is_told_in_words_and_every_table_is_whole(shown):
    _, found = shown
    for figure in figures(found):
        assert figure.chart or figure.table
        if figure.chart:
            assert figure.chart.told
        if figure.table:
            assert all(len(row) == len(figure.table.columns) for row in figure.table.rows)
        if isinstance(figure.chart, Map):
            assert figure.chart.review


def test_the_address_shows_the_same_for_ever(shown, catalog):
    page, found = shown
    address = urlsplit(found.address)
    assert links.path_of(address.path) == f"{PAGES[page].path}{SLUG.get(page, '')}"
    assert f"data={catalog.digest}" in address.query


def test_the_overview_says_its_finding_and_shows_its_lines(catalog, options):
    found = page_view(catalog, options, Page.OVERVIEW, "theme=innovation")
    chosen, _ = view("theme=innovation", options)
    page = summary(catalog, chosen)
    assert found.lead[0].text.removesuffix("。") == page.finding.removesuffix("。")
    lines = next(one for one in figures(found) if one.title == page.trend.title)
    assert isinstance(lines.chart, Chart)
    assert lines.table == page.trend.table


def test_the_page_of_indicators_shows_the_scale_that_is_really_shown(catalog, options):
    query = "indicator=gdp&scale=index"
    found = page_view(catalog, options, Page.INDICATORS, query)
    study = indicator_summary(catalog, indicators_view(query, options)[0])
    assert study.subtitle in found.filter_text
    assert study.formula in "".join(note for one in figures(found) for note in one.footnotes)
    assert "scale=index" in found.address


def test_the_page_of_areas_says_what_its_numbers_cannot(catalog, options):
    assert set(LIMITS) <= set(page_view(catalog, options, Page.AREAS, "").remarks)


def test_an_evaluation_without_sectors_says_nothing_of_them(catalog, options):
    own = replace(catalog, sectors=())
    found = page_view(own, options, Page.EVALUATION, "")
    assert "division" not in [one.key for one in figures(found)]
    assert LACKING in [one.text for section in found.sections for one in section.sentences]


def test_the_plan_has_every_measure_of_its_tasks(catalog, options):
    found = page_view(catalog, options, Page.PLAN, "")
    tables = [one.table for one in figures(found) if one.key.endswith(".measures")]
    shown = {row[0] for table in tables for row in table.rows}
    page = plan_summary(catalog, view("", options)[0])
    assert shown == {one.measure.name_zh for task in page.tasks for one in task.measures}


def test_a_page_that_is_no_view_of_numbers_is_refused(catalog, options):
    with pytest.raises(KeyError):
        page_view(catalog, options, Page.REPORTS, "")


def test_every_figure_says_where_it_is_from(shown):
    """Its source stands below it, or each row has its own."""
    _, found = shown
    unsaid = [
        one.key
        for one in figures(found)
        if not one.source and not (one.table and "来源" in one.table.columns)
    ]
    assert not unsaid


def test_no_publisher_is_named_twice_below_the_cards(catalog, options):
    (cards,) = [
        f for f in figures(page_view(catalog, options, Page.OVERVIEW, "")) if f.key == "cards"
    ]
    named = cards.source.removeprefix("来源：").split("；")
    assert not {f"{one}等" for one in named} & set(named)


def test_who_names_the_platforms_is_said_without_addresses(catalog, options):
    shown = figures(page_view(catalog, options, Page.PLATFORMS, ""))
    assert shown and not [one.source for one in shown if "http" in one.source]


def test_a_single_year_has_bars_and_no_line(catalog, options):
    found = page_view(catalog, options, Page.OVERVIEW, "theme=innovation&from=2022&to=2022")
    assert [one.heading for one in found.sections if one.key in ("trend", "comparison")] == [
        "地区比较"
    ]


def test_coefficients_of_a_single_year_are_no_table(catalog, options):
    """Nothing is compared: the table would have no number."""
    for query, is_there in (("from=2018&to=2018", False), ("", True)):
        shown = page_view(catalog, options, Page.EVALUATION, query)
        assert ("dispersion" in {one.key for one in figures(shown)}) == is_there
