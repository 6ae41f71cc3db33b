"""Names of regions as statistics write them: which stand for provinces, the nation, the three.

Codes follow GB/T 2260; what the data package holds of them is its own table of regions.
"""

import re
from functools import lru_cache

from data.imports.characters import bare
from data.model.codes import JJJ, NATION

PROVINCES = {
    "北京": "110000", "天津": "120000", "河北": "130000", "山西": "140000", "内蒙古": "150000",
    "辽宁": "210000", "吉林": "220000", "黑龙江": "230000", "上海": "310000", "江苏": "320000",
    "浙江": "330000", "安徽": "340000", "福建": "350000", "江西": "360000", "山东": "370000",
    "河南": "410000", "湖北": "420000", "湖南": "430000", "广东": "440000", "广西": "450000",
    "海南": "460000", "重庆": "500000", "四川": "510000", "贵州": "520000", "云南": "530000",
    "西藏": "540000", "陕西": "610000", "甘肃": "620000", "青海": "630000", "宁夏": "640000",
    "新疆": "650000", "台湾": "710000", "香港": "810000", "澳门": "820000",
}  # fmt: skip
# Longest first: 新疆维吾尔自治区 ends with 自治区 too.
ENDINGS = (
    "维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市",
)  # fmt: skip
WHOLES = {
    "全国": NATION, "中国": NATION, "全国总计": NATION, "全国合计": NATION, "全国平均": NATION,
    "京津冀": JJJ, "京津冀地区": JJJ, "京津冀合计": JJJ, "三地合计": JJJ, "京津冀三地": JJJ,
    "京津冀区域": JJJ, "京津冀三省市": JJJ, "三省市合计": JJJ,
}  # fmt: skip
CODES = frozenset({*PROVINCES.values(), *WHOLES.values()})
ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff])[A-Za-z'.-]+$")  # 北京 Beijing
PREFIX = "CN-"  # of codes in files for spreadsheets (decision 0017)


@lru_cache(maxsize=5_000)
def region(found: str) -> str | None:
    """The code that a name or a code stands for, also in the forms in which files write it
    (新疆省, 北　京, CN-110000, ="110000"); None for any other text."""
    name = ENGLISH.sub("", bare(found)) or bare(found)
    code = name.removeprefix("=").strip("\"'").removeprefix(PREFIX)
    if code in CODES:
        return code
    if name in WHOLES:
        return WHOLES[name]
    ending = next((one for one in ENDINGS if name.endswith(one)), "")
    return PROVINCES.get(name.removesuffix(ending)) or PROVINCES.get(name)
