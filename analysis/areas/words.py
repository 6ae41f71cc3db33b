"""The map and the slopes in words, for those who hear the page."""

from collections.abc import Sequence

from analysis.areas.classes import class_of
from analysis.areas.shift import Slope
from analysis.areas.summary import AreasSummary
from analysis.series.quantities import number
from data.model.areas import FIRST_CENSUS, LAST_CENSUS

TABLES = "位次在前和在后的县（市、区）见下方表格。"


def slopes_title(found: AreasSummary) -> str:
    """制造业占就业人口比重（%）."""
    name = found.industry.short_zh if found.industry else ""
    return f"{name}占就业人口比重（%）"


def map_in_words(found: AreasSummary, after: str = TABLES) -> str:
    """What is coloured, how many counties are in each class, and which are first and last; `after`
    says where there is more."""
    values = [one.value for one in found.counties if one.value is not None]
    if not values:
        return f"地图，{found.map_title}。本站未收录数值。"
    places = [class_of(value, found.classes) for value in values]
    told = "，".join(f"{one.text} 的 {places.count(n)} 个" for n, one in enumerate(found.classes))
    ends = sorted((one for one in found.counties if one.value is not None), key=_value)
    first, last = ends[-1], ends[0]
    most = f"最高 {first.name} {first.text}，最低 {last.name} {last.text}"
    return f"地图，{found.map_title}。{told}。{most}。{after}"


def _value(one: object) -> float:
    value: float = getattr(one, "value", None) or 0.0
    return value


def slopes_in_words(shown: Sequence[Slope], title: str, after: str = "") -> str:
    """The share of every unit in both censuses; `after` says where there is more."""
    told = "；".join(
        f"{one.name} {number(one.first, 1)}% → {number(one.last, 1)}%"
        for one in shown
        if one.first is not None and one.last is not None
    )
    what = f"斜率图，{title}，{FIRST_CENSUS} 年与 {LAST_CENSUS} 年"
    return f"{what}。{told}。{after}" if told else f"{what}。本站未收录数值。"
