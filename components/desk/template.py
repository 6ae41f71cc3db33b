"""The template to fill in: which indicators, how often, as what."""

from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from components.desk.ids import DeskId, template
from components.desk.parts import field, select

THEME, FREQUENCY, KIND = FIELDS = ("theme", "frequency", "kind")
FREQUENCIES = {"A": "年度", "Q": "季度", "M": "月度"}
KINDS = {"xlsx": "Excel（.xlsx）", "csv": "CSV（.csv）"}
ALL, EVERY = "all", "全部主题"


def template_parts(themes: Mapping[str, str]) -> list[Any]:
    """What can be chosen of a template, and its link, which follows."""
    known = {ALL: EVERY, **themes}
    controls = [
        field("主题", select(template(THEME), known, ALL)),
        field("频率", select(template(FREQUENCY), FREQUENCIES, "A")),
        field("格式", select(template(KIND), KINDS, "xlsx")),
        dbc.Button(
            "下载模板",
            id=DeskId.TEMPLATE_LINK,
            external_link=True,
            size="sm",
            color="primary",
            outline=True,
        ),
    ]
    told = "模板已列出各指标最近两期的数值和待填的一期；填写后在草稿中上传。"
    return [html.P(told), html.Div(controls, className="desk-form")]
