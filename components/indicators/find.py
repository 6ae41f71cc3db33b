"""The search box over all indicators (assets/indicators/find.js)."""

from dash import html

from components.search.box import Words, box

WORDS = Words("查找指标", "查找指标：名称、拼音首字母、英文、单位或来源", "指标")


def find_box(index_url: str) -> html.Div:
    """The box over the indicators of the index that was published there."""
    return box("find", WORDS, index_url)
