"""The picture of a study in words, for those who do not see it."""

from analysis.indicators.lines import bar_rows, strokes
from analysis.indicators.pairing import Pairing
from analysis.indicators.summary import IndicatorSummary
from components.charts import described as charts

TABLE = "各数值见“表格”。"


def described(shown: IndicatorSummary, pair: Pairing | None, kind: str) -> str:
    """What the chosen kind of picture shows; "" where a table or metadata stand in its place."""
    told = _told(shown, pair, kind)
    return f"{told}{TABLE}" if told else ""


def _told(shown: IndicatorSummary, pair: Pairing | None, kind: str) -> str:
    if kind == "scatter":
        return charts.pairs_in_words(pair) if pair is not None else ""
    if kind == "line" and pair is not None:
        both = (("上图", shown), ("下图", pair.across))
        return "".join(f"{place}：{one.indicator.short_zh}。{_lines(one)}" for place, one in both)
    if kind in ("line", "multiples"):
        each = "每个地区一幅，纵轴相同。" if kind == "multiples" else ""
        return _lines(shown) + each
    if kind == "bars":
        return charts.bars_in_words(bar_rows(shown), shown.basis, shown.absence)
    return charts.stack_in_words(shown) if kind == "stack" else ""


def _lines(shown: IndicatorSummary) -> str:
    return charts.lines_in_words(strokes(shown), shown.subtitle)
