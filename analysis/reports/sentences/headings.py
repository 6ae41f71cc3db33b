"""Headings: the finding that stands over what is said of an indicator, in words without numbers."""

from analysis.reports.sentences.subject import RATE, Subject
from analysis.series.quantities import rounded
from analysis.text.periods import period_text
from analysis.text.provisional import remark
from analysis.text.titles import trend_title

GROWN = {1: "增长", 0: "持平", -1: "下降"}


def heading(about: Subject) -> str:
    """How the regions moved, as the chart's title says it; of rates of growth who grew and who
    fell; of what cannot be compared with other years who is highest and who lowest. Else the
    indicator's name."""
    name = about.row.short_zh
    if not about.topic.has_regions:
        return name
    said = trend_title(about.topic)
    if said != name:
        return said
    own = about.of_owners
    told = _grown(own) if about.row.measure_type == RATE else _ends(own)
    codes = [region.region_code for region in own.owners]
    return (
        f"{name}：{period_text(own.year)}{told}{remark(own.topic, codes, own.year)}"
        if told
        else name
    )


def _grown(about: Subject) -> str:
    """三地均增长; 北京下降，天津、河北增长; "" where one of them has no value."""
    kinds: dict[str, list[str]] = {}
    for region in about.owners:
        value = about.topic.columns[region.region_code].get(about.year)
        if value is None:
            return ""
        shown = rounded(value, about.row.decimals)
        kinds.setdefault(GROWN[(shown > 0) - (shown < 0)], []).append(region.short_zh)
    if len(kinds) == 1:
        every = "均" if len(about.owners) > 1 else ""
        return f"{about.topic.scope.count_name}{every}{next(iter(kinds))}"
    return "，".join(f"{'、'.join(who)}{word}" for word, who in kinds.items())


def _ends(about: Subject) -> str:
    """北京最高，河北最低; "" of amounts, of fewer than three regions, where one has no value that
    may be compared, and where two have the same."""
    values = {r.short_zh: about.apart[r.region_code].get(about.year) for r in about.owners}
    held = {who: about.reads(value) for who, value in values.items() if value is not None}
    is_asked = about.topic.is_comparable and len(held) == len(values) > 2
    if not is_asked or len(set(held.values())) < len(held):
        return ""
    order = sorted(held, key=lambda who: held[who])
    return f"{order[-1]}最高，{order[0]}最低"
