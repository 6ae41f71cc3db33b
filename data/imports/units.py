"""Units: how names carry them, and by which factor one stands to another."""

import re
from decimal import Decimal
from functools import lru_cache

from data.imports.characters import bare, folded

PREFIXES = {"十亿": 10**9, "百万": 10**6, "亿": 10**8, "千万": 10**7, "十万": 10**5, "万": 10**4,
            "千": 10**3, "百": 10**2}  # fmt: skip
# What a unit ends with, so that 增加值(亿元) is parted and 固定资产投资(不含农户) is not.
BASES = (
    "元", "美元", "人", "人年", "件", "个", "家", "户", "项", "台", "套", "辆", "部", "次", "张",
    "吨", "吨标准煤", "吨标煤", "公斤", "千克", "克", "公里", "千米", "米", "平方米", "平方公里",
    "立方米", "公顷", "亩", "千瓦", "千瓦时", "度", "GB", "TB", "箱", "重量箱", "册", "篇", "所",
    "元/人", "人/平方公里", "微克/立方米", "毫克/立方米", "%", "‰", "百分点", "个百分点", "位",
    "万元/人", "门", "端口", "对", "艘", "头", "只", "份", "种", "条", "座", "张床位", "床", "倍",
)  # fmt: skip
# What counts the same things by another word, which a person must confirm.
ALIKE = (frozenset("个家件项户台座部所篇种"), frozenset({"元", "元/人"}))
INDEX = re.compile(r"(上年|上年同期|上年同月|上月|\d{4} ?年?)=100")
ALIASES = {"％": "%", "百分比": "%", "个百分点": "百分点", "千米": "公里", "吨标煤": "吨标准煤",
           "度": "千瓦时", "千瓦小时": "千瓦时", "人民币元": "元"}  # fmt: skip
ENDING = re.compile(r"\s*[(（\[【〔]([^()（）\[\]【】〔〕]{1,16})[)）\]】〕]\s*$")
SAID = re.compile(r"(?:计量)?单位\s*[:：]?\s*(.{1,16})")


@lru_cache(maxsize=5_000)
def unit(found: str) -> str | None:
    """The unit that a text is, in one spelling; None for a text that is none."""
    name = _spelled(bare(found))
    if INDEX.fullmatch(name):
        return name
    return name if _parted(name)[1] else None


def parted(name: str) -> tuple[str, str]:
    """A name and the unit in brackets at its end, "" where there is none: 增加值, 亿元."""
    text = folded(name)
    found = ENDING.search(text)
    own = unit(found[1]) if found else None
    return (text[: found.start()], own) if found and own else (text, "")


def said(text: str) -> str:
    """The unit that a line says (单位：亿元); "" where it says none."""
    found = SAID.fullmatch(folded(text).strip("()（）"))
    return (unit(found[1]) or "") if found else ""


def factor(given: str, wanted: str) -> Decimal | None:
    """By what a value in the one unit is multiplied to be in the other: 万元 to 亿元 is 0.0001;
    None where they measure different things (元 and 美元, 人 and 人年)."""
    if given == wanted:
        return Decimal(1)
    (first, first_base), (second, second_base) = _parted(given), _parted(wanted)
    is_alike = any({first_base, second_base} <= words for words in ALIKE)
    is_same = bool(first_base) and first_base == second_base
    return Decimal(first) / Decimal(second) if is_same or is_alike else None


def _spelled(name: str) -> str:
    """A unit in one spelling: 亿千瓦小时 is 亿千瓦时."""
    for prefix in ("", *PREFIXES):
        base = name.removeprefix(prefix)
        if name.startswith(prefix) and base in ALIASES:
            return prefix + ALIASES[base]
    return name


def _parted(name: str) -> tuple[int, str]:
    """How many of what a unit is: 万元 is 10,000 元; "" where it is no unit."""
    name = _spelled(name)
    if name in BASES and not name.startswith("万"):
        return 1, name
    for prefix, number in PREFIXES.items():
        base = name.removeprefix(prefix)
        if name.startswith(prefix) and base in BASES:
            return number, base
    return 1, ""
