"""A rich Document made by hand: every kind of figure, several levels, own words, long texts."""

from analysis.document.chart import Chart, Kind, Series
from analysis.document.document import Cited, Document, Figure, Section, Sentence
from analysis.text.table import Table

YEARS = tuple(map(str, range(2014, 2025)))
VALUES = {
    "beijing": (1268.8, 1384.0, 1484.6, 1579.7, 1870.8, 2233.6, 2326.6, 2629.3, 2843.3, 2947, 3278),
    "tianjin": (464.7, 510.2, 537.3, 458.7, 492.4, 463.0, 485.0, None, 568.7, 599.2, 620.6),
    "hebei": (313.1, 350.9, 383.4, 452.0, 499.7, 566.7, 634.4, 745.5, 848.9, 912.1, 967.8),
}  # fmt: skip
LABELS = {"beijing": "北京", "tianjin": "天津", "hebei": "河北"}


def lines():
    return Chart(
        kind=Kind.LINES,
        name="研究与试验发展经费",
        unit="亿元",
        decimals=1,
        categories=YEARS,
        series=tuple(
            Series(
                slug,
                LABELS[slug],
                values,
                tuple("" if v is None else f"{v:,.1f}" for v in values),
                frozenset({4}) if slug == "tianjin" else frozenset(),
            )
            for slug, values in VALUES.items()
        ),
        told="折线图，研究与试验发展经费，2014—2024 年。",
    )


def table(rows=11):
    return Table(
        "研究与试验发展经费（亿元）",
        ("年份", "北京", "天津", "河北"),
        tuple(
            (YEARS[n % 11], *(_text(VALUES[slug][n % 11]) for slug in VALUES)) for n in range(rows)
        ),
    )


def _text(value):
    return "本站未收录" if value is None else f"约 {value:,.1f}"


def cells():
    return (
        Cited("3278.4", "rd_expenditure", "110000", "2024"),
        Cited("67.4", "rd_expenditure", "110000", "2024", "北京 ÷ 三地合计 × 100%"),
    )


def figure(chart=None, rows=11, key="f"):
    return Figure(
        key,
        "2014—2024 年三地研究与试验发展经费均有增长",
        "亿元，现价，2014—2024 年",
        chart,
        table(rows),
        ("2018 年口径调整，2017 与 2018 年之间不可比。",),
        "来源：中国科技统计年鉴 2025",
    )


def sentence(text, key="s", cells=(), own=False):
    return Sentence(key, text, cells, own)


BODY = (
    "正文用三号仿宋每面排二十二行每行排二十八个字本段用来检查行数与字数是否与国家标准一致"
    "段内没有数字也没有标点以便逐字计算每一行所容纳的字数"
)


def document(sections=(), lead=(), mark="", title="京津冀产业协同发展监测报告（2024 年）"):
    return Document(
        title=title,
        subtitle="2014—2024 年",
        filter_text="三地 · 2014—2024 年",
        version="2026.11",
        digest="0a1b2c3d",
        address="/?edition=0a1b2c3d",
        lead=lead,
        sections=sections,
        sources=("中国科技统计年鉴 2025，国家统计局",),
        remarks=("研究与试验发展经费为全社会口径。",),
        mark=mark,
    )


def rich(mark="征求意见稿"):
    """Three sections of the first level, two below, a chart, a table, own words."""
    return document(
        (
            Section("a", 1, "总体情况", (sentence(f"{BODY}。", cells=cells()),)),
            Section(
                "b",
                2,
                "创新投入",
                (
                    sentence("2024 年，北京占三地合计的 67.4%。", cells=cells()),
                    sentence("需要继续关注。", "o", own=True),
                ),
                (figure(lines()),),
            ),
            Section(
                "c", 3, "研发经费", (sentence("河北约 967.8 亿元。"),), (figure(rows=80, key="t"),)
            ),
            Section("d", 1, "重点任务进展", (sentence(f"{BODY}。" * 4),)),
            *(Section(f"m{n}", 2, f"任务{n}", (sentence("已有安排。"),)) for n in range(1, 5)),
            Section("e", 1, "存在的问题", (sentence("天津 2021 年数值本站未收录。"),)),
        ),
        (
            sentence(
                "监测结果显示：2024 年，三地研究与试验发展经费合计 4866.8 亿元。", cells=cells()
            ),
        ),
        mark,
    )
