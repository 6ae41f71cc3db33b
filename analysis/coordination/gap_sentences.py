"""The gaps in one sentence a pair: what came nearer and what moved apart, always both."""

from collections import Counter
from collections.abc import Sequence

from analysis.coordination.gaps import DECIMALS, LEVEL, NARROWER, WIDER, End, Gap, Gaps, pair_name
from analysis.series.quantities import rounded
from analysis.text.periods import span_text

BASIS = "由公布数据按固定规则生成；缩小与扩大同时列出，不合成一个判断"


def sentences(found: Gaps) -> tuple[str, ...]:
    """One of each pair, in their order: 2014 年以来，京冀在研发投入、居民收入上的差距缩小
    （其中居民收入自 2016 年）；人均地区生产总值的差距由 3.13 倍扩大到 3.54 倍。"""
    return tuple(sentence(found.of(region), found.is_newest) for region in found.others)


def sentence(gaps: Sequence[Gap], is_newest: bool) -> str:
    """The sentence of one pair; "" without any gap. What is not compared is named at its end."""
    if not gaps:
        return ""
    pair = pair_name(gaps[0].region, gaps[0].reference)
    spans = {gap.measure.measure: _span(gap) for gap in gaps if gap.verdict}
    if not spans:
        return f"{pair}没有可以比较的指标。"
    usual = _usual(list(spans.values()))
    apart = [gap for gap in gaps if gap.verdict == WIDER]
    parts = [
        _nearer([gap for gap in gaps if gap.verdict == NARROWER], usual),
        "；".join(_moved_apart(gap, usual) for gap in apart) or "没有差距扩大的项目",
        *_level([gap for gap in gaps if gap.verdict == LEVEL], usual),
        *_untold(gaps),
    ]
    lead = f"{usual[0]} 年以来，" if is_newest else f"{span_text(*usual)}，"
    return f"{lead}{pair}{'；'.join(parts)}。"


def _span(gap: Gap) -> tuple[int, int]:
    first, last = _ends(gap)
    return first.year, last.year


def _ends(gap: Gap) -> tuple[End, End]:
    """Both ends of a gap that is compared. ValueError for one that is not."""
    if gap.first is None or gap.last is None:
        raise ValueError(f"{gap.measure.measure}：没有可以比较的两年")
    return gap.first, gap.last


def _usual(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The span that most measures have, the longest of those that as many have."""
    counted = Counter(spans)
    return max(counted, key=lambda span: (counted[span], span[1] - span[0]))


def _nearer(gaps: Sequence[Gap], usual: tuple[int, int]) -> str:
    if not gaps:
        return "没有差距缩小的项目"
    return f"在{_topics(gaps)}上的差距缩小{_otherwise(gaps, usual)}"


def _level(gaps: Sequence[Gap], usual: tuple[int, int]) -> list[str]:
    return [f"{_topics(gaps)}的差距持平{_otherwise(gaps, usual)}"] if gaps else []


def _topics(gaps: Sequence[Gap]) -> str:
    return "、".join(gap.measure.topic_zh for gap in gaps)


def _otherwise(gaps: Sequence[Gap], usual: tuple[int, int]) -> str:
    """The years of those that have others: （其中居民收入自 2016 年）."""
    other = [gap for gap in gaps if _span(gap) != usual]
    if not other:
        return ""
    told = "，".join(f"{gap.measure.topic_zh}{_years(_span(gap), usual)}" for gap in other)
    return f"（{'其中' if len(other) < len(gaps) else ''}{told}）"


def _years(span: tuple[int, int], usual: tuple[int, int]) -> str:
    return f"自 {span[0]} 年" if span[1] == usual[1] else f"为 {span_text(*span)}"


def _moved_apart(gap: Gap, usual: tuple[int, int]) -> str:
    """A gap that widened, with both ratios; that one overtook the other is said."""
    first, last = _ends(gap)
    span = _span(gap)
    years = "" if span == usual else f"（{span_text(*span)}）"
    name = gap.measure.topic_zh
    if min(rounded(first.ratio, DECIMALS), rounded(last.ratio, DECIMALS)) > 1:
        return f"{name}的差距由 {first.text} 倍扩大到 {last.text} 倍{years}"
    who = f"，{gap.crossing}" if gap.crossing else ""
    what = f"{gap.region.short_zh}与{gap.reference.short_zh}之比"
    return f"{name}{what}由 {first.text} 变为 {last.text}{who}，差距扩大{years}"


def _untold(gaps: Sequence[Gap]) -> list[str]:
    """What is not compared, by the reason why."""
    reasons: dict[str, list[Gap]] = {}
    for gap in gaps:
        if not gap.verdict:
            reasons.setdefault(gap.reason, []).append(gap)
    return [f"{_topics(own)}：{reason}" for reason, own in reasons.items()]
