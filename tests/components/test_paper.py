"""The head on paper: the page's name, the filter in words, the edition."""

import re
from dataclasses import replace

from analysis.pages import Page
from components import paper
from components.elements import written
from components.ids import Id


def said(catalog, view, chosen=None):
    text = written(paper.head(catalog, Page.PLAN, view, chosen)[Id.PAPER])
    return text, re.sub("<[^>]*>", "", text)


def test_the_filter_stands_in_words_between_page_and_edition(catalog, options):
    view = replace(options.default(), regions=("beijing", "hebei"), start=2012, end=2020)
    _, text = said(catalog, view, {"主题": "绿色低碳"})
    assert text.startswith("方案任务地区：北京、河北；主题：绿色低碳；年份：2012—2020")
    assert f"数据版本：{catalog.version}；打印日期：" in text


def test_what_is_not_filtered_by_is_not_named(catalog, options):
    _, text = said(catalog, options.default(), {"产业": "", "搜索": "保定"})
    assert "产业" not in text
    assert "；搜索：保定；" in text


def test_day_and_address_have_a_place_each(catalog, options):
    text, _ = said(catalog, options.default())
    assert '<span data-today=""></span>' in text
    assert '<span data-here=""></span>' in text
