"""The page of the plan as HTML: whole, a task alone, a region alone; every anchor is there."""

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.plan.summary import plan_summary
from components.elements import VOID
from components.ids import Id
from components.plan.page import MAIN, shown
from tests.written import html_of

THEMES = ("overall", "layout", "chains", "innovation", "digital", "green", "quality",
          "enterprises", "opening")  # fmt: skip
REGIONS = (
    ("beijing", "tianjin", "hebei"),
    ("hebei",),
    ("beijing", "tianjin"),
)
PARTS = (Id.PLAN_RAIL, *MAIN)


class Balance(HTMLParser):
    """An end tag that fits no open element is a fault; ids are gathered."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.ids = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page_of(catalog, options):
    @cache
    def build(theme="overall", regions=REGIONS[0], start=2010, end=2024):
        view = replace(options.default(theme), regions=regions, start=start, end=end)
        return shown(plan_summary(catalog, view), catalog, options)

    return build


def text_of(page):
    return "".join(html_of(page.parts[place]) for place in PARTS)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "regions", [REGIONS[0], *(pytest.param(r, marks=pytest.mark.thorough) for r in REGIONS[1:])]
)
def test_the_page_is_sound_html_and_every_link_within_it_has_its_target(page_of, theme, regions):
    page = page_of(theme, regions)
    found = Balance()
    found.feed(text_of(page))
    assert found.open == []
    assert len(found.ids) == len(set(found.ids))
    links = set(re.findall(r'href="#([^"]+)"', text_of(page)))
    assert links - set(found.ids) == set()


def test_every_task_chain_safeguard_and_claim_has_its_anchor(page_of, catalog):
    text = text_of(page_of())
    plan = catalog.plan
    wanted = [f"task-{one.task_id}" for one in plan.tasks]
    wanted += [f"chain-{one.chain_id}" for one in plan.chains]
    wanted += [f"safeguard-{one.safeguard_id}" for one in plan.safeguards]
    wanted += [f"claim-{one.claim_id}" for one in catalog.claims]
    wanted += [f"goal-{one.goal_id}" for one in (*plan.goals, *plan.aims)]
    wanted += [f"principle-{one.principle_id}" for one in plan.principles]
    wanted += [f"field-{one.field_id}" for one in plan.fields]
    wanted += [f"measure-{one.measure_id}" for one in plan.measures]
    wanted += [f"place-{one.platform_id}" for one in catalog.platforms]
    assert [name for name in wanted if f'id="{name}"' not in text] == []


def test_a_theme_shows_its_task_alone_and_opens_its_table(page_of):
    page = page_of("green")
    text = text_of(page)
    assert text.count('class="panel plan-task"') == 1
    assert re.search(r'<details[^>]*id="marks-green"[^>]* open>', text)
    assert "safeguard-" not in text
    assert page.title.startswith("加速绿色低碳转型 · ")


def test_the_whole_plan_keeps_its_tables_folded(page_of):
    folds = re.findall(r'<details class="plan-marks"([^>]*)>', text_of(page_of()))
    assert len(folds) >= 8
    assert not any(fold.endswith(" open") for fold in folds)


def test_the_page_says_that_there_is_no_target_and_no_score(page_of):
    text = text_of(page_of())
    assert "方案未设数值目标，不作完成率评价和综合评分。" in text
    assert "均为文字表述，没有量化目标值。" in text


def test_filters_lead_to_the_plan_and_keep_regions_and_years(page_of):
    page = page_of("green", ("hebei",), start=2012)
    chips = html_of(page.parts[Id.THEMES])
    assert 'href="/plan?region=hebei&amp;theme=digital&amp;from=2012"' in chips
    toggles = html_of(page.parts[Id.REGIONS])
    assert 'href="/plan?region=beijing,hebei&amp;theme=green&amp;from=2012"' in toggles


def test_the_overview_is_one_link_away_with_the_same_filter(page_of):
    text = text_of(page_of("green", ("hebei",), start=2012))
    assert 'href="/?region=hebei&amp;theme=green&amp;from=2012"' in text


def test_the_whole_plan_stays_below_367_kilobytes(page_of):
    texts = [html_of(part) for part in page_of().parts.values()]
    assert sum(len(text.encode()) for text in texts) < 500_000
    assert sum(map(len, texts)) < 367_000


@pytest.mark.thorough
@given(
    st.sampled_from(THEMES), st.sampled_from(REGIONS), st.integers(2010, 2024), st.integers(0, 14)
)
def test_any_years_give_a_page_without_bare_none(page_of, theme, regions, start, more):
    text = text_of(page_of(theme, regions, start, min(start + more, 2024)))
    assert "None" not in text
    assert not re.search(r"\bnan\b", text)


def test_a_task_shows_the_official_names_its_measures_speak_of(page_of):
    green = html_of(page_of("green").parts[Id.PLAN_TASKS])
    assert 'id="names-green"' in green
    assert "国家级绿色园区（6）" in green
    said = re.sub("<[^>]+>", "", green)
    assert "河北安国现代中药工业园区、秦皇岛经济技术开发区、清河经济开发区" in said
    assert "国家先进制造业集群（" not in green
    assert 'id="names-' not in html_of(page_of("green", ("tianjin",)).parts[Id.PLAN_TASKS])
