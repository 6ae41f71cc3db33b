"""What titles and names of files say is proposed for what the table lacks, and not taken."""

import pytest

from data.imports.hints import hints
from data.imports.imported import INDICATOR, PERIOD, REGION

ALL = (INDICATOR, REGION, PERIOD)


@pytest.mark.parametrize(
    ("title", "file", "found"),
    [
        ("", "分省年度-年末常住人口(万人).xlsx", {INDICATOR: "年末常住人口(万人)"}),
        ("", "分省年度数据 (4).csv", {}),
        ("", "2025GDP.csv", {INDICATOR: "GDP", PERIOD: "2025"}),
        (
            "2024年北京市主要指标",
            "x.csv",
            {INDICATOR: "北京市主要指标", REGION: "北京", PERIOD: "2024"},
        ),
        ("北京、天津 2020-2024年", "数据.xls", {INDICATOR: "北京、天津"}),
        ("内蒙古", "数据.csv", {INDICATOR: "内蒙古", REGION: "内蒙古"}),
        ("京津冀地区", "年度数据.csv", {INDICATOR: "京津冀地区", REGION: "京津冀地区"}),
    ],
)
def test_hints(title, file, found):
    assert hints(ALL, title, file) == found


def test_what_is_not_missing_is_not_hinted():
    assert hints((), "2024年北京市", "x.csv") == {}
