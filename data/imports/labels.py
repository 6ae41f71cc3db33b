"""What a head or a label of a table is: the name of a column, a region, a period, a unit, or else
the name of an indicator."""

import re
from enum import StrEnum
from functools import lru_cache

from data.imports.cells import Value, text
from data.imports.characters import MARKS, bare, folded
from data.imports.numbers import is_missing, status_of
from data.imports.periods import as_date, period
from data.imports.regions import region
from data.imports.units import unit


class Role(StrEnum):
    """What stands in a column, or what a label says."""

    INDICATOR = "indicator"
    INDICATOR_ID = "indicator_id"
    REGION = "region"
    REGION_CODE = "region_code"
    PERIOD = "period"
    PART = "part"  # of a year that another label names: 第一季度
    VALUE = "value"
    UNIT = "unit"
    QUALIFIER = "qualifier"
    STATUS = "status"
    SOURCE = "source"
    NOTE = "note"
    COMPUTED = "computed"
    OTHER = "other"


# How files head their columns.
HEADS = {
    Role.INDICATOR: "指标 指标名称 统计指标 指标项 项目 名称 indicator",
    Role.INDICATOR_ID: "指标编号",
    Role.REGION: "地区 地区名称 各地区 分地区 所属地区 区域 省份 省市 省(市) 省(区、市) 省区市 "
    "省、自治区、直辖市 城市 行政区 行政区划 行政区划名称 region province area",
    Role.REGION_CODE: "地区代码 地区编码 行政区划代码 区划代码 省份代码",
    Role.PERIOD: "期间 年份 时间 年度 年 日期 时期 年月 月份 季度 报告期 统计时间 数据时间 "
    "统计期 指标时间 year period date",
    Role.VALUE: "数值 值 数据 指标值 数据值 观测值 统计值 value",
    Role.UNIT: "单位 计量单位 数据单位 指标单位 unit",
    Role.QUALIFIER: "限定词",
    Role.STATUS: "状态 数据状态",
    Role.SOURCE: "来源 数据来源 资料来源",
    Role.NOTE: "备注 注 说明 附注",
    Role.COMPUTED: "是否计算",
    Role.OTHER: "序号 编号 排名 位次 代码 指标代码 时点(非年末) 数值形式 计算公式 可信度 "
    "发布单位 指标解释 密级标识",
}
NAMED = {bare(word): role for role, words in HEADS.items() for word in words.split()}
PART = re.compile(
    r"第?[一二三四1-4]季度|[0-9]{1,2}月份?|0?1[-—–~至][0-9]{1,2}月|上半年|前三季度|全年"
)
SAID = re.compile(
    r"(数据库|指标|指标名称|时间|地区|省份|单位|计量单位|频率|频度)\s*:\s*(.*)", re.DOTALL
)
NOTED = re.compile(
    r"(注|注释|附注|说明|备注|数据来源|资料来源|来源|数据出处)[0-9一二三]?\s*[:.、]|注\s*[0-9]"
)
SOURCED = re.compile(r"(?:数据来源|资料来源|来源|数据出处)\s*:\s*(.+)", re.DOTALL)
BRACKETED = re.compile(r"(.+?)[(\[【]([^()]+)[)\]】]")
NUMERIC = re.compile(r"[-+0-9., %]+")
TRAILING = re.compile(f"[{re.escape(MARKS)}]+$|\\[[0-9]{{1,2}}\\]$")


@lru_cache(maxsize=20_000, typed=True)
def head(value: Value) -> Role | None:
    """What a column of this name holds; None where the name is no such name."""
    return NAMED.get(bare(text(value)).rstrip(":").lower()) if isinstance(value, str) else None


@lru_cache(maxsize=20_000, typed=True)  # True is no 1.0
def label(value: Value) -> Role | None:
    """What a label is: period, part of a year, region, unit, else the name of an indicator; None
    for an empty cell and for a number that is no year."""
    if period(value) is not None or as_date(value) is not None:
        return Role.PERIOD
    if not isinstance(value, str):
        return None
    name = unmarked(value)
    if is_missing(name):
        return None
    if period(name) or _is_period_said_of(name):
        return Role.PERIOD
    if PART.fullmatch(bare(name)):
        return Role.PART
    if region(name):
        return Role.REGION
    if unit(name.strip("()")):
        return Role.UNIT
    return Role.INDICATOR if name and not NUMERIC.fullmatch(name) else None


def unmarked(name: str) -> str:
    """A label without the marks of footnotes at its end."""
    return TRAILING.sub("", folded(name)).strip()


def bracketed(name: str) -> tuple[str, str]:
    """A name and what stands in brackets at its end, "" where nothing does."""
    found = BRACKETED.fullmatch(name)
    return (found[1].strip(), found[2].strip()) if found else (name, "")


def _is_period_said_of(name: str) -> bool:
    """Whether a name is a period with its unit or status: 2024年(亿元), 2025年(初步核算)."""
    first, rest = bracketed(name)
    return period(first) is not None and (unit(rest) is not None or bool(status_of(rest)))


def said(value: Value) -> tuple[str, str] | None:
    """A line above a table that says something of all of it (指标：地区生产总值), in two parts."""
    found = SAID.fullmatch(folded(value)) if isinstance(value, str) else None
    return (found[1], found[2].strip()) if found else None


def is_note(value: Value) -> bool:
    """Whether a cell begins the notes below a table."""
    return isinstance(value, str) and NOTED.match(folded(value)) is not None
